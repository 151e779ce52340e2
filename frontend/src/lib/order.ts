import type { WizardOrderFragment } from "../gql/graphql";

/** The order as the wizard's pages know it. */
export type WizardOrder = WizardOrderFragment;

export type WizardService = WizardOrder["services"][number];
export type MeetingsService = Extract<WizardService, { __typename: "MeetingsService" }>;
/** Is every service that needs input submitted? The PDF is a draft until then. */
export function isSubmitted(order: Pick<WizardOrder, "services">): boolean {
  return order.services.every(
    ({ __typename, submittedAt }) => __typename === "IncludedService" || submittedAt !== null,
  );
}

export type CallingService = Extract<WizardService, { __typename: "CallingService" }>;
