import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { page } from "../../lib/page";
import type { StepProps } from "../../lib/step";
import { ButtonLink } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { summaryLink } from "../service/summary-link";
import { AdministratorRights } from "./administrator-rights";
import { WhatThereIs, WhoCanUseIt } from "./what-there-is";
import "./done.css";

const FollowUps = page("hub", () => import("../../acts/follow-ups"));

/** Everything is provisioned: what there is now, and where it is administered. */
export function Finished({ order, update }: StepProps) {
  const { t, i18n } = useLingui();
  const summary = summaryLink(order, i18n.locale);
  return (
    <StepPage back={null} title={t`Everything is set up`} lead={<WhoCanUseIt order={order} />}>
      <WhatThereIs order={order} />
      <div className="actions">
        <ButtonLink variant="primary" href={`/orders/${order.id}`}>
          <Trans>Open Control Hub</Trans>
        </ButtonLink>
        {summary && (
          <ButtonLink icon="download" href={summary} external>
            <Trans>Download order summary (PDF)</Trans>
          </ButtonLink>
        )}
      </div>
      <Suspense>
        <FollowUps order={order} update={update} />
      </Suspense>
      <AdministratorRights order={order} update={update} />
    </StepPage>
  );
}
