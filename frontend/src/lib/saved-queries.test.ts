import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { savedQueries } from "./saved-queries";

const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf-8"));

test.each(savedQueries)("a saved query is one that the API answers, and only reads: %s", (query) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const kinds = document.definitions.map((part) => part.kind === "OperationDefinition" && part.operation);
  expect(kinds).toEqual(["query"]);
});
