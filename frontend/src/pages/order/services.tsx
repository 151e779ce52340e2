import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { DelegateService } from "../../acts/delegate-service";
import { RetryServiceDocument, SetUpNowDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { ago, row } from "../../lib/format";
import { isMapped, slugOf } from "../../lib/journey";
import { notYet } from "../../lib/not-yet";
import type { WizardService } from "../../lib/order";
import { refusedName } from "../../lib/refused-name";
import {
  provisioningTones,
  provisioningWords,
  serviceIcons,
  serviceNames,
  serviceStatus,
} from "../../lib/words";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { hrefOfField } from "../../ui/focus";
import { OneOf } from "../../ui/one-of";
import { ProgressBar } from "../../ui/progress-bar";
import { Reference } from "../../ui/reference";
import { StatusShape, StatusWord, type Tone } from "../../ui/status";
import { Task, TaskList } from "../../ui/task-list";
import type { Order, Update } from "./order";
import { ServiceParts } from "./service-parts";
import { timeOrDay } from "./time-or-day";

/** What changes a service that failed. */
const mending = {
  MEETINGS: "saveMeetingSites",
  CALLING: "saveCallingLocation",
  MESSAGING: "retryService",
} as const;

type ServicesProps = { order: Order; update: Update };

/** The services of the order with their states, followed live. */
export function Services({ order, update }: ServicesProps) {
  const { t } = useLingui();
  if (order.services.length === 0)
    return <p className="ink-3">{t`You cannot see the services of this order.`}</p>;
  return (
    <TaskList>
      {order.services.map((service) => (
        <ServiceTask key={service.id} service={service} order={order} update={update} />
      ))}
    </TaskList>
  );
}

function ServiceTask({ service, order, update }: ServicesProps & { service: WizardService }) {
  const { i18n } = useLingui();
  const status = serviceStatus(service.state);
  // Steps that somebody watched stay when the last one is done: nothing below moves up under their pointer.
  const isRunning = service.state === "PROVISIONING";
  const [wasRunning, setRunning] = useState(isRunning);
  if (isRunning && !wasRunning) setRunning(true);
  const areStepsShown = isRunning || service.state === "FAILED" || (wasRunning && status === "PROVISIONED");
  return (
    <Task
      icon={serviceIcons[service.kind]}
      title={i18n._(serviceNames[service.kind])}
      aside={
        <>
          <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>
          <ServiceActs service={service} order={order} update={update} />
        </>
      }
      below={
        <>
          {areStepsShown && (
            <Steps service={service}>
              {service.state === "FAILED" && order.allowedMutations.includes("retryService") && (
                <ConsequenceList says={consequences.retryService(order)} brief />
              )}
            </Steps>
          )}
          {(!areStepsShown || order.status === "COMPLETED") && <ServiceParts service={service} />}
        </>
      }
    >
      <About service={service} order={order} areStepsShown={areStepsShown} />
      {service.state === "FAILED" && <Reference id={service.correlationId} />}
      {isMapped(order) && <DelegateService service={service} order={order} update={update} />}
    </Task>
  );
}

type AboutProps = { service: WizardService; order: Order; areStepsShown: boolean };

function About(props: AboutProps) {
  return <span>{useAbout(props)}</span>;
}

function useAbout({ service, order, areStepsShown }: AboutProps) {
  const { t } = useLingui();
  const licenses = order.subscription?.licenses.filter((license) => license.service === service.kind) ?? [];
  const units = licenses.reduce((sum, license) => sum + license.totalUnits, 0);
  const licensed = plural(units, { one: "# license", other: "# licenses" });
  const pending = notYet(order.services, service.kind);
  if (service.state === "FAILED") return service.failure;
  if (service.state === "DEFERRED") return `${t`Set aside for later.`} ${pending}`;
  if (service.__typename === "IncludedService") return t`Included, ${licensed}`;
  if (service.state === "DRAFT" || service.state === "READY_FOR_REVIEW") {
    const when = service.savedAt ? ago(service.savedAt) : t`just now`;
    return `${t`Saved ${when}.`} ${pending}`;
  }
  if (service.state === "NOT_STARTED") return pending;
  if (service.__typename === "MeetingsService") {
    const sites = plural(service.sites.length, { one: "# site", other: "# sites" });
    const done = service.steps.filter(({ state }) => state === "PROVISIONED").length;
    const steps = service.steps.length;
    const progress = areStepsShown && steps > 0 && t`${done} of ${steps} steps done`;
    return row([sites, licensed, progress]);
  }
  return licensed;
}

function ServiceActs({ service, order, update }: ServicesProps & { service: WizardService }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const begin = useApiMutation(SetUpNowDocument);
  const retry = useApiMutation(RetryServiceDocument);
  const may = (mutation: string) => isMapped(order) && order.allowedMutations.includes(mutation);
  const variables = { input: { serviceId: service.id } };
  const errors = [...begin.errors, ...retry.errors];
  const failure = begin.failure ?? retry.failure;
  const name = isMapped(order) ? refusedName(order, service) : null;
  const page = `/setup/${order.id}/${service.nextStep ? slugOf(service.nextStep) : "services"}`;
  const open = () => navigate(page);
  async function setUpNow() {
    const payload = await begin.run(variables);
    if (!payload) return;
    if (payload.order) update(payload.order);
    open();
  }
  async function tryAgain() {
    const payload = await retry.run(variables);
    if (payload?.order) update(payload.order);
  }
  if (service.__typename === "IncludedService" && service.state !== "FAILED") return null;
  const isDraft = service.state === "DRAFT" || service.state === "READY_FOR_REVIEW";
  const isUntouched = service.state === "NOT_STARTED" || service.state === "DEFERRED";
  return (
    <>
      {isUntouched && may("setUpNow") && (
        <Button size="small" isPending={begin.pending} onPress={setUpNow}>
          <Trans>Set up now</Trans>
        </Button>
      )}
      {isDraft && may("setUpNow") && (
        <Button size="small" onPress={open}>
          <Trans>Continue</Trans>
        </Button>
      )}
      {name && (
        <ButtonLink size="small" href={hrefOfField(`/setup/${order.id}/${name.page}`, name.field)}>
          <Trans>Change the name</Trans>
        </ButtonLink>
      )}
      {service.state === "FAILED" && !name && service.nextStep && may(mending[service.kind]) && (
        <Button variant="quiet" size="small" onPress={open}>
          <Trans>Change</Trans>
        </Button>
      )}
      {service.state === "FAILED" && order.allowedMutations.includes("retryService") && (
        <Button
          variant={name ? "quiet" : "secondary"}
          size="small"
          isPending={retry.pending}
          onPress={tryAgain}
        >
          {t`Try again`}
        </Button>
      )}
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {failure && <FailureBanner failure={failure} during="save" />}
    </>
  );
}

function toneOf({ state }: Pick<WizardService, "state">): Tone {
  return state === "NOT_STARTED" ? "off" : provisioningTones[serviceStatus(state)];
}

function Steps({ service, children }: { service: WizardService; children: ReactNode }) {
  const { t } = useLingui();
  if (service.steps.length === 0) return null;
  return (
    <div className="service-steps">
      <ProgressBar
        thin
        label={t`Progress`}
        value={service.progress}
        tone={service.state === "FAILED" ? "bad" : "accent"}
      />
      <ol>
        {service.steps.map((step) => (
          <li key={step.name} data-tone={toneOf(step)}>
            <StatusShape tone={toneOf(step)} />
            <span>{step.name}</span>
            <span className="meta tabular">
              <OneOf
                shown={step.finishedAt ? "time" : step.attempts > 1 ? "tries" : "none"}
                texts={{
                  none: "",
                  tries: <Trans>Try {Math.max(step.attempts, 2)}</Trans>,
                  time: timeOrDay(step.finishedAt ?? new Date().toISOString()),
                }}
              />
            </span>
          </li>
        ))}
      </ol>
      {children}
    </div>
  );
}
