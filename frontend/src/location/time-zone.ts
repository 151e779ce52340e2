import { t } from "@lingui/core/macro";
import type { Problem } from "../lib/problem";
import type { Option } from "../ui/option";

type Zone = { name: string; label: string; offset: string };

/** Time zones to choose from, found by city, country and offset. */
export function zoneOptions(zones: readonly Zone[]): Option[] {
  return zones.map(({ name, label, offset }) => ({
    id: name,
    name: label,
    aside: offset,
    // "+5:30" finds UTC+05:30 too.
    search: `${name} ${offset.replace(/([+-])0(\d)/, "$1$2")}`,
  }));
}

/** The browser's time zone among those that can be chosen, also where it goes by an older name; null: none of them. */
export function browserZone(zones: readonly Pick<Zone, "name">[]): string | null {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = zones.find(({ name }) => name === here) ?? zones.find(({ name }) => canonical(name) === here);
  return found?.name ?? null;
}

function canonical(timeZone: string): string {
  return Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
}

/** A refused time zone in words that name what to choose. */
export function nameZone(error: Problem): Problem {
  return error.field.at(-1) === "timeZone" ? { ...error, message: t`Choose a time zone` } : error;
}
