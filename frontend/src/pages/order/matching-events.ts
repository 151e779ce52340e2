import type { TimelineEventFragment } from "../../gql/graphql";

export type EventKind = "EMAILS" | "ORGANIZATIONS" | "SERVICES" | "ORDER";

/** What is left empty does not matter. */
export type Filter = { kind: EventKind | ""; actor: string; text: string };

type Event = Pick<
  TimelineEventFragment,
  "kind" | "actor" | "summary" | "reason" | "correlationId" | "changes"
>;

// By the API's words for programs, to which new ones may come: those are of the order itself.
const words: [EventKind, RegExp][] = [
  ["EMAILS", /mail|remind/],
  ["ORGANIZATIONS", /organization|mapping|audience|dispute|administrator|hand|request|merge/],
  ["SERVICES", /service|step|site|location|license|follow_up|set_up/],
];

/** What an event is about. */
export function kindOf({ kind }: Pick<Event, "kind">): EventKind {
  return words.find(([, word]) => word.test(kind))?.[0] ?? "ORDER";
}

/** Whether the event is about this, by this person, and has each word of the text somewhere. */
export function matches(event: Event, { kind, actor, text }: Filter): boolean {
  if (kind && kindOf(event) !== kind) return false;
  if (actor && event.actor !== actor) return false;
  const said = [
    event.summary,
    event.reason,
    event.actor,
    event.correlationId,
    ...event.changes.flatMap(({ field, before, after }) => [field, before, after]),
  ];
  const all = said.filter(Boolean).join("\n").toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
