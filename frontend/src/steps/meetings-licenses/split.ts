import { t } from "@lingui/core/macro";
import { number } from "../../lib/format";
import type { Problem } from "../../lib/problem";
import { shares } from "../../lib/shares";
import { wholeNumber } from "../../lib/whole-number";
import type { Facet } from "../service/choice";
import type { License, Split } from "../service/saved-split";

/** The units that were typed; what is no number gives none. */
export function unitsOf(typed: string | undefined): number {
  if (!typed) return 0;
  // Plain digits are nearly all there is, in hundreds of fields after each key.
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  const read = wholeNumber(typed);
  return read.kind === "number" ? read.value : 0;
}

/** Whole units as even as can be; the first sites get what is left over. */
export function evenly(total: number, sites: readonly string[]): Split[string] {
  return byRatio(
    total,
    sites,
    sites.map(() => 1),
  );
}

/** Whole units as near to a ratio as can be, one part a site. */
export function byRatio(total: number, sites: readonly string[], parts: readonly number[]): Split[string] {
  const given = shares(total, parts);
  return Object.fromEntries(sites.map((site, place) => [site, number(given[place] ?? 0)]));
}

/** The split with all that is left of each license given to one site; a license of which too much was given stays. */
export function withRest(
  split: Split,
  licenses: readonly License[],
  sites: readonly string[],
  site: string,
): Split {
  const given = licenses.map(({ id, totalUnits }): [string, Split[string]] => {
    const rest = left(totalUnits, split[id], sites);
    const units = number(unitsOf(split[id]?.[site]) + rest);
    return [id, rest > 0 ? { ...split[id], [site]: units } : { ...split[id] }];
  });
  return { ...split, ...Object.fromEntries(given) };
}

/** How many units are not given to a site yet; below 0: too many were given. */
export function left(total: number, units: Split[string] | undefined, sites: readonly string[]): number {
  return total - sites.reduce((sum, site) => sum + unitsOf(units?.[site]), 0);
}

/** The name by which the error summary finds the first field of a license. */
export function anchorOf(licenseId: string): string {
  return `split.${licenseId}`;
}

/** The errors with links to the license that does not add up; the server names those in the order of the licenses. */
export function withAnchors(
  errors: readonly Problem[],
  licenses: readonly License[],
  split: Split,
  sites: readonly string[],
): Problem[] {
  const wrong = licenses.filter(({ id, totalUnits }) => left(totalUnits, split[id], sites) !== 0);
  return errors.map((error) => {
    const license = (error.code === "LICENSE_SUM_MISMATCH" && wrong.shift()) || licenses[0];
    const isSplit = error.field[0] === "allocations" && license;
    return isSplit ? { ...error, field: anchorOf(license.id).split(".") } : error;
  });
}

/** Whether what the server refused still holds: a license that does not add up, or a site without any. */
export function stillWrong(
  { code }: Problem,
  licenses: readonly License[],
  split: Split,
  sites: readonly string[],
  license: string | undefined,
): boolean {
  if (code === "LICENSE_SUM_MISMATCH") {
    const about = licenses.find(({ id }) => id === license);
    return about === undefined || left(about.totalUnits, split[about.id], sites) !== 0;
  }
  return (
    code !== "INVALID" || sites.some((site) => licenses.every(({ id }) => unitsOf(split[id]?.[site]) === 0))
  );
}

/** What two people may have changed: the units of each license. */
export function splitFacets(licenses: readonly License[], sites: readonly string[]): Facet<Split>[] {
  return licenses.map(({ id, name }) => ({
    id,
    label: name,
    show: (split) => sites.map((site) => `${site} ${split[id]?.[site] || t`none`}`).join(", "),
    take: (mine, theirs) => ({ ...mine, [id]: theirs[id] ?? {} }),
  }));
}
