import { readFileSync } from "node:fs";
import fc from "fast-check";
import { buildSchema, getVariableValues, Kind, OperationTypeNode, parse, validate } from "graphql";
import { expect, test } from "vitest";
import {
  filledIn,
  offersAt,
  operationIn,
  type Path,
  readDocument,
  selectedPaths,
  toggled,
} from "./query-edits";
import { savedQueries } from "./saved-queries";

const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf-8"));
const query = { type: OperationTypeNode.QUERY };
const mutation = { type: OperationTypeNode.MUTATION };

function press(text: string, ...paths: string[]): string {
  return paths.reduce((before, path) => toggled(schema, before, query, path.split("/")), text);
}

test("a query grows from nothing, with what it requires, and goes again", () => {
  const one = press("", "orderByNumber");
  expect(one).toBe(`query OrderByNumber($orderNumber: String!) {
  orderByNumber(orderNumber: $orderNumber) {
    id
  }
}
`);
  const more = press(
    one,
    "orderByNumber/services/kind",
    "orderByNumber/timeline/(first)",
    "orderByNumber/id",
  );
  expect(more).toBe(`query OrderByNumber($orderNumber: String!, $first: Int) {
  orderByNumber(orderNumber: $orderNumber) {
    services {
      kind
    }
    timeline(first: $first) {
      __typename
    }
  }
}
`);
  expect(press(more, "orderByNumber").trim()).toBe("");
});

test("what somebody wrote stays as it is: comments, lines, values and aliases", () => {
  const written = `# Of the day.
{
  # Ours
  latest: orders(first: 3) { edges { node { orderNumber } } } # only three
  viewer { email }
}
`;
  const more = press(written, "orders/edges/node/companyName", "viewer");
  expect(more).toBe(`# Of the day.
{
  # Ours
  latest: orders(first: 3) { edges { node { orderNumber companyName } } } # only three
}
`);
  expect(press(more, "orders/(first)")).toContain("latest: orders { edges");
});

test("an operation of another type is added, and then each has a name", () => {
  const both = toggled(schema, "{ viewer { email } }", mutation, ["cancelOrder", "order", "status"]);
  expect(both).toContain(
    "query Viewer { viewer { email } }\n\nmutation CancelOrder($input: OrderReasonInput!) {",
  );
  expect(validate(schema, parse(both))).toEqual([]);
});

test("what only some types have is asked of these", () => {
  const asked = press("", "node/...EmailMessage/to", "node/...OrderEvent/kind");
  expect(asked).toContain(
    "node(id: $id) {\n    ... on EmailMessage {\n      to\n    }\n    ... on OrderEvent {",
  );
});

test("variables are there to be filled in, and what is filled in stays", () => {
  const before = press("", "order");
  const first = filledIn(schema, "", before, "");
  expect(JSON.parse(first)).toEqual({ id: "" });
  const after = press(before, "order/timeline/(first)");
  const both = filledIn(schema, before, after, '{"id": "T3JkZXI6MQ"}');
  expect(JSON.parse(both)).toEqual({ id: "T3JkZXI6MQ", first: null });
  expect(JSON.parse(filledIn(schema, after, before, both))).toEqual({ id: "T3JkZXI6MQ" });
  expect(filledIn(schema, before, "", first)).toBe("");
  expect(filledIn(schema, "", before, "{ no JSON")).toBe("{ no JSON");
  const cancels = toggled(schema, "", mutation, ["cancelOrder"]);
  expect(JSON.parse(filledIn(schema, "", cancels, ""))).toEqual({ input: { orderId: "" } });
});

test("a text with a mistake is not edited", () => {
  expect(readDocument("query {")).toBeNull();
  expect(readDocument(" # nothing yet\n,")?.definitions).toEqual([]);
});

const presses = fc.array(
  fc.record({
    type: fc.constantFrom(...Object.values(OperationTypeNode)),
    turns: fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const beginnings = fc.constantFrom(
  "",
  "# Nothing\n",
  "{ viewer { email } }",
  ...savedQueries.map((one) => one.query),
);

/** One of the ways that the schema leads, as random numbers turn. */
function way(type: OperationTypeNode, turns: number[]): Path {
  let path: Path = [];
  for (const turn of turns) {
    const offers = offersAt(schema, type, path);
    const next = offers[turn % offers.length];
    if (!next) break;
    path = [...path, next.step];
    if (!next.opens) break;
  }
  return path;
}

test("whatever is pressed, the text is a query that the API answers, and its variables are there", () => {
  fc.assert(
    fc.property(beginnings, presses, (beginning, all) => {
      let text = beginning;
      let json = filledIn(schema, "", text, "");
      for (const { type, turns } of all) {
        const path = way(type, turns);
        const before = text;
        text = toggled(schema, before, { type }, path);
        json = filledIn(schema, before, text, json);
        expect(isThere(text, type, path)).toBe(!isThere(before, type, path));
      }
      const document = readDocument(text);
      if (!document) throw new Error(`No document: ${text}`);
      const mistakes = validate(schema, document).map(({ message }) => message);
      if (document.definitions.length > 0) expect(mistakes.filter((one) => !isOurs(one))).toEqual([]);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const wanted = operation.variableDefinitions ?? [];
        const { errors = [] } = getVariableValues(schema, wanted, json ? JSON.parse(json) : {});
        expect(errors.filter(({ message }) => message.includes("was not provided"))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

function isThere(text: string, type: OperationTypeNode, path: Path): boolean {
  const document = readDocument(text);
  const operation = document && operationIn(document, { type });
  return operation ? selectedPaths(operation).some((one) => one.join("/") === path.join("/")) : false;
}

/** What a person can do wrong by pressing, and reads in the editor. */
function isOurs(message: string): boolean {
  return /is required, but it was not provided|must select only one top level field|conflict because/.test(
    message,
  );
}
