import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { LocationChoicesQuery } from "../gql/graphql";
import { Combobox } from "../ui/combobox";
import { TextField } from "../ui/text-field";

type AddressFieldProps = {
  field: LocationChoicesQuery["addressFormat"]["fields"][number];
  value: string;
  onChange: (value: string) => void;
};

const autoComplete: Record<string, string> = {
  address1: "address-line1",
  address2: "address-line2",
  city: "address-level2",
  state: "address-level1",
  postalCode: "postal-code",
};

/** One field of an address as its country calls it. */
export function AddressField({ field, value, onChange }: AddressFieldProps) {
  const { t } = useLingui();
  const called = field.label;
  const label = field.required ? called : t`${called} (optional)`;
  const name = `address.${field.name}`;
  const options = useMemo(
    () =>
      field.options?.map((id, index) => ({
        id,
        name: field.optionLabels?.[index] ?? id,
        search: [id, ...(field.optionSearchNames?.[index] ?? [])],
      })),
    [field],
  );
  if (options) {
    return (
      <Combobox
        name={name}
        label={label}
        options={options}
        value={value || null}
        isFree={!field.optionsOnly}
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
      autoComplete={autoComplete[field.name] ?? "off"}
    />
  );
}
