import { number } from "../../lib/format";
import type { WizardOrder } from "../../lib/order";
import { wholeNumber } from "../../lib/whole-number";
import { keepDraft } from "../service/draft";
import { meetingsOf } from "../service/of-kind";
import { savedSplit, splitLicenses } from "../service/saved-split";
import type { SiteDraft } from "./sites";

/**
 * Writes the units of a pasted list into the next step, as if they had been typed there; the order has these sites, in
 * their order. A single site has all units anyway.
 */
export function keepPastedUnits(order: WizardOrder, sites: readonly SiteDraft[]): void {
  const service = meetingsOf(order);
  if (sites.length < 2 || !sites.some(({ units }) => units && Object.keys(units).length > 0)) return;
  const split = savedSplit(service);
  for (const { id } of splitLicenses(service)) {
    const given = service.sites.map(({ siteName }, place): [string, string] => {
      const text = sites[place]?.units?.[id];
      return [siteName, text === undefined ? (split[id]?.[siteName] ?? "") : written(text)];
    });
    split[id] = Object.fromEntries(given);
  }
  keepDraft(order, "meetings-licenses", split);
}

/** A number as the reader's language writes it; what is none stays, for its field to tell. */
function written(text: string): string {
  const read = wholeNumber(text);
  return read.kind === "number" ? number(read.value) : text;
}
