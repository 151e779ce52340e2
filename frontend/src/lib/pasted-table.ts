// What spreadsheets and web pages put beside the text of a cell: byte order marks, marks of writing direction, joiners.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff]/g;
const newline = /\r\n|[\r\n\u2028\u2029\u0085]/y;

/**
 * The cells of a block that was copied from a spreadsheet or a file of separated values, as rows from top to bottom; all
 * rows are equally long. Cells are separated by tabs, else by semicolons, else by `otherwise` where it is given. A cell in
 * quotes may hold separators and line breaks, and a quote twice; a quote anywhere else is a letter. Rows and columns
 * without any text at the end are left out.
 */
export function pastedTable(text: string, otherwise?: ","): string[][] {
  const separator = separatorOf(text, otherwise);
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at, separator);
    rows.at(-1)?.push(plainCell(cell));
    if (text.charAt(end) === separator) {
      at = end + 1;
      continue;
    }
    newline.lastIndex = end;
    const [ending = ""] = newline.exec(text) ?? [];
    if (!ending) break;
    rows.push([]);
    at = end + ending.length;
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell !== "") + 1));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

/** Whether text is more than what one field takes. */
export function isBlock(text: string): boolean {
  const table = pastedTable(text);
  return table.length > 1 || (table[0]?.length ?? 0) > 1;
}

function separatorOf(text: string, otherwise: "," | undefined): string {
  return ["\t", ";", ...(otherwise ?? "")].find((mark) => text.includes(mark)) ?? "\t";
}

function cellAt(text: string, start: number, separator: string): { cell: string; end: number } {
  const quoted = /[ \ufeff]*"((?:[^"]|"")*)"[ ]*/y;
  quoted.lastIndex = start;
  const [whole, content] = quoted.exec(text) ?? [];
  if (whole !== undefined && content !== undefined) {
    const end = start + whole.length;
    if (end === text.length || isEnd(text.charAt(end), separator))
      return { cell: content.replaceAll('""', '"'), end };
  }
  let end = start;
  while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
  return { cell: text.slice(start, end), end };
}

const isEnd = (letter: string, separator: string) =>
  letter === separator || /[\r\n\u2028\u2029\u0085]/.test(letter);

/** The text of a cell on one line. */
function plainCell(cell: string): string {
  return cell.replace(unseen, "").replace(/\s+/g, " ").trim();
}
