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
export function failureOf(error: Pick<CombinedError, "networkError" | "graphQLErrors">): Failure {
  const extensions = error.graphQLErrors[0]?.extensions;
  if (!extensions)
    return error.graphQLErrors.length > 0
      ? { kind: "unexpected", correlationId: undefined }
      : { kind: "offline" };
  const code = String(extensions.code);
  if (code in kinds) return { kind: kinds[code as keyof typeof kinds] };
  if (code === "RATE_LIMITED") return { kind: "limited", retryAfter: numberOf(extensions.retryAfter) };
  return { kind: "unexpected", correlationId: textOf(extensions.correlationId) };
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : undefined);
const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
