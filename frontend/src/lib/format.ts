import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { kept } from "./kept";
import { factsOf } from "./language";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const numberFormat = kept(Intl.NumberFormat);
const dateFormat = kept(Intl.DateTimeFormat);
const relativeFormat = kept(Intl.RelativeTimeFormat);
const namesOf = kept(Intl.DisplayNames);
const listFormat = kept(Intl.ListFormat);

/** The locale of dates and numbers. */
export function region(): string {
  return factsOf(i18n.locale).region;
}

/** "1,200". */
export function number(value: number): string {
  return numberFormat(region(), {}).format(value);
}

/** "19 Dec 2026"; takes a date or an instant. */
export function date(iso: string): string {
  // A date without a time is that day everywhere.
  const zone = iso.length === 10 ? { timeZone: "UTC" } : {};
  return dateFormat(region(), {
    day: "numeric",
    month: "short",
    year: "numeric",
    ...zone,
  }).format(new Date(iso));
}

/** "19 November 2026 at 09:40". */
export function longDateTime(iso: string): string {
  return dateFormat(region(), { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}

/** "14:02". */
export function time(iso: string): string {
  return dateFormat(region(), { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** "today", "19 Nov", or with the year where it is another one. */
export function dayOf(iso: string, now = new Date()): string {
  const then = new Date(iso);
  if (then.toDateString() === now.toDateString()) return t`today`;
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return dateFormat(region(), { day: "numeric", month: "short", ...year }).format(then);
}

/** "Today, 14:02" or "19 Nov, 09:40". */
export function dateTime(iso: string, now = new Date()): string {
  const day = dayOf(iso, now);
  const clock = time(iso);
  return new Date(iso).toDateString() === now.toDateString() ? t`Today, ${clock}` : `${day}, ${clock}`;
}

/** "just now", "12 minutes ago", "3 hours ago", "yesterday", "6 days ago", then the date. */
export function ago(iso: string, now = new Date()): string {
  const passed = now.getTime() - new Date(iso).getTime();
  const relative = relativeFormat(region(), { numeric: "auto" });
  if (passed < minute) return t`just now`;
  if (passed < hour) return relative.format(-Math.floor(passed / minute), "minute");
  if (passed < day) return relative.format(-Math.floor(passed / hour), "hour");
  if (passed < 7 * day) return relative.format(-Math.floor(passed / day), "day");
  return date(iso);
}

/** How long ago an organization was active: days, then months up to a year, then the date. */
export function activity(isoDate: string, now = new Date()): string {
  const days = Math.floor((now.getTime() - new Date(isoDate).getTime()) / day);
  const relative = relativeFormat(region(), { numeric: "auto" });
  if (days < 31) return relative.format(-Math.max(0, days), "day");
  if (days < 365) return relative.format(-Math.floor(days / 30.44), "month");
  return date(isoDate);
}

/** "Berlin, UTC+01:00", the offset being the one of this day. */
export function zone(name: string, now = new Date()): string {
  const city = name.split("/").at(-1)?.replaceAll("_", " ") ?? name;
  const parts = dateFormat("en", { timeZone: name, timeZoneName: "longOffset" }).formatToParts(now);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") || "+00:00";
  return `${city}, UTC${offset}`;
}

/** The name of a country by its two-letter code. */
export function countryName(code: string): string {
  return namesOf(region(), { type: "region", fallback: "code" }).of(code) ?? code;
}

/** The name of a language by its code, "de_DE" or "de-DE". */
export function languageName(code: string): string {
  return (
    namesOf(region(), { type: "language", languageDisplay: "standard" }).of(code.replace("_", "-")) ?? code
  );
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  return listFormat(region(), { type: "conjunction" }).format(items);
}
