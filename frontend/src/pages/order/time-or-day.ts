import { dayOf, time } from "../../lib/format";

/** "14:02 CET" if it was today, else "19 Nov (CET)": for narrow columns. */
export function timeOrDay(iso: string, now = new Date()): string {
  return new Date(iso).toDateString() === now.toDateString() ? time(iso) : dayOf(iso, now);
}
