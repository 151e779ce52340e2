import { pastedTable } from "../../lib/pasted-table";
import { wholeNumber } from "../../lib/whole-number";
import { matching, plain } from "../../ui/matching";
import type { Option } from "../../ui/option";
import { nameIn, type SiteDraft } from "./sites";

/** How many sites an order can have. */
export const mostSites = 50;
// Whatever is pasted, what cannot become sites is not read: the page answers each key.
const mostRows = 500;

/** What the list is read with: the page's own words for headings, time zones to find, licenses that are split. */
type Reading = {
  headings: Record<"site" | "zone", readonly string[]>;
  zones: readonly Option[];
  licenses: readonly { id: string; name: string }[];
};

type PastedZone =
  | { kind: "none" }
  /** `isSure`: no other time zone is called so. */
  | { kind: "found"; id: string; name: string; text: string; isSure: boolean }
  | { kind: "unknown"; text: string };

export type PastedSite = {
  /** As it stands in the list. */
  text: string;
  /** The name that is made of it; empty: none can be. */
  siteName: string;
  zone: PastedZone;
  /** Units as they stand in the list, by license id. */
  units: Record<string, string>;
  /** Licenses whose units are no whole number. */
  unreadable: string[];
  /** A site of this name stands further up in the list. */
  isRepeated: boolean;
};

type PastedList = {
  sites: PastedSite[];
  /** A first line of unknown headings, and what stands over, or in, the columns that say nothing here. */
  unused: string[];
  /** How many further lines were not read. */
  unread: number;
};

type Column = "site" | "zone" | "unused" | { license: string };

/**
 * What a list says: names of sites one below the other, or rows of a spreadsheet with names, time zones and units of
 * licenses in any order. A first line of known headings says which column is which; else their contents do.
 */
export function pastedList(text: string, reading: Reading): PastedList {
  const table = upright(
    pastedTable(text, ",").filter((row) => row.some((cell) => cell !== "")),
    reading,
  );
  const headed = headings(table[0] ?? [], reading);
  const title = !headed && isTitled(table.slice(0, mostRows)) ? (table[0] ?? []) : [];
  const body = headed || title.length > 0 ? table.slice(1) : table;
  const columns = headed ?? contents(body.slice(0, mostRows), reading);
  const seen = new Set<string>();
  const sites = body.slice(0, mostRows).map((row) => {
    const cell = (kind: "site" | "zone") => row[columns.indexOf(kind)] ?? "";
    const units = Object.fromEntries(
      columns.flatMap((column, place) =>
        typeof column === "object" && row[place] ? [[column.license, row[place]]] : [],
      ),
    );
    const siteName = siteNameOf(cell("site"));
    const isRepeated = siteName !== "" && seen.has(siteName);
    seen.add(siteName);
    return {
      text: cell("site"),
      siteName,
      zone: zoneOf(cell("zone"), reading.zones),
      units,
      unreadable: Object.keys(units).filter((id) => wholeNumber(units[id] ?? "").kind !== "number"),
      isRepeated,
    };
  });
  const unused = columns.flatMap((column, place) => {
    const first = (headed ? table : body).map((row) => row[place] ?? "").find((cell) => cell !== "");
    return column === "unused" && first ? [first] : [];
  });
  const left = [...title.filter((text) => text !== ""), ...unused];
  return { sites, unused: left, unread: Math.max(0, body.length - mostRows) };
}

/** The sites of the page with those of a list: how many of the list they have, and how many there was no room for. */
export type Taken = { sites: SiteDraft[]; added: number; left: number };

/** The sites with those of the list: one that is there takes the list's zone and units, all others are added. */
export function withPasted(sites: readonly SiteDraft[], list: PastedList, home: string | null): Taken {
  const kept = sites.filter(({ siteName }) => siteName.trim() !== "");
  const result = [...kept];
  const usable = list.sites.filter(({ siteName, isRepeated }) => siteName !== "" && !isRepeated);
  let left = list.unread;
  for (const { siteName, zone, units } of usable) {
    const at = result.findIndex((site) => siteNameOf(site.siteName) === siteName);
    const there = result[at];
    if (there) {
      const timeZone = zone.kind === "found" && !there.existingSiteId ? zone.id : there.timeZone;
      result[at] = { ...there, timeZone, units: { ...there.units, ...units } };
    } else if (result.length < mostSites) {
      const timeZone = zone.kind === "found" ? zone.id : zone.kind === "none" ? home : null;
      result.push({ siteName, timeZone, earlyRelease: false, existingSiteId: null, units });
    } else left += 1;
  }
  return { sites: result.length > 0 ? result : [...sites], added: usable.length + list.unread - left, left };
}

