import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLField,
  GraphQLFloat,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
} from "graphql";

/**
 * Where something stands in an operation: names of fields from the root on; `...Site` for what only a Site has. All
 * edits change the text only there, so that comments and the shape of the rest stay as they were written.
 */
export type Path = readonly string[];

/** Which operation is edited: the one of this name, else the first of the type. */
type Wanted = { type: OperationTypeNode; name?: string | undefined };

type Selected = FieldNode | InlineFragmentNode;
type Definitions = { name: string; type: string }[];
type Range = { start: number; end: number };

/** What could be selected next: an argument, a field, or what only one type has. */
export type Offer = {
  /** The last part of its path. */
  step: string;
  /** As the schema writes it. */
  type: string;
  description: string;
  isArgument: boolean;
  /** Whether there is something inside. */
  opens: boolean;
};

/** What the schema has at a path. */
export function offersAt(schema: GraphQLSchema, type: OperationTypeNode, path: Path): Offer[] {
  let at = rootOf(schema, type);
  for (const step of path.slice(0, -1)) at = headOf(schema, at, step, null).type;
  const last = path.at(-1);
  const parent = last === undefined || last.startsWith("...") ? null : fieldOf(at, last);
  const given = (parent?.args ?? []).map((argument) => ({
    step: `(${argument.name})`,
    type: String(argument.type),
    description: argument.description ?? "",
    isArgument: true,
    opens: false,
  }));
  const inside = getNamedType(last === undefined ? at : headOf(schema, at, last, null).type);
  const fields = "getFields" in inside && !isUnionType(inside) ? Object.values(inside.getFields()) : [];
  const types = isAbstractType(inside) ? schema.getPossibleTypes(inside) : [];
  return [
    ...given,
    ...fields.map((field) => ({
      step: field.name,
      type: String(field.type),
      description: field.description ?? "",
      isArgument: false,
      opens: isCompositeType(getNamedType(field.type)) || ("args" in field && field.args.length > 0),
    })),
    ...types.map(({ name, description }) => ({
      step: `...${name}`,
      type: name,
      description: description ?? "",
      isArgument: false,
      opens: true,
    })),
  ];
}

