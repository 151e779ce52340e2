import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { type TimelineEventFragment, TimeZonesDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { dateTime } from "../../lib/format";
import { oneEvent } from "../../lib/order-query";
import { page } from "../../lib/page";
import { zoneNames } from "../../location/time-zone";
import { fieldName, fieldValue, isZone } from "./change-words";
import { Subject } from "./subject";
import { RowQuery } from "./support-query";

const LogSearch = page("desk", () => import("./log-search"));

type EventProps = {
  event: TimelineEventFragment;
  /** Earlier ones that say the same, folded below it. */
  same: readonly TimelineEventFragment[];
  /** For support: with the id that finds its request in the log, and the way into GraphiQL. */
  traced: boolean;
};

/** One thing that happened: what, when, by whom, and on request what was changed. */
export function Event({ event, same, traced }: EventProps) {
  const { t } = useLingui();
  const correlationId = traced && event.correlationId;
  return (
    <li>
      <Subject text={event.summary} />
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
            <Suspense>
              <LogSearch correlationId={correlationId} />
            </Suspense>
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
