/** Which orders of a list are chosen: some, also of other pages, or all that match. */
export type Selection = {
  ids: ReadonlySet<string>;
  isAll: boolean;
  /** The row that was pressed last: Shift chooses from there. */
  last: string | null;
};

export const nothingChosen: Selection = { ids: new Set(), isAll: false, last: null };

/** A row was pressed; with Shift all rows from the one that was pressed before are as this one is now. */
export function pressed(
  selection: Selection,
  rows: readonly string[],
  id: string,
  isShift: boolean,
): Selection {
  const ids = new Set(selection.isAll ? rows : selection.ids);
  const wanted = !ids.has(id);
  const from = selection.last === null ? -1 : rows.indexOf(selection.last);
  const to = rows.indexOf(id);
  const range = isShift && from >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  for (const one of range) {
    if (wanted) ids.add(one);
    else ids.delete(one);
  }
  return { ids, isAll: false, last: id };
}

/** All rows of this page, or none of them. */
export function withPage(selection: Selection, rows: readonly string[], wanted: boolean): Selection {
  const ids = new Set(selection.isAll ? [] : selection.ids);
  for (const id of rows) {
    if (wanted) ids.add(id);
    else ids.delete(id);
  }
  return { ids, isAll: false, last: null };
}

/** How much of a page is chosen. */
export function ofPage(selection: Selection, rows: readonly string[]): "all" | "some" | "none" {
  if (selection.isAll) return "all";
  const chosen = rows.filter((id) => selection.ids.has(id)).length;
  return chosen === 0 ? "none" : chosen === rows.length ? "all" : "some";
}