/** The document that a text is; null: it has a mistake. A text of nothing but comments is a document without operations. */
export function readDocument(text: string): DocumentNode | null {
  if (isBlank(text)) return { kind: Kind.DOCUMENT, definitions: [] };
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function isBlank(text: string): boolean {
  return !text.replace(/#.*/g, "").replace(/[\s,\uFEFF]/g, "");
}

/** The operation that an edit would change; null: there is none yet. */
export function operationIn(document: DocumentNode, { type, name }: Wanted): OperationDefinitionNode | null {
  const ofType = document.definitions.filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === type,
  );
  return ofType.find((operation) => operation.name?.value === name) ?? ofType[0] ?? null;
}

/** What of an operation stands at a path; null: nothing. Fields of named fragments are not looked into. */
function selectedAt(operation: OperationDefinitionNode, path: Path): Selected | null {
  let at: OperationDefinitionNode | Selected = operation;
  for (const step of path) {
    const next: Selected | undefined = selectionsOf(at).find((selection) => stepOf(selection) === step);
    if (!next) return null;
    at = next;
  }
  return at === operation ? null : (at as Selected);
}

function selectionsOf(node: OperationDefinitionNode | Selected): Selected[] {
  const all = node.selectionSet?.selections ?? [];
  return all.filter((selection): selection is Selected => selection.kind !== Kind.FRAGMENT_SPREAD);
}

function stepOf(selection: Selected): string {
  if (selection.kind === Kind.FIELD) return selection.name.value;
  return `...${selection.typeCondition?.name.value ?? ""}`;
}

/** All paths of an operation that are selected, and `(name)` for each argument that is given. */
export function selectedPaths(operation: OperationDefinitionNode): Path[] {
  const found: Path[] = [];
  function collect(node: OperationDefinitionNode | Selected, path: Path) {
    for (const selection of selectionsOf(node)) {
      const here = [...path, stepOf(selection)];
      found.push(here);
      if (selection.kind === Kind.FIELD) {
        for (const argument of selection.arguments ?? []) found.push([...here, `(${argument.name.value})`]);
      }
      collect(selection, here);
    }
  }
  collect(operation, []);
  return found;
}

/**
 * Adds or takes away what stands at a path. With a field come those that lead to it, its required arguments as variables,
 * and of an object one field. With the last field of an object goes the object. The text must be a document.
 */
export function toggled(schema: GraphQLSchema, text: string, wanted: Wanted, path: Path): string {
  const operation = operationIn(parsed(text), wanted);
  const argument = argumentName(path.at(-1));
  if (argument !== null) {
    const owner = path.slice(0, -1);
    const field = operation && selectedAt(operation, owner);
    const given = field?.kind === Kind.FIELD && field.arguments?.find(({ name }) => name.value === argument);
    if (given) return withoutUnused(text, wanted, withoutItem(text, given, field.arguments ?? []));
    return withArgument(
      schema,
      field ? text : withPath(schema, text, wanted, owner),
      wanted,
      owner,
      argument,
    );
  }
  return operation && selectedAt(operation, path)
    ? withoutUnused(text, wanted, withoutPath(text, operation, path))
    : withPath(schema, text, wanted, path);
}

/** The name in `(name)`. */
function argumentName(step: string | undefined): string | null {
  return step?.startsWith("(") ? step.slice(1, -1) : null;
}

function parsed(text: string): DocumentNode {
  const document = readDocument(text);
  if (!document) throw new Error("The text is no document");
  return document;
}

function splice(text: string, start: number, end: number, by = ""): string {
  return text.slice(0, start) + by + text.slice(end);
}

function locOf(node: { loc?: Range | undefined }): Range {
  if (!node.loc) throw new Error("It was not read from a text");
  return node.loc;
}

// What is added.

function withPath(schema: GraphQLSchema, text: string, wanted: Wanted, path: Path): string {
  const operation = operationIn(parsed(text), wanted);
  const definitions: Definitions = [];
  const taken = variablesIn(text);
  let depth = 0;
  let parent: OperationDefinitionNode | Selected | null = operation;
  while (operation && depth < path.length) {
    const next = selectedAt(operation, path.slice(0, depth + 1));
    if (!next) break;
    parent = next;
    depth++;
  }
  const added = chunk(schema, rootOf(schema, wanted.type), path, depth, taken, definitions);
  if (!operation || !parent) return withOperation(text, wanted, path, added, definitions);
  return withDefinitions(inserted(text, parent, added), wanted, definitions);
}

function rootOf(schema: GraphQLSchema, type: OperationTypeNode): GraphQLOutputType {
  const root = schema.getRootType(type);
  if (!root) throw new Error(`The schema has no ${type}`);
  return root;
}

/** The text of a path from one of its steps on. `type` is that of the operation's root. */
function chunk(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  path: Path,
  depth: number,
  taken: Set<string>,
  definitions: Definitions,
): string {
  const [step, ...rest] = path;
  if (step === undefined) return "";
  const { head, type: inside } = headOf(schema, type, step, depth <= 0 ? { taken, definitions } : null);
  if (depth > 0) return chunk(schema, inside, rest, depth - 1, taken, definitions);
  const named = getNamedType(inside);
  if (!isCompositeType(named)) return head;
  const inner = rest.length > 0 ? chunk(schema, inside, rest, 0, taken, definitions) : plainField(inside);
  return `${head} {\n${indented(inner)}\n}`;
}

function headOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  step: string,
  added: { taken: Set<string>; definitions: Definitions } | null,
): { head: string; type: GraphQLOutputType } {
  if (step.startsWith("...")) {
    const only = schema.getType(step.slice(3));
    if (!isObjectType(only)) throw new Error(`There is no ${step}`);
    return { head: `... on ${only.name}`, type: only };
  }
  const field = fieldOf(type, step);
  if (!added) return { head: step, type: field.type };
  const required = field.args.filter(isRequiredArgument).map((argument) => {
    const name = freeName(argument.name, added.taken);
    added.definitions.push({ name, type: String(argument.type) });
    return `${argument.name}: $${name}`;
  });
  return { head: required.length > 0 ? `${step}(${required.join(", ")})` : step, type: field.type };
}

function fieldOf(type: GraphQLOutputType, name: string): GraphQLField<unknown, unknown> {
  const named = getNamedType(type);
  const field = "getFields" in named && (named.getFields()[name] as GraphQLField<unknown, unknown>);
  if (!field) throw new Error(`${named} has no ${name}`);
  return field;
}

/** Those of all operations: they are filled in side by side. */
function variablesIn(text: string): Set<string> {
  const found = new Set<string>();
  visit(parsed(text), {
    VariableDefinition: ({ variable }) => {
      found.add(variable.name.value);
    },
  });
  return found;
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  taken.add(free);
  return free;
}

