import { i18n } from "@lingui/core";
import { beforeEach, expect, test } from "vitest";
import { problem } from "../../lib/problem";
import { byRatio, evenly, left, stillWrong, withRest } from "./split";

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

test("units are counted as they are meant, and what is no number gives none", () => {
  expect(left(2_000, { a: "1.000", b: "５００" }, ["a", "b"])).toBe(500);
  expect(left(10, { a: "3.5", b: "-5" }, ["a", "b"])).toBe(10);
  expect(evenly(2_500, ["a", "b"])).toEqual({ a: "1,250", b: "1,250" });
});

test("an even split gives away every unit, what is left over to the first sites", () => {
  expect(evenly(250, ["a", "b", "c"])).toEqual({ a: "84", b: "83", c: "83" });
  expect(evenly(1, ["a", "b"])).toEqual({ a: "1", b: "0" });
});

test("a ratio gives away every unit", () => {
  expect(byRatio(2_500, ["a", "b", "c"], [300, 100, 0])).toEqual({ a: "1,875", b: "625", c: "0" });
});

test("the rest of every license goes to one site, and what was given too often stays", () => {
  const license = (id: string) => ({ id, name: id, scope: "PER_SITE" as const, totalUnits: 1_500 });
  const licenses = ["L1", "L2", "L3"].map(license);
  const split = { L1: { a: "100", b: "ten" }, L3: { a: "2,000" } };
  expect(withRest(split, licenses, ["a", "b"], "b")).toEqual({
    L1: { a: "100", b: "1,400" },
    L2: { b: "1,500" },
    L3: { a: "2,000" },
  });
});

test("what is left counts empty fields as nothing and sites that are gone not at all", () => {
  expect(left(250, { a: "180", b: "", gone: "5" }, ["a", "b"])).toBe(70);
  expect(left(4, { a: "3", b: "2" }, ["a", "b"])).toBe(-1);
  expect(left(4, undefined, ["a"])).toBe(4);
});

test("what was refused is no problem any more once its numbers are right", () => {
  const licenses = [{ id: "L1", name: "Meetings", scope: "PER_SITE" as const, totalUnits: 10 }];
  const mismatch = { ...problem("split.L1", "5 of 10"), code: "LICENSE_SUM_MISMATCH" as const };
  const without = { ...problem("split.L1", "b has no license"), code: "INVALID" as const };
  const holds = (error: typeof mismatch | typeof without, a: string, b: string) =>
    stillWrong(error, licenses, { L1: { a, b } }, ["a", "b"], "L1");
  expect([holds(mismatch, "5", ""), holds(mismatch, "5", "5"), holds(mismatch, "9", "2")]).toEqual([
    true,
    false,
    true,
  ]);
  expect([holds(without, "10", ""), holds(without, "9", "1")]).toEqual([true, false]);
});
