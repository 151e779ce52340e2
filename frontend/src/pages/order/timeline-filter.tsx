import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useEffect, useId, useState } from "react";
import { type EventTopic, FindOrderEventsDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiQuery } from "../../lib/api-query";
import { TextButton } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Spinner } from "../../ui/spinner";
import type { Order } from "./order";
import { Event } from "./timeline-event";
import "./order-page.css";

const pause = 300; // milliseconds without a key before the text is looked for

/** What is left empty does not matter. */
type Filter = { about: EventTopic | null; actor: string; text: string };

/** The events of the order that a filter lets through; it follows what happens meanwhile. */
export default function TimelineFilter({ order }: { order: Order }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>({ about: null, actor: "", text: "" });
  const [actors, setActors] = useState<readonly string[]>([]);
  const set = (change: Partial<Filter>) => setFilter((before) => ({ ...before, ...change }));
  const ids = { about: useId(), actor: useId(), text: useId() };
  const topics: Record<EventTopic, string> = {
    EMAILS: t`Emails`,
    ORGANIZATIONS: t`Organizations`,
    SERVICES: t`Services`,
    ORDER: t`The order itself`,
  };
  useEffect(() => {
    const timer = setTimeout(() => setFilter((before) => ({ ...before, text: typed.trim() })), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <div className="timeline-filter">
        <label htmlFor={ids.text}>
          <Trans>Search</Trans>
        </label>
        <input
          id={ids.text}
          type="search"
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <label htmlFor={ids.about}>
          <Trans>About</Trans>
        </label>
        <select
          id={ids.about}
          value={filter.about ?? ""}
          onChange={({ target }) => set({ about: (target.value || null) as Filter["about"] })}
        >
          <option value="">{t`Everything`}</option>
          {Object.entries(topics).map(([topic, name]) => (
            <option key={topic} value={topic}>
              {name}
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
      <ol className="timeline">
        <Found
          key={JSON.stringify(filter)}
          order={order}
          filter={filter}
          after={null}
          isFirst
          onActors={setActors}
        />
      </ol>
    </>
  );
}

type FoundProps = {
  order: Order;
  filter: Filter;
  after: string | null;
  /** Nothing was found on a page before. */
  isFirst: boolean;
  onActors?: (actors: readonly string[]) => void;
};

/** A page of what was found, and on request the next one. */
function Found({ order, filter, after, isFirst, onActors }: FoundProps) {
  const { data, failure, reload } = useApiQuery(FindOrderEventsDocument, { id: order.id, ...filter, after });
  const [isOlderWanted, setOlderWanted] = useState(false);
  const found = useDeferredValue(data?.findOrderEvents);
  const newest = order.timeline.edges[0]?.node.id;
  const [known, setKnown] = useState(newest);
  useEffect(() => {
    if (known === newest) return;
    setKnown(newest);
    if (after === null) void reload();
  }, [known, newest, after, reload]);
  useEffect(() => {
    if (!found) return;
    onActors?.(found.actors);
    const count = found.edges.length;
    announce(plural(count, { 0: "No events found", one: "One event found", other: "# events found" }));
  }, [found, onActors]);
  if (!found) {
    return (
      <li data-more>
        {failure ? <FailureBanner failure={failure} during="load" onRetry={reload} /> : <Spinner />}
      </li>
    );
  }
  const { edges, pageInfo } = found;
  const isNothing = isFirst && edges.length === 0;
  return (
    <>
      {edges.map(({ node }) => (
        <Event key={node.id} event={node} same={[]} traced />
      ))}
      {isNothing && !pageInfo.hasNextPage && (
        <li data-more className="ink-3">
          <Trans>No matching events.</Trans>
        </li>
      )}
      {pageInfo.hasNextPage &&
        (isOlderWanted ? (
          <Found order={order} filter={filter} after={pageInfo.endCursor} isFirst={isNothing} />
        ) : (
          <li data-more>
            {isNothing && <Trans>No matching events so far.</Trans>}{" "}
            <TextButton onPress={() => setOlderWanted(true)}>
              <Trans>Show older events</Trans>
            </TextButton>
          </li>
        ))}
    </>
  );
}
