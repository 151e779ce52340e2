type Told = { kind: string; summary: string };

/** Events in groups, newest first: a mail that was deferred again and again is one line with its tries below it. */
export function folded<Event extends Told>(events: readonly Event[]): [Event, ...Event[]][] {
  const groups: [Event, ...Event[]][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const isSame = last?.[0].kind === "mail_deferred" && last[0].summary === event.summary;
    if (isSame) last.push(event);
    else groups.push([event]);
  }
  return groups;
}
