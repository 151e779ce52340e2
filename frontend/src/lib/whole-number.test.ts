import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDigits } from "./digits";
import { wholeNumber } from "./whole-number";

const most = 999_999_999;

describe("a whole number is read as it is meant", () => {
  test.each([
    ["1.000", 1000],
    ["1,000", 1000],
    ["1 000", 1000],
    ["1\u00a0000", 1000],
    ["1\u202f000", 1000],
    ["1'000", 1000],
    ["1’000", 1000],
    ["12.345.678", 12_345_678],
    ["1,00,000", 100_000],
    ["12,34,567", 1_234_567],
    ["1.000,00", 1000],
    ["1,000.00", 1000],
    ["1,000.000", 1000],
    ["250.0", 250],
    ["250,00", 250],
    ["１２３", 123],
    ["１，２３４", 1234],
    ["٢٥٠", 250],
    ["١٬٠٠٠", 1000],
    ["۲۵۰", 250],
    ["२५०", 250],
    ["\u200e250\u200f", 250],
    [" 250\t", 250],
    ["\ufeff250", 250],
    ["+5", 5],
    ["007", 7],
    ["-0", 0],
    ["999999999", most],
  ])("%s is %d", (text, value) => expect(wholeNumber(text)).toEqual({ kind: "number", value }));
});

describe("what is none is told, never changed", () => {
  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["\u200e", "empty"],
    ["3.5", "fraction"],
    ["3,5", "fraction"],
    ["0.500", "fraction"],
    ["1.000,5", "fraction"],
    ["1,234.56", "fraction"],
    ["-5", "negative"],
    ["−5", "negative"],
    ["–5", "negative"],
    ["－５", "negative"],
    ["(5)", "negative"],
    ["5-", "negative"],
    ["-1.000", "negative"],
    ["12345678901234", "tooLarge"],
    ["1.000.000.000", "tooLarge"],
    ["1000000000", "tooLarge"],
    ["1e3", "unreadable"],
    ["0x10", "unreadable"],
    ["10²", "unreadable"],
    ["½", "unreadable"],
    ["250 licenses", "unreadable"],
    ["ten", "unreadable"],
    ["1.00.0", "unreadable"],
    ["10.00.000.5.", "unreadable"],
    ["1..000", "unreadable"],
    ["12 34", "unreadable"],
    ["1\n2", "unreadable"],
    ["250;100", "unreadable"],
    ["--5", "unreadable"],
  ])("%j is %s", (text, kind) => expect(wholeNumber(text).kind).toBe(kind));
});

const locales = [
  "en",
  "de",
  "fr",
  "de-CH",
  "en-IN",
  "ar-EG",
  "fa",
  "hi-u-nu-deva",
  "ja",
  "pl",
  "pt-PT",
  "sv",
  "bn",
];

test("every number is read as every language writes it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: most }), fc.constantFrom(...locales), (value, locale) => {
      expect(wholeNumber(new Intl.NumberFormat(locale).format(value))).toEqual({ kind: "number", value });
    }),
  );
});

test("no fraction and no negative number is ever taken for a whole one", () => {
  const digits = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(
      digits,
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom(...locales),
      (value, cents, locale) => {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
        expect(wholeNumber(format.format(value + cents / 100)).kind).toBe("fraction");
        expect(wholeNumber(format.format(-value)).kind).toBe("negative");
      },
    ),
  );
});

test("whatever is typed, a number has the digits that were typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' -+()e１٣\u00a0") }), (text) => {
      const read = wholeNumber(text);
      if (read.kind !== "number") return;
      const typed = plainDigits(text).replace(/\D/g, "");
      // Zeros in front, and those of a fraction, do not change it.
      expect(typed.replace(/^0+/, "").startsWith(read.value === 0 ? "" : String(read.value))).toBe(true);
      expect(typed.replace(/^0+/, "").slice(String(read.value).length)).toMatch(/^0*$/);
    }),
    { numRuns: 2_000 },
  );
});

test("the digits of every script are digits", () => {
  for (let code = 0; code <= 0x1ffff; code += 1) {
    const digit = String.fromCodePoint(code);
    if (/\p{Nd}/u.test(digit)) expect(plainDigits(digit)).toMatch(/^\d$/);
  }
  expect(plainDigits("𝟘𝟙𝟚𝟛 ４７１１ ٤٢")).toBe("0123 4711 42");
});
