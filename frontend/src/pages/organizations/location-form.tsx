import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
  AddLocationDocument,
  LocationChoicesDocument,
  type LocationFactsFragment,
  UpdateLocationDocument,
} from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { useAsk } from "../../lib/ask";
import { region } from "../../lib/format";
import { Button } from "../../ui/button";
import { Combobox } from "../../ui/combobox";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { Skeleton } from "../../ui/skeleton";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { type AddressValues, addressInput } from "./address";
import "./organizations.css";

type LocationFormProps = {
  /** Null for a new one. */
  location: LocationFactsFragment | null;
  /** The Calling service that a new location belongs to. */
  serviceId: string | undefined;
  /** Country of a new location until another is chosen. */
  country: string;
  onDone: () => void;
  onCancel: () => void;
};

/** Adds or changes a Calling location; the address has the fields of its country. */
export function LocationForm({
  location,
  serviceId,
  country: homeCountry,
  onDone,
  onCancel,
}: LocationFormProps) {
  const { t } = useLingui();
  const [name, setName] = useState(location?.name ?? "");
  const [timeZone, setTimeZone] = useState<string | null>(
    location?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const [preferredLanguage, setPreferred] = useState<string | null>(location?.preferredLanguage ?? null);
  const [announcementLanguage, setAnnouncement] = useState<string | null>(
    location?.announcementLanguage ?? null,
  );
  const [address, setAddress] = useState<AddressValues>({
    ...location?.address,
    country: location?.address.country ?? homeCountry,
  });
  const { data, failure, reload } = useAsk(LocationChoicesDocument, { country: address.country });
  const add = useAct(AddLocationDocument);
  const update = useAct(UpdateLocationDocument);
  const act = location ? update : add;
  if (!data)
    return failure ? (
      <FailureBanner failure={failure} during="load" onRetry={reload} />
    ) : (
      <Skeleton shape="cards" />
    );

  const languageNow = preferredLanguage ?? languageOf(region(), data.languages);
  async function save() {
    const values = {
      name,
      timeZone: timeZone ?? "",
      preferredLanguage: languageNow ?? "",
      announcementLanguage: announcementLanguage ?? languageNow ?? "",
      address: addressInput(address, data?.addressFormat.fields.map((field) => field.name) ?? []),
    };
    const payload = location
      ? await update.run({ input: { locationId: location.id, ...values } })
      : await add.run({ input: { serviceId: serviceId ?? "", ...values } });
    if (!payload) return;
    toast(location ? t`Location changed` : t`Location added`);
    onDone();
  }
  const fields = data.addressFormat.fields.filter((field) => field.name !== "country"); // asked first
  const languages = data.languages.map(({ code, name }) => ({ id: code, name }));
  return (
    <div className="location-form">
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={save} />}
      <Form errors={act.errors} onSubmit={save}>
        <div className="stack">
          <TextField name="name" label={t`Location name`} value={name} onChange={setName} maxLength={80} />
          <Combobox
            name="address.country"
            label={t`Country or region`}
            hint={t`Where most of your users are.`}
            options={data.countries.map(({ code, name }) => ({ id: code, name }))}
            value={address.country}
            onChange={(country) => country && setAddress({ ...address, country, state: null })}
          />
          {fields.map((field) => (
            <AddressField
              key={field.name}
              field={field}
              value={address[field.name as keyof AddressValues] ?? ""}
              onChange={(value) => setAddress({ ...address, [field.name]: value })}
            />
          ))}
          <Combobox
            name="timeZone"
            label={t`Time zone`}
            options={data.timeZones.map((zone) => ({
              id: zone.name,
              name: zone.label,
              aside: zone.offset,
              search: zone.name,
            }))}
            value={timeZone}
            onChange={setTimeZone}
          />
          <div className="pair">
            <Combobox
              name="preferredLanguage"
              label={t`Preferred language`}
              options={languages}
              value={languageNow}
              onChange={setPreferred}
            />
            <Combobox
              name="announcementLanguage"
              label={t`Announcement language`}
              options={languages}
              value={announcementLanguage ?? languageNow}
              onChange={setAnnouncement}
            />
          </div>
        </div>
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}

type Field = {
  name: string;
  label: string;
  required: boolean;
  options: string[] | null;
  optionLabels: string[] | null;
};

const autoComplete: Record<string, string> = {
  address1: "address-line1",
  address2: "address-line2",
  city: "address-level2",
  state: "address-level1",
  postalCode: "postal-code",
};

function AddressField({
  field,
  value,
  onChange,
}: {
  field: Field;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useLingui();
  const optional = field.label;
  const label = field.required ? field.label : t`${optional} (optional)`;
  const name = `address.${field.name}`;
  if (field.options) {
    const options = field.options.map((id, index) => ({ id, name: field.optionLabels?.[index] ?? id }));
    return (
      <Combobox
        name={name}
        label={label}
        options={options}
        value={value || null}
        onChange={(id) => onChange(id ?? "")}
      />
    );
  }
  return (
    <TextField
      name={name}
      label={label}
      value={value}
      onChange={onChange}
      {...(autoComplete[field.name] && { autoComplete: autoComplete[field.name] as string })}
    />
  );
}

function languageOf(locale: string, languages: readonly { code: string }[]): string | null {
  const [wanted = "en"] = locale.split("-");
  return languages.find(({ code }) => code.startsWith(wanted))?.code ?? languages[0]?.code ?? null;
}
