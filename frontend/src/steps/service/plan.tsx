import { Trans } from "@lingui/react/macro";
import type { WizardService } from "../../lib/order";
import { Badge } from "../../ui/status";
import "./plan.css";

/** What Close does for a service, as the server plans it: in order, what is final, who is told and what stays. */
export function Plan({ service: { plan } }: { service: WizardService }) {
  const told = plan.filter(({ kind }) => kind === "SEND_EMAIL");
  const kept = plan.filter(({ kind }) => kind === "KEEP");
  const done = plan.filter((step) => !told.includes(step) && !kept.includes(step));
  if (plan.length === 0) return null;
  return (
    <section className="plan">
      <h2>
        <Trans>What Close does</Trans>
      </h2>
      <ol>
        <Lines of={done} />
      </ol>
      <h3>
        <Trans>Who is told</Trans>
      </h3>
      <ul>
        <Lines of={told} />
      </ul>
      {kept.length > 0 && (
        <>
          <h3>
            <Trans>What stays as it is</Trans>
          </h3>
          <ul>
            <Lines of={kept} />
          </ul>
        </>
      )}
    </section>
  );
}

function Lines({ of }: { of: WizardService["plan"] }) {
  return of.map(({ kind, subject, message, irreversible }) => (
    <li key={`${kind} ${subject}`}>
      {message}{" "}
      {irreversible && (
        <Badge>
          <Trans>Final</Trans>
        </Badge>
      )}
    </li>
  ));
}
