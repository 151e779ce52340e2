import { Suspense, useEffect, useRef } from "react";
import type { Act } from "../../lib/api-mutation";
import { page } from "../../lib/page";
import type { Problem } from "../../lib/problem";
import { Reference } from "../../ui/reference";
import type { ChoiceProps, TypedStepProps } from "./choice";
import { Typed } from "./typed";
import "../stale.css";

const Choice = page<ChoiceProps<never>>("steps", async () => ({
  default: (await import("./choice")).Choice,
}));

type DraftConflictProps<Values> = TypedStepProps<Values> & { act: Pick<Act, "errors">; theirs: Values };

/** The errors that belong into the error summary; a conflict has a place of its own. */
export function withoutConflict(errors: readonly Problem[]): Problem[] {
  return errors.filter(({ __typename }) => __typename !== "VersionConflict");
}

/**
 * After a refused save: what somebody else saved meanwhile beside what was typed. Takes focus when it appears. Before: what
 * there is to say of what was typed and is not saved.
 */
export function DraftConflict<Values>(props: DraftConflictProps<Values>) {
  const { act, onSettled } = props;
  const box = useRef<HTMLDivElement>(null);
  const conflict = act.errors.find((error) => error.__typename === "VersionConflict");
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  if (conflict?.__typename !== "VersionConflict") return <Typed {...props} />;
  const choice: ChoiceProps<Values> = {
    ...props,
    by: conflict.changedBy,
    at: conflict.changedAt,
    onChosen: (values) => onSettled(values, conflict.currentVersion),
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className="stale">
      <Suspense>
        <Choice {...(choice as unknown as ChoiceProps<never>)} />
      </Suspense>
      <Reference id={conflict.reference} />
    </div>
  );
}
