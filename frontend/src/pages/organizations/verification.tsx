import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { announce } from "../../lib/announce";
import { ago, dateTime } from "../../lib/format";
import { Button } from "../../ui/button";
import type { Domain } from "./organization";

/** What proves a domain: the TXT record to set while it is not found yet, and what the last look-up came to. */
export function Verification({ domain: { state, verification } }: { domain: Domain }) {
  const { t } = useLingui();
  if (!verification) return null;
  const { recordName, recordValue, lastCheckedAt, nextCheckAt, finding, message } = verification;
  if (state !== "PENDING") {
    return finding === "VERIFIED_ELSEWHERE" ? <p className="small ink-2">{message}</p> : null;
  }
  return (
    <div className="domain-proof">
      <p className="small ink-2">
        <Trans>To prove that this domain is yours, add this TXT record to its DNS.</Trans>
      </p>
      <dl className="domain-record">
        <Value label={t`Name`} value={recordName} copied={t`Name copied`} />
        <Value label={t`Value`} value={recordValue} copied={t`Value copied`} />
      </dl>
      <p className="small domain-finding">{message ?? <Trans>We have not checked yet.</Trans>}</p>
      <p className="caption ink-3">
        {lastCheckedAt && <Trans>Last checked {ago(lastCheckedAt)}.</Trans>}{" "}
        {nextCheckAt && <Trans>Next automatic check: {dateTime(nextCheckAt)}.</Trans>}
      </p>
    </div>
  );
}

function Value({ label, value, copied }: { label: string; value: string; copied: string }) {
  const { t } = useLingui();
  const text = useRef<HTMLElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      announce(copied);
    } catch {
      // The browser does not allow it: what is selected can be copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      announce(t`Selected, but your browser doesn’t let us copy it`);
    }
  }
  // Without https there is no clipboard: the value can be selected.
  const mayCopy = typeof navigator !== "undefined" && "clipboard" in navigator;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code ref={text} translate="no">
          {value}
        </code>
      </dd>
      {mayCopy && (
        <dd>
          <Button size="small" onPress={copy}>
            <Trans>
              Copy <span className="unseen">{label}</span>
            </Trans>
          </Button>
        </dd>
      )}
    </div>
  );
}
