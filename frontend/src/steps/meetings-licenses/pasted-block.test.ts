import { i18n } from "@lingui/core";
import { beforeEach, expect, test } from "vitest";
import { pastedTable } from "../../lib/pasted-table";
import { pastedBlock } from "./pasted-block";

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

const rows = [
  { key: "L1", name: "Webex Meetings" },
  { key: "L2", name: "Webex Webinars" },
];
const columns = ["kestrel", "osprey", "merlin"].map((name) => ({ key: name, name }));

/** What a paste at a field writes, as "row column units". */
function pasted(text: string, row = "L1", column = "kestrel") {
  const { cells, left } = pastedBlock(pastedTable(text), { row, column }, rows, columns);
  return [
    ...cells.map((cell) => `${cell.row} ${cell.column} ${cell.units}`),
    ...(left ? [`left ${left}`] : []),
  ];
}

test("a block fills fields to the right and down from where it is pasted", () => {
  expect(pasted("50\t30\t20")).toEqual(["L1 kestrel 50", "L1 osprey 30", "L1 merlin 20"]);
  expect(pasted("50\r\n10\r\n", "L1", "osprey")).toEqual(["L1 osprey 50", "L2 osprey 10"]);
});

test("what there is no field for is counted, and empty cells change nothing", () => {
  expect(pasted("1\t2\t3\n4\t5\t6", "L2", "osprey")).toEqual(["L2 osprey 1", "L2 merlin 2", "left 4"]);
  expect(pasted("1\t\t3")).toEqual(["L1 kestrel 1", "L1 merlin 3"]);
});

test("numbers are read as any language writes them, and what is none stays for the field to tell", () => {
  expect(pasted("1.000\t1 000\t1,000")).toEqual(["L1 kestrel 1,000", "L1 osprey 1,000", "L1 merlin 1,000"]);
  expect(pasted("ten\t-5\n1\t2")).toEqual(["L1 kestrel ten", "L1 osprey -5", "L2 kestrel 1", "L2 osprey 2"]);
});

test("names over and beside the numbers say where they go", () => {
  expect(pasted("\tOsprey\tmerlin.webex.com\nWebex Webinars\t7\t8", "L1", "kestrel")).toEqual([
    "L2 osprey 7",
    "L2 merlin 8",
  ]);
  expect(pasted("Osprey\t5\nKestrel\t6", "L2", "merlin")).toEqual(["L2 osprey 5", "L2 kestrel 6"]);
});

test("a column of sites that the grid has as columns is turned", () => {
  expect(pasted("Site\tWebex Meetings\tWebex Webinars\nosprey\t5\t1\nmerlin\t6\t2")).toEqual([
    "L1 osprey 5",
    "L1 merlin 6",
    "L2 osprey 1",
    "L2 merlin 2",
  ]);
});

test("a line for which there is room only the other way is turned", () => {
  expect(pasted("5\n6\n7")).toEqual(["L1 kestrel 5", "L1 osprey 6", "L1 merlin 7"]);
  expect(pasted("5\t6", "L1", "merlin")).toEqual(["L1 merlin 5", "L2 merlin 6"]);
  expect(pasted("5\n6\n7\n8")).toEqual(["L1 kestrel 5", "L2 kestrel 6", "left 2"]);
});

test("a heading of other words is left out", () => {
  expect(pasted("Berlin\tHamburg\n5\t6")).toEqual(["L1 kestrel 5", "L1 osprey 6"]);
  expect(pasted("Standard\t5\nWebinare\t6")).toEqual(["L1 kestrel 5", "L2 kestrel 6"]);
});

test("a line of a site that is not there is left out and counted", () => {
  expect(pasted("\tosprey\tnowhere\nWebex Meetings\t1\t2")).toEqual(["L1 osprey 1", "left 1"]);
});
