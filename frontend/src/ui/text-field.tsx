import type { ReactNode } from "react";
import { Input } from "react-aria-components/Input";
import { TextArea } from "react-aria-components/TextArea";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { FieldFoot, FieldHead, type FieldProps } from "./field";
import { useProblem } from "./form";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";

type TextFieldProps = FieldProps &
  Omit<AriaTextFieldProps, "children" | "className" | "style" | "name"> & {
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
  ...props
}: TextFieldProps) {
  const problem = useProblem(props.name, props.value);
  return (
    <AriaTextField
      {...props}
      isInvalid={problem !== undefined || (props.isInvalid ?? false)}
      className="field"
      data-field={props.name}
      {...(code && { "data-code": "" })}
      {...(small && { "data-small": "" })}
    >
      <FieldHead label={label} hint={hint} />
      <div className="field-box">
        {icon && <Icon name={icon} size={16} />}
        {multiline ? <TextArea dir="auto" /> : <Input dir="auto" />}
        {checking && <Spinner />}
        {suffix && <span className="field-suffix">{suffix}</span>}
      </div>
      <FieldFoot problem={problem} note={note} />
    </AriaTextField>
  );
}
