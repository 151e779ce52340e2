import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OrderTimelineDocument, type TimelineEventFragment, TimeZonesDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { asViewed, withBase } from "../../lib/base-path";
import { dateTime } from "../../lib/format";
import { oneEvent } from "../../lib/order-query";
import { zoneNames } from "../../location/time-zone";
import { TextButton } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Spinner } from "../../ui/spinner";
import { fieldName, fieldValue, isZone } from "./change-words";
import { folded } from "./folded";
import type { Order } from "./order";
import { RowQuery } from "./support-query";
import "../../ui/timeline.css";

/** What happened, newest first: the latest eight, on request older ones, a page at a time. */
export function Timeline({ order }: { order: Order }) {
  const { t } = useLingui();
  const { edges, pageInfo } = order.timeline;
  const traced = order.viewerRole === "SUPPORT";
  if (edges.length === 0) return null;
  return (
    <Section
      title={t`Timeline`}
      action={
        <a className="small" href={asViewed(withBase(`/orders/${order.id}/timeline.jsonl`))}>
          <Trans>Export</Trans>
        </a>
      }
    >
      <ol className="timeline">
        {folded(edges.map(({ node }) => node)).map(([event, ...same]) => (
          <Event key={event.id} event={event} same={same} traced={traced} />
        ))}
        {pageInfo.hasNextPage && <Older orderId={order.id} after={pageInfo.endCursor} traced={traced} />}
      </ol>
    </Section>
  );
}

type OlderProps = {
  orderId: string;
  after: string | null;
  traced: boolean;
};

function Older({ orderId, after, traced }: OlderProps) {
  const [isWanted, setWanted] = useState(false);
  const { data, failure, reload } = useApiQuery(OrderTimelineDocument, { id: orderId, after }, !isWanted);
  const page = data?.order?.timeline;
  if (page) {
    return (
      <>
        {folded(page.edges.map(({ node }) => node)).map(([event, ...same]) => (
          <Event key={event.id} event={event} same={same} traced={traced} />
        ))}
        {page.pageInfo.hasNextPage && (
          <Older orderId={orderId} after={page.pageInfo.endCursor} traced={traced} />
        )}
      </>
    );
  }
  return (
    <li data-more>
      {failure ? (
        <FailureBanner failure={failure} during="load" onRetry={reload} />
      ) : isWanted ? (
        <Spinner />
      ) : (
        <TextButton onPress={() => setWanted(true)}>
          <Trans>Show older events</Trans>
        </TextButton>
      )}
    </li>
  );
}

type EventProps = {
  event: TimelineEventFragment;
  /** Earlier ones that say the same, folded below it. */
  same: readonly TimelineEventFragment[];
  /** For support: with the id that finds its request in the log, and the way into GraphiQL. */
  traced: boolean;
};

function Event({ event, same, traced }: EventProps) {
  const { t } = useLingui();
  const correlationId = traced && event.correlationId;
  return (
    <li>
      {event.summary}
      {event.reason && (
        <p className="meta ink-2">
          <q>{event.reason}</q>
        </p>
      )}
      <p className="meta ink-3">
        {dateTime(event.at)}, {event.actor}
        {traced && (
          <RowQuery asked={oneEvent(event.id, event.correlationId)} label={t`This event in GraphiQL`} />
        )}
      </p>
      {same.length > 0 && (
        <details className="meta">
          <summary>{plural(same.length, { one: "# earlier try", other: "# earlier tries" })}</summary>
          <ul>
            {same.map(({ id, at }) => (
              <li key={id}>{dateTime(at)}</li>
            ))}
          </ul>
        </details>
      )}
      {(event.changes.length > 0 || correlationId) && (
        <Details changes={event.changes} correlationId={correlationId || null} />
      )}
    </li>
  );
}

type DetailsProps = { changes: TimelineEventFragment["changes"]; correlationId: string | null };

/** What was changed, and what finds the request in the log, when somebody asks for it. */
function Details({ changes, correlationId }: DetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="meta" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{changes.length > 0 ? <Trans>What changed</Trans> : <Trans>Details</Trans>}</summary>
      {isOpen && (
        <dl>
          {changes.length > 0 && <Changes changes={changes} />}
          {correlationId && (
            <div>
              <dt>
                <Trans>Correlation id</Trans>
              </dt>
              <dd>{correlationId}</dd>
            </div>
          )}
        </dl>
      )}
    </details>
  );
}

function Changes({ changes }: Pick<DetailsProps, "changes">) {
  const { data, failure } = useApiQuery(TimeZonesDocument, {}, !changes.some(({ field }) => isZone(field)));
  const zoneName = zoneNames(data?.timeZones ?? []);
  return changes
    .filter(({ field }) => !isZone(field) || data || failure)
    .map(({ field, before, after }) => (
      <div key={field}>
        <dt>{fieldName(field)}</dt>
        <dd>
          {fieldValue(field, before, zoneName)} → {fieldValue(field, after, zoneName)}
        </dd>
      </div>
    ));
}
