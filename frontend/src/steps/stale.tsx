import { useEffect, useRef, useState } from "react";
import type { Act } from "../lib/api-mutation";
import type { WizardOrder } from "../lib/order";
import type { Problem } from "../lib/problem";
import { Conflict, type Difference } from "../ui/conflict";
import { Reference } from "../ui/reference";
import "./stale.css";

type VersionConflict = Extract<Problem, { __typename: "VersionConflict" }>;

/**
 * The order's version as this page first read it, to be sent with its act, and the conflict after somebody was faster.
 * `act` is the act without that conflict among its errors; `accept` takes the newer version as known.
 */
export function useVersion<Done extends Act>(order: WizardOrder, done: Done) {
  const [version, setVersion] = useState(order.version);
  const found = done.errors.find((error) => error.__typename === "VersionConflict");
  const conflict = found && found.currentVersion !== version ? found : null;
  return {
    version,
    conflict,
    act: { ...done, errors: done.errors.filter((error) => error !== found) },
    accept: () => found && setVersion(found.currentVersion),
  };
}

type StaleProps = {
  conflict: VersionConflict | null;
  /** Left out where nothing was typed that could be kept. */
  differences?: Difference[];
  onContinue: (taken: Set<string>) => void;
};

/** Says who was faster, their answer beside yours; takes focus when it appears. */
export function Stale({ conflict, differences, onContinue }: StaleProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  if (!conflict) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="stale">
      <Conflict
        by={conflict.changedBy}
        at={conflict.changedAt}
        {...(differences && { differences })}
        onContinue={onContinue}
      />
      <Reference id={conflict.reference} />
    </div>
  );
}
