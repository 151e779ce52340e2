import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { Combobox } from "../ui/combobox";
import { useCities } from "./cities";
import { type Zone, zoneOptions } from "./time-zone";

type ZoneFieldProps = {
  name: string;
  zones: readonly Zone[];
  /** Names of those that come first: the zones of the country. */
  near?: readonly { name: string }[];
  value: string | null;
  onChange: (timeZone: string | null) => void;
};

/** A time zone, found by its city and those around it, by country, offset, abbreviation and the names of Windows. */
export function ZoneField({ name, zones, near, value, onChange }: ZoneFieldProps) {
  const { t } = useLingui();
  const { cities, search } = useCities();
  const options = useMemo(() => zoneOptions(zones, near, cities), [zones, near, cities]);
  return (
    <Combobox
      name={name}
      label={t`Time zone`}
      options={options}
      value={value}
      onChange={onChange}
      search={search}
    />
  );
}
