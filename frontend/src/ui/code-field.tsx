import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { codeIn } from "../lib/code";
import { TextField } from "./text-field";

type CodeFieldProps = {
  /** The digits alone. */
  value: string;
  onChange: (digits: string) => void;
};

/**
 * The digits of a mailed code: typed in any script, filled in by the browser, or pasted with whatever was copied around
 * them. What an input method is still composing is left as it is.
 */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useLingui();
  const [composed, setComposed] = useState<string | null>(null);
  const take = (typed: string) => onChange(codeIn(typed));
  return (
    <TextField
      code
      name="code"
      label={t`Code`}
      value={composed ?? value}
      onChange={(typed) => (composed === null ? take(typed) : setComposed(typed))}
      onCompositionStart={({ currentTarget }) => setComposed((currentTarget as HTMLInputElement).value)}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(null);
        take((currentTarget as HTMLInputElement).value);
      }}
      autoFocus
      inputMode="numeric"
      autoComplete="one-time-code"
    />
  );
}
