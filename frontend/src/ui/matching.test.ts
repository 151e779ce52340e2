import { expect, test } from "vitest";
import { matching } from "./matching";

const zones = [
  { id: "Pacific/Auckland", name: "Hamilton, New Zealand", aside: "UTC+13:00" },
  { id: "America/Sao_Paulo", name: "São Paulo", aside: "UTC-03:00", search: "Brazil" },
  { id: "Europe/Berlin", name: "Hamburg", aside: "UTC+01:00", search: "Germany" },
];
const found = (typed: string) => matching(zones, typed).map(({ name }) => name);

test("nothing typed shows all in their order", () => {
  expect(found(" ")).toEqual(zones.map(({ name }) => name));
});

test("a city is found without its accents, a country and an offset too", () => {
  expect(found("sao")).toEqual(["São Paulo"]);
  expect(found("brazil")).toEqual(["São Paulo"]);
  expect(found("+01")).toEqual(["Hamburg"]);
});

test("every word must match, in any order", () => {
  expect(found("zealand ham")).toEqual(["Hamilton, New Zealand"]);
  expect(found("ham brazil")).toEqual([]);
});

test("names that begin with the text come first", () => {
  expect(
    matching(
      [
        { id: "a", name: "New Ham" },
        { id: "b", name: "Ham" },
      ],
      "ham",
    ).map(({ id }) => id),
  ).toEqual(["b", "a"]);
});
