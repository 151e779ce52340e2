import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Api, ApiContext } from "../lib/client";
import { draw } from "../ui/testing";
import ViewedAs from "./viewed-as";

const view = {
  orderId: "T3JkZXI6MQ",
  orderNumber: "DE-1",
  email: "kim@view.example",
  since: "2026-11-23T10:00:00Z",
};
const seen = { data: { viewer: { viewedAs: view } } };
const over = { data: null, errors: [{ message: "Over", extensions: { code: "VIEW_ENDED" } }] };

test("whether a view has ended is asked by one request at a time, and not any more once it has", async () => {
  vi.useFakeTimers();
  const answers: ((response: Response) => void)[] = [];
  const ask = vi.fn(() => new Promise<Response>((done) => answers.push(done)));
  vi.stubGlobal("fetch", ask);
  draw(
    <ApiContext value={new Api()}>
      <ViewedAs>Order</ViewedAs>
    </ApiContext>,
  );
  const lasting = { headers: { "session-expires-in": "1" } };
  await act(async () => answers[0]?.(new Response(JSON.stringify(seen), lasting)));
  screen.getByText("You see order DE-1 as kim@view.example does.");
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(ask).toHaveBeenCalledTimes(2);
  await act(async () => answers[1]?.(new Response(JSON.stringify(over))));
  screen.getByRole("heading", { name: "This view has ended." });
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(ask).toHaveBeenCalledTimes(2);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
