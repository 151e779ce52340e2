import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { dateTime } from "../../lib/format";
import { TextButton } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import type { Organization } from "./organization";
import "../../ui/timeline.css";

const few = 8;

/** What was done to the organization's domains and by merges, newest first: the latest eight, on request all. */
export function History({ history }: { history: Organization["history"] }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  if (history.length === 0) return null;
  return (
    <Section title={t`History`}>
      <ol className="timeline">
        {history
          .slice(0, isOpen ? undefined : few)
          .map(({ id, summary, reason, at, actor, correlationId }) => (
            <li key={id}>
              {summary}
              {reason && (
                <p className="meta ink-2">
                  <q>{reason}</q>
                </p>
              )}
              <p className="meta ink-3">
                {dateTime(at)}, {actor ?? <Trans>Control Hub support</Trans>}
              </p>
              {correlationId && (
                <details className="meta">
                  <summary>
                    <Trans>Details</Trans>
                  </summary>
                  <dl>
                    <dt>
                      <Trans>Correlation id</Trans>
                    </dt>
                    <dd>{correlationId}</dd>
                  </dl>
                </details>
              )}
            </li>
          ))}
        {history.length > few && !isOpen && (
          <li data-more>
            <TextButton onPress={() => setOpen(true)}>
              <Trans>Show older events</Trans>
            </TextButton>
          </li>
        )}
      </ol>
    </Section>
  );
}
