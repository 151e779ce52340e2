import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
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

/** Label and hint above a field's box. */
export function FieldHead({ label, hint }: Pick<FieldProps, "label" | "hint">) {
  return (
    <>
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </>
  );
}

/** The problem of the field, else the note, below its box. */
export function FieldFoot({ problem, note }: { problem: string | undefined; note?: Note | undefined }) {
  if (problem) {
    return (
      <FieldError className="field-note field-error" elementType="p">
        <Icon name="alert" size={16} />
        <span>{problem}</span>
      </FieldError>
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
