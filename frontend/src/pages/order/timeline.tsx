import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OrderTimelineDocument, type TimelineEventFragment } from "../../gql/graphql";
import { useAsk } from "../../lib/ask";
import { dateTime } from "../../lib/format";
import { TextButton } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import type { Order } from "./order-page";

/** What happened, newest first: the latest eight, on request all. */
export function Timeline({ order }: { order: Order }) {
  const { t } = useLingui();
  const [isLong, setLong] = useState(false);
  const after = order.timeline.pageInfo.endCursor;
  const { data } = useAsk(OrderTimelineDocument, { id: order.id, after }, !isLong);
  const older = (isLong && data?.order?.timeline.edges) || [];
  const events = [...order.timeline.edges, ...older].map(({ node }) => node);
  if (events.length === 0) return null;
  return (
    <Section title={t`Timeline`}>
      <ol className="timeline">
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      {order.timeline.pageInfo.hasNextPage && !isLong && (
        <TextButton onPress={() => setLong(true)}>
          <Trans>Show all events</Trans>
        </TextButton>
      )}
    </Section>
  );
}

function Event({ event }: { event: TimelineEventFragment }) {
  const changes = event.changes.length;
  return (
    <li>
      {event.summary}
      <p className="meta ink-3">
        {dateTime(event.at)}, {event.actor}
      </p>
      {changes > 0 && (
        <details className="meta">
          <summary>
            <Trans>What changed</Trans>
          </summary>
          <dl>
            {event.changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {before ?? "–"} → {after ?? "–"}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
