import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OrderTimelineDocument, type TimelineEventFragment } from "../../gql/graphql";
import { useAsk } from "../../lib/ask";
import { dateTime } from "../../lib/format";
import { TextButton } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Spinner } from "../../ui/spinner";
import { fieldName, fieldValue } from "./change-words";
import type { Order } from "./order-page";

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
        <a className="small" href={`/orders/${order.id}/timeline.jsonl`}>
          <Trans>Export</Trans>
        </a>
      }
    >
      <ol className="timeline">
        {edges.map(({ node }) => (
          <Event key={node.id} event={node} traced={traced} />
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
  const { data, failure, reload } = useAsk(OrderTimelineDocument, { id: orderId, after }, !isWanted);
  const page = data?.order?.timeline;
  if (page) {
    return (
      <>
        {page.edges.map(({ node }) => (
          <Event key={node.id} event={node} traced={traced} />
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
  /** With the id that finds its request in the log. */
  traced: boolean;
};

function Event({ event, traced }: EventProps) {
  const correlationId = traced && event.correlationId;
  return (
    <li>
      {event.summary}
      {event.reason && <p className="meta ink-2">“{event.reason}”</p>}
      <p className="meta ink-3">
        {dateTime(event.at)}, {event.actor}
      </p>
      {(event.changes.length > 0 || correlationId) && (
        <details className="meta">
          <summary>{event.changes.length > 0 ? <Trans>What changed</Trans> : <Trans>Details</Trans>}</summary>
          <dl>
            {event.changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{fieldName(field)}</dt>
                <dd>
                  {fieldValue(field, before)} → {fieldValue(field, after)}
                </dd>
              </div>
            ))}
            {correlationId && (
              <div>
                <dt>
                  <Trans>Correlation id</Trans>
                </dt>
                <dd>{correlationId}</dd>
              </div>
            )}
          </dl>
        </details>
      )}
    </li>
  );
}
