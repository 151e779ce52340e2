import { Trans, useLingui } from "@lingui/react/macro";
import type { WizardOrder } from "../../lib/order";
import { SummaryList, SummaryRow } from "../../ui/summary-list";

/** The organizations that the service is set up in, on a review page. */
export function ReviewOrganization({ order }: { order: WizardOrder }) {
  const { t } = useLingui();
  const customer = order.customerOrganization;
  if (!customer) return null;
  return (
    <section className="review-part">
      <h2>
        <Trans>Organization</Trans>
      </h2>
      <SummaryList>
        {order.partnerOrganization && (
          <SummaryRow label={t`Partner`}>{order.partnerOrganization.displayName}</SummaryRow>
        )}
        <SummaryRow label={order.audience === "OWN_COMPANY" ? t`Your company` : t`Customer`}>
          {customer.displayName}{" "}
          {order.partnerRole && order.viewerRole !== "CUSTOMER_ADMINISTRATOR" && (
            <span className="ink-3">
              {order.partnerRole === "PROVISIONING_ADMINISTRATOR" ? (
                <Trans>where you are a provisioning administrator</Trans>
              ) : (
                <Trans>where you are a full administrator</Trans>
              )}
            </span>
          )}
        </SummaryRow>
      </SummaryList>
    </section>
  );
}
