import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useId, useState } from "react";
import {
  OrderTimelineDocument,
  type OrderTimelineQuery,
  type TimelineEventFragment,
} from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { type Answer, send } from "../../lib/client";
import { type Failure, failureOf } from "../../lib/failure";
import { FailureBanner } from "../../ui/failure-banner";
import { Spinner } from "../../ui/spinner";
import { type EventKind, type Filter, kindOf, matches } from "./matching-events";
import type { Order } from "./order";
import { Event } from "./timeline-event";
import "./order-page.css";

const most = 40; // pages of 50 events

/** The whole timeline as one list, filtered by kind, person and text; it follows what happens meanwhile. */
export default function TimelineFilter({ order }: { order: Order }) {
  const { t } = useLingui();
  const { events, isWhole, failure, retry } = useWholeTimeline(order);
  const [filter, setFilter] = useState<Filter>({ kind: "", actor: "", text: "" });
  const set = (change: Partial<Filter>) => setFilter({ ...filter, ...change });
  const ids = { kind: useId(), actor: useId(), text: useId() };
  const kinds: Record<EventKind, string> = {
    EMAILS: t`Emails`,
    ORGANIZATIONS: t`Organizations`,
    SERVICES: t`Services`,
    ORDER: t`The order itself`,
  };
  const here = new Set(events.map(kindOf));
  const actors = [...new Set(events.map(({ actor }) => actor))];
  const shown = events.filter((event) => matches(event, filter));
  const count = shown.length;
  useEffect(() => {
    if (filter.kind || filter.actor || filter.text) {
      announce(plural(count, { 0: "No events found", one: "One event found", other: "# events found" }));
    }
  }, [filter, count]);
  return (
    <>
      <div className="timeline-filter">
        <label htmlFor={ids.text}>
          <Trans>Search</Trans>
        </label>
        <input
          id={ids.text}
          type="search"
          value={filter.text}
          onChange={({ target }) => set({ text: target.value })}
        />
        <label htmlFor={ids.kind}>
          <Trans>About</Trans>
        </label>
        <select
          id={ids.kind}
          value={filter.kind}
          onChange={({ target }) => set({ kind: target.value as Filter["kind"] })}
        >
          <option value="">{t`Everything`}</option>
          {(Object.keys(kinds) as EventKind[])
            .filter((kind) => here.has(kind))
            .map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
        </select>
        <label htmlFor={ids.actor}>
          <Trans>By</Trans>
        </label>
        <select id={ids.actor} value={filter.actor} onChange={({ target }) => set({ actor: target.value })}>
          <option value="">{t`Everyone`}</option>
          {actors.map((actor) => (
            <option key={actor}>{actor}</option>
          ))}
        </select>
      </div>
      {failure && <FailureBanner failure={failure} during="load" onRetry={retry} />}
      {isWhole && count === 0 && (
        <p className="ink-3">
          <Trans>No matching events.</Trans>
        </p>
      )}
      <ol className="timeline">
        {shown.map((event) => (
          <Event key={event.id} event={event} same={[]} traced />
        ))}
        {!isWhole && !failure && (
          <li data-more>
            <Spinner />
          </li>
        )}
      </ol>
    </>
  );
}

function readPage(id: string, after: string | null): Promise<Answer<OrderTimelineQuery>> {
  return send(OrderTimelineDocument, { id, after });
}

/** All events of the order, a page at a time; from the beginning again once something has happened. */
function useWholeTimeline(order: Order) {
  const [events, setEvents] = useState<readonly TimelineEventFragment[]>([]);
  const [isWhole, setWhole] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const newest = order.timeline.edges[0]?.node.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what happened, or another try, is a reason to ask again
  useEffect(() => {
    let stopped = false;
    async function read() {
      setFailure(null);
      const found: TimelineEventFragment[] = [];
      let after: string | null = null;
      for (let page = 0; page < most; page++) {
        const { data, error } = await readPage(order.id, after);
        if (stopped) return;
        const timeline = data?.order?.timeline;
        if (!timeline) {
          setFailure(error ? failureOf(error) : { kind: "notFound" });
          return;
        }
        found.push(...timeline.edges.map(({ node }) => node));
        // What was read before stays until all of it is here again.
        setEvents((shown) => (shown.length > found.length ? shown : [...found]));
        after = timeline.pageInfo.endCursor;
        if (!timeline.pageInfo.hasNextPage) break;
      }
      setEvents(found);
      setWhole(true);
    }
    read();
    return () => {
      stopped = true;
    };
  }, [order.id, newest, tries]);
  return { events, isWhole, failure, retry: () => setTries(tries + 1) };
}
