import { useLingui } from "@lingui/react/macro";
import { wholeNumber } from "../../lib/whole-number";
import { NumberField } from "../../ui/number-field";
import { useNumberWords } from "./number-words";

type UnitsFieldProps = {
  name: string;
  license: string;
  site: string;
  /** As typed. */
  units: string;
  /** More of the license was given than there is. */
  isOver: boolean;
  /** By this name the error summary finds the license’s first field. */
  anchor?: string | undefined;
  /** The label is drawn: there are no column heads. */
  labelled?: boolean;
  onChange: (units: string) => void;
};

/** How many units of a license a site gets. */
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
  const words = useNumberWords();
  return (
    <div data-field={anchor}>
      <NumberField
        name={name}
        label={labelled ? license : t`${license} for ${site}`}
        labelUnseen={!labelled}
        value={units}
        onChange={onChange}
        isInvalid={isOver}
        wrong={words(wholeNumber(units))}
      />
    </div>
  );
}
