import { describe, expect, test } from "vitest";
import { matching } from "./matching";
import type { Option } from "./option";

const named = (options: Option[], typed: string) => matching(options, typed).map(({ option }) => option.name);
/** What Enter and Tab take. */
function taken(options: Option[], typed: string) {
  const [first] = matching(options, typed);
  return first?.isLikely ? first.option.name : undefined;
}

const countries: Option[] = [
  ["AR", "Argentina", "ARG"],
  ["AU", "Australia", "AUS"],
  ["AT", "Austria", "AUT", "Österreich"],
  ["TD", "Chad", "TCD"],
  ["CL", "Chile", "CHL"],
  ["CG", "Congo - Brazzaville", "COG", "Republic of the Congo"],
  ["HR", "Croatia", "HRV", "Hrvatska"],
  ["CZ", "Czechia", "CZE", "Czech Republic"],
  ["CI", "Côte d’Ivoire", "CIV", "Ivory Coast"],
  ["DK", "Denmark", "DNK"],
  ["DE", "Germany", "DEU", "Deutschland"],
  ["GN", "Guinea", "GIN"],
  ["GW", "Guinea-Bissau", "GNB"],
  ["IN", "India", "IND", "Bharat"],
  ["ID", "Indonesia", "IDN"],
  ["IE", "Ireland", "IRL"],
  ["XK", "Kosovo", "XKK"],
  ["MO", "Macao SAR China", "MAC", "Macau"],
  ["NL", "Netherlands", "NLD", "Holland"],
  ["NE", "Niger", "NER"],
  ["NG", "Nigeria", "NGA"],
  ["KR", "South Korea", "KOR", "Korea"],
  ["CH", "Switzerland", "CHE", "Schweiz", "Suisse"],
  ["TR", "Türkiye", "TUR", "Turkey"],
  ["UA", "Ukraine", "UKR"],
  ["AE", "United Arab Emirates", "ARE", "UAE"],
  ["GB", "United Kingdom", "UK", "GBR", "England", "Great Britain", "Northern Ireland"],
  ["US", "United States", "USA", "America", "U.S."],
].map(([id = "", name = "", ...search]) => ({ id, name, search: [id, ...search] }));

describe("a country that is typed and taken by Tab", () => {
  test.each([
    ["UK", "United Kingdom"],
    ["US", "United States"],
    ["USA", "United States"],
    ["u.s.", "United States"],
    ["DE", "Germany"],
    ["CH", "Switzerland"],
    ["AT", "Austria"],
    ["AUT", "Austria"],
    ["GB", "United Kingdom"],
    ["UAE", "United Arab Emirates"],
    ["turkey", "Türkiye"],
    ["turkiye", "Türkiye"],
    ["Holland", "Netherlands"],
    ["Czech Republic", "Czechia"],
    ["England", "United Kingdom"],
    ["Macau", "Macao SAR China"],
    ["Kosovo", "Kosovo"],
    ["Schweiz", "Switzerland"],
    ["IN", "India"],
    ["NE", "Niger"],
    ["nig", "Niger"],
    ["Guinea", "Guinea"],
    ["Ireland", "Ireland"],
    ["Korea", "South Korea"],
    ["cote d'ivoire", "Côte d’Ivoire"],
    ["ivory", "Côte d’Ivoire"],
    ["ＵＳＡ", "United States"],
    ["emirates united", "United Arab Emirates"],
    [" germ ", "Germany"],
  ])("%s is %s", (typed, name) => expect(taken(countries, typed)).toBe(name));

  test.each(["raine", "mark", "at ia", "zzz", "land", "419"])("%s is none", (typed) => {
    expect(taken(countries, typed)).toBeUndefined();
  });
});

test("the middle of a word is shown after everything else, to be pointed at", () => {
  expect(matching(countries, "stral")).toEqual([
    { option: countries[1], isLikely: false, isExact: false, by: undefined },
  ]);
  expect(named(countries, "ia").at(0)).toBe("Australia");
});

const zones: Option[] = [
  { id: "America/Nuuk", name: "Nuuk, Greenland", aside: "UTC-02:00", search: ["GL"], place: 300 },
  { id: "Pacific/Auckland", name: "Auckland, New Zealand", aside: "UTC+13:00", search: ["NZ"], place: 60 },
  {
    id: "America/Chicago",
    name: "Chicago, United States",
    aside: "UTC-06:00",
    search: ["CST", "US", "USA"],
    place: 20,
  },
  {
    id: "America/New_York",
    name: "New York, United States",
    aside: "UTC-05:00",
    search: ["US/Eastern", "EST", "Eastern Time", "USA"],
    place: 9,
  },
  {
    id: "America/Sao_Paulo",
    name: "São Paulo, Brazil",
    aside: "UTC-03:00",
    search: ["+1 is not this"],
    place: 4,
  },
  {
    id: "Europe/London",
    name: "London, United Kingdom",
    aside: "UTC+00:00",
    search: ["GMT", "UK"],
    place: 16,
    found: [{ text: "Birmingham", shown: "Birmingham", place: 0 }],
  },
  {
    id: "Europe/Berlin",
    name: "Berlin, Germany",
    aside: "UTC+01:00",
    search: ["CET", "Germany", "Deutschland"],
    place: 17,
    found: [{ text: "Münch", shown: "Munich", place: 0 }],
  },
  { id: "Asia/Jerusalem", name: "Jerusalem, Israel", aside: "UTC+02:00", search: ["IL"], place: 70 },
];

test("nothing typed shows all in their order", () => {
  expect(named(zones, " ")).toEqual(zones.map(({ name }) => name));
});

test.each([
  ["sao", "São Paulo, Brazil"],
  ["USA", "New York, United States"],
  ["UK", "London, United Kingdom"],
  ["cst", "Chicago, United States"],
  ["eastern", "New York, United States"],
  ["+01", "Berlin, Germany"],
  ["germany +1", undefined],
  ["munch", "Berlin, Germany"],
  ["birmingham", "London, United Kingdom"],
  ["united york", "New York, United States"],
])("of the time zones %s takes %s", (typed, name) => expect(taken(zones, typed)).toBe(name));

test("by which other name an option was found is told, unless it is a code or seen anyway", () => {
  const by = (typed: string) => matching(zones, typed)[0]?.by;
  expect(by("münch")).toBe("Munich");
  expect(by("deutschland")).toBe("Deutschland");
  expect(by("germany")).toBeUndefined();
  expect(by("usa")).toBeUndefined();
});