/** A field that says something by itself: the id, else the first one. */
function plainField(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isUnionType(named) || !("getFields" in named)) return "__typename";
  const plain = Object.values(named.getFields()).filter(
    (field) =>
      !isCompositeType(getNamedType(field.type)) && !("args" in field && field.args.some(isRequiredArgument)),
  );
  return (plain.find(({ name }) => name === "id") ?? plain[0])?.name ?? "__typename";
}

function indented(text: string, by = "  "): string {
  return text.replace(/^(?=.)/gm, by);
}

/** The text with one more selection, last in its parent, on the same line if the parent stands on one. */
function inserted(text: string, parent: OperationDefinitionNode | Selected, added: string): string {
  const selections = parent.selectionSet?.selections ?? [];
  const last = selections.at(-1);
  if (!last || !parent.selectionSet) {
    const inner = indented(`{\n${indented(added)}\n}`, indentAt(text, locOf(parent).start)).trimStart();
    return splice(text, locOf(parent).end, locOf(parent).end, ` ${inner}`);
  }
  const { start, end } = locOf(last);
  const whole = locOf(parent.selectionSet);
  if (!text.slice(whole.start, whole.end).includes("\n")) {
    return splice(text, end, end, ` ${added.replace(/\n */g, " ")}`);
  }
  return splice(text, end, end, `\n${indented(added, indentAt(text, start))}`);
}

