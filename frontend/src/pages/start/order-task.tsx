import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { WaitingOrderFragment } from "../../gql/graphql";
import { dueOf } from "../../lib/due";
import { ago, dayOf, lastDay } from "../../lib/format";
import { isMapped, slugOf } from "../../lib/journey";
import { refusedName } from "../../lib/refused-name";
import { serviceIcons, serviceNames } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { hrefOfField } from "../../ui/focus";
import { Icon } from "../../ui/icon";
import { Reference } from "../../ui/reference";
import { Task } from "../../ui/task-list";
import { TestBadge } from "../../ui/test-badge";

/** One order that waits for this person: what to do, where it stands, and the way there. */
export function OrderTask({ order, isFirst }: { order: WaitingOrderFragment; isFirst: boolean }) {
  const { t, i18n } = useLingui();
  const variant = isFirst ? "primary" : "secondary";
  const failed = order.services.find(({ state }) => state === "FAILED");
  if (failed) {
    const service = i18n._(serviceNames[failed.kind]);
    const name = refusedName(order, failed);
    // A refused name has to be changed; for the rest, the page of the progress says what can be done.
    const act = name
      ? { href: hrefOfField(`/setup/${order.id}/${name.page}`, name.field), verb: t`Change the name` }
      : { href: `/setup/${order.id}/done`, verb: t`See what failed` };
    return (
      <Task
        icon="warning"
        tone="bad"
        title={
          <Link href={`/orders/${order.id}`} className="task-link">
            <Trans>
              {service} for {order.companyName} could not be set up
            </Trans>
          </Link>
        }
        aside={
          <ButtonLink variant={variant} size="small" href={act.href}>
            {act.verb}
          </ButtonLink>
        }
      >
        {order.test && <TestBadge />} <Since order={order} /> {failed.failure} <Undelivered order={order} />
        <Reference id={failed.correlationId} />
      </Task>
    );
  }
  const draft = order.services.find(({ state }) => state === "DRAFT" || state === "READY_FOR_REVIEW");
  const isNew = order.status === "AWAITING_CONTACT";
  const href = `/setup/${order.id}/${slugOf(order.nextStep)}`;
  return (
    <Task
      icon={draft ? serviceIcons[draft.kind] : isMapped(order) ? "video" : "search"}
      title={
        <Link href={`/orders/${order.id}`} className="task-link">
          {isNew ? (
            <Trans>Set up {order.companyName}</Trans>
          ) : (
            <Trans>Continue setting up {order.companyName}</Trans>
          )}
        </Link>
      }
      aside={
        <ButtonLink variant={variant} size="small" href={href}>
          {isNew ? t`Start` : t`Continue`}
        </ButtonLink>
      }
    >
      {order.test && <TestBadge />} <Place order={order} draft={draft} /> <Outlook order={order} />{" "}
      <Undelivered order={order} />
    </Task>
  );
}

/** Somebody is waited for whom the mail did not reach; the order's page says who, and what to do. */
function Undelivered({ order }: { order: WaitingOrderFragment }) {
  if (!order.undeliveredTo) return null;
  return (
    <span className="orders-alarm">
      <Icon name="warning" size={16} />
      <Trans>Email not delivered</Trans>
    </span>
  );
}

type Draft = WaitingOrderFragment["services"][number] | undefined;

function Place({ order, draft }: { order: WaitingOrderFragment; draft: Draft }) {
  const { t, i18n } = useLingui();
  const place = draft
    ? i18n._(serviceNames[draft.kind])
    : isMapped(order)
      ? t`Service setup`
      : t`Organization finder`;
  if (order.status === "AWAITING_CONTACT") {
    return (
      <>
        <Trans>{place}, not started yet.</Trans> <Since order={order} />
      </>
    );
  }
  const when = ago(draft?.savedAt ?? order.updatedAt);
  return (
    <Trans>
      {place}, saved {when}.
    </Trans>
  );
}

function Since({ order }: { order: WaitingOrderFragment }) {
  const since = order.waitingFor && dayOf(order.waitingFor.since, new Date(), "long");
  return since && <Trans>Waiting since {since}.</Trans>;
}

function Outlook({ order }: { order: WaitingOrderFragment }) {
  const isUntouched = order.services.every(
    ({ state }) => state !== "PROVISIONED" && state !== "PROVISIONING",
  );
  const due = dueOf(order) && order.deadline && lastDay(order.deadline);
  return (
    <>
      {isUntouched && <Trans>Nothing is provisioned yet.</Trans>} {due && <Trans>Due {due}.</Trans>}
    </>
  );
}