/** The name of a site that a name of a place or team makes: "Kestrel Zürich" gives "kestrel-zuerich". */
export function siteNameOf(text: string): string {
  const german = nameIn(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter);
  return plain(german)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function zoneOf(text: string, zones: readonly Option[]): PastedZone {
  if (text === "") return { kind: "none" };
  const found = matching(zones, text);
  const named = found.filter(({ isExact }) => isExact);
  const [best] = named.length > 0 ? named : found.filter(({ isLikely }) => isLikely);
  if (!best) return { kind: "unknown", text };
  const { id, name } = best.option;
  return {
    kind: "found",
    id,
    name,
    text,
    isSure: named.length === 1 || id.toLowerCase() === text.toLowerCase(),
  };
}

const isZone = (text: string, zones: readonly Option[]) =>
  matching(zones, text).some(({ isExact, isLikely }) => isExact || (isLikely && text.length > 3));

const isNumber = (text: string) => wholeNumber(text).kind === "number";

/** Names side by side in one row are a list too. */
function upright(table: string[][], { zones }: Reading): string[][] {
  const [only = [], ...others] = table;
  const isRow = others.length === 0 && only.length > 1;
  const isList = isRow && only.slice(1).every((cell) => !isNumber(cell) && !isZone(cell, zones));
  return isList ? only.filter((cell) => cell !== "").map((cell) => [cell]) : table;
}

/** What the first line says of the columns; undefined: it is no line of headings. */
function headings(first: readonly string[], { headings, licenses }: Reading): Column[] | undefined {
  const words = new Map<string, Column>([
    ...licenses.map(({ id, name }): [string, Column] => [plain(name), { license: id }]),
    ...headings.zone.map((word): [string, Column] => [plain(word), "zone"]),
    ...headings.site.map((word): [string, Column] => [plain(word), "site"]),
  ]);
  const columns = first.map((text) => words.get(plain(text)) ?? "unused");
  if (columns.every((column) => column === "unused")) return undefined;
  // What is headed with none of our words may still hold the names.
  if (!columns.includes("site") && columns.includes("unused")) columns[columns.indexOf("unused")] = "site";
  const once = columns.map((column, place) =>
    typeof column === "string" && columns.indexOf(column) !== place ? "unused" : column,
  );
  return once.includes("site") ? once : undefined;
}

/** Words over numbers: unknown headings. */
function isTitled([first = [], ...body]: readonly (readonly string[])[]): boolean {
  return first.some(
    (text, column) =>
      wholeNumber(text).kind === "unreadable" && most(body, (row) => row[column] ?? "", isNumber),
  );
}

/** The first column has the names; each that is mostly time zones or numbers is the time zone and the licenses in turn. */
function contents(body: readonly (readonly string[])[], { zones, licenses }: Reading): Column[] {
  const rest = [...licenses];
  let hasZone = false;
  return (body[0] ?? []).map((_, column) => {
    if (column === 0) return "site";
    const cell = (row: readonly string[]) => row[column] ?? "";
    if (most(body, cell, isNumber)) {
      const license = rest.shift();
      return license ? { license: license.id } : "unused";
    }
    if (hasZone || !most(body, cell, (text) => isZone(text, zones))) return "unused";
    hasZone = true;
    return "zone";
  });
}

/** Whether it holds for at least half of the cells that are filled. */
function most(
  rows: readonly (readonly string[])[],
  cell: (row: readonly string[]) => string,
  holds: (text: string) => boolean,
): boolean {
  const filled = rows.map(cell).filter((text) => text !== "");
  return filled.length > 0 && filled.filter(holds).length * 2 >= filled.length;
}
