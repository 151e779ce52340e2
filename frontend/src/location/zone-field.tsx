import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { Combobox } from "../ui/combobox";
import type { Option } from "../ui/option";
import { useCities } from "./cities";
import { withCities, type Zone, zoneOptions } from "./time-zone";

const made = new WeakMap<readonly Zone[], Option[]>();

/** The same options for all fields of a page: what is compared of each is made once. */
function plainOptions(zones: readonly Zone[]): Option[] {
  const known = made.get(zones) ?? zoneOptions(zones);
  made.set(zones, known);
  return known;
}

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
  const plain = useMemo(() => (near ? zoneOptions(zones, near) : plainOptions(zones)), [zones, near]);
  const options = useMemo(() => withCities(plain, cities), [plain, cities]);
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
