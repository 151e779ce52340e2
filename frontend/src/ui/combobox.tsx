import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
} from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { FieldFoot, FieldHead, type FieldProps } from "./field";
import { useProblem } from "./form";
import { Icon } from "./icon";
import { matching } from "./matching";
import { type Option, OptionItem } from "./option";

type ComboboxProps = FieldProps &
  Omit<
    AriaComboBoxProps<Option>,
    | "children"
    | "className"
    | "style"
    | "name"
    | "items"
    | "value"
    | "onChange"
    | "inputValue"
    | "onInputChange"
  > & {
    options: Option[];
    /** Id of the chosen option. */
    value: string | null;
    onChange: (id: string | null) => void;
  };

/** A labelled choice from a long list, searched by name, aside and search words in any order. */
export function Combobox({ label, hint, note, options, value, onChange, ...props }: ComboboxProps) {
  const { t } = useLingui();
  const chosen = options.find((option) => option.id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(() => matching(options, typed ?? ""), [options, typed]);
  const problem = useProblem(props.name, value);
  return (
    <AriaComboBox
      {...props}
      isInvalid={problem !== undefined || (props.isInvalid ?? false)}
      className="field"
      data-field={props.name}
      items={shown}
      allowsEmptyCollection
      inputValue={typed ?? chosen?.name ?? ""}
      onInputChange={(text) => setTyped(text === chosen?.name ? null : text)}
      value={value}
      onChange={(key) => {
        // React Aria names the chosen key again while one types.
        if (key === value) return;
        setTyped(null);
        onChange(key === null ? null : String(key));
      }}
      onBlur={() => setTyped(null)}
    >
      <FieldHead label={label} hint={hint} />
      <div className="field-box">
        {/* Typing searches anew instead of adding to the chosen name. */}
        <Input
          onFocus={({ nativeEvent, currentTarget }) => nativeEvent.isTrusted && currentTarget.select()}
        />
        {typed === null && chosen?.aside && <span className="option-aside">{chosen.aside}</span>}
        <Button className="field-toggle">
          <Icon name="down" size={16} />
        </Button>
      </div>
      <FieldFoot problem={problem} note={note} />
      <Popover className="popover" offset={6}>
        <ListBox<Option> renderEmptyState={() => <p className="option-empty">{t`Nothing matches`}</p>}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
