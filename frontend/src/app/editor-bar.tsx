import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { allowChanges, stopChanges, useAllowedUntil } from "../lib/allowed-changes";
import { announce } from "../lib/announce";
import { withBase } from "../lib/base-path";
import { editorHref } from "../lib/order-query";
import { type Problem, problem } from "../lib/problem";
import { savedQueries } from "../lib/saved-queries";
import { Brand } from "../ui/brand";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Form } from "../ui/form";
import { Icon } from "../ui/icon";
import { TextField } from "../ui/text-field";

const maxReason = 1_000;

/** Above GraphiQL: the way back to Control Hub, and whether anything can be changed. */
export function EditorBar() {
  const { t } = useLingui();
  const until = useAllowedUntil();
  const [isAsking, setAsking] = useState(false);
  function stop() {
    stopChanges();
    announce(t`Read-only again`);
  }
  return (
    <header className="editor-bar">
      <a href={withBase("/")} className="editor-bar-brand">
        <Brand />
      </a>
      <h1>GraphiQL</h1>
      <SavedQueries />
      <div className="editor-changes" {...(until !== null && { "data-allowed": "" })}>
        <span className="editor-state">
          <Icon name={until === null ? "info" : "warning"} size={16} />
          <span>
            {until === null ? (
              <Trans>Read-only</Trans>
            ) : (
              <Trans>
                Changes allowed for <Remaining until={until} />
              </Trans>
            )}
          </span>
        </span>
        {/* One button, so that it keeps the focus. */}
        <Button size="small" onPress={until === null ? () => setAsking(true) : stop}>
          {until === null ? <Trans>Allow changes</Trans> : <Trans>Stop now</Trans>}
        </Button>
      </div>
      <Dialog title={t`Allow changes for 15 minutes?`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Reason onClose={() => setAsking(false)} />
      </Dialog>
    </header>
  );
}

/** What is asked most often, by topic; each opens with its variables to be filled in. */
function SavedQueries() {
  const { i18n } = useLingui();
  return (
    <>
      <button type="button" className="link" popoverTarget="saved-queries">
        <Trans>Saved queries</Trans>
      </button>
      <nav id="saved-queries" className="saved-queries" popover="auto">
        <ul>
          {savedQueries.map((saved) => (
            <li key={saved.query}>
              <a href={editorHref(saved)}>{i18n._(saved.title)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** Minutes and seconds that are left; they end the permission. */
function Remaining({ until }: { until: number }) {
  const { t } = useLingui();
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left > 0) return;
    stopChanges();
    announce(t`The 15 minutes are over. Read-only again`);
  }, [left, t]);
  return (
    <span className="tabular" role="timer">
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
    </span>
  );
}

function Reason({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<Problem[]>([]);

  function allow() {
    const why = reason.trim();
    const wrong = !why
      ? t`Enter a reason`
      : [...why].length > maxReason
        ? t`Use 1,000 characters at most`
        : null;
    setErrors(wrong ? [problem("reason", wrong)] : []);
    if (wrong) return;
    allowChanges(why);
    announce(t`Changes are allowed for 15 minutes`);
    onClose();
  }

  return (
    <Form errors={errors} onSubmit={allow}>
      <p>
        <Trans>
          Until then, each mutation that you run changes real orders. Mutations are refused again after that.
        </Trans>
      </p>
      <div className="stack">
        <TextField
          name="reason"
          multiline
          autoFocus
          label={t`Reason`}
          hint={t`It appears in the timeline of each order that you change, unless a mutation says its own.`}
          value={reason}
          onChange={setReason}
        />
      </div>
      <DialogActions>
        <Button type="submit" variant="primary">
          <Trans>Allow changes</Trans>
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}
