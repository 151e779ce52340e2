import { useLingui } from "@lingui/react/macro";
import { NumberField } from "../../ui/number-field";

type UnitsFieldProps = {
  name: string;
  license: string;
  site: string;
  units: number | null;
  /** More of the license was given than there is. */
  isOver: boolean;
  /** By this name the error summary finds the license’s first field. */
  anchor?: string | undefined;
  /** The label is drawn: there are no column heads. */
  labelled?: boolean;
  onChange: (units: number | null) => void;
};

/** How many units of a license a site gets. The remainder counts with every key, not only when the field is left. */
export function UnitsField({
  name,
  license,
  site,
  units,
  isOver,
  labelled = false,
  anchor,
  onChange,
}: UnitsFieldProps) {
  const { t } = useLingui();
  const change = (value: number) => onChange(Number.isNaN(value) ? null : value);
  return (
    <div
      data-field={anchor}
      onInput={({ target }) => {
        const text = (target as HTMLInputElement).value;
        change(/^\d+$/.test(text) ? Number(text) : Number.NaN);
      }}
    >
      <NumberField
        name={name}
        label={labelled ? license : t`${license} for ${site}`}
        labelUnseen={!labelled}
        value={units ?? Number.NaN}
        onChange={change}
        isInvalid={isOver}
        minValue={0}
        maxValue={999_999_999}
        formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
      />
    </div>
  );
}
