import type { ReactNode } from "react";

const shapes = {
  alert: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6.5v4M10 13.4v.1" />
    </>
  ),
  back: <path d="m12 5-5 5 5 5" />,
  book: (
    <path d="M10 5.5C8.5 4.5 6.5 4 3.5 4v11c3 0 5 .5 6.5 1.5 1.5-1 3.5-1.5 6.5-1.5V4c-3 0-5 .5-6.5 1.5Zm0 0v11" />
  ),
  chat: (
    <path d="M4.5 3.5h11a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H9.5L6 17v-3H4.5A1.5 1.5 0 0 1 3 12.5V5a1.5 1.5 0 0 1 1.5-1.5Z" />
  ),
  check: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  chevron: <path d="m8 5 5 5-5 5" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6v4.2l2.6 1.5" />
    </>
  ),
  close: <path d="m5 5 10 10M15 5 5 15" />,
  down: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  download: <path d="M10 3.5v9m-3.8-3.6L10 12.7l3.8-3.8M4 16.25h12" />,
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
  mail: (
    <>
      <rect x="3" y="4.5" width="14" height="11" rx="2" />
      <path d="m3.5 6.5 6.5 5 6.5-5" />
    </>
  ),
  menu: <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />,
  newTab: <path d="M8.5 4.5h-4v11h11v-4M11.5 4.5h4v4M15.5 4.5 9.5 10.5" />,
  phone: (
    <path d="M6.2 3.2 4.3 4.1c-1 .5-1.4 1.6-1.1 2.6 1.3 4.8 5.3 8.8 10.1 10.1 1 .3 2.1-.1 2.6-1.1l.9-1.9c.3-.6.1-1.3-.4-1.7l-2.3-1.6c-.5-.4-1.2-.3-1.7.1l-1 1c-1.7-.9-3.1-2.3-4-4l1-1c.4-.5.5-1.2.1-1.7L7.9 3.6c-.4-.5-1.1-.7-1.7-.4Z" />
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  search: (
    <>
      <circle cx="8.8" cy="8.8" r="5.05" />
      <path d="m12.6 12.6 3.9 3.9" />
    </>
  ),
  trash: (
    <path d="M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.6 10a1.5 1.5 0 0 0 1.5 1.4h4.8a1.5 1.5 0 0 0 1.5-1.4l.6-10" />
  ),
  video: (
    <>
      <rect x="2.5" y="5" width="11" height="10" rx="2" />
      <path d="m13.5 9 4-2.5v7l-4-2.5" />
    </>
  ),
  warning: <path d="M10 3.5 2.5 16.25h15ZM10 8.5v3.5M10 14v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

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
