import { useLingui } from "@lingui/react/macro";
import { TextField } from "./text-field";

export const codeLength = 6;

type CodeFieldProps = {
  /** The digits alone. */
  value: string;
  onChange: (digits: string) => void;
};

/** The digits of a mailed code: typed, filled in by the browser, or pasted with whatever was copied around them. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      code
      name="code"
      label={t`Code`}
      value={value}
      onChange={(typed) => onChange(typed.replace(/\D/g, "").slice(0, codeLength))}
      autoFocus
      inputMode="numeric"
      autoComplete="one-time-code"
    />
  );
}
