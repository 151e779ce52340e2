import { number } from "../../lib/format";
import { wholeNumber } from "../../lib/whole-number";
import { plain } from "../../ui/matching";

/** One line of the grid: a site or a license, by its key, with the name that people see. */
type Line = { key: string; name: string };
/** A cell as it is filled in: a number as the reader's language writes it, else as it was pasted. */
type Filled = { row: string; column: string; units: string };

/** The cells that a pasted block fills; `left`: how many numbers of it there was no field for. */
type PastedBlock = { cells: Filled[]; left: number };

/**
 * A block of cells laid over the grid, its upper left corner on a field. Where the block begins with names of rows or
 * columns of the grid, they say where its numbers go, also if its rows are the grid's columns. One line of numbers is laid
 * the way that it fits. A first line of other words
 * over numbers is a heading and left out. Empty cells change nothing.
 */
export function pastedBlock(
  block: readonly (readonly string[])[],
  at: { row: string; column: string },
  rows: readonly Line[],
  columns: readonly Line[],
): PastedBlock {
  const firstRow = placeOf(at.row, rows);
  const firstColumn = placeOf(at.column, columns);
  const isLine = isTurnedLine(block, rows.length - firstRow, columns.length - firstColumn);
  if (isLine || isTurned(block, rows, columns)) return pastedBlock(turn(block), at, rows, columns);
  const over = named(block[0] ?? [], columns);
  const body = over || isHeading(block) ? block.slice(1) : block;
  const beside = named(turn(body)[0] ?? [], rows);
  const from = beside || isHeading(turn(body)) ? 1 : 0;
  const cells: Filled[] = [];
  let left = 0;
  for (const [down, line] of body.entries()) {
    for (const [right, text] of line.entries()) {
      if (right < from || text === "") continue;
      const row = beside ? beside[down] : rows[firstRow + down]?.key;
      const column = over ? over[right] : columns[firstColumn + right - from]?.key;
      if (row !== undefined && column !== undefined) cells.push({ row, column, units: asWritten(text) });
      else left += 1;
    }
  }
  return { cells, left };
}

function asWritten(text: string): string {
  const read = wholeNumber(text);
  return read.kind === "number" ? number(read.value) : text;
}

/** The keys of the lines that are named, by place; undefined: no name is known, or a number stands among them. */
function named(texts: readonly string[], lines: readonly Line[]): (string | undefined)[] | undefined {
  const keys = new Map(lines.map(({ key, name }) => [plain(name), key]));
  const found = texts.map((text) => keys.get(plain(text).replace(/\.webex\.com$/, "")));
  const words = texts.every((text, place) => found[place] !== undefined || !isNumber(text));
  return words && found.some((key) => key !== undefined) ? found : undefined;
}

/** Words over numbers: nothing in the first row is a number, and something in the next one is. */
function isHeading([first = [], second = []]: readonly (readonly string[])[]): boolean {
  return first.some((text) => text !== "") && !first.some(isNumber) && second.some(isNumber);
}

const isNumber = (text: string) => {
  const { kind } = wholeNumber(text);
  return kind !== "unreadable" && kind !== "empty";
};

/** Its rows are the grid's columns, as their names say. */
function isTurned(
  block: readonly (readonly string[])[],
  rows: readonly Line[],
  columns: readonly Line[],
): boolean {
  const [over = [], beside = []] = [block[0], turn(block)[0]];
  const fits = named(over, columns) ?? named(beside, rows);
  return fits === undefined && (named(over, rows) ?? named(beside, columns)) !== undefined;
}

/** A line of numbers for which there is room only the other way: a column for sites that stand beside each other. */
function isTurnedLine(block: readonly (readonly string[])[], down: number, right: number): boolean {
  const [height, width] = [block.length, block[0]?.length ?? 0];
  if (!block.every((row) => row.every(isNumber))) return false;
  return width === 1 ? height > down && height <= right : height === 1 && width > right && width <= down;
}

function placeOf(key: string, lines: readonly Line[]): number {
  return Math.max(
    0,
    lines.findIndex((line) => line.key === key),
  );
}

function turn(block: readonly (readonly string[])[]): string[][] {
  return (block[0] ?? []).map((_, column) => block.map((row) => row[column] ?? ""));
}
