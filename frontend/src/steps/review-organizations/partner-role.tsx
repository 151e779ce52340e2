import { Trans, useLingui } from "@lingui/react/macro";
import type { WizardOrder } from "../../lib/order";
import { administratorRoles } from "../../lib/words";
import { SummaryRow } from "../../ui/summary-list";

/** What the partner may do in the customer's organization, and how it can come to more. */
export function PartnerRole({ order }: { order: WizardOrder }) {
  const { t, i18n } = useLingui();
  if (!order.partnerRole) return null;
  return (
    <SummaryRow label={t`Your role`}>
      <strong>{i18n._(administratorRoles[order.partnerRole])}</strong>
      <span className="small review-role">
        {order.partnerRole === "PROVISIONING_ADMINISTRATOR" ? (
          <Trans>
            You can set up the services of this order. If you need full administrator privileges, first
            complete service setup, then ask the customer’s administrator for them.
          </Trans>
        ) : (
          <Trans>
            Because you create this organization, you get full administrator privileges and can support your
            customer after setup.
          </Trans>
        )}
      </span>
    </SummaryRow>
  );
}
