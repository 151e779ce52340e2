import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { RetryWebhookDeliveryDocument, WebhookLogDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { dateTime, number } from "../../lib/format";
import { useReloadWhile } from "../../lib/reload-while";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Reference } from "../../ui/reference";
import { StatusWord } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import { type Delivery, deliveryStates, type Event, events } from "./webhook";

const page = 10;
const most = 100;

/** What was sent to a webhook, with each attempt. */
export function WebhookLog({ webhookId, mayRetry }: { webhookId: string; mayRetry: boolean }) {
  const { t } = useLingui();
  const [first, setFirst] = useState(page);
  const { data, failure, reload } = useApiQuery(WebhookLogDocument, { id: webhookId, first });
  const log = data?.node && "deliveries" in data.node ? data.node.deliveries : null;
  const deliveries = log?.edges.map(({ node }) => node) ?? [];
  const soon = deliveries.some(
    ({ nextAttemptAt }) => nextAttemptAt && Date.parse(nextAttemptAt) < Date.now(),
  );
  useReloadWhile(soon, reload);
  if (failure) return <FailureBanner failure={failure} during="load" onRetry={reload} />;
  if (!log) return null;
  if (deliveries.length === 0) {
    return (
      <p className="small ink-2">
        <Trans>Nothing was sent in the last 30 days.</Trans>
      </p>
    );
  }
  return (
    <>
      <Table
        caption={t`Delivery log`}
        columns={[t`Event`, t`State`, t`Last attempt`, { unseen: t`Send again` }]}
      >
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} mayRetry={mayRetry} reload={reload} />
        ))}
      </Table>
      {log.pageInfo.hasNextPage && first < most && (
        <Button size="small" onPress={() => setFirst(Math.min(first + page * 2, most))}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

type DeliveryRowProps = { delivery: Delivery; mayRetry: boolean; reload: () => void };

function DeliveryRow({ delivery, mayRetry, reload }: DeliveryRowProps) {
  const { t, i18n } = useLingui();
  const act = useApiMutation(RetryWebhookDeliveryDocument);
  const { event, state, createdAt, nextAttemptAt, attempts, payload, correlationId } = delivery;
  const last = attempts.at(-1);
  const name = event === "TEST" ? t`Test event` : i18n._(events[event as Event]);
  const { tone, words } = deliveryStates[state];
  async function retry() {
    if (await act.run({ input: { deliveryId: delivery.id } })) reload();
  }
  return (
    <Row>
      <Cell>
        <span>{name}</span>
        <span className="meta">{dateTime(createdAt)}</span>
        <details>
          <summary>
            <Trans>Details</Trans> <span className="unseen">{name}</span>
          </summary>
          <pre translate="no">{payload}</pre>
          <ul>
            {attempts.map((attempt) => (
              <li key={attempt.at}>
                <span>
                  {dateTime(attempt.at)}: {attempt.error ?? t`Answer ${attempt.status ?? ""}`} (
                  {t`${number(attempt.durationMs)} ms`})
                </span>
                {attempt.response && <pre translate="no">{attempt.response}</pre>}
              </li>
            ))}
          </ul>
        </details>
      </Cell>
      <Cell label={t`State`}>
        <StatusWord tone={tone}>{i18n._(words)}</StatusWord>
        {nextAttemptAt && attempts.length > 0 && (
          <span className="meta">
            <Trans>Next attempt: {dateTime(nextAttemptAt)}</Trans>
          </span>
        )}
      </Cell>
      <Cell label={t`Last attempt`}>
        {last ? (last.error ?? t`Answer ${last.status ?? ""}`) : "–"}
        {last && state !== "DELIVERED" && <Reference id={correlationId} />}
      </Cell>
      <Cell end>
        {mayRetry && state !== "PENDING" && (
          <Button size="small" variant="quiet" isPending={act.pending} onPress={retry}>
            <Trans>
              Send again <span className="unseen">{name}</span>
            </Trans>
          </Button>
        )}
        {act.errors.map(({ message, reference }) => (
          <p key={message} className="domain-refused" role="alert">
            {message} <Reference id={reference} />
          </p>
        ))}
        {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={retry} />}
      </Cell>
    </Row>
  );
}
