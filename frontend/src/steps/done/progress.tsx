import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { list } from "../../lib/format";
import { isSubmitted, type WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { serviceNames } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { summaryLink } from "../service/summary-link";
import { OpenServices } from "./open-services";
import { ServiceProgress } from "./service-progress";
import "./done.css";

const submitted = ({ state }: WizardService) =>
  state === "PROVISIONING" || state === "PROVISIONED" || state === "FAILED";
const needsInput = ({ kind }: WizardService) => kind !== "MESSAGING";

/** Services on their way, step by step, and what can be done meanwhile. */
export function Progress(props: StepProps) {
  const { order, href, update } = props;
  const { i18n } = useLingui();
  const title = useTitle(order.services);
  const services = order.services.filter(
    (service) => submitted(service) && (needsInput(service) || service.state === "FAILED"),
  );
  const isRunning = services.some(({ state }) => state === "PROVISIONING");
  const open = order.services.filter((service) => !submitted(service) && needsInput(service));
  const summary = summaryLink(order, i18n.locale);
  return (
    <StepPage
      back={null}
      title={title}
      lead={
        isRunning && (
          <Trans>
            This usually takes 2 minutes. You can leave this page; we’ll email you when it’s done.
          </Trans>
        )
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
        <ButtonLink variant="secondary" href={`/orders/${order.id}`}>
          <Trans>Open Control Hub</Trans>
        </ButtonLink>
        {summary && (
          <ButtonLink variant="quiet" icon="download" href={summary} external>
            {isSubmitted(order) ? (
              <Trans>Download order summary (PDF)</Trans>
            ) : (
              <Trans>Download draft (PDF)</Trans>
            )}
          </ButtonLink>
        )}
      </div>
    </StepPage>
  );
}

function useTitle(services: readonly WizardService[]): string {
  const { t, i18n } = useLingui();
  const named = (state: WizardService["state"]) => {
    const found = services.filter((service) => service.state === state);
    const main = found.filter(needsInput);
    return (main.length > 0 ? main : found).map(({ kind }) => i18n._(serviceNames[kind]));
  };
  const failed = named("FAILED");
  const running = named("PROVISIONING");
  const provisioned = named("PROVISIONED");
  const done = list(provisioned);
  const which = list(failed.length > 0 ? failed : running);
  if (failed.length > 0) return t`${which} could not be set up`;
  return running.length > 0
    ? t`Setting up ${which}`
    : plural(provisioned.length, { one: `${done} is set up`, other: `${done} are set up` });
}
