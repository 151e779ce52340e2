import { t } from "@lingui/core/macro";
import type { ZoneChoiceFragment } from "../gql/graphql";
import { zone } from "../lib/format";
import { canonicalZone, ownZone } from "../lib/intl";
import type { Problem } from "../lib/problem";
import type { Option } from "../ui/option";
import type { City } from "./cities";

export type Zone = ZoneChoiceFragment;

// The zones of the country come before all others that fit equally well.
const far = 1_000;

/** Time zones to choose from, those near first; found by all their names. */
export function zoneOptions(zones: readonly Zone[], near: readonly { name: string }[] = []): Option[] {
  const places = new Map(near.map(({ name }, place) => [name, place]));
  const options = zones.map(({ name, label, offset, searchNames, prominence }) => ({
    id: name,
    name: label,
    aside: offset,
    search: [...searchNames, ...spellings(offset)],
    place: places.get(name) ?? far + prominence,
  }));
  return [...options.filter(({ id }) => places.has(id)), ...options.filter(({ id }) => !places.has(id))];
}

/** These options, found also by the cities that were looked up; all others stay the same objects. */
export function withCities(options: readonly Option[], cities: readonly City[]): readonly Option[] {
  if (cities.length === 0) return options;
  const found = cities.map((city, place) => ({
    text: city.foundBy,
    shown: city.name,
    place,
    zone: city.timeZone,
  }));
  const byZone = Map.groupBy(found, ({ zone }) => zone);
  return options.map((option) => {
    const own = byZone.get(option.id);
    return own ? { ...option, found: own } : option;
  });
}

/** What forms call a zone, as "Riyadh, Saudi Arabia (UTC+03:00)"; empty for none. */
export function zoneNames(zones: readonly Pick<Zone, "name" | "label">[]): (name: string | null) => string {
  const labels = new Map(zones.map(({ name, label }) => [name, label]));
  return (name) => (name ? zone(labels.get(name) ?? name, name) : "");
}

/** "UTC+05:30" also as people write it: +5:30, GMT+5:30. */
function spellings(offset: string): string[] {
  const short = offset.replace(/([+-])0(\d)/, "$1$2").replace("UTC", "");
  return [short, `UTC${short}`, `GMT${short}`, offset.replace("UTC", "GMT")];
}

/** The browser's time zone among those that can be chosen, also where it goes by an older name; null: none of them. */
export function browserZone(zones: readonly Pick<Zone, "name" | "searchNames">[]): string | null {
  const here = ownZone();
  const found =
    zones.find(({ name }) => name === here) ??
    zones.find(({ searchNames }) => here !== undefined && searchNames.includes(here)) ??
    zones.find(({ name }) => canonicalZone(name) === here);
  return found?.name ?? null;
}

/** A refused time zone in words that name what to choose. */
export function nameZone(error: Problem): Problem {
  return error.field.at(-1) === "timeZone" ? { ...error, message: t`Choose a time zone` } : error;
}
