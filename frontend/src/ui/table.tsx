import type { ReactNode } from "react";
import "./table.css";

type Sorted = "ascending" | "descending" | "none";

type Column = string | { unseen: string } | { title: string; sorted: Sorted; onSort: () => void };

type TableProps = {
  /** What the table lists; read out only. */
  caption: string;
  /** Column heads; `unseen` ones, such as of buttons, are read out only; those that can sort the rows are pressed. */
  columns: Column[];
  /** `<Row>`s. */
  children: ReactNode;
};

/** Rows on hairlines; below 640 px each row stands as a list entry. */
export function Table({ caption, columns, children }: TableProps) {
  // The roles keep the meaning where the narrow layout takes `display: table` away.
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="table" role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            <th key={index} role="columnheader" scope="col" aria-sort={sortOf(column)}>
              {typeof column === "string" ? column : <Head column={column} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function Head({ column }: { column: Exclude<Column, string> }) {
  if ("unseen" in column) return <span className="unseen">{column.unseen}</span>;
  return (
    <button type="button" className="table-sort" onClick={column.onSort}>
      {column.title}
    </button>
  );
}

function sortOf(column: Column): Sorted | undefined {
  return typeof column === "string" || "unseen" in column ? undefined : column.sorted;
}

/** One row of `<Cell>`s; the row's link is in the first. */
export function Row({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the narrow layout takes `display: table` away
    <tr role="row" className="table-row">
      {children}
    </tr>
  );
}

/** One cell; `label` stands before it in the narrow layout; `wide` hides it there; `end` is for buttons at the right edge. */
export function Cell({
  children,
  label,
  wide,
  end,
}: {
  children?: ReactNode;
  label?: string;
  wide?: boolean;
  end?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the narrow layout takes `display: table` away
    <td role="cell" {...(wide && { "data-wide": "" })} {...(end && { "data-end": "" })}>
      {label && <span className="table-label">{label}</span>} {children}
    </td>
  );
}
