import { Trans, useLingui } from "@lingui/react/macro";
import { ago, dateTime } from "../../lib/format";
import { CopiedValue } from "./copied-value";
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
        <CopiedValue label={t`Name`} value={recordName} copied={t`Name copied`} />
        <CopiedValue label={t`Value`} value={recordValue} copied={t`Value copied`} />
      </dl>
      <p className="small domain-finding">{message ?? <Trans>We have not checked yet.</Trans>}</p>
      <p className="caption ink-3">
        {lastCheckedAt && <Trans>Last checked {ago(lastCheckedAt)}.</Trans>}{" "}
        {nextCheckAt && <Trans>Next automatic check: {dateTime(nextCheckAt)}.</Trans>}
      </p>
    </div>
  );
}
