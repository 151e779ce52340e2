import { Trans, useLingui } from "@lingui/react/macro";
import type { WizardOrder } from "../../lib/order";
import { ButtonLink } from "../../ui/button";
import { StepPage } from "../../ui/step-page";

/** The order ended without being carried out. */
export function Over({ order }: { order: WizardOrder }) {
  const { t } = useLingui();
  const { name, contactEmail } = order.seller;
  const isCancelled = order.status === "CANCELLED";
  return (
    <StepPage
      back={null}
      title={isCancelled ? t`This order was cancelled` : t`This order is closed`}
      lead={
        isCancelled ? (
          <Trans>Nothing more can be set up. Reserved site names are available again.</Trans>
        ) : (
          <Trans>Its deadline has passed. The salesperson can reopen it; nothing you saved is lost.</Trans>
        )
      }
    >
      <p>
        <Trans>Contact the salesperson with whom you placed the order: {name}</Trans>
        {contactEmail && (
          <>
            , <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </>
        )}
        .
      </p>
      <div className="actions">
        <ButtonLink variant="primary" href={`/orders/${order.id}`}>
          <Trans>Open Control Hub</Trans>
        </ButtonLink>
      </div>
    </StepPage>
  );
}
