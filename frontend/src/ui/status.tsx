import type { ReactNode } from "react";
import { done, Shape } from "./icon";
import "./status.css";

/** wait: hollow ring; run: half disc; done: disc with check; fail: triangle; off: dashed ring (later, set aside, closed). */
export type Tone = "wait" | "run" | "done" | "fail" | "off";

const shapes: Record<Tone, ReactNode> = {
  wait: <circle cx="8" cy="8" r="5" stroke="currentColor" strokeWidth="2" />,
  run: (
    <>
      <circle cx="8" cy="8" r="5" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" />
    </>
  ),
  done,
  fail: (
    <path
      d="M8 2.5 1.8 13.25h12.4ZM8 6.5v3.2M8 11.5v.1"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  off: <circle cx="8" cy="8" r="5" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 2.636" />,
};

/** The shape of a status, beside its word. */
export function StatusShape({ tone }: { tone: Tone }) {
  return <Shape>{shapes[tone]}</Shape>;
}

/** A status in a row: its own shape and its word; only failure colours the word. */
export function StatusWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      <StatusShape tone={tone} />
      {children}
    </span>
  );
}

/** A status beside an h1. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="pill" data-tone={tone}>
      <StatusShape tone={tone} />
      {children}
    </span>
  );
}

/** A word beside a name: "Recommended" in blue, "Primary" plain. */
export function Badge({ kind = "plain", children }: { kind?: "plain" | "recommended"; children: ReactNode }) {
  return (
    <span className="badge" data-kind={kind}>
      {children}
    </span>
  );
}
