import type { StepSlug } from "./journey";
import type { WizardOrder } from "./order";
import type { Page } from "./page";

/** What the wizard hands to each step. */
export type StepProps = {
  order: WizardOrder;
  /** Where Back leads; null where there is none. */
  back: string | null;
  /** The address of another step of this order, for "Change" links. */
  href: (slug: StepSlug) => string;
  /** After a successful save: keeps the order, says "Saved" and moves on to `to`, else to where the server leads. */
  next: (order: WizardOrder, to?: StepSlug) => void;
  /** Puts a newer order in place and stays here, as after a conflict. */
  update: (order: WizardOrder) => void;
};

export type StepPage = Page<StepProps>;
