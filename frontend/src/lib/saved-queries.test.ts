import { readFileSync } from "node:fs";
import { buildSchema, getVariableValues, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { editorHref, oneEmail, oneEvent, wholeOrder } from "./order-query";
import { savedQueries } from "./saved-queries";

const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf-8"));

const fromRows = [
  oneEmail("T3JkZXI6MQ", "RW1haWw6MQ"),
  oneEvent("RXZlbnQ6MQ", "4f1c"),
  oneEvent("RXZlbnQ6MQ", null),
];

test.each([...savedQueries, ...fromRows])(
  "a saved query is one that the API answers, and only reads: $query",
  (saved) => {
    const document = parse(saved.query);
    expect(validate(schema, document)).toEqual([]);
    const [operation, ...others] = document.definitions;
    if (operation?.kind !== "OperationDefinition") throw new Error("It is no operation");
    expect([operation.operation, others]).toEqual(["query", []]);
    const wanted = operation.variableDefinitions ?? [];
    expect(getVariableValues(schema, wanted, saved.variables).errors).toBeUndefined();
    expect(Object.keys(saved.variables)).toEqual(wanted.map(({ variable }) => variable.name.value));
  },
);

test("a link brings a query along with its variables, whatever they say", () => {
  const saved = wholeOrder('DE-1 & "2" #ü');
  const { searchParams } = new URL(editorHref(saved), "https://hub.example");
  expect(searchParams.get("query")).toBe(saved.query);
  expect(JSON.parse(searchParams.get("variables") ?? "")).toEqual(saved.variables);
});
