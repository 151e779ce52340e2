import type { ProblemFragment } from "../gql/graphql";

/** An expected refusal; `field` is the path below the mutation's input, [] the whole input. */
export type Problem = ProblemFragment & {
  /** Where a page has several of the kind: which one it is about. */
  about?: string;
  /** What support finds the request by that was refused; undefined: it was found before anything was sent. */
  reference?: string | undefined;
};

/** A problem found before anything is sent, in the shape of the server's. */
export function problem(field: string, message: string): Problem {
  return { __typename: "InvalidInput", code: "REQUIRED", message, field: field.split(".") };
}

/** Messages by field name, as React Aria's form takes them. */
export function byField(problems: readonly Problem[]): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  for (const { field, message } of problems) {
    const name = field.join(".");
    messages[name] = [...(messages[name] ?? []), message];
  }
  return messages;
}
