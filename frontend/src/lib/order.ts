import { i18n } from "@lingui/core";
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

/** Where the order summary is downloaded in the language of the page; null where this person may not. */
export function summaryHref(order: Pick<WizardOrder, "summaryUrl">): string | null {
  return order.summaryUrl && `${order.summaryUrl}?language=${i18n.locale}`;
}

export type CallingService = Extract<WizardService, { __typename: "CallingService" }>;
