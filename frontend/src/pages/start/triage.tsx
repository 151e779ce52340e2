import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useState } from "react";
import { Link } from "wouter";
import { type SupportNeedKind, TriageDocument, type TriageQuery } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { ago, lastDay, number } from "../../lib/format";
import { released } from "../../lib/pressing";
import { serviceNames } from "../../lib/words";
import { Button, ButtonLink } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Reference } from "../../ui/reference";
import { Skeleton } from "../../ui/skeleton";
import { Task, TaskList } from "../../ui/task-list";
import "./triage.css";

type Need = TriageQuery["supportNeeds"]["edges"][number]["node"];

const refreshAfter = 30_000;
const most = 1000; // the API counts no further

const kinds: Record<SupportNeedKind, ReturnType<typeof msg>> = {
  DISPUTE: msg`Disputes`,
  UNDELIVERED: msg`Emails not delivered`,
  FAILED: msg`Provisioning failed`,
  STUCK: msg`Provisioning takes too long`,
  EXPIRING: msg`Requests about to expire`,
};

/** What is asked for first. */
export const firstPage = { kind: null, after: null };

/** What waits for the support desk, the oldest first, each with its next act; asked for again while somebody looks. */
export function Triage() {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<SupportNeedKind | null>(null);
  // Cursors of the pages before the one that is shown, which begins behind the last of them.
  const [cursors, setCursors] = useState<string[]>([]);
  const { data, failure, pending, reload } = useApiQuery(TriageDocument, {
    kind,
    after: cursors.at(-1) ?? null,
  });
  const refresh = useEffectEvent(() => {
    if (!document.hidden) released().then(reload);
  });
  useEffect(() => {
    const timer = setInterval(refresh, refreshAfter);
    return () => clearInterval(timer);
  }, []);
  function choose(wanted: SupportNeedKind | null) {
    setKind(wanted);
    setCursors([]);
  }
  const found = data?.supportNeeds;
  const counted = found?.counts.filter(({ count, kind: of }) => count > 0 || of === kind) ?? [];
  const end = found?.pageInfo.endCursor;
  return (
    <Section title={t`Needs support`}>
      <div aria-busy={pending} className="triage">
        {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
        {!found && !failure && <Skeleton shape="rows" count={3} />}
        {counted.length > 0 && (
          <fieldset className="triage-kinds">
            <legend className="unseen">
              <Trans>What needs support</Trans>
            </legend>
            <button type="button" className="chip" aria-pressed={!kind} onClick={() => choose(null)}>
              <Trans>All</Trans>
            </button>
            {counted.map(({ kind: of, count }) => (
              <button
                key={of}
                type="button"
                className="chip"
                aria-pressed={kind === of}
                onClick={() => choose(of)}
              >
                {i18n._(kinds[of])} <span className="ink-3">{countOf(count)}</span>
              </button>
            ))}
          </fieldset>
        )}
        {found?.edges.length === 0 && (
          <p className="ink-3">
            {found.counts.every(({ count }) => count === 0) ? (
              <Trans>Nothing needs support at the moment.</Trans>
            ) : (
              <Trans>Nothing here at the moment.</Trans>
            )}
          </p>
        )}
        {found && found.edges.length > 0 && (
          <TaskList>
            {found.edges.map(({ node }) => (
              <NeedTask key={node.kind + node.order.id} need={node} />
            ))}
          </TaskList>
        )}
        {(cursors.length > 0 || found?.pageInfo.hasNextPage) && (
          <div className="triage-pages">
            <Button
              size="small"
              isDisabled={cursors.length === 0}
              onPress={() => setCursors(cursors.slice(0, -1))}
            >
              <Trans>Older ones</Trans>
            </Button>
            <Button
              size="small"
              isDisabled={!found?.pageInfo.hasNextPage || !end}
              onPress={() => end && setCursors([...cursors, end])}
            >
              <Trans>Newer ones</Trans>
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function countOf(count: number): string {
  return count < most ? number(count) : `${number(most)}+`;
}

/** One order: what is the matter with it, since when, and the way to what settles it. */
function NeedTask({ need }: { need: Need }) {
  const { order, kind, mutation } = need;
  const { t } = useLingui();
  const since = ago(need.since);
  const href = `/orders/${order.id}`;
  const acts: Record<string, { href: string; verb: string }> = {
    resolveDispute: { href: `${href}?ask=resolveDispute`, verb: t`Decide` },
    changeProvisioningContact: { href: `${href}?ask=changeProvisioningContact`, verb: t`Change contact` },
    retryService: { href, verb: t`Check and try again` },
  };
  const act = acts[mutation ?? ""] ?? { href, verb: t`Open order` };
  const isBad = kind === "FAILED" || kind === "UNDELIVERED";
  return (
    <Task
      icon={kind === "EXPIRING" || kind === "STUCK" ? "clock" : "warning"}
      tone={isBad ? "bad" : "plain"}
      title={
        <Link href={href} className="task-link">
          {order.companyName}
        </Link>
      }
      aside={
        <ButtonLink size="small" href={act.href}>
          {act.verb}
        </ButtonLink>
      }
    >
      <p>
        <What need={need} />
      </p>
      <p className="meta ink-3">
        <Trans>
          Order {order.orderNumber}, {since}
        </Trans>
      </p>
    </Task>
  );
}

function What({ need: { kind, order, until } }: { need: Need }) {
  const { i18n } = useLingui();
  switch (kind) {
    case "DISPUTE":
      return <Trans>The customer disputes the mapping.</Trans>;
    case "UNDELIVERED":
      return <Trans>The email to {order.undeliveredTo} was not delivered.</Trans>;
    case "FAILED": {
      const failed = order.services.find(({ state }) => state === "FAILED");
      const service = failed && i18n._(serviceNames[failed.kind]);
      return (
        <>
          <Trans>{service} could not be set up.</Trans> {failed?.failure}
          <Reference id={failed?.correlationId} />
        </>
      );
    }
    case "STUCK":
      return <Trans>Provisioning has been under way for more than an hour.</Trans>;
    case "EXPIRING": {
      const expires = until && lastDay(until);
      return <Trans>The request for full administrator privileges expires on {expires}.</Trans>;
    }
  }
}
