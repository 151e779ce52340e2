import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  SelectValue,
} from "react-aria-components/Select";
import { FieldFoot, FieldHead, type FieldProps } from "./field";
import { useProblem } from "./form";
import { Icon } from "./icon";
import { type Option, OptionItem } from "./option";

type SelectProps = FieldProps &
  Omit<AriaSelectProps<Option>, "children" | "className" | "style" | "name"> & {
    options: Option[];
    small?: boolean;
  };

/** A labelled choice from a short list. */
export function Select({ label, hint, note, options, small, ...props }: SelectProps) {
  const problem = useProblem(props.name, props.value);
  return (
    <AriaSelect
      {...props}
      isInvalid={problem !== undefined || (props.isInvalid ?? false)}
      className="field"
      data-field={props.name}
      {...(small && { "data-small": "" })}
    >
      {({ isInvalid, isDisabled }) => (
        <>
          <FieldHead label={label} hint={hint} />
          <div className="field-box">
            <Button
              className="select-value"
              {...(isInvalid && { "data-invalid": "" })}
              isDisabled={isDisabled}
            >
              <SelectValue />
              <Icon name="down" size={16} />
            </Button>
          </div>
          <FieldFoot problem={problem} note={note} />
          <Popover className="popover" offset={6}>
            <ListBox items={options}>{(option) => <OptionItem option={option} />}</ListBox>
          </Popover>
        </>
      )}
    </AriaSelect>
  );
}
