import type { ReactNode } from "react";
import { Icon, type IconName } from "../../ui/icon";
import "../../ui/button.css";
import "../../ui/checkbox.css";
import "../../ui/field.css";
import "./drawn.css";

/** Controls of the product as they look, without what makes them work: the same classes, nothing to press. */

type DrawnButtonProps = {
  variant?: "primary" | "secondary" | "quiet";
  size?: "medium" | "small";
  icon?: IconName;
  children: ReactNode;
};

/** A button. */
export function DrawnButton({ variant = "secondary", size = "medium", icon, children }: DrawnButtonProps) {
  return (
    <span className="button" data-variant={variant} data-size={size}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </span>
  );
}

type DrawnFieldProps = {
  label: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  suffix?: string;
  icon?: IconName;
  note?: { tone: "ok" | "warn"; text: ReactNode };
  /** A list opens at its end. */
  list?: boolean;
};

/** A field with its value. */
export function DrawnField({ label, children, hint, suffix, icon, note, list = false }: DrawnFieldProps) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      {hint && <span className="field-hint">{hint}</span>}
      <div className="field-box">
        {icon && <Icon name={icon} size={16} />}
        <span className="drawn-value">{children}</span>
        {suffix && <span className="field-suffix">{suffix}</span>}
        {list && (
          <span className="field-toggle">
            <Icon name="down" size={16} />
          </span>
        )}
      </div>
      {note && (
        <span className="field-note" data-tone={note.tone}>
          <Icon name={note.tone === "ok" ? "check" : "close"} size={16} />
          <span>{note.text}</span>
        </span>
      )}
    </div>
  );
}

type DrawnCheckboxProps = { ticked?: boolean; hint?: ReactNode; children: ReactNode };

/** A box, ticked or not. */
export function DrawnCheckbox({ ticked = false, hint, children }: DrawnCheckboxProps) {
  return (
    <div className="checkbox" {...(ticked && { "data-selected": "" })}>
      <svg className="checkbox-box" viewBox="0 0 18 18" fill="none" aria-hidden="true">
        <path d="m4.5 9.3 3 3 6-6.5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span>
        {children}
        {hint && <span className="checkbox-hint">{hint}</span>}
      </span>
    </div>
  );
}

/** What looks like a link or a button in running text. */
export function DrawnLink({ children }: { children: ReactNode }) {
  return <span className="link">{children}</span>;
}

/** How much of something is done or given out, from 0 to 1. */
export function DrawnBar({ value, tone = "accent" }: { value: number; tone?: "accent" | "ok" | "bad" }) {
  return (
    <svg
      className="drawn-bar"
      data-tone={tone}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={value} height="1" />
    </svg>
  );
}
