import { plainDigits } from "./digits";

export type WholeNumber =
  | { kind: "empty" }
  | { kind: "number"; value: number }
  /** What was written is a number, but none that can be meant here. */
  | { kind: "negative" | "fraction" | "tooLarge" }
  | { kind: "unreadable" };

const most = 999_999_999;

// Marks of writing direction, which spreadsheets and Arabic texts carry along.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff]/g;
const minus = /^(?:[-\u2010-\u2015\u2212\u207b\ufe63\uff0d]\s*)|(?:\s*[-\u2212])$/;
// One kind of separator throughout: groups of three, or as in India groups of two before the last three.
const grouped = /^\d{1,3}(?:([.,'\u2019\u066c\uff0c\uff0e\u00b7_ ])\d{3})(?:\1\d{3})*$/;
const indian = /^\d{1,2}(?:([,\u066c ])\d{2})+\1\d{3}$/;
const decimal = /^(.*?)[.,\u066b\uff0e\uff0c](\d*)$/;

/**
 * What a person means by a whole number, typed or pasted: digits of any script, grouped as any language does it. A dot or
 * comma before exactly three digits groups them, since nobody counts in thousandths; what could mean something else is
 * told and not guessed.
 */
export function wholeNumber(text: string): WholeNumber {
  const written = plainDigits(text.replace(unseen, "")).replace(/\s/g, " ").trim();
  if (!written) return { kind: "empty" };
  const isBracketed = /^\(.*\)$/.test(written);
  const unsigned = written.replace(/^[+\uff0b]\s*/, "").replace(/^\((.*)\)$/, "$1");
  const amount = unsigned.replace(minus, "");
  const read = unsignedNumber(amount);
  const isNegative = isBracketed || amount !== unsigned;
  return isNegative && read.kind !== "unreadable" && !isZero(read) ? { kind: "negative" } : read;
}

function unsignedNumber(amount: string): WholeNumber {
  const digits = digitsOf(amount);
  if (digits !== undefined) return inRange(digits);
  const [, whole = "", fraction = ""] = decimal.exec(amount) ?? [];
  const before = digitsOf(whole);
  if (before === undefined || !isOtherMark(amount, whole)) return { kind: "unreadable" };
  return /^0*$/.test(fraction) && fraction ? inRange(before) : { kind: "fraction" };
}

/** The digits of a number without a fraction; undefined: it is none. */
function digitsOf(amount: string): string | undefined {
  if (/^\d+$/.test(amount)) return amount;
  // "0.500" is half of one: no group begins with nothing.
  if (/^0/.test(amount)) return undefined;
  return grouped.test(amount) || indian.test(amount) ? amount.replace(/\D/g, "") : undefined;
}

/** The mark before the fraction does not group the digits before it too. */
function isOtherMark(amount: string, whole: string): boolean {
  return !whole.includes(amount.charAt(whole.length));
}

function inRange(digits: string): WholeNumber {
  const value = Number(digits);
  return value > most ? { kind: "tooLarge" } : { kind: "number", value };
}

const isZero = (read: WholeNumber) => read.kind === "number" && read.value === 0;
