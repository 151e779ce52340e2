import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlock, pastedTable } from "./pasted-table";

test.each([
  [
    "Excel: tabs, CRLF and an empty line at the end",
    "a\t1\r\nb\t2\r\n",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  [
    "Google: no line break at the end",
    "a\t1\nb\t2",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  ["old Macs: carriage returns alone", "a\rb", [["a"], ["b"]]],
  [
    "a cell with a line break stands in quotes",
    '"two\nlines"\t1\nb\t2',
    [
      ["two lines", "1"],
      ["b", "2"],
    ],
  ],
  ["a quote in quotes stands twice", '"the ""old"" site"\t1', [['the "old" site', "1"]]],
  ["a quote inside of a cell is a letter", '5" pipe\t1', [['5" pipe', "1"]]],
  [
    "a quote that never ends is a letter",
    '"a\t1\nb\t2',
    [
      ['"a', "1"],
      ["b", "2"],
    ],
  ],
  ["text behind a quote makes it a letter", '"a" b\t1', [['"a" b', "1"]]],
  ["a byte order mark and hard spaces go", "\ufeffa\u00a0\t\u00a01\u00a0000", [["a", "1 000"]]],
  [
    "rows of several lengths are filled up",
    "a\nb\t2\t\t",
    [
      ["a", ""],
      ["b", "2"],
    ],
  ],
  ["empty rows inside stay in their place", "a\n\nb\n\n\n", [["a"], [""], ["b"]]],
  [
    "a file with semicolons",
    "a;1,5\nb;2",
    [
      ["a", "1,5"],
      ["b", "2"],
    ],
  ],
  ["nothing", " \r\n \r\n", []],
])("%s", (_, text, rows) => expect(pastedTable(text)).toEqual(rows));

test("commas separate only where they may", () => {
  expect(pastedTable("1,000\n2,000")).toEqual([["1,000"], ["2,000"]]);
  expect(pastedTable('a,"London, UK",3', ",")).toEqual([["a", "London, UK", "3"]]);
  expect(pastedTable("a\tLondon, UK", ",")).toEqual([["a", "London, UK"]]);
});

test("one cell is no block, whatever ends it", () => {
  expect(["50", "50\r\n", "50\t", "", '"50"\n'].map(isBlock)).toEqual([false, false, false, false, false]);
  expect(["50\t30", "50\n30", "50;30"].map(isBlock)).toEqual([true, true, true]);
});

test("whatever cells are copied come back", () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1"\t\n;, é') })
    .map((text) => text.replace(/\s+/g, " ").trim());
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, ending) => {
      // The corner is filled, so that nothing at the end is left out.
      rows[rows.length - 1]?.splice(-1, 1, "x");
      expect(pastedTable(rows.map((row) => row.map(quoted).join("\t")).join(ending) + ending)).toEqual(rows);
    }),
  );
});

test("any text at all is read in a moment", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [first, ...others] = pastedTable(text);
      for (const row of others) expect(row).toHaveLength(first?.length ?? 0);
    }),
  );
  expect(pastedTable('"'.repeat(20_001)).length).toBe(1);
});
