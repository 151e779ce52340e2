import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { draw } from "../ui/testing";
import { ErrorBoundary } from "./error-boundary";

function Broken(): never {
  throw new Error("no page");
}

test("a page that breaks is told to the log, and shows its reference, also where no more of the application comes", () => {
  const reported = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null, { status: 204 }));
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  draw(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  const [[address, sent] = []] = reported.mock.calls;
  expect(address).toBe("/page-errors");
  const [, id] = new Headers(sent?.headers).get("traceparent")?.split("-") ?? [];
  expect(screen.getByRole("alert").textContent).toContain(`Reference: ${id}`);
  reported.mockRestore();
  said.mockRestore();
});
