import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { DelegateService } from "../../acts/delegate-service";
import {
  RetryServiceDocument,
  type ServiceKind,
  SetUpLaterDocument,
  SetUpNowDocument,
  SubmitServiceDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { isolated } from "../../lib/bidi-isolation";
import { ago, list, number } from "../../lib/format";
import { slugOf } from "../../lib/journey";
import { notYet } from "../../lib/not-yet";
import type { WizardOrder, WizardService } from "../../lib/order";
import { refusedName } from "../../lib/refused-name";
import type { StepProps } from "../../lib/step";
import {
  provisioningTones,
  provisioningWords,
  serviceIcons,
  serviceStatus,
  setupNames,
} from "../../lib/words";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { hrefOfField } from "../../ui/focus";
import { Reference } from "../../ui/reference";
import { StatusWord, type Tone } from "../../ui/status";
import { Task } from "../../ui/task-list";
import { toast } from "../../ui/toast";
import { useSubmitSays } from "../service/close";
import { maySetUpLater } from "../service/set-up-later";

/** Nothing has to be entered: the button of the service starts it at once. */
function isAlone({ services }: WizardOrder): boolean {
  return services.every(({ __typename }) => __typename === "IncludedService");
}

type ServiceTaskProps = StepProps & {
  service: WizardService;
  /** The first one that waits for the person: its button is the page's primary one. */
  isFirst: boolean;
};

// What saves the entries of a service; Messaging has none.
const edits: Partial<Record<ServiceKind, string>> = {
  MEETINGS: "saveMeetingSites",
  CALLING: "saveCallingLocation",
};

/** A service: its licenses, where it stands in words, and what can be done with it. */
export function ServiceTask(props: ServiceTaskProps) {
  const { order, service } = props;
  const { i18n } = useLingui();
  const says = useSubmitSays(order, service);
  const isIncluded = service.__typename === "IncludedService" && service.state === "NOT_STARTED";
  return (
    <Task
      icon={serviceIcons[service.kind]}
      tone={service.state === "FAILED" ? "bad" : "plain"}
      title={i18n._(setupNames[service.kind])}
      aside={
        <>
          {!isIncluded && (
            <StatusWord tone={toneOf(service)}>
              <Status service={service} />
            </StatusWord>
          )}
          <Acts {...props} />
        </>
      }
    >
      <Licenses order={order} service={service} />
      <About order={order} service={service} />
      <DelegateService order={order} service={service} update={props.update} />
      {isAlone(order) && service.state === "NOT_STARTED" && <ConsequenceList says={says} quiet />}
    </Task>
  );
}

function toneOf({ state }: WizardService): Tone {
  return state === "DEFERRED" ? "off" : provisioningTones[serviceStatus(state)];
}

function Status({ service: { state } }: { service: WizardService }) {
  const { i18n } = useLingui();
  switch (state) {
    case "NOT_STARTED":
      return <Trans>Not started</Trans>;
    case "DRAFT":
      return <Trans>Draft</Trans>;
    case "READY_FOR_REVIEW":
      return <Trans>Ready to review</Trans>;
    case "DEFERRED":
      return <Trans>Set aside for later</Trans>;
    default:
      return <span>{i18n._(provisioningWords[serviceStatus(state)])}</span>;
  }
}

/** "250 Meetings and 24 Webinars". */
function Licenses({ order, service }: Pick<ServiceTaskProps, "order" | "service">) {
  const licenses = order.subscription?.licenses.filter((license) => license.service === service.kind) ?? [];
  const units = licenses.reduce((sum, { totalUnits }) => sum + totalUnits, 0);
  const [only] = licenses;
  if (licenses.length > 1) {
    return <p>{list(licenses.map(({ name, totalUnits }) => `${number(totalUnits)} ${isolated(name)}`))}</p>;
  }
  return only && <p>{plural(units, { one: "# license", other: "# licenses" })}</p>;
}

function About({ order, service }: Pick<ServiceTaskProps, "order" | "service">) {
  const when = service.savedAt && ago(service.savedAt);
  const pending = notYet(order.services, service.kind);
  switch (service.state) {
    case "FAILED":
      return (
        <>
          <p>{service.failure}</p>
          <Reference id={service.correlationId} />
          {order.allowedMutations.includes("retryService") && (
            <ConsequenceList says={consequences.retryService(order)} brief />
          )}
        </>
      );
    case "DEFERRED":
      return (
        <p>
          {pending} <Trans>Your order stays open.</Trans>
        </p>
      );
    case "DRAFT":
    case "READY_FOR_REVIEW":
      return (
        when && (
          <p>
            <Trans>Saved {when}.</Trans> {pending}
          </p>
        )
      );
    case "NOT_STARTED":
      return (
        service.__typename === "IncludedService" && (
          <p>
            {order.services.length > 1 ? (
              <Trans>Included. It is set up with the first service you submit.</Trans>
            ) : (
              pending
            )}
          </p>
        )
      );
    default:
      return null;
  }
}

/** Set up now or later, go on, change or try again; what is refused or fails is said below. */
function Acts({ order, service, isFirst, href, next, update }: ServiceTaskProps) {
  const { t } = useLingui();
  const now = useApiMutation(SetUpNowDocument);
  const later = useApiMutation(SetUpLaterDocument);
  const retry = useApiMutation(RetryServiceDocument);
  const submit = useApiMutation(SubmitServiceDocument);
  const may = (mutation: string) => order.allowedMutations.includes(mutation);
  const variables = { input: { serviceId: service.id, expectedVersion: order.version } };
  const { state } = service;
  const isDraft = state === "DRAFT" || state === "READY_FOR_REVIEW";
  const isUntouched = state === "NOT_STARTED" || state === "DEFERRED";
  const isFailed = state === "FAILED";
  const variant = isFirst ? "primary" : "secondary";
  const needsInput = service.__typename !== "IncludedService";

  async function setUpNow() {
    const payload = await now.run(variables);
    const changed = payload?.order?.services.find(({ id }) => id === service.id);
    if (payload?.order) next(payload.order, changed?.nextStep ? slugOf(changed.nextStep) : "services");
  }

  async function setUpLater() {
    const payload = await later.run(variables);
    if (!payload?.order) return;
    update(payload.order);
    toast(`${notYet(order.services, service.kind)} ${t`Your order stays open.`}`);
  }

  async function start() {
    const payload = await submit.run(variables);
    if (payload?.order) next(payload.order, "done");
  }

  async function tryAgain() {
    const payload = await retry.run(variables);
    if (payload?.order) update(payload.order);
  }

  const edit = edits[service.kind];
  const errors = [now, later, retry, submit].flatMap((act) => act.errors);
  const failure = now.failure ?? later.failure ?? retry.failure ?? submit.failure;
  const name = refusedName(order, service);
  const goOn = service.nextStep && href(slugOf(service.nextStep));
  return (
    <>
      {needsInput && isUntouched && may("setUpNow") && (
        <Button size="small" variant={variant} isPending={now.pending} onPress={setUpNow}>
          <Trans>Set up now</Trans>
        </Button>
      )}
      {isAlone(order) && state === "NOT_STARTED" && may("submitService") && (
        <Button size="small" variant="primary" isPending={submit.pending} onPress={start}>
          <Trans>Set up now</Trans>
        </Button>
      )}
      {isDraft && goOn && may("setUpNow") && (
        <ButtonLink size="small" variant={variant} href={goOn}>
          <Trans>Continue</Trans>
        </ButtonLink>
      )}
      {maySetUpLater(order, service) && (
        <Button variant="quiet" size="small" isPending={later.pending} onPress={setUpLater}>
          <Trans>Set up later</Trans>
        </Button>
      )}
      {name && (
        <ButtonLink size="small" variant={variant} href={hrefOfField(href(name.page), name.field)}>
          <Trans>Change the name</Trans>
        </ButtonLink>
      )}
      {isFailed && may("retryService") && (
        <Button size="small" variant={name ? "quiet" : variant} isPending={retry.pending} onPress={tryAgain}>
          {t`Try again`}
        </Button>
      )}
      {isFailed && goOn && !name && edit && may(edit) && (
        <ButtonLink variant="quiet" size="small" href={goOn}>
          <Trans>Change</Trans>
        </ButtonLink>
      )}
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {failure && <FailureBanner failure={failure} during="save" />}
    </>
  );
}
