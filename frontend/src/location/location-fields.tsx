import { useLingui } from "@lingui/react/macro";
import type { LocationChoicesQuery } from "../gql/graphql";
import { Combobox } from "../ui/combobox";
import { TextField } from "../ui/text-field";
import { AddressField } from "./address-field";
import type { LocationDraft } from "./location";
import { zoneOptions } from "./time-zone";

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
  const near = new Set(choices.near.map(({ name }) => name));
  const zones = choices.timeZones.filter(({ name }) => near.has(name));
  const others = choices.timeZones.filter(({ name }) => !near.has(name));
  const languages = choices.languages.map(({ code, name }) => ({ id: code, name }));
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
      <Combobox
        name="address.country"
        label={t`Country or region`}
        hint={hint}
        options={choices.countries.map(({ code, name }) => ({ id: code, name }))}
        value={draft.address.country || null}
        onChange={(country) =>
          country && onChange({ address: { ...draft.address, country, state: null }, timeZone: null })
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
      <Combobox
        name="timeZone"
        label={t`Time zone`}
        options={zoneOptions([...zones, ...others])}
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      <Combobox
        name="preferredLanguage"
        label={t`Preferred language`}
        hint={t`For users and devices`}
        options={languages}
        value={draft.preferredLanguage}
        onChange={(preferredLanguage) => onChange({ preferredLanguage })}
      />
      <Combobox
        name="announcementLanguage"
        label={t`Announcement language`}
        hint={t`What callers hear`}
        options={languages}
        value={draft.announcementLanguage}
        onChange={(announcementLanguage) => onChange({ announcementLanguage })}
      />
    </div>
  );
}
