import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { isComposing } from "../lib/composing";
import { number } from "../lib/format";
import { wholeNumber } from "../lib/whole-number";
import { FieldFoot, FieldHead, type FieldProps, useField } from "./field";
import { useProblem } from "./form";

type NumberFieldProps = FieldProps & {
  /** As it was typed; see `wholeNumber` for what it means. */
  value: string;
  onChange: (typed: string) => void;
  /** The label is read out but not drawn, as inside a table. */
  labelUnseen?: boolean;
  isInvalid?: boolean;
  /** What is wrong with what was typed, said once the field is left. */
  wrong?: string | undefined;
  /** Takes what is pasted, if it is more than this field's; true: it did. */
  onPaste?: ((text: string) => boolean) | undefined;
};

const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A labelled whole number, 0 or more; arrow keys count. Once the field is left, a number stands there as the reader's
 * language writes it, and what is none stays as it was typed, with what is wrong.
 */
export function NumberField({
  label,
  hint,
  note,
  labelUnseen,
  name,
  value,
  onChange,
  isInvalid = false,
  wrong,
  onPaste,
}: NumberFieldProps) {
  const refused = useProblem(name, value);
  const [isTyped, setTyped] = useState(false);
  const read = wholeNumber(value);
  const problem = (isTyped ? undefined : wrong) ?? refused;

  function leave() {
    setTyped(false);
    const written = read.kind === "number" ? number(read.value) : value;
    if (written !== value) onChange(written);
  }
  function press(event: KeyboardEvent) {
    const step = steps[event.key];
    if (isComposing(event) || step === undefined || (read.kind !== "number" && read.kind !== "empty")) return;
    event.preventDefault();
    const counted = wholeNumber(String((read.kind === "number" ? read.value : 0) + step));
    if (counted.kind === "number") onChange(number(counted.value));
  }
  function paste(event: ClipboardEvent) {
    if (onPaste?.(event.clipboardData.getData("text/plain"))) event.preventDefault();
  }
  const { id, control } = useField({ hint, problem, isInvalid });
  return (
    <div className="field" data-number="" data-field={name}>
      {!labelUnseen && <FieldHead id={id} label={label} hint={hint} />}
      <div className="field-box">
        <input
          {...control}
          {...(labelUnseen && typeof label === "string" && { "aria-label": label })}
          type="text"
          name={name}
          value={value}
          onChange={({ target }) => {
            setTyped(true);
            onChange(target.value);
          }}
          onBlur={leave}
          onKeyDown={press}
          onPaste={paste}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <FieldFoot id={id} problem={problem} note={note} />
    </div>
  );
}
