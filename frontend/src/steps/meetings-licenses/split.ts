import { t } from "@lingui/core/macro";
import type { MeetingsService } from "../../lib/order";
import type { Problem } from "../../lib/problem";
import type { Facet } from "../service/draft-conflict";

/** Units by license id, then site name; null: nothing entered. */
export type Split = Record<string, Record<string, number | null>>;

type License = MeetingsService["licenses"][number];

/** The licenses whose units are split over the sites. */
export function splitLicenses(service: Pick<MeetingsService, "licenses">): License[] {
  return service.licenses.filter(({ scope }) => scope === "PER_SITE");
}

/** The split as saved. */
export function savedSplit(service: MeetingsService): Split {
  return Object.fromEntries(
    splitLicenses(service).map(({ id }) => [
      id,
      Object.fromEntries(
        service.sites.map(({ siteName, allocations }) => [
          siteName,
          allocations.find(({ license }) => license.id === id)?.units ?? null,
        ]),
      ),
    ]),
  );
}

/** Whole units as even as can be; the first sites get what is left over. */
export function evenly(total: number, sites: readonly string[]): Record<string, number> {
  const share = Math.floor(total / sites.length);
  const over = total % sites.length;
  return Object.fromEntries(sites.map((site, index) => [site, share + (index < over ? 1 : 0)]));
}

/** How many units are not given to a site yet; below 0: too many were given. */
export function left(total: number, units: Split[string] | undefined, sites: readonly string[]): number {
  return total - sites.reduce((sum, site) => sum + (units?.[site] ?? 0), 0);
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

/** What two people may have changed: the units of each license. */
export function splitFacets(licenses: readonly License[], sites: readonly string[]): Facet<Split>[] {
  return licenses.map(({ id, name }) => ({
    id,
    label: name,
    show: (split) => sites.map((site) => `${site} ${split[id]?.[site] ?? t`none`}`).join(", "),
    take: (mine, theirs) => ({ ...mine, [id]: theirs[id] ?? {} }),
  }));
}
