import { Trans, useLingui } from "@lingui/react/macro";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { SetUpNowDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { slugOf } from "../../lib/journey";
import { notYet } from "../../lib/not-yet";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { serviceIcons, serviceNames } from "../../lib/words";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Task, TaskList } from "../../ui/task-list";
import { maySetUpLater, SetUpLater } from "../service/set-up-later";

type OpenServicesProps = StepProps & { services: readonly WizardService[]; isRunning: boolean };

/** The services that still wait for entries, to go on with. */
export function OpenServices({ services, isRunning, ...props }: OpenServicesProps) {
  return (
    <section className="progress-open">
      <h2>{isRunning ? <Trans>Meanwhile</Trans> : <Trans>What comes next</Trans>}</h2>
      <TaskList>
        {services.map((service) => (
          <OpenService key={service.id} service={service} {...props} />
        ))}
      </TaskList>
      {services.some((service) => maySetUpLater(props.order, service)) && (
        <ConsequenceList says={consequences.setUpLater()} brief />
      )}
    </section>
  );
}

function OpenService({ service, order, next }: StepProps & { service: WizardService }) {
  const { t, i18n } = useLingui();
  const act = useApiMutation(SetUpNowDocument);
  const name = i18n._(serviceNames[service.kind]);
  const about: Partial<Record<WizardService["kind"], string>> = {
    MEETINGS: t`Needs a site: the address of your meetings`,
    CALLING: t`Needs one location: the headquarters`,
  };
  const isBegun = service.state === "DRAFT" || service.state === "READY_FOR_REVIEW";
  async function begin() {
    const payload = await act.run({ input: { serviceId: service.id } });
    const opened = payload?.order?.services.find(({ id }) => id === service.id);
    if (payload?.order && opened?.nextStep) next(payload.order, slugOf(opened.nextStep));
  }
  return (
    <Task
      icon={serviceIcons[service.kind]}
      title={name}
      aside={
        order.allowedMutations.includes("setUpNow") && (
          <>
            {maySetUpLater(order, service) && <SetUpLater service={service} next={next} size="small" />}
            <Button size="small" isPending={act.pending} onPress={begin}>
              {isBegun ? <Trans>Continue with {name}</Trans> : <Trans>Set up now</Trans>}
            </Button>
          </>
        )
      }
      below={
        <>
          <ErrorSummary errors={act.errors} />
          {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={begin} />}
        </>
      }
    >
      {service.state === "DEFERRED"
        ? `${t`Set aside for later.`} ${notYet(order.services, service.kind)}`
        : about[service.kind]}
    </Task>
  );
}
