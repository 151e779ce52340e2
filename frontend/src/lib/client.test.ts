import { afterEach, expect, test, vi } from "vitest";
import { TypedDocumentString } from "../gql/graphql";
import { Api, send } from "./client";

const document = new TypedDocumentString<{ number: number }, { id: string }>("query { number }");
let answers: ((body: string, status?: number) => void)[] = [];

vi.stubGlobal(
  "fetch",
  () => new Promise((done) => answers.push((body, status = 200) => done(new Response(body, { status })))),
);
afterEach(() => {
  answers = [];
});

const data = (number: number) => JSON.stringify({ data: { number } });

test("the same question is asked once for all who see it, another one apart", () => {
  const api = new Api();
  expect(api.question(document, { id: "a" })).toBe(api.question(document, { id: "a" }));
  expect(api.question(document, { id: "a" })).not.toBe(api.question(document, { id: "b" }));
});

test("the answer that was asked for last counts, whichever comes last", async () => {
  const question = new Api().question(document, { id: "a" });
  const asked = [question.ask(), question.ask()];
  answers[1]?.(data(2));
  await asked[1];
  answers[0]?.(data(1));
  await asked[0];
  expect(question.read()).toMatchObject({ answer: { data: { number: 2 } }, pending: false });
});

test("an answer is shown although the same is asked again already", async () => {
  const question = new Api().question(document, { id: "a" });
  const asked = [question.ask(), question.ask()];
  answers[0]?.(data(1));
  await asked[0];
  expect(question.read()).toMatchObject({ answer: { data: { number: 1 } }, pending: true });
  answers[1]?.(data(2));
  await asked[1];
  expect(question.read()).toMatchObject({ answer: { data: { number: 2 } }, pending: false });
});

test("after an act what is shown is asked again, and what is not is forgotten", async () => {
  const api = new Api();
  const [shown, left] = [api.question(document, { id: "shown" }), api.question(document, { id: "left" })];
  const seen = vi.fn();
  shown.subscribe(seen);
  left.subscribe(seen)();
  api.renew();
  expect(answers).toHaveLength(1);
  expect(shown.read().pending).toBe(true);
  expect(api.question(document, { id: "shown" })).toBe(shown);
  expect(api.question(document, { id: "left" })).not.toBe(left);
});

test.each([
  ["", "no answer of GraphQL"],
  ["null", "nothing"],
  ["<html>", "a page of something between"],
])("%j is a failure that keeps the response: %s", async (body) => {
  const asked = send(document, { id: "a" });
  answers[0]?.(body, 502);
  const { data, error } = await asked;
  expect([data, error?.graphQLErrors, error?.response?.status]).toEqual([undefined, [], 502]);
});

test("without a connection there is no response, and the id that was sent stands for the request", async () => {
  const fetch = vi.fn((_address: string, _request: RequestInit) => Promise.reject(new TypeError("Failed")));
  vi.stubGlobal("fetch", fetch);
  const { error, correlationId } = await send(document, { id: "a" });
  expect(error).toEqual({ graphQLErrors: [], response: undefined, correlationId });
  expect(correlationId).toMatch(/^[0-9a-f]{32}$/);
  const [, request] = fetch.mock.calls[0] ?? [];
  expect(new Headers(request?.headers).get("traceparent")).toMatch(
    new RegExp(`^00-${correlationId}-[0-9a-f]{16}-00$`),
  );
});
