import { Trans } from "@lingui/react/macro";
import { dateTime } from "../../lib/format";
import type { WizardService } from "../../lib/order";
import { Spinner } from "../../ui/spinner";
import { StatusShape } from "../../ui/status";

type Step = WizardService["steps"][number];

/**
 * One provisioning step, in bold while it runs; below its name one line that says where it stands. The line is always there
 * and never longer, so that nothing on the page moves while steps are tried and end.
 */
export function StepLine({ step }: { step: Step }) {
  const { state } = step;
  const isRunning = state === "PROVISIONING";
  return (
    <li data-state={state} {...(isRunning && { "aria-current": "step" })}>
      {isRunning ? <Spinner /> : <StatusShape tone={shapes[state] ?? "off"} />}
      <div>
        <p className="progress-name" data-name={step.name}>
          <span>{step.name}</span>
        </p>
        <p className="progress-stand meta ink-3 tabular">
          <Stand step={step} />
        </p>
      </div>
    </li>
  );
}

function Stand({ step: { state, attempts, message, finishedAt } }: { step: Step }) {
  const when = finishedAt && dateTime(finishedAt);
  switch (state) {
    case "PROVISIONED":
      return when && <Trans>Done: {when}</Trans>;
    case "FAILED":
      return when && <Trans>Failed: {when}</Trans>;
    case "PROVISIONING":
      if (message)
        return (
          <span title={message}>
            <Trans>
              Try {attempts}: {message}
            </Trans>
          </span>
        );
      return attempts > 1 ? <Trans>Try {attempts}</Trans> : <Trans>Running now</Trans>;
    default:
      return <Trans>Still to come</Trans>;
  }
}

const shapes = { PROVISIONED: "done", FAILED: "fail" } as Partial<Record<string, "done" | "fail">>;
