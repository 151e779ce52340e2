import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { isComposing } from "../lib/composing";
import { matching, prepare } from "./matching";
import type { Option } from "./option";

type ComboboxState = {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** Options for what is typed are still on their way. */
  isSearching: boolean;
  /** A text that is no option is a value too. */
  isFree: boolean;
};

/**
 * What a combobox shows and what its keys do, as the ARIA Authoring Practices describe an editable one with a list and
 * automatic selection: while one types, the first likely match is taken by Enter and by leaving the field; Escape goes
 * back to what was chosen. A text that finds nothing stays to be corrected, and nothing is chosen meanwhile. In a free
 * field any text may be meant: only a match that is called exactly so is taken without being pointed at.
 */
export function useCombobox({ options, value, onChange, isSearching, isFree }: ComboboxState) {
  const chosen = options.find(({ id }) => id === value);
  /** null: nothing was typed since the last choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** The match pointed at by arrow keys or mouse; null: the first likely one. */
  const [pointed, setPointed] = useState<number | null>(null);
  /** The field was left, or Enter pressed, before there was anything to take. */
  const [isAwaited, setAwaited] = useState(false);
  const matches = useMemo(
    () => (isOpen || isAwaited ? matching(options, typed ?? "") : []),
    [options, typed, isOpen, isAwaited],
  );
  useEffect(() => (isOpen ? prepare(options) : undefined), [isOpen, options]);
  const isMeant = isFree ? matches[0]?.isExact : matches[0]?.isLikely;
  const likely = typed?.trim() && isMeant ? 0 : -1;
  const active = pointed ?? likely;
  if (isAwaited && !isOpen && value !== null) reset();

  function reset() {
    setOpen(false);
    setTyped(null);
    setAwaited(false);
    setPointed(null);
  }
  function open() {
    setOpen(true);
    const at = typed === null ? options.findIndex(({ id }) => id === value) : -1;
    setPointed(at < 0 ? null : at);
  }
  function choose(option: Option | undefined) {
    reset();
    if (option && option.id !== value) onChange(option.id);
  }
  function type(text: string) {
    setTyped(text);
    setOpen(true);
    setPointed(null);
    setAwaited(false);
  }
  /** Takes the active match, or a free text; an emptied field and a text without a match, which stays, choose nothing. */
  function settle() {
    if (typed === null) return reset();
    if (typed.trim() && matches[active]) return choose(matches[active].option);
    const entered = isFree && typed.trim() ? typed.trim() : null;
    if (value !== entered) onChange(entered);
    if (typed.trim() && !isFree) setAwaited(true);
    else reset();
  }
  function leave(event: FocusEvent) {
    // Another window has the focus: the person comes back to this field.
    if (event.target === document.activeElement) return;
    settle();
    setOpen(false);
  }
  // What was searched for has come after the field was left.
  const late = isAwaited && !isSearching && typed && likely === 0 ? matches[0]?.option : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each late match
  useEffect(() => {
    if (late) choose(late);
  }, [late]);

  function move(by: 1 | -1) {
    if (!isOpen) {
      open();
      // A text that found nothing likely: the first of what is near it.
      if (typed?.trim()) setPointed(0);
      return;
    }
    const from = active < 0 && by < 0 ? 0 : active;
    if (matches.length > 0) setPointed((from + by + matches.length) % matches.length);
  }
  function press(event: KeyboardEvent) {
    if (isComposing(event)) return;
    const { key, altKey } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (altKey && isOpen) reset();
      else move(key === "ArrowDown" ? 1 : -1);
    } else if (isOpen && key === "Enter") {
      if (typed === null) choose(matches[active]?.option);
      else settle();
    } else if (isOpen && key === "Escape") {
      reset();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }
  return {
    text: typed ?? chosen?.name ?? (isFree ? (value ?? "") : ""),
    typed,
    chosen,
    isOpen,
    /** The text that was left finds nothing. */
    isLost: isAwaited && !isSearching && late === undefined,
    shown: isOpen ? matches : [],
    active,
    open,
    close: reset,
    choose,
    type,
    leave,
    press,
  };
}
