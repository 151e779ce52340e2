import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, test } from "vitest";
import { pastedList, siteNameOf, withPasted } from "./pasted-sites";
import type { SiteDraft } from "./sites";

beforeEach(() => i18n.loadAndActivate({ locale: "de", messages: {} }));

const zone = (id: string, name: string, search: string[], place: number) => ({
  id,
  name,
  aside: "UTC+01:00",
  search: [id, ...search],
  place,
});
const zones = [
  zone("Europe/Berlin", "Berlin, Deutschland", ["Mitteleuropäische Zeit", "CET", "Germany"], 1),
  zone("Europe/Paris", "Paris, Frankreich", ["Mitteleuropäische Zeit", "CET", "France"], 2),
  zone("Asia/Kolkata", "Kalkutta, Indien", ["Indische Normalzeit", "India"], 3),
];
const licenses = [
  { id: "L1", name: "Webex Meetings" },
  { id: "L2", name: "Webex Webinars" },
];
const headings = { site: ["Site", "Name"], zone: ["Zeitzone", "time zone"] };

/** What a list comes to, as "name zone units", with what is wrong in brackets. */
function read(text: string) {
  const { sites, unused, unread } = pastedList(text, { headings, zones, licenses });
  const lines = sites.map(({ siteName, zone, units, unreadable, isRepeated }) =>
    [
      siteName || "(no name)",
      zone.kind === "found" ? `${zone.id}${zone.isSure ? "" : "?"}` : zone.kind === "unknown" && "(zone?)",
      ...licenses.map(({ id }) => units[id] && `${id}=${units[id]}`),
      ...unreadable.map((id) => `(${id}?)`),
      isRepeated && "(twice)",
    ]
      .filter(Boolean)
      .join(" "),
  );
  return [...lines, ...unused.map((text) => `unused ${text}`), ...(unread ? [`unread ${unread}`] : [])];
}

describe("a list becomes sites", () => {
  test("names one below the other, from any program", () => {
    expect(read("kestrel\r\nosprey\r\n")).toEqual(["kestrel", "osprey"]);
    expect(read("\ufeffkestrel\u00a0\n\nosprey\n\n")).toEqual(["kestrel", "osprey"]);
    expect(read("kestrel\tosprey\tmerlin")).toEqual(["kestrel", "osprey", "merlin"]);
    expect(read("kestrel, osprey, merlin")).toEqual(["kestrel", "osprey", "merlin"]);
  });
  test("rows with zones and licenses, in any order of columns", () => {
    expect(read("kestrel\tEurope/Berlin\t50\t5\nosprey\tasia/kolkata\t1.000\t")).toEqual([
      "kestrel Europe/Berlin L1=50 L2=5",
      "osprey Asia/Kolkata L1=1.000",
    ]);
    expect(read("kestrel;50;Berlin\nosprey;30;Paris")).toEqual([
      "kestrel Europe/Berlin? L1=50",
      "osprey Europe/Paris? L1=30",
    ]);
  });
  test("headings say which column is which", () => {
    expect(read("Webex Webinars\tZeitzone\tName\tKostenstelle\n5\tEurope/Paris\tkestrel\t4711")).toEqual([
      "kestrel Europe/Paris L2=5",
      "unused Kostenstelle",
    ]);
    expect(read("Standort\tTime zone\nZürich\tBerlin, Deutschland")).toEqual(["zuerich Europe/Berlin"]);
    expect(read("Ort\tAnzahl\nkestrel\t5\nosprey\t6")).toEqual([
      "kestrel L1=5",
      "osprey L1=6",
      "unused Ort",
      "unused Anzahl",
    ]);
  });
  test("a site may be called as a heading is, where nothing else says so", () => {
    expect(read("name\nkestrel")).toEqual(["kestrel"]);
    expect(read("kestrel\nname")).toEqual(["kestrel", "name"]);
  });
  test("zones go by their names in the reader's language; what several are called is not sure", () => {
    expect(read("a1\tIndische Normalzeit\na2\tCET\na3\tBerlin, Deutschland\na4\tAtlantis")).toEqual([
      "a1 Asia/Kolkata",
      "a2 Europe/Berlin?",
      "a3 Europe/Berlin",
      "a4 (zone?)",
    ]);
  });
  test("what is not understood is told", () => {
    expect(read("kestrel\t50\n東京\t3\nkestrel\t4\nosprey\tviele\n\t7")).toEqual([
      "kestrel L1=50",
      "(no name) L1=3",
      "kestrel L1=4 (twice)",
      "osprey L1=viele (L1?)",
      "(no name) L1=7",
    ]);
    expect(read("a1\t1\t2\t3")).toEqual(["a1 L1=1 L2=2", "unused 3"]);
  });
  test("a huge list is not read to its end", () => {
    const names = Array.from({ length: 100_000 }, (_, place) => `site-${place}`).join("\n");
    expect(read(names).slice(-2)).toEqual(["site-499", "unread 99500"]);
  });
});

test.each([
  ["https://Kestrel.webex.com/", "kestrel"],
  ["Kestrel Zürich (Süd)", "kestrel-zuerich-sued"],
  ["Łódź & São Paulo", "lodz-sao-paulo"],
  ["--a--b--", "a-b"],
  ["ＫＥＳＴＲＥＬ", "kestrel"],
  ["東京", ""],
])("%s makes the site name %j", (text, name) => expect(siteNameOf(text)).toBe(name));

describe("the sites of the page with those of a list", () => {
  const site = (siteName: string, more: Partial<SiteDraft> = {}): SiteDraft => ({
    siteName,
    timeZone: "Europe/Berlin",
    earlyRelease: false,
    existingSiteId: null,
    ...more,
  });
  const list = (text: string) => pastedList(text, { headings, zones, licenses });

  test("a site without a name makes room; a site that is there is changed, not doubled", () => {
    const { sites, added } = withPasted(
      [site("kestrel", { earlyRelease: true }), site("")],
      list("Kestrel\tEurope/Paris\t5\nosprey\tEurope/Paris\t6"),
      "Europe/Berlin",
    );
    expect(added).toBe(2);
    expect(sites).toEqual([
      site("kestrel", { earlyRelease: true, timeZone: "Europe/Paris", units: { L1: "5" } }),
      site("osprey", { timeZone: "Europe/Paris", units: { L1: "6" } }),
    ]);
  });
  test("a site that the organization has keeps its zone", () => {
    const { sites } = withPasted(
      [site("kestrel", { existingSiteId: "S1" })],
      list("kestrel\tEurope/Paris"),
      null,
    );
    expect(sites[0]?.timeZone).toBe("Europe/Berlin");
  });
  test("without a zone the page's holds, with an unknown one none does", () => {
    const { sites } = withPasted([site("")], list("a1\tEurope/Paris\na2\tAtlantis\na3\t"), "Asia/Kolkata");
    expect(sites.map(({ timeZone }) => timeZone)).toEqual(["Europe/Paris", null, "Asia/Kolkata"]);
  });
  test("more than 50 sites are counted and left out", () => {
    const names = Array.from({ length: 600 }, (_, place) => `site-${place}`).join("\n");
    const { sites, added, left } = withPasted([site("kestrel")], list(names), null);
    expect([sites.length, added, left]).toEqual([50, 49, 551]);
  });
  test("a list of nothing changes nothing", () => {
    expect(withPasted([site("")], list(""), null)).toEqual({ sites: [site("")], added: 0, left: 0 });
  });
});
