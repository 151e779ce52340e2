import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useEffect } from "react";
import { announce } from "../../lib/announce";
import { list } from "../../lib/format";
import { isHalted } from "../../lib/journey";
import { isSubmitted, type WizardService } from "../../lib/order";
import { page } from "../../lib/page";
import type { StepProps } from "../../lib/step";
import { serviceNames } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { OneOf } from "../../ui/one-of";
import { StepPage } from "../../ui/step-page";
import { summaryLink } from "../service/summary-link";
import { AdministratorRights } from "./administrator-rights";
import { OpenServices } from "./open-services";
import { ServiceProgress } from "./service-progress";
import { WhatThereIs, WhoCanUseIt } from "./what-there-is";
import "./done.css";

const FollowUps = page("hub", () => import("../../acts/follow-ups"));

const submitted = ({ state }: WizardService) =>
  state === "PROVISIONING" || state === "PROVISIONED" || state === "FAILED";
const needsInput = ({ kind }: WizardService) => kind !== "MESSAGING";

/** Services on their way, step by step, and what can be done meanwhile; at the end what there is, below what stood there. */
export function Progress(props: StepProps) {
  const { order, href, update } = props;
  const { t, i18n } = useLingui();
  const titles = useTitles(order.services);
  const isFinished = order.status === "COMPLETED";
  const title = isFinished ? t`Everything is set up` : titles.now;
  const services = order.services.filter(
    (service) => submitted(service) && (needsInput(service) || service.state === "FAILED"),
  );
  const isToldByNobody = order.viewerRole === "SERVICE_DELEGATE";
  const isRunning = services.some(({ state }) => state === "PROVISIONING");
  const open = isHalted(order)
    ? []
    : order.services.filter((service) => !submitted(service) && needsInput(service));
  const summary = summaryLink(order, i18n.locale);
  useEffect(() => {
    if (isFinished) announce(t`Everything is set up`);
  }, [isFinished, t]);
  return (
    <StepPage
      back={null}
      title={title}
      heading={<OneOf shown="now" texts={{ ...titles, now: title }} />}
      lead={
        <OneOf
          shown={isFinished ? "finished" : isRunning ? "running" : "resting"}
          texts={{
            running: isToldByNobody ? (
              <Trans>This usually takes 2 minutes. You can leave this page and come back any time.</Trans>
            ) : (
              <Trans>
                This usually takes 2 minutes. You can leave this page; we’ll email you when it’s done.
              </Trans>
            ),
            resting: <Trans>Nothing is running now. You can leave this page and come back any time.</Trans>,
            finished: <WhoCanUseIt order={order} />,
          }}
        />
      }
    >
      {services.map((service) => (
        <ServiceProgress
          key={service.id}
          order={order}
          service={service}
          named={services.length > 1}
          href={href}
          update={update}
        />
      ))}
      {open.length > 0 && <OpenServices {...props} services={open} isRunning={isRunning} />}
      <div className="actions">
        <ButtonLink variant={isFinished ? "primary" : "secondary"} href={`/orders/${order.id}`}>
          <Trans>Open Control Hub</Trans>
        </ButtonLink>
        {summary && (
          <ButtonLink variant={isFinished ? "secondary" : "quiet"} icon="download" href={summary} external>
            {isSubmitted(order) ? (
              <Trans>Download order summary (PDF)</Trans>
            ) : (
              <Trans>Download draft (PDF)</Trans>
            )}
          </ButtonLink>
        )}
      </div>
      {isFinished && (
        <div className="progress-open">
          <WhatThereIs order={order} />
          <Suspense>
            <FollowUps order={order} update={update} />
          </Suspense>
          <AdministratorRights order={order} update={update} />
        </div>
      )}
    </StepPage>
  );
}

/** What the heading says, and what it may say until all is set up, for which it keeps room. */
function useTitles(services: readonly WizardService[]) {
  const { t, i18n } = useLingui();
  const names = (found: readonly WizardService[]) => {
    const main = found.filter(needsInput);
    return list((main.length > 0 ? main : found).map(({ kind }) => i18n._(serviceNames[kind])));
  };
  const setUp = (found: readonly WizardService[]) => {
    const done = names(found);
    const count = Math.max(1, found.filter(needsInput).length);
    return plural(count, { one: `${done} is set up`, other: `${done} are set up` });
  };
  const settingUp = (found: readonly WizardService[]) => {
    const which = names(found);
    return t`Setting up ${which}`;
  };
  const inState = (state: WizardService["state"]) => services.filter((service) => service.state === state);
  const failed = inState("FAILED");
  const running = inState("PROVISIONING");
  const all = services.filter(submitted);
  const which = names(failed);
  const now =
    failed.length > 0
      ? t`${which} could not be set up`
      : running.length > 0
        ? settingUp(running)
        : setUp(inState("PROVISIONED"));
  return { now, running: settingUp(all), done: setUp(all), finished: t`Everything is set up` };
}
