import { withBase } from "./base-path";
import { newTrace, traceHeader } from "./trace";

/** Tells the server's log why a page broke; the id by which support finds that line, since no request has failed. */
export function reportPageError(error: unknown): string {
  const id = newTrace();
  const said = String((error instanceof Error && error.stack) || error);
  fetch(withBase("/page-errors"), {
    method: "POST",
    headers: { "Content-Type": "application/json", ...traceHeader(id) },
    body: JSON.stringify({ page: location.pathname, said: said.slice(0, 2_000) }),
    keepalive: true,
  }).catch(() => {});
  return id;
}
