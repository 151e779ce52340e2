import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import type { ServiceState } from "../../gql/graphql";
import { isHalted } from "../../lib/journey";
import type { StepProps } from "../../lib/step";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { TaskList } from "../../ui/task-list";
import { UndoMapping } from "../organization/undo-mapping";
import { maySetUpLater } from "../service/set-up-later";
import { HandedOver, HandOver } from "./hand-over";
import { isCustomersTurn, useHeading } from "./heading";
import { ServiceTask } from "./service-task";
import "./services.css";

const toDo: ServiceState[] = ["DRAFT", "READY_FOR_REVIEW", "NOT_STARTED", "FAILED"];

/** The subscription, and its services as tasks, each to be set up now or later. */
export default function ServicesStep(props: StepProps) {
  const { order, back, href, next } = props;
  const { t } = useLingui();
  const { subscription } = order;
  const heading = useHeading(order);
  const isOthers = isHalted(order) || isCustomersTurn(order);
  const first = isOthers
    ? undefined
    : order.services.find(({ state, nextStep }) => nextStep !== null && toDo.includes(state));
  const isFresh = order.services.every(({ submittedAt }) => submittedAt === null);
  return (
    <StepPage back={back} title={heading.title} lead={heading.lead} width="wide">
      <div className="stack">
        {order.customerSetsUpServices && !isHalted(order) && <HandedOver {...props} />}
        {subscription && (
          <SummaryList>
            <SummaryRow label={t`Subscription`}>
              {subscription.offer}, {plural(subscription.termMonths, { one: "# month", other: "# months" })}
            </SummaryRow>
            {order.customerOrganization && (
              <SummaryRow
                label={t`Organization`}
                action={<Link href={href("review-organizations")}>{t`Details`}</Link>}
              >
                {order.customerOrganization.displayName}
              </SummaryRow>
            )}
          </SummaryList>
        )}
        <TaskList roomy>
          {order.services.map((service) => (
            <ServiceTask key={service.id} {...props} service={service} isFirst={service === first} />
          ))}
        </TaskList>
        {order.services.some((service) => maySetUpLater(order, service)) && (
          <ConsequenceList says={consequences.setUpLater()} brief />
        )}
        {!order.customerSetsUpServices && <HandOver {...props} />}
        <p className="small services-links">
          {!isFresh && (
            <Link href={href("done")}>
              <Trans>See progress</Trans>
            </Link>
          )}
          <Link href={`/orders/${order.id}`}>
            <Trans>Order {order.orderNumber} in Control Hub</Trans>
          </Link>
          <UndoMapping order={order} next={next} />
          {order.viewerRole === "CUSTOMER_ADMINISTRATOR" &&
            order.allowedMutations.includes("disputeMapping") && (
              <Link href={`/orders/${order.id}?ask=disputeMapping`}>
                <Trans>This wasn’t us</Trans>
              </Link>
            )}
        </p>
      </div>
    </StepPage>
  );
}
