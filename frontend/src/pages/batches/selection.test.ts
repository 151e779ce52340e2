import { expect, test } from "vitest";
import { nothingChosen, ofPage, pressed, withPage } from "./selection";

const rows = ["a", "b", "c", "d"];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted();

test("a row is chosen and let go; Shift does the same with all between", () => {
  const one = pressed(nothingChosen, rows, "b", false);
  expect(ids(one)).toEqual(["b"]);
  const range = pressed(one, rows, "d", true);
  expect(ids(range)).toEqual(["b", "c", "d"]);
  expect(ids(pressed(range, rows, "c", true))).toEqual(["b"]);
  expect(ids(pressed(range, rows, "c", false))).toEqual(["b", "d"]);
});

test("Shift from a row of another page chooses this row alone", () => {
  const other = pressed(nothingChosen, rows, "a", false);
  expect(ids(pressed(other, ["x", "y"], "y", true))).toEqual(["a", "y"]);
});

test("a page is chosen beside what other pages have", () => {
  const other = pressed(nothingChosen, rows, "a", false);
  const both = withPage(other, ["x", "y"], true);
  expect(ids(both)).toEqual(["a", "x", "y"]);
  expect(ids(withPage(both, ["x", "y"], false))).toEqual(["a"]);
  expect([ofPage(both, rows), ofPage(both, ["x", "y"]), ofPage(both, ["z"])]).toEqual([
    "some",
    "all",
    "none",
  ]);
});

test("of all that match, one that is let go leaves the rest of its page", () => {
  const all = { ...nothingChosen, isAll: true };
  expect(ofPage(all, rows)).toBe("all");
  expect(pressed(all, rows, "b", false)).toEqual({ ids: new Set(["a", "c", "d"]), isAll: false, last: "b" });
});
