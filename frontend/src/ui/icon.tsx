import type { ReactNode } from "react";

/** What the first pages show; the others come with `more-icons.tsx`. */
const first = {
  alert: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6.5v4M10 13.4v.1" />
    </>
  ),
  check: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 9.5v4M10 6.6v.1" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="8.5" width="11" height="8" rx="1.5" />
      <path d="M7 8.5v-2a3 3 0 0 1 6 0v2" />
    </>
  ),
  warning: <path d="M10 3.5 2.5 16.25h15ZM10 8.5v3.5M10 14v.1" />,
} satisfies Record<string, ReactNode>;

type FurtherName =
  | "back"
  | "book"
  | "chat"
  | "chevron"
  | "clock"
  | "down"
  | "download"
  | "mail"
  | "menu"
  | "newTab"
  | "phone"
  | "plus"
  | "search"
  | "trash"
  | "video";

export type IconName = keyof typeof first | FurtherName;

const shapes: Partial<Record<IconName, ReactNode>> = first;

/** From now on there are these too. */
export function addIcons(further: Record<FurtherName, ReactNode>): void {
  Object.assign(shapes, further);
}

/** Those that point along the line: they turn where text runs from right to left. */
const alongTheLine: ReadonlySet<IconName> = new Set(["back", "chevron"]);

/** A drawing beside words; it says nothing by itself and is hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 }) {
  return (
    <svg
      className="icon"
      data-along={alongTheLine.has(name) || undefined}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 16 ? 1.9 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}

/** The frame of the shapes of statuses. */
export function Shape({ children }: { children: ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      {children}
    </svg>
  );
}

/** A disc with a check, which messages show too. */
export const done = (
  <>
    <circle cx="8" cy="8" r="6.5" fill="currentColor" />
    <path
      d="m5.2 8.2 2 2 3.6-4"
      stroke="var(--surface)"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </>
);
