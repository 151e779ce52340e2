import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { failureOf } from "./failure";

const refused = (extensions: Record<string, unknown>, correlationId?: string) => ({
  graphQLErrors: [new GraphQLError("No", { extensions })],
  correlationId,
});

test("a request without any answer means that there is no connection", () => {
  expect(failureOf({ graphQLErrors: [] })).toEqual({
    kind: "offline",
  });
});

test("the server's codes become what the person can do about them", () => {
  expect(failureOf(refused({ code: "UNAUTHENTICATED" })).kind).toBe("signedOut");
  expect(failureOf(refused({ code: "FORBIDDEN" })).kind).toBe("forbidden");
  expect(failureOf(refused({ code: "NOT_FOUND" })).kind).toBe("notFound");
  expect(failureOf(refused({ code: "READ_ONLY" })).kind).toBe("readOnly");
  expect(failureOf(refused({ code: "VIEW_ENDED" })).kind).toBe("viewEnded");
  expect(failureOf(refused({ code: "RATE_LIMITED", retryAfter: 30 }))).toEqual({
    kind: "limited",
    retryAfter: 30,
  });
});

test("a bug of ours keeps its correlation id and code", () => {
  const failure = failureOf(refused({ code: "INTERNAL" }, "5aaa0b1a69d7731b"));
  expect(failure).toEqual({ kind: "unexpected", correlationId: "5aaa0b1a69d7731b", code: "INTERNAL" });
});

test("a busy server says when to come back and keeps its correlation id", () => {
  for (const code of ["UNAVAILABLE", "TIMEOUT"])
    expect(failureOf(refused({ code, retryAfter: 1 }, "5aaa"))).toEqual({
      kind: "busy",
      retryAfter: 1,
      correlationId: "5aaa",
    });
});

test("an answer that is no GraphQL at all is a failure of the server, not of the connection", () => {
  const answered = (status: number) =>
    failureOf({
      response: new Response("no", { status, headers: { "Retry-After": "5" } }),
      correlationId: "85a6",
      graphQLErrors: [],
    });
  expect(answered(502)).toEqual({ kind: "unexpected", correlationId: "85a6" });
  expect(answered(503)).toEqual({ kind: "busy", retryAfter: 5, correlationId: "85a6" });
});
