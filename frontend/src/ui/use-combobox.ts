import { type KeyboardEvent, useMemo, useState } from "react";
import { matching, plain } from "./matching";
import type { Option } from "./option";

type ComboboxState = {
  options: Option[];
  value: string | null;
  onChange: (id: string | null) => void;
};

/**
 * What a combobox shows and what its keys do, as the ARIA Authoring Practices describe an editable one with a list and
 * automatic selection: while one types, the first match is taken by Enter and Tab; Escape goes back to what was chosen.
 */
export function useCombobox({ options, value, onChange }: ComboboxState) {
  const chosen = options.find(({ id }) => id === value);
  /** null: nothing was typed since the last choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = useMemo(() => (isOpen ? matching(options, typed ?? "") : []), [options, typed, isOpen]);

  function open(at = options.findIndex(({ id }) => id === value)) {
    setOpen(true);
    setActive(at);
  }
  function close() {
    setOpen(false);
    setTyped(null);
  }
  function choose(option: Option | undefined) {
    close();
    if (option && option.id !== value) onChange(option.id);
  }
  function type(text: string) {
    setTyped(text);
    open(text.trim() ? 0 : -1);
  }
  /** What was typed counts if it is the name of an option; an emptied field chooses nothing. */
  function leave() {
    const name = plain(typed?.trim() ?? "");
    if (typed !== null && name === "" && value !== null) onChange(null);
    choose(name ? options.find((option) => plain(option.name) === name) : undefined);
  }
  function move(by: 1 | -1) {
    if (isOpen)
      setActive(active < 0 && by < 0 ? shown.length - 1 : (active + by + shown.length) % shown.length);
    else open();
  }
  function press(event: KeyboardEvent) {
    const { key, altKey } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (altKey && isOpen) close();
      else move(key === "ArrowDown" ? 1 : -1);
    } else if (isOpen && key === "Enter") {
      if (typed === "") leave();
      else choose(shown[active]);
    } else if (isOpen && key === "Escape") {
      close();
      event.stopPropagation();
    } else {
      if (isOpen && key === "Tab" && typed) choose(shown[active]);
      return;
    }
    event.preventDefault();
  }
  return {
    text: typed ?? chosen?.name ?? "",
    typed,
    chosen,
    isOpen,
    shown,
    active,
    open,
    close,
    choose,
    type,
    leave,
    press,
  };
}
