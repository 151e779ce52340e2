import type { WizardStep } from "../gql/graphql";

/** The pages of the wizard by their address. */
export const slugs = {
  audience: "AUDIENCE",
  "partner-organization": "PARTNER_ORGANIZATION",
  "customer-organization": "CUSTOMER_ORGANIZATION",
  "review-organizations": "REVIEW_ORGANIZATIONS",
  services: "SERVICES",
  "meetings-sites": "MEETINGS_SITES",
  "meetings-licenses": "MEETINGS_LICENSES",
  "meetings-review": "MEETINGS_REVIEW",
  "calling-location": "CALLING_LOCATION",
  "calling-review": "CALLING_REVIEW",
  done: "DONE",
} as const satisfies Record<string, WizardStep>;

export type StepSlug = keyof typeof slugs;

export function isSlug(text: string): text is StepSlug {
  return text in slugs;
}

/** The address of a step; START, which only a stranger sees, leads to the audience. */
export function slugOf(step: WizardStep): StepSlug {
  const slug = step.toLowerCase().replaceAll("_", "-");
  return isSlug(slug) ? slug : "audience";
}
