import { Input } from "react-aria-components/Input";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from "react-aria-components/NumberField";
import { FieldFoot, FieldHead, type FieldProps } from "./field";
import { useProblem } from "./form";

type NumberFieldProps = FieldProps &
  Omit<AriaNumberFieldProps, "children" | "className" | "style" | "name"> & {
    /** The label is read out but not drawn, as inside a table. */
    labelUnseen?: boolean;
  };

/** A labelled whole number, without stepper buttons; arrow keys count. */
export function NumberField({ label, hint, note, labelUnseen, ...props }: NumberFieldProps) {
  const problem = useProblem(props.name, props.value);
  return (
    <AriaNumberField
      {...props}
      isInvalid={problem !== undefined || (props.isInvalid ?? false)}
      {...(labelUnseen && typeof label === "string" && { "aria-label": label })}
      className="field"
      data-number=""
      data-field={props.name}
    >
      {!labelUnseen && <FieldHead label={label} hint={hint} />}
      <div className="field-box">
        <Input />
      </div>
      <FieldFoot problem={problem} note={note} />
    </AriaNumberField>
  );
}
