import { Trans, useLingui } from "@lingui/react/macro";
import { StepRetryServiceDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { slugOf } from "../../lib/journey";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { provisioningTones, provisioningWords, serviceNames, serviceStatus } from "../../lib/words";
import { Banner } from "../../ui/banner";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { ProgressBar } from "../../ui/progress-bar";
import { StatusWord } from "../../ui/status";
import { StepLine } from "./step-line";

type ServiceProgressProps = Pick<StepProps, "order" | "href" | "update"> & {
  service: WizardService;
  /** Several services are shown: each says which one it is. */
  named: boolean;
};

const tones = { PROVISIONED: "ok", FAILED: "bad" } as const satisfies Partial<
  Record<WizardService["state"], string>
>;

/** One submitted service: its status, finished steps as a bar, then the steps; after a failure what to do. */
export function ServiceProgress({ order, service, named, href, update }: ServiceProgressProps) {
  const { t, i18n } = useLingui();
  const name = i18n._(serviceNames[service.kind]);
  const status = serviceStatus(service.state);
  const done = service.steps.filter(({ state }) => state === "PROVISIONED").length;
  const all = service.steps.length;
  const { state } = service;
  return (
    <section className="progress">
      {named && <h2>{name}</h2>}
      <div className="progress-head">
        <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>
        {all > 0 && (
          <span className="small ink-2 tabular">
            <Trans>
              {done} of {all} steps
            </Trans>
          </span>
        )}
      </div>
      <ProgressBar
        label={t`${name}: finished steps`}
        value={service.progress}
        tone={state === "PROVISIONED" || state === "FAILED" ? tones[state] : "accent"}
      />
      {state === "FAILED" && <Failed order={order} service={service} href={href} update={update} />}
      <ol className="progress-steps">
        {service.steps.map((step) => (
          <StepLine key={step.name} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Failed({ order, service, href, update }: Omit<ServiceProgressProps, "named">) {
  const { t } = useLingui();
  const act = useAct(StepRetryServiceDocument);
  async function retry() {
    const payload = await act.run({ input: { serviceId: service.id, expectedVersion: order.version } });
    if (payload?.order) update(payload.order);
  }
  return (
    <div className="progress-failed">
      <Banner tone="bad" title={service.failure ?? t`It could not be set up.`}>
        <Trans>Nothing you entered is lost. Change it or try again.</Trans>
      </Banner>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={retry} />}
      <div className="actions">
        {order.allowedMutations.includes("retryService") && (
          <Button variant="primary" isPending={act.pending} onPress={retry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {service.nextStep && (
          <ButtonLink variant="secondary" href={href(slugOf(service.nextStep))}>
            <Trans>Change entries</Trans>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
