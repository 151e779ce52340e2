import { useLingui } from "@lingui/react/macro";
import type { OrganizationType } from "../../gql/graphql";
import type { WizardOrder } from "../../lib/order";

/** What the page says of the organization that it asks for: partner's, customer's, or the contact's own. */
export function useOrganizationWords(order: WizardOrder, slot: OrganizationType) {
  const { t } = useLingui();
  if (slot === "PARTNER") {
    return {
      mapping: t`Map to a partner org`,
      task: t`Map the subscription to your partner organization.`,
      which: t`Which one is your partner organization?`,
      isThis: t`Is this your partner organization?`,
      nothing: (domain: string) => t`No partner organization uses your domain, ${domain}.`,
    };
  }
  if (order.audience === "OWN_COMPANY") {
    return {
      mapping: "",
      task: "",
      which: t`Which one is your organization?`,
      isThis: t`Is this your organization?`,
      nothing: (domain: string) => t`No organization uses your domain, ${domain}.`,
    };
  }
  return {
    mapping: t`Map to a customer org`,
    task: t`Map the subscription to the correct customer organization.`,
    which: t`Which one is your customer’s organization?`,
    isThis: t`Is this your customer’s organization?`,
    nothing: (domain: string) => t`No customer organization uses your domain, ${domain}.`,
  };
}
