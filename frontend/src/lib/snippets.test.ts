import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { snippets } from "./snippets";

const asked = {
  url: "https://hub.example/graphql",
  query: 'query Q($a: String) {\n  # it\'s "quoted" \\ `$HOME` $x\n  viewer { email }\n}\n',
  variables: '{ "a": "Grüße 🌱 \'$(id)\' \\"x\\" \\u2028 </script>" }',
};
const sent = JSON.stringify({ query: asked.query, variables: JSON.parse(asked.variables) });

/** A shell in which curl only tells what it would send. */
const told = (script: string) =>
  execFileSync("sh", ["-c", `curl() { for last; do :; done; printf %s "$last"; }\n${script}`]).toString();

test("what is copied for a shell sends the same query, whatever stands in it", () => {
  expect(told(snippets.curl(asked))).toBe(sent);
});

test("what is copied for JavaScript sends the same query, whatever stands in it", async () => {
  const script = snippets.JavaScript(asked).replace(/^console\.log.*$/m, "return answer;");
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const answer = await new AsyncFunction("fetch", "process", script)(
    (url: string, init: { body: string; headers: unknown }) => ({ url, ...init }),
    { env: { CONTROL_HUB_TOKEN: "t" } },
  );
  expect(answer.url).toBe(asked.url);
  expect(answer.headers.Authorization).toBe("Bearer t");
  expect(JSON.parse(answer.body)).toEqual(JSON.parse(sent));
});

test("a query goes without its variables while those are no JSON", () => {
  for (const variables of ["", "{", "null"]) {
    expect(told(snippets.curl({ ...asked, variables }))).toBe(JSON.stringify({ query: asked.query }));
  }
});
