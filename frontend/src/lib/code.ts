import { plainDigits } from "./digits";

export const codeLength = 6;

const whole = /(?<![\w-])\d{3}[\s.\u2010-\u2015-]?\d{3}(?![\w-])/gu;

/**
 * The code in what was typed or pasted: digits of any script, with a gap, or the line of the mail that has them. Other
 * numbers may stand before it, such as the order's. The server reads codes by the same rule.
 */
export function codeIn(typed: string): string {
  const text = plainDigits(typed.normalize("NFKC"));
  const found = text.match(whole)?.at(-1) ?? text;
  return found.replace(/\D/g, "").slice(0, codeLength);
}
