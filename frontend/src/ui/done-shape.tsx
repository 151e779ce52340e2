import type { ReactNode } from "react";

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
