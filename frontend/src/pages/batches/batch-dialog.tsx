import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import {
  type BatchAct,
  type BatchInput,
  PreviewBatchDocument,
  type PreviewBatchMutation,
  StartBatchDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { row } from "../../lib/format";
import { Button } from "../../ui/button";
import { DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { StatusWord } from "../../ui/status";
import { TextField } from "../../ui/text-field";
import { consequencesOf } from "./words";

type Preview = NonNullable<PreviewBatchMutation["previewBatch"]>["rows"];

type BatchDialogProps = {
  act: BatchAct;
  chosen: Pick<BatchInput, "orderIds" | "filter">;
  onClose: () => void;
};

/** What an act needs, then what it would do with each order; what was shown is what is started. */
export function BatchDialog({ act, chosen, onClose }: BatchDialogProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [email, setEmail] = useState("");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const isOwn = act === "PUT_ASIDE" || act === "TAKE_UP";
  const preview = useApiMutation(PreviewBatchDocument);
  const start = useApiMutation(StartBatchDocument);
  const [rows, setRows] = useState<Preview | null>(null);
  const input = {
    act,
    email: act === "DELEGATE" ? email : null,
    reason: reason || null,
    until: until || null,
  };
  const possible = rows?.filter(({ message }) => message === null) ?? [];
  async function look() {
    const payload = await preview.run({ input: { ...input, ...chosen } });
    if (payload) setRows(payload.rows);
  }
  async function begin() {
    const orderIds = possible.map(({ orderId }) => orderId);
    const payload = await start.run({ input: { ...input, orderIds } });
    if (payload?.batch) navigate(`/batches/${payload.batch.id}`);
  }
  if (rows) {
    return (
      <Form errors={start.errors} onSubmit={begin}>
        <ErrorSummary errors={start.errors} />
        {start.failure && <FailureBanner failure={start.failure} during="save" onRetry={begin} />}
        <Foreseen rows={rows} />
        <DialogActions>
          {possible.length > 0 && (
            <Button type="submit" variant={act === "CANCEL" ? "danger" : "primary"} isPending={start.pending}>
              {plural(possible.length, { one: "Do it with # order", other: "Do it with # orders" })}
            </Button>
          )}
          <Button variant="quiet" autoFocus onPress={() => setRows(null)}>
            <Trans>Back</Trans>
          </Button>
          <Button variant="quiet" onPress={onClose}>
            <Trans>Not now</Trans>
          </Button>
        </DialogActions>
      </Form>
    );
  }
  return (
    <Form errors={preview.errors} onSubmit={look}>
      <ErrorSummary errors={preview.errors} />
      {preview.failure && <FailureBanner failure={preview.failure} during="load" onRetry={look} />}
      <ConsequenceList says={consequencesOf[act]} />
      <div className="stack act-fields">
        {act === "DELEGATE" && (
          <TextField
            name="email"
            type="email"
            autoComplete="off"
            autoFocus
            label={t`Email address of the new contact`}
            value={email}
            onChange={setEmail}
          />
        )}
        {act === "PUT_ASIDE" && (
          <TextField
            name="until"
            type="date"
            autoFocus
            label={t`Until`}
            hint={t`Leave this empty to wait until something changes.`}
            value={until}
            onChange={setUntil}
          />
        )}
        {!isOwn && (
          <TextField
            name="reason"
            autoComplete="off"
            autoFocus={act !== "DELEGATE"}
            label={t`Reason`}
            hint={t`The history of each order shows it. Required only for orders of others.`}
            value={reason}
            onChange={setReason}
          />
        )}
      </div>
      <DialogActions>
        <Button type="submit" variant="primary" isPending={preview.pending}>
          <Trans>Preview</Trans>
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}

/** The orders by what would become of them: those with which it is done, then each reason why not. */
function Foreseen({ rows }: { rows: Preview }) {
  const groups = Map.groupBy(rows, ({ message }) => message);
  const possible = groups.get(null) ?? [];
  const refused = [...groups].filter(([message]) => message !== null);
  return (
    <div className="batch-preview">
      {rows.length === 0 && (
        <p>
          <Trans>You see none of these orders any more.</Trans>
        </p>
      )}
      {possible.length > 0 && (
        <Group
          title={plural(possible.length, { one: "# order: will be done", other: "# orders: will be done" })}
          rows={possible}
          isDone
        />
      )}
      {refused.map(([message, rows]) => {
        const count = plural(rows.length, { one: "# order: left out", other: "# orders: left out" });
        return <Group key={message} title={count} why={message} rows={rows} />;
      })}
    </div>
  );
}

const mostNamed = 8;

function Group({
  title,
  why,
  rows,
  isDone = false,
}: {
  title: string;
  why?: string | null;
  rows: Preview;
  isDone?: boolean;
}) {
  const more = rows.length - mostNamed;
  const names = rows
    .slice(0, mostNamed)
    .map(({ companyName, orderNumber }) => `${companyName} (${orderNumber})`);
  return (
    <section>
      <h3>
        <StatusWord tone={isDone ? "done" : "fail"}>{title}</StatusWord>
      </h3>
      {why && <p>{why}</p>}
      <p className="meta">
        {row(names)}
        {more > 0 && (
          <>
            {" "}
            <Trans>and {more} more</Trans>
          </>
        )}
      </p>
    </section>
  );
}
