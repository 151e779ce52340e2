import type { AddressInput, LocationChoicesQuery, LocationFactsFragment } from "../gql/graphql";
import { countryName, row } from "../lib/format";
import { factsOf } from "../lib/language";
import { browserZone } from "./time-zone";

type AddressLine = "address1" | "address2" | "city" | "state" | "postalCode";

/** A location as typed; null: follows from country and language until something is chosen; "": chosen no more. */
export type LocationDraft = {
  name: string;
  timeZone: string | null;
  preferredLanguage: string | null;
  announcementLanguage: string | null;
  address: { country: string } & Partial<Record<AddressLine, string | null>>;
};

/** A saved location, to be changed. */
export function draftOf(location: LocationFactsFragment): LocationDraft {
  const { name, timeZone, preferredLanguage, announcementLanguage, address } = location;
  return { name, timeZone, preferredLanguage, announcementLanguage, address };
}

/** A new location in a country. */
export function newLocation(name: string, country: string): LocationDraft {
  return {
    name,
    timeZone: null,
    preferredLanguage: null,
    announcementLanguage: null,
    address: { country },
  };
}

/** The draft with what follows from its country and the language spoken here, wherever nothing is chosen yet. */
export function resolved(
  draft: LocationDraft,
  choices: LocationChoicesQuery,
  spoken: string,
  /** Whose language users and devices speak: this person's, or that of the country, as for a customer. */
  whose: "spoken" | "country" = "spoken",
): LocationDraft {
  const { country } = draft.address;
  const language = (first: "spoken" | "country") => languageFor(country, spoken, choices.languages, first);
  const near = new Set(choices.near.map(({ name }) => name));
  const zones = choices.timeZones.filter(({ name }) => near.has(name));
  const only = zones.length === 1 ? (zones[0]?.name ?? null) : null;
  return {
    ...draft,
    timeZone: draft.timeZone ?? browserZone(zones) ?? only,
    preferredLanguage: draft.preferredLanguage ?? language(whose),
    announcementLanguage: draft.announcementLanguage ?? language("country"),
  };
}

/** Whether another country is chosen: then nothing that was wrong with the address is known to be. */
export function changesCountry(changed: Partial<LocationDraft>, before: LocationDraft): boolean {
  return changed.address !== undefined && changed.address.country !== before.address.country;
}

/** What is sent of a draft that is resolved. */
export function locationInput(draft: LocationDraft, choices: LocationChoicesQuery) {
  return {
    name: draft.name,
    timeZone: draft.timeZone ?? "",
    preferredLanguage: draft.preferredLanguage ?? "",
    announcementLanguage: draft.announcementLanguage ?? "",
    address: addressInput(
      draft.address,
      choices.addressFormat.fields.map(({ name }) => name),
    ),
  };
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
  const own = codes.filter((code) => code.startsWith(spoken));
  const there = own.find((code) => code === factsOf(spoken).region.replace("-", "_")) ?? own[0];
  return exact ?? (first === "country" ? here : undefined) ?? there ?? here ?? null;
}

/** The lines of an address as one. */
export function addressLine(address: LocationDraft["address"]): string {
  const { address1, address2, postalCode, city, state, country } = address;
  const town = row([postalCode, city], " ");
  return row([address1, address2, town, state, country && countryName(country)]);
}
