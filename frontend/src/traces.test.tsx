import { afterEach, expect, test, vi } from "vitest";
import { newTrace, traceHeader } from "./lib/trace";

afterEach(() => {
  vi.unstubAllGlobals(); // also what the script put in its place
});

test("a request that names its trace, as the report of a broken page does, keeps it; others begin one", async () => {
  const sent: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push(request);
    return new Response();
  });
  await import("./traces");
  const own = traceHeader(newTrace());
  await fetch(`${location.origin}/page-errors`, { method: "POST", headers: own });
  await fetch(`${location.origin}/graphql`);
  await fetch("https://elsewhere.example/");
  const [kept, begun, foreign] = sent.map(({ headers }) => headers.get("traceparent"));
  expect(kept).toBe(own.traceparent);
  expect(begun).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(foreign).toBeNull();
});
