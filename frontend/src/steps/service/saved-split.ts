import { number } from "../../lib/format";
import type { MeetingsService } from "../../lib/order";

/** Units by license id, then site name, as they were typed. */
export type Split = Record<string, Record<string, string>>;

export type License = MeetingsService["licenses"][number];

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
          written(allocations.find(({ license }) => license.id === id)?.units),
        ]),
      ),
    ]),
  );
}

function written(units: number | undefined): string {
  return units === undefined ? "" : number(units);
}
