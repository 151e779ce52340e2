import { Trans, useLingui } from "@lingui/react/macro";
import { ago, lasting } from "../../lib/format";
import { orderStates } from "../../lib/words";
import { Button } from "../../ui/button";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { type ActName, may } from "./acts";
import type { Order } from "./order";

/** What a former contact still sees: who has the order now, how it goes, and whether it can be taken back. */
export function FormerContact({ order, onAct }: { order: Order; onAct: (name: ActName) => void }) {
  const { t, i18n } = useLingui();
  const since = order.delegation && ago(order.delegation.since);
  const mayTakeBack = may(order, "takeBackOrder");
  return (
    <div className="former-contact">
      <SummaryList>
        {order.delegation && (
          <SummaryRow label={t`Handed over to`}>
            {order.delegation.delegateEmail} <span className="ink-3">{since}</span>
          </SummaryRow>
        )}
        <SummaryRow label={t`Status`}>{i18n._(orderStates[order.status])}</SummaryRow>
        {order.waitingFor && <SummaryRow label={t`Waiting`}>{lasting(order.waitingFor.since)}</SummaryRow>}
        <SummaryRow label={t`Sold by`}>{order.seller.name}</SummaryRow>
      </SummaryList>
      <p className="small ink-2 former-note">
        {mayTakeBack ? (
          <Trans>You can take the order back until the other person first signs in.</Trans>
        ) : (
          <Trans>The other person is working on it now, so you can no longer take it back.</Trans>
        )}
      </p>
      {mayTakeBack && (
        <div className="actions">
          <Button variant="primary" onPress={() => onAct("takeBackOrder")}>
            <Trans>Take back</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
