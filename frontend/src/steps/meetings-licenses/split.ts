import { t } from "@lingui/core/macro";
import type { MeetingsService } from "../../lib/order";
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

/** What two people may have changed: the units of each license. */
export function splitFacets(licenses: readonly License[], sites: readonly string[]): Facet<Split>[] {
  return licenses.map(({ id, name }) => ({
    id,
    label: name,
    show: (split) => sites.map((site) => `${site} ${split[id]?.[site] ?? t`none`}`).join(", "),
    take: (mine, theirs) => ({ ...mine, [id]: theirs[id] ?? {} }),
  }));
}
