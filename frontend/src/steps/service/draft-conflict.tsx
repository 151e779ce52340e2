import { useEffect, useRef } from "react";
import type { Act } from "../../lib/api-mutation";
import type { Problem } from "../../lib/problem";
import { Conflict } from "../../ui/conflict";
import "../stale.css";

/** One thing of a draft that two people may have changed. */
export type Facet<Values> = {
  id: string;
  label: string;
  /** Its value in words. */
  show: (values: Values) => string;
  /** `mine` with this thing as it is in `theirs`. */
  take: (mine: Values, theirs: Values) => Values;
};

type DraftConflictProps<Values> = {
  act: Pick<Act, "errors">;
  mine: Values;
  theirs: Values;
  facets: () => Facet<Values>[];
  onSettled: (values: Values, version: number) => void;
};

/** The errors that belong into the error summary; a conflict has a place of its own. */
export function withoutConflict(errors: readonly Problem[]): Problem[] {
  return errors.filter(({ __typename }) => __typename !== "VersionConflict");
}

/** After a refused save: what somebody else saved meanwhile beside what was typed. Takes focus when it appears. */
export function DraftConflict<Values>({ act, mine, theirs, facets, onSettled }: DraftConflictProps<Values>) {
  const box = useRef<HTMLDivElement>(null);
  const conflict = act.errors.find((error) => error.__typename === "VersionConflict");
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  if (conflict?.__typename !== "VersionConflict") return null;
  const differing = facets().filter(({ show }) => show(mine) !== show(theirs));
  function settle(taken: Set<string>, version: number) {
    const chosen = differing.filter(({ id }) => taken.has(id));
    onSettled(
      chosen.reduce((values, { take }) => take(values, theirs), mine),
      version,
    );
  }
  return (
    <div ref={box} tabIndex={-1} role="alert" className="stale">
      <Conflict
        by={conflict.changedBy}
        at={conflict.changedAt}
        differences={differing.map(({ id, label, show }) => ({
          id,
          label,
          mine: show(mine),
          theirs: show(theirs),
        }))}
        onContinue={(taken) => settle(taken, conflict.currentVersion)}
      />
    </div>
  );
}
