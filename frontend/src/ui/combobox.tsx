import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import {
  type CSSProperties,
  memo,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { announce } from "../lib/announce";
import { useStable } from "../lib/stable";
import { FieldFoot, FieldHead, type FieldProps, useField } from "./field";
import { useProblem } from "./form";
import { Icon } from "./icon";
import type { Match } from "./matching";
import type { Option } from "./option";
import { useCombobox } from "./use-combobox";
import "./combobox.css";

type ComboboxProps = FieldProps & {
  label: string;
  /** Kept from one drawing to the next: what is compared of each is made once. */
  options: readonly Option[];
  /** Id of the chosen option; of a free field also a text that is none. */
  value: string | null;
  /** null: the field is empty, or holds a text that finds nothing and isn't free. */
  onChange: (id: string | null) => void;
  /** Looks elsewhere for what is typed; the answers come with the options. */
  search?: { ask: (typed: string) => void; isPending: boolean };
  /** The list suggests: another text is a value too. */
  isFree?: boolean;
};

/** A labelled choice from a long list, searched by names, codes and aside. */
export function Combobox({
  label,
  hint,
  note,
  name,
  options,
  value,
  onChange,
  search,
  isFree = false,
}: ComboboxProps) {
  const { t } = useLingui();
  const isSearching = search?.isPending ?? false;
  const { text, typed, chosen, isOpen, isLost, shown, active, open, close, choose, type, leave, press } =
    useCombobox({ options, value, onChange, isSearching, isFree });
  const refused = useProblem(name, value);
  const problem = isLost ? t`Nothing matches “${text}”. Choose from the list.` : refused;
  const { id, control } = useField({ hint, problem });
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isAbove = useSpaceAbove(box, isOpen);
  const found = shown.length;
  // Typing on searches anew instead of adding to the chosen name, also to one that has just come: before the next key.
  useLayoutEffect(() => {
    const isCurrent = typed === null && input.current === document.activeElement;
    if (isCurrent && text) input.current?.select();
  }, [typed, text]);
  const none = isSearching
    ? t`Searching …`
    : isFree
      ? t`Not in the list, kept as written`
      : t`Nothing matches`;
  useEffect(() => {
    if (typed) announce(found === 0 ? none : plural(found, { one: "# match", other: "# matches" }));
  }, [typed, found, none]);

  function toggle() {
    input.current?.focus();
    if (isOpen) close();
    else open();
  }
  return (
    <div className="field" data-field={name}>
      <FieldHead id={id} label={label} hint={hint} />
      <div ref={box} className="field-box">
        <input
          {...control}
          ref={input}
          type="text"
          name={name}
          value={text}
          onChange={({ target }) => {
            type(target.value);
            search?.ask(target.value);
          }}
          onBlur={leave}
          autoComplete="off"
          dir="auto"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={found > 0 ? list : undefined}
          aria-activedescendant={shown[active] && `${list}-${active}`}
          spellCheck="false"
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={() => isOpen || open()}
          onKeyDown={press}
        />
        {typed === null && chosen?.aside && (
          <span className="combobox-chosen" aria-hidden="true">
            <span>{chosen.name}</span>
            <span className="option-aside">{chosen.aside}</span>
          </span>
        )}
        <button
          type="button"
          className="field-toggle"
          tabIndex={-1}
          aria-label={t`Show all: ${label}`}
          aria-expanded={isOpen}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={toggle}
        >
          <Icon name="down" size={16} />
        </button>
        {isOpen && (
          <div className="combobox-list" {...(isAbove && { "data-above": "" })}>
            {found === 0 && <p className="option-empty">{none}</p>}
            {found > 0 && <Options id={list} label={label} {...{ shown, active, value, choose }} />}
          </div>
        )}
      </div>
      <FieldFoot id={id} problem={problem} note={note} />
    </div>
  );
}

/** Lines of a group, which are drawn together: more than the list has room for. */
const perGroup = 10;

type OptionsProps = {
  id: string;
  label: string;
  shown: readonly Match[];
  active: number;
  value: string | null;
  choose: (option: Option) => void;
};

/** Of some 400 only those lines are there that are seen or about to be, and those around the active one; the others' room is kept. */
function Options({ id, label, shown, active, value, choose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ of: shown, groups: noGroups });
  const groups = seen.of === shown ? seen.groups : noGroups;
  const take = useStable(choose);
  useEffect(() => {
    const boxes = [...(list.current?.children ?? [])];
    const watch = new IntersectionObserver(
      (changes) => {
        const come = changes.filter(({ isIntersecting }) => isIntersecting);
        const places = come.map(({ target }) => boxes.indexOf(target));
        if (places.length > 0) {
          setSeen((seen) => ({
            of: shown,
            groups: [...(seen.of === shown ? seen.groups : noGroups), ...places],
          }));
        }
      },
      { root: list.current?.parentElement ?? null, rootMargin: "100%" },
    );
    for (const box of boxes) watch.observe(box);
    return () => watch.disconnect();
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another line is active, or other lines are shown
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, shown]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label}>
      {Array.from({ length: Math.ceil(shown.length / perGroup) }, (_, place) => {
        const first = place * perGroup;
        const isNear = first - perGroup < active && active < first + 2 * perGroup;
        return (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the list
            key={place}
            id={id}
            shown={shown}
            first={first}
            isDrawn={place === 0 || isNear || groups.includes(place)}
            active={isNear ? active : -1}
            value={value}
            choose={take}
          />
        );
      })}
    </div>
  );
}

const noGroups: readonly number[] = [];

type GroupProps = Omit<OptionsProps, "label"> & { first: number; isDrawn: boolean };

const Group = memo(function Group({ id, shown, first, isDrawn, active, value, choose }: GroupProps) {
  const lines = shown.slice(first, first + perGroup);
  if (!isDrawn) return <div className="option-room" style={{ "--lines": lines.length } as CSSProperties} />;
  return (
    <div>
      {lines.map(({ option, by }, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={option.id}
          id={`${id}-${first + place}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.id === value}
          aria-posinset={first + place + 1}
          aria-setsize={shown.length}
          className="option"
          {...(first + place === active && { "data-active": "" })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span>
            <span>{option.name}</span> {by && <span className="option-by">{by}</span>}
          </span>{" "}
          {option.aside && <span className="option-aside tabular">{option.aside}</span>}
        </div>
      ))}
    </div>
  );
});

const minHeight = 200;

/** Is there little room for the list below the field, and more above? */
function useSpaceAbove(box: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen || !box.current) return;
    const { top, bottom } = box.current.getBoundingClientRect();
    setAbove(innerHeight - bottom < minHeight && top > innerHeight - bottom);
  }, [isOpen, box]);
  return isAbove;
}
