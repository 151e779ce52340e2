import type { ComponentProps } from "react";
import type { WizardOrder } from "../../lib/order";
import { Conflict } from "../../ui/conflict";
import type { Draft } from "./draft";

/** One thing of a draft that two people may have changed. */
export type Facet<Values> = {
  id: string;
  label: string;
  /** Its value in words. */
  show: (values: Values) => string;
  /** `mine` with this thing as it is in `theirs`. */
  take: (mine: Values, theirs: Values) => Values;
};

/** What is told of a draft that is not saved, and settled. */
export type TypedStepProps<Values> = {
  order: WizardOrder;
  draft: Draft<Values>;
  mine: Values;
  facets: () => Facet<Values>[];
  /** Takes values as typed on top of this version of the order. */
  onSettled: (values: Values, version: number) => void;
};

export type ChoiceProps<Values> = Pick<TypedStepProps<Values>, "mine" | "facets"> & { theirs: Values } & Pick<
    ComponentProps<typeof Conflict>,
    "by" | "at" | "title" | "otherSide"
  > & {
    onChosen: (values: Values) => void;
  };

/** What is on the page beside what it is to be put together with, one choice a facet. */
export function Choice<Values>({ mine, theirs, facets, onChosen, ...told }: ChoiceProps<Values>) {
  const differing = facets().filter(({ show }) => show(mine) !== show(theirs));
  function settle(taken: Set<string>) {
    const chosen = differing.filter(({ id }) => taken.has(id));
    onChosen(chosen.reduce((values, { take }) => take(values, theirs), mine));
  }
  return (
    <Conflict
      by={told.by}
      at={told.at}
      title={told.title}
      {...(told.otherSide && { otherSide: told.otherSide })}
      differences={differing.map(({ id, label, show }) => ({
        id,
        label,
        mine: show(mine),
        theirs: show(theirs),
      }))}
      onContinue={settle}
    />
  );
}
