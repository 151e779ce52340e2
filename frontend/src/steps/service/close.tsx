import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type Consequences, consequences } from "../../acts/consequences";
import type { Act } from "../../lib/api-mutation";
import { list } from "../../lib/format";
import { isSubmitted, type WizardOrder, type WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { serviceNames } from "../../lib/words";
import { Button, ButtonLink } from "../../ui/button";
import { Plan } from "./plan";
import { LaterNote, SetUpLater } from "./set-up-later";
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
      <Plan service={service} />
      <p className="review-close">
        <strong>
          <Trans>Setup starts when you click Close. Once it runs, you can’t stop it.</Trans>
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
              {isSubmitted(order) ? (
                <Trans>Download order summary (PDF)</Trans>
              ) : (
                <Trans>Download draft (PDF)</Trans>
              )}
            </ButtonLink>
          </div>
        )}
      </div>
      <LaterNote service={service} />
    </>
  );
}

/** What Close brings: the first one ends undo and starts what is included. */
export function useSubmitSays(order: WizardOrder, service: WizardService): Consequences {
  const { i18n } = useLingui();
  const isFirst = order.services.every(({ submittedAt }) => submittedAt === null);
  const others = order.services.filter(({ id }) => id !== service.id);
  const included = others.filter(({ __typename }) => __typename === "IncludedService");
  const names = list(included.map(({ kind }) => i18n._(serviceNames[kind])));
  return consequences.submitService(order, {
    service: i18n._(serviceNames[service.kind]),
    included: names,
    isFirst,
  });
}
