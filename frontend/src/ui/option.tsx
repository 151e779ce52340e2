import { ListBoxItem } from "react-aria-components/ListBox";
import "./list-box.css";

export type Option = {
  /** The value sent. */
  id: string;
  name: string;
  /** Right-aligned beside the name, such as a UTC offset. */
  aside?: string;
  /** Further words by which the option is found. */
  search?: string;
};

/** One line of a select or combobox. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.name} className="option">
      <span>{option.name}</span>
      {option.aside && <span className="option-aside tabular">{option.aside}</span>}
    </ListBoxItem>
  );
}
