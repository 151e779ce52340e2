import { expect, test } from "vitest";
import { evenly, left } from "./split";

test("an even split gives away every unit, what is left over to the first sites", () => {
  expect(evenly(250, ["a", "b", "c"])).toEqual({ a: 84, b: 83, c: 83 });
  expect(evenly(1, ["a", "b"])).toEqual({ a: 1, b: 0 });
});

test("what is left counts empty fields as nothing and sites that are gone not at all", () => {
  expect(left(250, { a: 180, b: null, gone: 5 }, ["a", "b"])).toBe(70);
  expect(left(4, { a: 3, b: 2 }, ["a", "b"])).toBe(-1);
  expect(left(4, undefined, ["a"])).toBe(4);
});
