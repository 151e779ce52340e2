import type { RequestError } from "./client";

/** Why a request brought no answer; refused input is not among them, it comes as user errors. */
export type Failure = Trouble & {
  /** What support finds the request by, also one that never arrived; undefined: nothing was asked. */
  correlationId?: string | undefined;
};

type Trouble =
  | { kind: "offline" }
  | { kind: "signedOut" }
  | { kind: "forbidden" }
  | { kind: "notFound" }
  | { kind: "readOnly" }
  | { kind: "viewEnded" }
  | { kind: "limited"; retryAfter: number | undefined }
  | { kind: "busy"; retryAfter: number | undefined }
  | { kind: "unexpected"; code?: string | undefined };

const kinds = {
  UNAUTHENTICATED: "signedOut",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "notFound",
  READ_ONLY: "readOnly",
  VIEW_ENDED: "viewEnded",
} as const;

/** What a failed request means for the person. */
export function failureOf({ graphQLErrors, response, correlationId }: RequestError): Failure {
  return { ...troubleOf(graphQLErrors[0]?.extensions, response), correlationId };
}

function troubleOf(extensions: Record<string, unknown> | undefined, response: Response | undefined): Trouble {
  // The server, or something before it, answered, but not in GraphQL.
  if (!extensions) return response ? withoutGraphQL(response) : { kind: "offline" };
  const { code, retryAfter } = extensions;
  if (code === "UNAVAILABLE" || code === "TIMEOUT")
    return { kind: "busy", retryAfter: retryAfter as number | undefined };
  if (code === "RATE_LIMITED") return { kind: "limited", retryAfter: retryAfter as number | undefined };
  const kind = kinds[String(code) as keyof typeof kinds];
  return kind ? { kind } : { kind: "unexpected", code: code as string | undefined };
}

function withoutGraphQL({ status, headers }: Response): Trouble {
  if (status !== 503) return { kind: "unexpected" };
  return { kind: "busy", retryAfter: Number(headers?.get("retry-after")) || undefined };
}
