import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { MyBatchesDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { titleOf } from "./words";
import "./batches.css";

/** The way back to batches that are still running. */
export function RunningBatches() {
  const { data } = useApiQuery(MyBatchesDocument, {});
  const running = data?.viewer?.batches.filter(({ finishedAt }) => finishedAt === null) ?? [];
  return running.map(({ id, act, total, waiting }) => {
    const title = titleOf(act, total);
    const over = total - waiting;
    return (
      <p key={id} className="batch-line">
        <Link href={`/batches/${id}`}>
          <Trans>
            {title}: {over} of {total}
          </Trans>
        </Link>
      </p>
    );
  });
}
