import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Act } from "../../lib/act";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { Button, ButtonLink } from "../../ui/button";
import { SetUpLater } from "./set-up-later";
import { summaryLink } from "./summary-link";
import "./review.css";

type CloseProps = Pick<StepProps, "order" | "next"> & {
  service: WizardService;
  act: Pick<Act, "pending">;
  /** What can be done after Close. */
  children: ReactNode;
};

/** The foot of a review page: what Close does, Close itself, and the ways around it. */
export function Close({ order, service, next, act, children }: CloseProps) {
  const { i18n } = useLingui();
  const draft = summaryLink(order, i18n.locale);
  return (
    <>
      <p className="review-close">
        <strong>
          <Trans>Setup starts when you click Close.</Trans>
        </strong>{" "}
        {children}
      </p>
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Close</Trans>
        </Button>
        <SetUpLater service={service} next={next} variant="secondary" />
        {draft && (
          <div className="push">
            <ButtonLink variant="quiet" icon="download" href={draft} external>
              <Trans>Download draft (PDF)</Trans>
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}
