import { t } from "@lingui/core/macro";
import type { AddressInput } from "../../gql/graphql";
import { countryName, zone } from "../../lib/format";
import type { CallingService, WizardOrder } from "../../lib/order";
import type { Facet } from "./draft-conflict";

type AddressLine = "address1" | "address2" | "city" | "state" | "postalCode";

/** The headquarters as typed; null: follows from country and language until something is chosen. */
export type LocationDraft = {
  name: string;
  timeZone: string | null;
  preferredLanguage: string | null;
  announcementLanguage: string | null;
  address: { country: string } & Partial<Record<AddressLine, string | null>>;
};

/** The location as saved; where there is none yet, what the order knows already. */
export function savedLocation(order: WizardOrder, { location }: CallingService): LocationDraft {
  if (!location) {
    return {
      name: order.customerOrganization?.displayName ?? order.companyName,
      timeZone: null,
      preferredLanguage: null,
      announcementLanguage: null,
      address: { country: order.customerOrganization?.country ?? "" },
    };
  }
  const { name, timeZone, preferredLanguage, announcementLanguage, address } = location;
  return { name, timeZone, preferredLanguage, announcementLanguage, address };
}

/** The address as it is sent: only what its country has, the first line always, for its error. */
export function addressInput(address: LocationDraft["address"], fields: readonly string[]): AddressInput {
  const kept = Object.entries(address).filter(([name, value]) => fields.includes(name) && value?.trim());
  return { address1: "", ...Object.fromEntries(kept), country: address.country };
}

/** The language for this country that is nearest to the one spoken here ("de"); null: there is none. */
export function languageFor(
  country: string,
  spoken: string,
  languages: readonly { code: string }[],
  first: "spoken" | "country",
): string | null {
  const codes = languages.map(({ code }) => code);
  const exact = codes.find((code) => code === `${spoken}_${country}`);
  const here = codes.find((code) => code.endsWith(`_${country}`));
  const there = codes.find((code) => code === homes[spoken]) ?? codes.find((code) => code.startsWith(spoken));
  return exact ?? (first === "country" ? here : undefined) ?? there ?? here ?? null;
}

const homes: Record<string, string> = { en: "en_GB", de: "de_DE" };

/** The lines of an address as one. */
export function addressLine(address: LocationDraft["address"]): string {
  const { address1, address2, postalCode, city, state, country } = address;
  const town = [postalCode, city].filter(Boolean).join(" ");
  return [address1, address2, town, state, country && countryName(country)].filter(Boolean).join(", ");
}

/** What two people may have changed. */
export function locationFacets(languageName: (code: string | null) => string): Facet<LocationDraft>[] {
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
    facet("timeZone", t`Time zone`, (name) => (name ? zone(name) : "")),
    facet("preferredLanguage", t`Preferred language`, languageName),
    facet("announcementLanguage", t`Announcement language`, languageName),
  ];
}
