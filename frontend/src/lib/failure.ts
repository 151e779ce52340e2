import type { RequestError } from "./client";

/** Why a request brought no answer; refused input is not among them, it comes as user errors. */
export type Failure =
  | { kind: "offline" }
  | { kind: "signedOut" }
  | { kind: "forbidden" }
  | { kind: "notFound" }
  | { kind: "readOnly" }
  | { kind: "viewEnded" }
  | { kind: "limited"; retryAfter: number | undefined }
  | { kind: "busy"; retryAfter: number | undefined; correlationId: string | undefined }
  | { kind: "unexpected"; correlationId: string | undefined; code?: string | undefined };

const kinds = {
  UNAUTHENTICATED: "signedOut",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "notFound",
  READ_ONLY: "readOnly",
  VIEW_ENDED: "viewEnded",
} as const;

/** What a failed request means for the person. */
export function failureOf({ graphQLErrors, response }: RequestError): Failure {
  const [error] = graphQLErrors;
  // The server, or something before it, answered, but not in GraphQL.
  if (!error) return response ? withoutGraphQL(response) : { kind: "offline" };
  const { code, correlationId, retryAfter } = error.extensions;
  if (code === "UNAVAILABLE" || code === "TIMEOUT") return busy(retryAfter, correlationId);
  if (code === "RATE_LIMITED") return { kind: "limited", retryAfter: numberOf(retryAfter) };
  const kind = kinds[String(code) as keyof typeof kinds];
  return kind ? { kind } : unexpected(correlationId, code);
}

function withoutGraphQL({ status, headers }: Response): Failure {
  const correlationId = headers?.get("x-correlation-id");
  const retryAfter = Number(headers?.get("retry-after")) || undefined;
  return status === 503 ? busy(retryAfter, correlationId) : unexpected(correlationId);
}

function busy(retryAfter: unknown, correlationId: unknown): Failure {
  return { kind: "busy", retryAfter: numberOf(retryAfter), correlationId: textOf(correlationId) };
}

function unexpected(correlationId: unknown, code?: unknown): Failure {
  return { kind: "unexpected", correlationId: textOf(correlationId), code: textOf(code) };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

const numberOf = (value: unknown) => (typeof value === "number" ? value : undefined);
