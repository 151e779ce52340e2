import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { ExistingLocationsQuery } from "../../gql/graphql";
import type { CallingService, WizardOrder } from "../../lib/order";
import { addressLine, draftOf, type LocationDraft, newLocation } from "../../location/location";
import type { Facet } from "../service/choice";

/** A location as typed, or the id of one that the organization has, which is used as it is. */
export type CallingDraft = LocationDraft & { existingLocationId: string | null };

type OfferedServices = NonNullable<ExistingLocationsQuery["order"]>["services"];
export type ExistingLocation = Extract<
  OfferedServices[number],
  { existingLocations: unknown }
>["existingLocations"][number];

/** What the organization has, the default location first. */
export function offeredLocations(answer: ExistingLocationsQuery): ExistingLocation[] {
  const services = answer.order?.services ?? [];
  const found = services.flatMap((service) =>
    "existingLocations" in service ? service.existingLocations : [],
  );
  return found.toSorted((one, other) => Number(other.default) - Number(one.default));
}

/** What is saved; where nothing is yet, the first location that the organization has. */
export function savedChoice(
  order: WizardOrder,
  service: CallingService,
  [first]: readonly ExistingLocation[],
): CallingDraft {
  const { location } = service;
  const chosen = location ? location.existingLocationId : (first?.id ?? null);
  return {
    ...savedLocation(order, location?.existingLocationId ? null : location),
    existingLocationId: chosen,
  };
}

/** The location as saved; where there is none yet, what the order knows already, and shows to this person. */
function savedLocation(order: WizardOrder, location: CallingService["location"]): LocationDraft {
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
  existing: readonly ExistingLocation[],
  languageName: (code: string | null) => string,
  zoneName: (zone: string | null) => string,
): Facet<CallingDraft>[] {
  const facet = <Name extends keyof CallingDraft>(
    name: Name,
    label: string,
    words: (value: CallingDraft[Name]) => string,
  ): Facet<CallingDraft> => ({
    id: name,
    label,
    show: (draft) => words(draft[name]),
    take: (mine, theirs) => ({ ...mine, [name]: theirs[name] }),
  });
  return [
    facet(
      "existingLocationId",
      t`Location`,
      (chosen) => existing.find(({ id }) => id === chosen)?.name ?? t`A new location`,
    ),
    facet("name", t`Location name`, (name) => name),
    facet("address", t`Address`, addressLine),
    facet("timeZone", t`Time zone`, zoneName),
    facet("preferredLanguage", t`Preferred language`, languageName),
    facet("announcementLanguage", t`Announcement language`, languageName),
  ];
}
