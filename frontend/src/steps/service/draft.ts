import { useRef, useState } from "react";
import type { StepSlug } from "../../lib/journey";
import type { WizardOrder } from "../../lib/order";

/** What was typed on a step and is not saved yet. */
export type Kept<Values> = {
  values: Values;
  /** The order's version that the typing began from. */
  version: number;
  /** The state on the server that it goes on from; null: there was none. */
  after?: string | null;
  /** When something was typed last; another step did not type what it wrote here. */
  at?: string;
};

export type Draft<Values> = ReturnType<typeof useDraft<Values>>;

/**
 * What was typed on a step and is not saved yet, over what is saved. It survives Back, Forward and reload in this tab;
 * `TypedStep` brings it to the other devices of this person, and from there. `version` is the order's as it was when the
 * typing began, so that a save finds out what others changed since.
 */
export function useDraft<Values>(order: WizardOrder, step: StepSlug, saved: Values) {
  const key = keyOf(order, step);
  const [kept, setKept] = useState(() => read<Kept<Values>>(key));
  /** What was typed elsewhere, as long as nothing is typed here. */
  const [copy, show] = useState<Kept<Values> | null>(null);
  const isOver = useRef(false);
  const base = kept ?? copy;
  const { values, version, after = null } = base ?? { values: saved, version: order.version };

  function keep(next: Kept<Values>) {
    store(key, next);
    setKept(next);
  }
  function rebase(values: Values, newer: number, revision = after) {
    keep({ values, version: newer, after: revision, at: new Date().toISOString() });
  }
  function clear() {
    sessionStorage.removeItem(key);
    setKept(null);
    show(null);
  }
  return {
    step,
    saved,
    base,
    kept,
    values,
    version,
    isDirty: kept !== null,
    /** Whether it was saved: nobody needs it any more. */
    isOver,
    show,
    keep,
    clear,
    change: (values: Values) => rebase(values, version),
    /** After a conflict: goes on from a newer version. */
    rebase,
    /** After a save: the order has the values now. */
    forget() {
      isOver.current = true;
      clear();
    },
    /** What this tab keeps now, also once the step is left. */
    latest: () => read<Kept<Values>>(key),
  };
}

/** Keeps values for another step as if they had been typed there, on top of the order as it is now. */
export function keepDraft<Values>(order: WizardOrder, step: StepSlug, values: Values): void {
  store(keyOf(order, step), { values, version: order.version });
}

const keyOf = (order: WizardOrder, step: StepSlug) => `draft ${order.id} ${step}`;

/** What was stored last: read again it is the same objects, so that of 50 sites none is drawn again that did not change. */
let stored: { text: string; kept: unknown } | null = null;

function store<Values>(key: string, kept: Kept<Values>): void {
  const text = JSON.stringify(kept);
  sessionStorage.setItem(key, text);
  stored = { text, kept };
}

function read<Value>(key: string): Value | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  return (text === stored?.text ? stored.kept : JSON.parse(text)) as Value;
}
