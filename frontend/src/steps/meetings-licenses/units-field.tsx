import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { useNumberWords } from "../../lib/number-words";
import { wholeNumber } from "../../lib/whole-number";
import { NumberField } from "../../ui/number-field";
import type { Split } from "../service/saved-split";
import { fieldOf } from "../service/units-field-name";

type UnitsFieldProps = {
  licenseId: string;
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
  /** Takes the units of the license for some of the sites. */
  onChange: (licenseId: string, units: Split[string]) => void;
  /** Takes a block that is pasted here; true: it was one. */
  onPaste: (licenseId: string, site: string, text: string) => boolean;
};

/** How many units of a license a site gets. There may be 500 on a page: only what changes is drawn again. */
export const UnitsField = memo(function UnitsField({
  licenseId,
  license,
  site,
  units,
  isOver,
  labelled = false,
  anchor,
  onChange,
  onPaste,
}: UnitsFieldProps) {
  const { t } = useLingui();
  const words = useNumberWords();
  return (
    <div data-field={anchor}>
      <NumberField
        name={fieldOf(licenseId, site)}
        label={labelled ? license : t`${license} for ${site}`}
        labelUnseen={!labelled}
        value={units}
        onChange={(typed) => onChange(licenseId, { [site]: typed })}
        isInvalid={isOver}
        wrong={words(wholeNumber(units))}
        onPaste={(text) => onPaste(licenseId, site, text)}
      />
    </div>
  );
});
