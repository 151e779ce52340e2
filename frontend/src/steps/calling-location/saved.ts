import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { CallingService, WizardOrder } from "../../lib/order";
import { addressLine, draftOf, type LocationDraft, newLocation } from "../../location/location";
import type { Facet } from "../service/draft-conflict";

/** The location as saved; where there is none yet, what the order knows already, and shows to this person. */
export function savedLocation(order: WizardOrder, { location }: CallingService): LocationDraft {
  if (!location) {
    const { displayName, country } = order.customerOrganization ?? {
      displayName: order.companyName,
      country: order.country ?? new Intl.Locale(i18n.locale).maximize().region ?? "US",
    };
    return newLocation(displayName, country);
  }
  return draftOf(location);
}

/** What two people may have changed. */
export function locationFacets(
  languageName: (code: string | null) => string,
  zoneName: (zone: string | null) => string,
): Facet<LocationDraft>[] {
  const facet = <Name extends keyof LocationDraft>(
    name: Name,
    label: string,
    words: (value: LocationDraft[Name]) => string,
  ): Facet<LocationDraft> => ({
    id: name,
    label,
    show: (draft) => words(draft[name]),
    take: (mine, theirs) => ({ ...mine, [name]: theirs[name] }),
  });
  return [
    facet("name", t`Location name`, (name) => name),
    facet("address", t`Address`, addressLine),
    facet("timeZone", t`Time zone`, zoneName),
    facet("preferredLanguage", t`Preferred language`, languageName),
    facet("announcementLanguage", t`Announcement language`, languageName),
  ];
}
