import { type ReactNode, useId } from "react";
import { Icon } from "./icon";
import "./field.css";

export type Note = {
  /** ok: confirmed; warn: needs attention, not yet an error; quiet: a state such as "Checking …". */
  tone: "ok" | "warn" | "quiet";
  text: ReactNode;
};

export type FieldProps = {
  /** Path below the mutation's input, joined by dots ("sites.0.siteName"): errors and summary links find the field by it. */
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is known about the value now, shown below the box unless an error is. */
  note?: Note | undefined;
};

const noteIcons = { ok: "check", warn: "close" } as const;

type Described = { hint?: ReactNode; problem: string | undefined; isInvalid?: boolean | undefined };

/** The id of a field for its head and foot, and what makes its control known by their texts. */
export function useField({ hint, problem, isInvalid = false }: Described) {
  const id = useId();
  const texts = [hint && hintOf(id), problem && problemOf(id)].filter(Boolean).join(" ");
  const control = {
    id,
    "aria-describedby": texts || undefined,
    "aria-invalid": problem !== undefined || isInvalid || undefined,
  };
  return { id, control };
}

const hintOf = (id: string) => `${id}-hint`;
const problemOf = (id: string) => `${id}-problem`;

/** Label and hint above a field's box. */
export function FieldHead({ id, label, hint }: Pick<FieldProps, "label" | "hint"> & { id: string }) {
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span id={hintOf(id)} className="field-hint">
          {hint}
        </span>
      )}
    </>
  );
}

type FieldFootProps = { id: string; problem: string | undefined; note?: Note | undefined };

/** The problem of the field, else the note, below its box. */
export function FieldFoot({ id, problem, note }: FieldFootProps) {
  if (problem) {
    return (
      <p id={problemOf(id)} className="field-note field-error">
        <Icon name="alert" size={16} />
        <span>{problem}</span>
      </p>
    );
  }
  if (!note) return null;
  return (
    <p className="field-note" data-tone={note.tone}>
      {note.tone !== "quiet" && <Icon name={noteIcons[note.tone]} size={16} />}
      <span>{note.text}</span>
    </p>
  );
}
