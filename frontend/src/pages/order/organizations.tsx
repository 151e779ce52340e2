import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { countryName } from "../../lib/format";
import { isMapped } from "../../lib/journey";
import { TextButton } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { type ActName, may } from "./acts";
import type { Order } from "./order";

/** The organizations that the order is mapped to, or will be. */
export function Organizations({ order, onAct }: { order: Order; onAct: (name: ActName) => void }) {
  const { t } = useLingui();
  const { partnerOrganization: partner, customerOrganization: customer } = order;
  if (!partner && !customer) return null;
  return (
    <Section
      title={t`Organizations`}
      action={
        may(order, "undoMapping") && (
          <TextButton onPress={() => onAct("undoMapping")}>{t`Undo mapping`}</TextButton>
        )
      }
    >
      <SummaryList>
        {partner && (
          <SummaryRow label={t`Partner`}>
            <Link href={`/organizations/${partner.id}`}>{partner.displayName}</Link>{" "}
            <span className="ink-3">{countryName(partner.country)}</span>
          </SummaryRow>
        )}
        {customer && (
          <SummaryRow label={t`Customer`}>
            <Link href={`/organizations/${customer.id}`}>{customer.displayName}</Link>{" "}
            <span className="ink-3">{countryName(customer.country)}</span>
            {partner && order.partnerRole && (
              <span className="small ink-2 order-role">
                {order.partnerRole === "PROVISIONING_ADMINISTRATOR" ? (
                  <Trans>{partner.displayName} is provisioning administrator</Trans>
                ) : (
                  <Trans>{partner.displayName} has full administrator privileges</Trans>
                )}
              </span>
            )}
          </SummaryRow>
        )}
      </SummaryList>
      {!isMapped(order) && (
        <p className="small ink-3">
          <Trans>Chosen, not yet confirmed.</Trans>
        </p>
      )}
    </Section>
  );
}
