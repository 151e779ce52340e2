import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { draw } from "../ui/testing";
import { ErrorBoundary } from "./error-boundary";

function Broken(): never {
  throw new Error("no page");
}

test("a page that breaks is told to the log, and shows its reference, also before more of the application comes", async () => {
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
  const page = (await screen.findByText("This page could not be shown", {}, { timeout: 30_000 })).closest(
    "main",
  );
  expect(page?.textContent).toContain(`Reference: ${id}`);
  reported.mockRestore();
  said.mockRestore();
});
