import { t } from "@lingui/core/macro";
import { number } from "../../lib/format";
import type { MeetingsService } from "../../lib/order";
import type { Problem } from "../../lib/problem";
import { wholeNumber } from "../../lib/whole-number";
import type { Facet } from "../service/draft-conflict";

/** Units by license id, then site name, as they were typed. */
export type Split = Record<string, Record<string, string>>;

type License = MeetingsService["licenses"][number];

/** The licenses whose units are split over the sites. */
export function splitLicenses(service: Pick<MeetingsService, "licenses">): License[] {
  return service.licenses.filter(({ scope }) => scope === "PER_SITE");
}

/** The units that were typed; what is no number gives none. */
export function unitsOf(typed: string | undefined): number {
  if (!typed) return 0;
  // Plain digits are nearly all there is, in hundreds of fields after each key.
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  const read = wholeNumber(typed);
  return read.kind === "number" ? read.value : 0;
}

/** The split as saved. */
export function savedSplit(service: MeetingsService): Split {
  return Object.fromEntries(
    splitLicenses(service).map(({ id }) => [
      id,
      Object.fromEntries(
        service.sites.map(({ siteName, allocations }) => [
          siteName,
          written(allocations.find(({ license }) => license.id === id)?.units),
        ]),
      ),
    ]),
  );
}

function written(units: number | undefined): string {
  return units === undefined ? "" : number(units);
}

/** Whole units as even as can be; the first sites get what is left over. */
export function evenly(total: number, sites: readonly string[]): Split[string] {
  const share = Math.floor(total / sites.length);
  const over = total % sites.length;
  return Object.fromEntries(sites.map((site, index) => [site, number(share + (index < over ? 1 : 0))]));
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
