import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { BatchDocument, type BatchQuery, StopBatchDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { withBase } from "../../lib/base-path";
import { row } from "../../lib/format";
import { useReloadWhile } from "../../lib/reload-while";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage } from "../../ui/hub-page";
import { ProgressBar } from "../../ui/progress-bar";
import { Reference } from "../../ui/reference";
import { StatusWord } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import { UnloadedPage } from "../../ui/unloaded-page";
import { stateTones, stateWords, titleOf } from "./words";
import "./batches.css";

type Batch = Extract<NonNullable<BatchQuery["node"]>, { resultUrl: string }>;

/** How far a batch has got, and what came of each order. It goes on whether or not this page is open. */
export default function BatchPage({ id }: { id: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const { data, failure, correlationId, pending, reload } = useApiQuery(BatchDocument, { id, after });
  const node = data?.node as Batch | null | undefined;
  const batch = node?.rows && node; // an id of something else has none
  const isRunning = batch?.finishedAt === null;
  useReloadWhile(isRunning, reload);
  if (batch) return <Progress batch={batch} isRunning={isRunning} reload={reload} onNext={setAfter} />;
  const problem = failure ?? (data && !pending ? ({ kind: "notFound", correlationId } as const) : null);
  return <UnloadedPage failure={problem} onRetry={reload} />;
}

type ProgressProps = {
  batch: Batch;
  isRunning: boolean;
  reload: () => void;
  onNext: (after: string | null) => void;
};

function Progress({ batch, isRunning, reload, onNext }: ProgressProps) {
  const { t, i18n } = useLingui();
  const stop = useApiMutation(StopBatchDocument);
  const { total, done, refused, waiting } = batch;
  const over = total - waiting;
  const said = row([
    plural(done, { one: "# done", other: "# done" }),
    refused > 0 && plural(refused, { one: "# not done", other: "# not done" }),
    batch.stopped && t`stopped`,
  ]);
  useEffect(() => {
    if (!isRunning) announce(said);
  }, [isRunning, said]);
  async function halt() {
    if (await stop.run({ input: { batchId: batch.id } })) reload();
  }
  return (
    <HubPage title={titleOf(batch.act, total)} back={{ href: "/orders", label: t`Orders` }}>
      <div className="batch-progress">
        <p>
          {isRunning ? (
            <Trans>
              {over} of {total} orders: {said}
            </Trans>
          ) : (
            said
          )}
        </p>
        <ProgressBar
          label={t`Progress`}
          value={total === 0 ? 1 : over / total}
          tone={isRunning ? "accent" : "ok"}
        />
        {isRunning && (
          <p className="meta">
            <Trans>You can close this page or sign out. The work continues.</Trans>
          </p>
        )}
      </div>
      {stop.failure && <FailureBanner failure={stop.failure} during="save" onRetry={halt} />}
      <Table caption={t`Orders`} columns={[t`Order`, t`Result`]}>
        {batch.rows.edges.map(({ node }) => (
          <Row key={node.orderId}>
            <Cell>
              <Link href={`/orders/${node.orderId}`} className="table-link">
                {node.companyName}
              </Link>
              <span className="meta">{node.orderNumber}</span>
            </Cell>
            <Cell>
              <StatusWord tone={stateTones[node.state]}>{i18n._(stateWords[node.state])}</StatusWord>
              {node.message && (
                <>
                  <span className="meta">{node.message}</span>
                  <Reference id={batch.correlationId} />
                </>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      <div className="batch-tools">
        <a href={withBase(batch.resultUrl)} download>
          <Trans>Download the result as CSV</Trans>
        </a>
        {isRunning && (
          <Button size="small" isPending={stop.pending} onPress={halt}>
            <Trans>Stop</Trans>
          </Button>
        )}
        {total > batch.rows.edges.length && (
          <>
            <Button size="small" onPress={() => onNext(null)}>
              <Trans>First page</Trans>
            </Button>
            <Button
              size="small"
              isDisabled={!batch.rows.pageInfo.hasNextPage}
              onPress={() => onNext(batch.rows.pageInfo.endCursor)}
            >
              <Trans>Next page</Trans>
            </Button>
          </>
        )}
      </div>
    </HubPage>
  );
}