/** The blanks that the line of a place begins with. */
function indentAt(text: string, place: number): string {
  const line = text.slice(text.lastIndexOf("\n", place - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** A document must name its operations once it has several. */
function withOperation(
  text: string,
  { type }: Wanted,
  path: Path,
  added: string,
  definitions: Definitions,
): string {
  const anonymous = parsed(text).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && !definition.name,
  );
  let before = text;
  if (anonymous?.kind === Kind.OPERATION_DEFINITION) {
    const first = selectionsOf(anonymous)[0];
    const name = operationName([first ? stepOf(first) : anonymous.operation]);
    before = named(text, anonymous, name);
  }
  const taken = new Set(
    parsed(before).definitions.map((definition) => ("name" in definition && definition.name?.value) || ""),
  );
  const name = freeName(operationName(path), taken);
  const declared = definitions.map(declaration).join(", ");
  const operation = `${type} ${name}${declared && `(${declared})`} {\n${indented(added)}\n}\n`;
  return before.trim() ? `${before.trimEnd()}\n\n${operation}` : operation;
}

function operationName(path: Path): string {
  const [first = ""] = path;
  return first.charAt(0).toUpperCase() + first.slice(1);
}

function named(text: string, operation: OperationDefinitionNode, name: string): string {
  const { start } = locOf(operation);
  if (text[start] === "{") return splice(text, start, start, `${operation.operation} ${name} `);
  const end = start + operation.operation.length;
  return splice(text, end, end, ` ${name}`);
}

function declaration({ name, type }: Definitions[number]): string {
  return `$${name}: ${type}`;
}

function withDefinitions(text: string, wanted: Wanted, definitions: Definitions): string {
  const operation = operationIn(parsed(text), wanted);
  if (definitions.length === 0 || !operation) return text;
  const declared = definitions.map(declaration).join(", ");
  const last = operation.variableDefinitions?.at(-1);
  if (last) return splice(text, locOf(last).end, locOf(last).end, `, ${declared}`);
  const { start } = locOf(operation);
  if (text[start] === "{") return splice(text, start, start, `${operation.operation} (${declared}) `);
  const end = operation.name ? locOf(operation.name).end : start + operation.operation.length;
  return splice(text, end, end, `(${declared})`);
}

function withArgument(schema: GraphQLSchema, text: string, wanted: Wanted, path: Path, name: string): string {
  const operation = operationIn(parsed(text), wanted);
  const field = operation && selectedAt(operation, path);
  if (field?.kind !== Kind.FIELD) return text;
  // A required argument came with the field.
  if (field.arguments?.some((given) => given.name.value === name)) return text;
  const type = argumentOf(schema, wanted, path, name).type;
  const variable = freeName(name, variablesIn(text));
  const last = field.arguments?.at(-1);
  const end = last ? locOf(last).end : locOf(field.name).end;
  const given = `${name}: $${variable}`;
  const more = splice(text, end, end, last ? `, ${given}` : `(${given})`);
  return withDefinitions(more, wanted, [{ name: variable, type: String(type) }]);
}

function argumentOf(schema: GraphQLSchema, { type }: Wanted, path: Path, name: string): GraphQLArgument {
  let at = rootOf(schema, type);
  for (const step of path.slice(0, -1)) at = headOf(schema, at, step, null).type;
  const found = fieldOf(at, path.at(-1) ?? "").args.find((argument) => argument.name === name);
  if (!found) throw new Error(`There is no argument ${name}`);
  return found;
}

// What is taken away.

function withoutPath(text: string, operation: OperationDefinitionNode, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const node = selectedAt(operation, path.slice(0, length));
    const parent = length > 1 ? selectedAt(operation, path.slice(0, length - 1)) : operation;
    if (node && parent && (parent.selectionSet?.selections.length ?? 0) > 1)
      return withoutRange(text, locOf(node));
  }
  return withoutRange(text, locOf(operation));
}

/** With its line, where nothing else stands on it. */
function withoutRange(text: string, { start, end }: Range): string {
  const before = text.slice(0, start);
  const blank = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const opens = start - blank === 0 || text[start - blank - 1] === "\n";
  const after = /^[ \t,]*(?=\n|$)/.exec(text.slice(end))?.[0].length;
  if (opens && after !== undefined) return splice(text, Math.max(0, start - blank - 1), end + after);
  return splice(text, start - blank, end);
}

/** One of a list in parentheses, which go with the last one. */
function withoutItem<Item extends ArgumentNode | VariableDefinitionNode>(
  text: string,
  item: Item,
  all: readonly Item[],
): string {
  const index = all.indexOf(item);
  const { start, end } = locOf(item);
  const before = all[index - 1];
  const after = all[index + 1];
  if (before) return splice(text, locOf(before).end, end);
  if (after) return splice(text, start, locOf(after).start);
  const close = /^(\s|,|#.*\n)*\)/.exec(text.slice(end))?.[0].length ?? 0;
  const opening = /\((\s|,)*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return opening && close ? splice(text, start - opening, end + close) : text;
}

/** Takes away the variables that the text before still used: an operation must use all that it declares. */
function withoutUnused(before: string, wanted: Wanted, text: string): string {
  const stillUsed = usedIn(text);
  let rest = text;
  for (const name of usedIn(before)) {
    if (stillUsed.has(name)) continue;
    const all = operationIn(parsed(rest), wanted)?.variableDefinitions ?? [];
    const definition = all.find(({ variable }) => variable.name.value === name);
    if (definition) rest = withoutItem(rest, definition, all);
  }
  return rest;
}

function usedIn(text: string): Set<string> {
  const used = new Set<string>();
  visit(parsed(text), {
    VariableDefinition: () => false,
    Variable: (node) => {
      used.add(node.name.value);
    },
  });
  return used;
}

// What is to be filled in.

/**
 * The variables, as JSON, after an edit of their document: those that came are there, empty to be filled in, unless they
 * have a default; those that went and that nobody filled in are gone. What is no JSON stays as it is.
 */
export function filledIn(schema: GraphQLSchema, before: string, after: string, json: string): string {
  const given = readVariables(json);
  if (!given) return json;
  const filled = { ...given };
  const declared = declaredIn(schema, after);
  for (const [name, empty] of declaredIn(schema, before)) {
    if (!declared.has(name) && isSame(filled[name], empty)) delete filled[name];
  }
  for (const [name, empty] of declared) {
    if (!(name in filled) && empty !== undefined) filled[name] = empty;
  }
  if (isSame(filled, given)) return json;
  return Object.keys(filled).length > 0 ? JSON.stringify(filled, null, 2) : "";
}

function readVariables(json: string): Record<string, unknown> | null {
  if (!json.trim()) return {};
  try {
    const value: unknown = JSON.parse(json);
    return value && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** What each variable of a text is before somebody fills it in; undefined: it has a default. */
function declaredIn(schema: GraphQLSchema, text: string): Map<string, unknown> {
  const declared = new Map<string, unknown>();
  for (const definition of readDocument(text)?.definitions ?? []) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
      const known = typeFromAST(schema, type) as GraphQLInputType | undefined;
      declared.set(variable.name.value, defaultValue || !known ? undefined : emptyValue(known));
    }
  }
  return declared;
}

/** The shape of a value, with all that is required; null where nothing is. */
function emptyValue(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    const required = Object.values(inner.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, emptyValue(field.type)]));
  }
  if (inner === GraphQLBoolean) return false;
  return inner === GraphQLInt || inner === GraphQLFloat ? 0 : "";
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
