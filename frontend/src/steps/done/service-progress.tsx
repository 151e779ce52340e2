import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { RetryServiceDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { slugOf } from "../../lib/journey";
import type { WizardService } from "../../lib/order";
import { refusedName } from "../../lib/refused-name";
import type { StepProps } from "../../lib/step";
import { provisioningTones, provisioningWords, serviceNames, serviceStatus } from "../../lib/words";
import { Banner } from "../../ui/banner";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { hrefOfField } from "../../ui/focus";
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
            {plural(all, { one: `${done} of # step`, other: `${done} of # steps` })}
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
  const act = useApiMutation(RetryServiceDocument);
  const name = refusedName(order, service);
  const mayRetry = order.allowedMutations.includes("retryService");
  const edit = service.nextStep && href(slugOf(service.nextStep));
  async function retry() {
    const payload = await act.run({ input: { serviceId: service.id, expectedVersion: order.version } });
    if (payload?.order) update(payload.order);
  }
  return (
    <div className="progress-failed">
      <Banner
        tone="bad"
        title={service.failure ?? t`It could not be set up.`}
        reference={service.correlationId}
      >
        {name ? (
          <Trans>Nothing you entered is lost.</Trans>
        ) : (
          <Trans>Nothing you entered is lost. Change it or try again.</Trans>
        )}
      </Banner>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={retry} />}
      <div className="actions">
        {name && (
          <ButtonLink variant="primary" href={hrefOfField(href(name.page), name.field)}>
            <Trans>Change the name</Trans>
          </ButtonLink>
        )}
        {mayRetry && (
          <Button variant={name ? "secondary" : "primary"} isPending={act.pending} onPress={retry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {!name && edit && (
          <ButtonLink variant="secondary" href={edit}>
            <Trans>Change entries</Trans>
          </ButtonLink>
        )}
      </div>
      {mayRetry && <ConsequenceList says={consequences.retryService(order)} brief />}
    </div>
  );
}
