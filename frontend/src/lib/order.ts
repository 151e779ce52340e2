import type { WizardOrderFragment } from "../gql/graphql";

/** The order as the wizard's pages know it. */
export type WizardOrder = WizardOrderFragment;

export type WizardService = WizardOrder["services"][number];
export type MeetingsService = Extract<WizardService, { __typename: "MeetingsService" }>;
export type CallingService = Extract<WizardService, { __typename: "CallingService" }>;
