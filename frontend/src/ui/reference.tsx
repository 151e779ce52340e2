import { Trans } from "@lingui/react/macro";

/** What support finds a refused or failed request by in the log, below what else is said of it; a click selects it. */
export function Reference({ id }: { id: string | null | undefined }) {
  return (
    id && (
      <small className="reference">
        <Trans>Reference:</Trans> <span translate="no">{id}</span>
      </small>
    )
  );
}
