import { i18n } from "@lingui/core";
import type { OrderRole, WizardOrderFragment } from "../gql/graphql";
import { asViewed } from "./base-path";

/** The order as the wizard's pages know it. */
export type WizardOrder = WizardOrderFragment;

export type WizardService = WizardOrder["services"][number];
export type MeetingsService = Extract<WizardService, { __typename: "MeetingsService" }>;
const submitted: WizardService["state"][] = ["PROVISIONING", "PROVISIONED", "FAILED"];

/** Does this person see only where the order stands? The wizard is not theirs then. */
export function isStatusOnly(role: OrderRole | null | undefined): boolean {
  return role === "FORMER_CONTACT" || role === "SALESPERSON";
}

/** Was a service submitted? The PDF is a draft until then. */
export function isSubmitted(order: Pick<WizardOrder, "services">): boolean {
  return order.services.some(({ state }) => submitted.includes(state));
}

/** The customer's name for a partner who sets up its services; null: the person sets up their own company's. */
export function customerOf(
  order: Pick<WizardOrder, "audience" | "viewerRole" | "customerOrganization" | "companyName">,
): string | null {
  if (order.audience !== "CUSTOMER" || order.viewerRole === "CUSTOMER_ADMINISTRATOR") return null;
  return order.customerOrganization?.displayName ?? order.companyName;
}

/** Where the order summary is downloaded in the language of the page; null where this person may not. */
export function summaryHref(order: Pick<WizardOrder, "summaryUrl">): string | null {
  return order.summaryUrl && asViewed(`${order.summaryUrl}?language=${i18n.locale}`);
}

/** Where what the order summary says is downloaded as data; null where this person may not. */
export function summaryDataHref(order: Pick<WizardOrder, "summaryUrl">): string | null {
  return order.summaryUrl && asViewed(order.summaryUrl.replace(/pdf$/, "json"));
}

export type CallingService = Extract<WizardService, { __typename: "CallingService" }>;
