import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { ago, date, lastDay, lasting, longDateTime } from "../../lib/format";
import { slugOf } from "../../lib/journey";
import { roleNames } from "../../lib/words";
import { Banner } from "../../ui/banner";
import { ButtonLink, TextButton } from "../../ui/button";
import { Task, TaskList } from "../../ui/task-list";
import { type ActName, may } from "./acts";
import type { Order } from "./order";

type StandingProps = { order: Order; onAct: (name: ActName) => void };

const finderActs = ["chooseAudience", "chooseOrganization", "confirmOrganizations"];

/** Where the order stands as a whole: disputes, hand-overs, whose turn it is, and the way into the wizard. */
export function Standing({ order, onAct }: StandingProps) {
  const { t } = useLingui();
  const mayFind = finderActs.some((name) => order.allowedMutations.includes(name));
  const due = order.deadline && lastDay(order.deadline);
  const messages = [
    <UndeliveredBanner key="undelivered" order={order} onAct={onAct} />,
    <DisputeBanner key="dispute" order={order} onAct={onAct} />,
    <TurnBanner key="turn" order={order} />,
    order.customerSetsUpServices && order.status !== "COMPLETED" && (
      <Banner
        key="customer"
        title={t`The customer sets up their own services.`}
        action={
          may(order, "takeBackServiceSetup") && (
            <TextButton onPress={() => onAct("takeBackServiceSetup")}>{t`Take back`}</TextButton>
          )
        }
      >
        <Trans>Both sides can work on the services.</Trans>
      </Banner>
    ),
    <RequestBanner key="request" order={order} />,
    mayFind && (
      <TaskList key="finder">
        <Task
          icon="search"
          title={<Trans>Find the right organizations</Trans>}
          aside={
            <ButtonLink variant="primary" size="small" href={`/setup/${order.id}/${slugOf(order.nextStep)}`}>
              <Trans>Continue</Trans>
            </ButtonLink>
          }
        >
          <Trans>Services can be set up after the subscription is mapped.</Trans>{" "}
          {due && <Trans>Due {due}.</Trans>}
        </Task>
      </TaskList>
    ),
  ].filter(Boolean);
  return <div className="order-standing">{messages}</div>;
}

/** Somebody is waited for whom the mail did not reach: who can, asks another person right here. */
function UndeliveredBanner({ order, onAct }: StandingProps) {
  const { t } = useLingui();
  const { undeliveredTo: who, undeliveredSince } = order;
  if (!who || !undeliveredSince) return null;
  const since = ago(undeliveredSince);
  const mail = order.emails.find(({ state, to }) => state === "FAILED" && to === who);
  const act = (["changeProvisioningContact", "delegateOrder", "takeBackServiceSetup"] as const).find((name) =>
    may(order, name),
  );
  const verbs = {
    changeProvisioningContact: t`Change contact`,
    delegateOrder: t`Hand over`,
    takeBackServiceSetup: t`Take back`,
  };
  return (
    <Banner
      tone="bad"
      title={t`The email to ${who} was not delivered.`}
      reference={mail?.correlationId}
      action={act && <TextButton onPress={() => onAct(act)}>{verbs[act]}</TextButton>}
    >
      {order.status === "COMPLETED" ? (
        <Trans>
          The request for full administrator privileges is waiting for their answer. Tell them another way:
          they can decide on the start page of Control Hub.
        </Trans>
      ) : (
        <Trans>The order is waiting for a reply to it.</Trans>
      )}{" "}
      {order.seller.contactEmail && order.viewerRole !== "SALESPERSON" ? (
        <Trans>Delivery failed {since}; the salesperson was told.</Trans>
      ) : (
        <Trans>Delivery failed {since}.</Trans>
      )}
    </Banner>
  );
}

function DisputeBanner({ order, onAct }: StandingProps) {
  const { t } = useLingui();
  const { dispute } = order;
  if (!dispute) return null;
  const when = longDateTime(dispute.at);
  if (!dispute.open) {
    return dispute.upheld ? (
      <Banner title={t`The dispute was upheld.`}>
        {dispute.endsSetup ? (
          <Trans>
            What is already set up stays with the customer. Nothing more will be set up, and the partner no
            longer has access.
          </Trans>
        ) : (
          <Trans>Support undid the mapping.</Trans>
        )}
      </Banner>
    ) : null;
  }
  return (
    <Banner
      tone="warn"
      title={t`The customer disputes this mapping.`}
      action={
        may(order, "resolveDispute") && (
          <TextButton onPress={() => onAct("resolveDispute")}>{t`Decide`}</TextButton>
        )
      }
    >
      <Trans>
        {dispute.by} reported this on {when}. Service setup is on hold until support decides.
      </Trans>
      {dispute.reason && (
        <>
          {" "}
          <q>{dispute.reason}</q>
        </>
      )}
    </Banner>
  );
}

/** What became of the partner's request for full administrator privileges, or that it waits. */
function RequestBanner({ order }: { order: Order }) {
  const { t } = useLingui();
  const request = order.administratorRequest;
  if (!request || request.state === "APPROVED") return null;
  const who = request.requestedBy;
  const expires = lastDay(request.expiresAt);
  if (request.state === "DENIED")
    return <Banner title={t`${who} was denied full administrator privileges.`} />;
  if (request.state === "EXPIRED") {
    return (
      <Banner title={t`${who} asked for full administrator privileges.`}>
        <Trans>Nobody decided: the request expired on {expires}.</Trans>
      </Banner>
    );
  }
  return (
    <Banner
      title={t`${who} asks for full administrator privileges.`}
      action={
        order.allowedMutations.includes("decideAdministratorRequest") && (
          <Link href="/">
            <Trans>Approve or deny</Trans>
          </Link>
        )
      }
    >
      <Trans>The request expires on {expires}.</Trans>
    </Banner>
  );
}

function TurnBanner({ order }: { order: Order }) {
  const { t, i18n } = useLingui();
  const turn = order.waitingFor;
  if (order.status === "CANCELLED" || order.status === "CLOSED") {
    return (
      <Banner title={order.status === "CLOSED" ? t`The deadline has passed.` : t`This order was cancelled.`}>
        <Trans>Nothing more is provisioned. {order.seller.name} placed it.</Trans>
      </Banner>
    );
  }
  if (order.status === "SCHEDULED") {
    return (
      <Banner title={<Trans>This order starts on {date(order.requestedStartDate)}.</Trans>}>
        <Trans>The contact gets the welcome email on that day.</Trans>
      </Banner>
    );
  }
  if (!turn || turn.role === order.viewerRole || order.standing === "DISPUTED") return null;
  const who = turn.email ?? i18n._(roleNames[turn.role]);
  const since = lasting(turn.since);
  return (
    <Banner title={<Trans>This order is waiting for {who}.</Trans>}>
      <Trans>Waiting {since}.</Trans>
    </Banner>
  );
}
