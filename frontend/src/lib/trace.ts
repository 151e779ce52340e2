/** A new correlation id: the trace id of W3C Trace Context, which the server's log and answers take over. */
export function newTrace(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** The head of a request that belongs to this trace; whether it is recorded is up to the server. */
export function traceHeader(id: string): { traceparent: string } {
  return { traceparent: `00-${id}-${id.slice(16)}-00` };
}
