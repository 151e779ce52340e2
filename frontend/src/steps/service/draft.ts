import { useState } from "react";
import type { StepSlug } from "../../lib/journey";
import type { WizardOrder } from "../../lib/order";

type Kept<Values> = {
  values: Values;
  /** The order's version that the typing began from. */
  version: number;
};

/**
 * What was typed on a step and is not saved yet, over what is saved. It survives Back, Forward and reload in this tab.
 * `version` is the order's as it was when the typing began, so that a save finds out what others changed since.
 */
export function useDraft<Values>(order: WizardOrder, step: StepSlug, saved: Values) {
  const key = keyOf(order, step);
  const [kept, setKept] = useState(() => read<Kept<Values>>(key));
  const version = kept?.version ?? order.version;

  function keep(next: Kept<Values>) {
    store(key, next);
    setKept(next);
  }
  return {
    values: kept?.values ?? saved,
    version,
    isDirty: kept !== null,
    change: (values: Values) => keep({ values, version }),
    /** After a conflict: goes on from a newer version. */
    rebase: (values: Values, newer: number) => keep({ values, version: newer }),
    /** After a save: the order has the values now. */
    forget() {
      sessionStorage.removeItem(key);
      setKept(null);
    },
  };
}

/** Keeps values for another step as if they had been typed there, on top of the order as it is now. */
export function keepDraft<Values>(order: WizardOrder, step: StepSlug, values: Values): void {
  store(keyOf(order, step), { values, version: order.version });
}

const keyOf = (order: WizardOrder, step: StepSlug) => `draft ${order.id} ${step}`;

function store<Values>(key: string, kept: Kept<Values>): void {
  sessionStorage.setItem(key, JSON.stringify(kept));
}

function read<Value>(key: string): Value | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Value);
}
