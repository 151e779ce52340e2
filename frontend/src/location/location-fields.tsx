import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { LocationChoicesQuery } from "../gql/graphql";
import { Combobox } from "../ui/combobox";
import { TextField } from "../ui/text-field";
import { AddressField } from "./address-field";
import { CountryField } from "./country-field";
import type { LocationDraft } from "./location";
import { ZoneField } from "./zone-field";

type LocationFieldsProps = {
  /** With what follows from its country: see `resolved`. */
  draft: LocationDraft;
  choices: LocationChoicesQuery;
  /** What was typed or chosen. */
  onChange: (changed: Partial<LocationDraft>) => void;
  /** Of the country. */
  hint?: string;
  /** The first field takes the focus. */
  focused?: boolean;
};

/** All that is asked of a Calling location; the address has the fields of its country. */
export function LocationFields({ draft, choices, onChange, hint, focused = false }: LocationFieldsProps) {
  const { t } = useLingui();
  const languages = useMemo(
    () => choices.languages.map(({ code, name }) => ({ id: code, name })),
    [choices.languages],
  );
  const fields = choices.addressFormat.fields.filter(({ name }) => name !== "country"); // asked first
  return (
    <div className="stack">
      <TextField
        name="name"
        label={t`Location name`}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        autoComplete="organization"
        autoFocus={focused}
      />
      <CountryField
        name="address.country"
        hint={hint}
        countries={choices.countries}
        value={draft.address.country || null}
        onChange={(country) =>
          onChange({
            address: { ...draft.address, country: country ?? "", state: null },
            timeZone: null,
          })
        }
      />
      {fields.map((field) => (
        <AddressField
          key={field.name}
          field={field}
          value={draft.address[field.name as keyof LocationDraft["address"]] ?? ""}
          onChange={(value) => onChange({ address: { ...draft.address, [field.name]: value } })}
        />
      ))}
      <ZoneField
        name="timeZone"
        zones={choices.timeZones}
        near={choices.near}
        value={draft.timeZone || null}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? "" })}
      />
      <Combobox
        name="preferredLanguage"
        label={t`Preferred language`}
        hint={t`For users and devices`}
        options={languages}
        value={draft.preferredLanguage || null}
        onChange={(preferredLanguage) => onChange({ preferredLanguage: preferredLanguage ?? "" })}
      />
      <Combobox
        name="announcementLanguage"
        label={t`Announcement language`}
        hint={t`What callers hear`}
        options={languages}
        value={draft.announcementLanguage || null}
        onChange={(announcementLanguage) => onChange({ announcementLanguage: announcementLanguage ?? "" })}
      />
    </div>
  );
}
