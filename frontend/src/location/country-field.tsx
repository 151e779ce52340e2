import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { CountryChoiceFragment } from "../gql/graphql";
import { Combobox } from "../ui/combobox";

type CountryFieldProps = {
  name: string;
  countries: readonly CountryChoiceFragment[];
  /** A code; one that is none of the countries counts as none. */
  value: string | null;
  onChange: (code: string | null) => void;
  hint?: string | undefined;
};

/** A country or region, found by its codes and its names in several languages. */
export function CountryField({ name, countries, value, onChange, hint }: CountryFieldProps) {
  const { t } = useLingui();
  const options = useMemo(
    () => countries.map(({ code, name, searchNames }) => ({ id: code, name, search: searchNames })),
    [countries],
  );
  return (
    <Combobox
      name={name}
      label={t`Country or region`}
      hint={hint}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
