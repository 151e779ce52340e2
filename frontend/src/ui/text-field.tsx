import type { ComponentProps, ReactNode } from "react";
import { FieldFoot, FieldHead, type FieldProps, useField } from "./field";
import { useProblem } from "./form";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";

type Native = ComponentProps<"input"> & ComponentProps<"textarea">;

type TextFieldProps = FieldProps &
  Omit<Native, "children" | "className" | "style" | "name" | "onChange" | "disabled" | "value"> & {
    value?: string;
    onChange?: (text: string) => void;
    isDisabled?: boolean;
    /** Something is wrong that another place says. */
    isInvalid?: boolean;
    /** Fixed text after the value, such as ".webex.com". */
    suffix?: ReactNode;
    icon?: IconName;
    /** A check of the value is under way. */
    checking?: boolean;
    /** Several lines. */
    multiline?: boolean;
    /** Large spaced digits for a one-time code. */
    code?: boolean;
    small?: boolean;
  };

/** A labelled line (or box) of text. */
export function TextField({
  label,
  hint,
  note,
  suffix,
  icon,
  checking,
  multiline,
  code,
  small,
  onChange,
  isDisabled,
  isInvalid,
  type = "text",
  ...props
}: TextFieldProps) {
  const problem = useProblem(props.name, props.value);
  const { id, control } = useField({ hint, problem, isInvalid });
  const native: Native = {
    ...props,
    ...control,
    disabled: isDisabled,
    dir: "auto",
    onChange: ({ target }: { target: { value: string } }) => onChange?.(target.value),
  };
  return (
    <div
      className="field"
      data-field={props.name}
      {...(code && { "data-code": "" })}
      {...(small && { "data-small": "" })}
    >
      <FieldHead id={id} label={label} hint={hint} />
      <div className="field-box">
        {icon && <Icon name={icon} size={16} />}
        {multiline ? <textarea {...native} /> : <input {...native} type={type} />}
        {checking && <Spinner />}
        {suffix && <span className="field-suffix">{suffix}</span>}
      </div>
      <FieldFoot id={id} problem={problem} note={note} />
    </div>
  );
}
