import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { OrderTimelineDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { asViewed, withBase } from "../../lib/base-path";
import { page } from "../../lib/page";
import { TextButton } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Spinner } from "../../ui/spinner";
import { folded } from "./folded";
import type { Order } from "./order";
import { Event } from "./timeline-event";
import "../../ui/timeline.css";

const TimelineFilter = page("desk", () => import("./timeline-filter"));

/** What happened, newest first: the latest eight, on request older ones, a page at a time. */
export function Timeline({ order }: { order: Order }) {
  const { t } = useLingui();
  const { edges, pageInfo } = order.timeline;
  const traced = order.viewerRole === "SUPPORT";
  const [isFiltered, setFiltered] = useState(false);
  if (edges.length === 0) return null;
  return (
    <Section
      title={t`Timeline`}
      action={
        <>
          {traced && (
            <button
              type="button"
              className="link small timeline-filter-toggle"
              aria-pressed={isFiltered}
              onClick={() => setFiltered(!isFiltered)}
            >
              <Trans>Filter</Trans>
            </button>
          )}
          <a className="small" href={asViewed(withBase(`/orders/${order.id}/timeline.jsonl`))}>
            <Trans>Export</Trans>
          </a>
        </>
      }
    >
      {isFiltered ? (
        <Suspense fallback={<Spinner />}>
          <TimelineFilter order={order} />
        </Suspense>
      ) : (
        <ol className="timeline">
          {folded(edges.map(({ node }) => node)).map(([event, ...same]) => (
            <Event key={event.id} event={event} same={same} traced={traced} />
          ))}
          {pageInfo.hasNextPage && <Older orderId={order.id} after={pageInfo.endCursor} traced={traced} />}
        </ol>
      )}
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
