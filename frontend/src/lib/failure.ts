import type { CombinedError } from "@urql/core";

/** Why a request brought no answer; refused input is not among them, it comes as user errors. */
export type Failure =
  | { kind: "offline" }
  | { kind: "signedOut" }
  | { kind: "forbidden" }
  | { kind: "notFound" }
  | { kind: "limited"; retryAfter: number | undefined }
  | { kind: "unexpected"; correlationId: string | undefined };

const kinds = {
  UNAUTHENTICATED: "signedOut",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "notFound",
} as const;

/** What a failed request means for the person. */
export function failureOf({
  graphQLErrors,
  response,
}: Pick<CombinedError, "graphQLErrors" | "response">): Failure {
  const [error] = graphQLErrors;
  // The server, or something before it, answered, but not in GraphQL.
  if (!error) return response ? unexpected(response.headers?.get("x-correlation-id")) : { kind: "offline" };
  const { code, correlationId, retryAfter } = error.extensions;
  if (code === "RATE_LIMITED") return { kind: "limited", retryAfter: numberOf(retryAfter) };
  const kind = kinds[String(code) as keyof typeof kinds];
  return kind ? { kind } : unexpected(correlationId);
}

function unexpected(correlationId: unknown): Failure {
  return { kind: "unexpected", correlationId: typeof correlationId === "string" ? correlationId : undefined };
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : undefined);
