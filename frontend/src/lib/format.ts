import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import { isolated } from "./bidi-isolation";
import { dateFormat, listFormat, nameOf, numberFormat, offsetOf, relativeFormat } from "./intl";
import { factsOf } from "./language";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The locale of dates and numbers. */
export function region(): string {
  return factsOf(i18n.locale).region;
}

/** "1,200". */
export function number(value: number): string {
  return numberFormat(region(), {}).format(value);
}

/** "19 Dec 2026": a date without a time, which is that day everywhere. */
export function date(iso: string): string {
  return dateFormat(region(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(iso),
  );
}

/** "19 December 2026 (UTC)", as mails say it: the day on which a deadline or a request ends. */
export function lastDay(iso: string): string {
  return utcDay(iso, "long");
}

/** "19 Dec 2026 (UTC)", where there is little room. */
export function shortLastDay(iso: string): string {
  return utcDay(iso, "short");
}

function utcDay(iso: string, month: "long" | "short"): string {
  const format = dateFormat(region(), { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  return `${format.format(new Date(iso))} (UTC)`;
}

/** "19 November 2026 at 09:40 CET": the reader's own time, with the name of its zone. */
export function longDateTime(iso: string): string {
  return dateFormat(region(), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(iso));
}

/** "14:02 CET": the reader's own time, with the name of its zone. */
export function time(iso: string): string {
  return dateFormat(region(), { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }).format(
    new Date(iso),
  );
}

/** "19 Nov 2026 (CET)": the day on which it was for the reader, with the name of its zone. */
function ownDay(then: Date, options: Intl.DateTimeFormatOptions): string {
  const named = dateFormat(region(), { timeZoneName: "short" }).formatToParts(then);
  const zone = named.find(({ type }) => type === "timeZoneName")?.value;
  const day = dateFormat(region(), { day: "numeric", month: "short", ...options }).format(then);
  return `${day} (${zone})`;
}

function yearOf(then: Date, now: Date) {
  return then.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
}

/** "today", "19 Nov (CET)" ("19 November (CET)" within a sentence), or with another year. */
export function dayOf(iso: string, now = new Date(), month: "short" | "long" = "short"): string {
  const then = new Date(iso);
  if (then.toDateString() === now.toDateString()) return t`today`;
  return ownDay(then, { month, ...yearOf(then, now) });
}

/** "Today, 14:02 CET" or "19 Nov, 09:40 CET". */
export function dateTime(iso: string, now = new Date()): string {
  const then = new Date(iso);
  const clock = time(iso);
  if (then.toDateString() === now.toDateString()) return t`Today, ${clock}`;
  const day = dateFormat(region(), { day: "numeric", month: "short", ...yearOf(then, now) }).format(then);
  return `${day}, ${clock}`;
}

/** "just now", "12 minutes ago", "3 hours ago", "yesterday", "6 days ago", then "14 Nov 2026 (CET)". */
export function ago(iso: string, now = new Date()): string {
  const passed = now.getTime() - new Date(iso).getTime();
  const relative = relativeFormat(region(), { numeric: "auto" });
  if (passed < minute) return t`just now`;
  if (passed < hour) return relative.format(-Math.floor(passed / minute), "minute");
  if (passed < day) return relative.format(-Math.floor(passed / hour), "hour");
  if (passed < 7 * day) return relative.format(-Math.floor(passed / day), "day");
  return ownDay(new Date(iso), { year: "numeric" });
}

/** "for less than a minute", "for 12 minutes", "for 3 hours", "for 6 days", then "since 14 Nov 2026 (CET)". */
export function lasting(iso: string, now = new Date()): string {
  const passed = now.getTime() - new Date(iso).getTime();
  const minutes = Math.floor(passed / minute);
  const hours = Math.floor(passed / hour);
  const days = Math.floor(passed / day);
  const then = ownDay(new Date(iso), { year: "numeric" });
  if (passed < minute) return t`for less than a minute`;
  if (passed < hour) return plural(minutes, { one: "for # minute", other: "for # minutes" });
  if (passed < day) return plural(hours, { one: "for # hour", other: "for # hours" });
  if (passed < 7 * day) return plural(days, { one: "for # day", other: "for # days" });
  return t`since ${then}`;
}

/** How long ago an organization was active: days, then months up to a year, then the date. */
export function activity(isoDate: string, now = new Date()): string {
  const days = Math.floor((now.getTime() - new Date(isoDate).getTime()) / day);
  const relative = relativeFormat(region(), { numeric: "auto" });
  if (days < 31) return relative.format(-Math.max(0, days), "day");
  if (days < 365) return relative.format(-Math.floor(days / 30.44), "month");
  return date(isoDate);
}

/**
 * "Berlin, Germany (UTC+01:00)": a time zone as the API calls it, with its offset of this day; without where this browser
 * does not know the zone.
 */
export function zone(label: string, name: string, now = new Date()): string {
  const offset = offsetOf(name, now);
  return offset === undefined || label === name ? label : `${label} (UTC${offset})`;
}

/** The name of a country by its two-letter code. */
export function countryName(code: string): string {
  return nameOf("region", code, region());
}

/** The name of a language by its code, "de_DE" or "de-DE". */
export function languageName(code: string): string {
  return nameOf("language", code.replace("_", "-"), region());
}

/** "a, b and c", whatever the direction of each. */
export function list(items: readonly string[]): string {
  return listFormat(region(), { type: "conjunction" }).format(items.map(isolated));
}

/** "a, b, c": what there is of these, whatever the direction of each. */
export function row(items: readonly (string | null | undefined | false)[], between = ", "): string {
  return items.flatMap((item) => (item ? isolated(item) : [])).join(between);
}
