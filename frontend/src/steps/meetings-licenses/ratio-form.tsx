import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNumberWords } from "../../lib/number-words";
import { isBlock, pastedTable } from "../../lib/pasted-table";
import { type Problem, problem } from "../../lib/problem";
import { wholeNumber } from "../../lib/whole-number";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { Form } from "../../ui/form";
import { NumberField } from "../../ui/number-field";
import { unitsOf } from "./split";

type RatioFormProps = {
  license: string;
  sites: readonly string[];
  /** There are further licenses, which may be split the same way. */
  hasOthers: boolean;
  onSplit: (parts: number[], isForAll: boolean) => void;
  onClose: () => void;
};

/** Asks for each site’s part, such as its people: 300 and 100 give the first site three quarters. */
export default function RatioForm({ license, sites, hasOthers, onSplit, onClose }: RatioFormProps) {
  const { t } = useLingui();
  const words = useNumberWords();
  const [parts, setParts] = useState<readonly string[]>(sites.map(() => ""));
  const [isForAll, setForAll] = useState(false);
  const [errors, setErrors] = useState<Problem[]>([]);
  function paste(from: number, text: string): boolean {
    if (!isBlock(text)) return false;
    // A column or a row, whichever was copied; a column of names beside the numbers is left out.
    const table = pastedTable(text);
    const values = table.length > 1 ? table.map((row) => row.at(-1) ?? "") : (table[0] ?? []);
    setParts(parts.map((part, place) => (place < from ? part : (values[place - from] ?? part))));
    return true;
  }
  function split() {
    const wrong = parts.flatMap((part, place) => {
      const message = words(wholeNumber(part));
      return message ? [{ ...problem(`part.${place}`, message), about: sites[place] ?? "" }] : [];
    });
    const numbers = parts.map(unitsOf);
    const none = numbers.every((part) => part === 0) ? [problem("part.0", t`Enter each site’s part`)] : [];
    setErrors(wrong.length > 0 ? wrong : none);
    if (wrong.length === 0 && none.length === 0) onSplit(numbers, isForAll);
  }
  return (
    <Dialog title={<Trans>Split {license} by ratio</Trans>} isOpen onClose={onClose}>
      <Form errors={errors} onSubmit={split}>
        <ErrorSummary errors={errors} />
        <p>
          <Trans>
            Enter what each site counts for, such as its number of people. Every license is given to a site.
          </Trans>
        </p>
        <div className="split-fields ratio-fields">
          {sites.map((site, place) => (
            <NumberField
              key={site}
              name={`part.${place}`}
              label={site}
              value={parts[place] ?? ""}
              onChange={(typed) => setParts(parts.with(place, typed))}
              wrong={words(wholeNumber(parts[place] ?? ""))}
              onPaste={(text) => paste(place, text)}
            />
          ))}
        </div>
        {hasOthers && (
          <Checkbox isSelected={isForAll} onChange={setForAll}>
            <Trans>Split the other licenses the same way</Trans>
          </Checkbox>
        )}
        <DialogActions>
          <Button type="submit" variant="primary">
            <Trans>Split</Trans>
          </Button>
          <Button variant="quiet" onPress={onClose}>
            <Trans>Not now</Trans>
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
