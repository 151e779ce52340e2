import { Trans, useLingui } from "@lingui/react/macro";
import type { WaitingOrderFragment } from "../../gql/graphql";
import { ago, date, dayOf } from "../../lib/format";
import { isMapped, slugOf } from "../../lib/journey";
import { serviceIcons, serviceNames } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { Task } from "../../ui/task-list";

/** One order that waits for this person: what to do, where it stands, and the way there. */
export function OrderTask({ order, isFirst }: { order: WaitingOrderFragment; isFirst: boolean }) {
  const { t, i18n } = useLingui();
  const variant = isFirst ? "primary" : "secondary";
  const failed = order.services.find(({ state }) => state === "FAILED");
  if (failed) {
    const service = i18n._(serviceNames[failed.kind]);
    const href = `/setup/${order.id}/${failed.nextStep ? slugOf(failed.nextStep) : "done"}`;
    return (
      <Task
        icon="warning"
        tone="bad"
        title={
          <Trans>
            {service} for {order.companyName} could not be set up
          </Trans>
        }
        aside={<ButtonLink variant={variant} size="small" href={href}>{t`Change and retry`}</ButtonLink>}
      >
        <Since order={order} /> {failed.failure}
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
        isNew ? (
          <Trans>Set up {order.companyName}</Trans>
        ) : (
          <Trans>Continue setting up {order.companyName}</Trans>
        )
      }
      aside={
        <ButtonLink variant={variant} size="small" href={href}>
          {isNew ? t`Begin` : t`Continue`}
        </ButtonLink>
      }
    >
      <Place order={order} draft={draft} /> <Outlook order={order} />
    </Task>
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
  const since = order.waitingFor && dayOf(order.waitingFor.since);
  return since && <Trans>Waiting since {since}.</Trans>;
}

function Outlook({ order }: { order: WaitingOrderFragment }) {
  const isUntouched = order.services.every(
    ({ state }) => state !== "PROVISIONED" && state !== "PROVISIONING",
  );
  const due = order.deadline && date(order.deadline);
  return (
    <>
      {isUntouched && <Trans>Nothing is provisioned yet.</Trans>} {due && <Trans>Due {due}.</Trans>}
    </>
  );
}
