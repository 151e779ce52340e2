import { Trans } from "@lingui/react/macro";
import { time } from "../../lib/format";
import type { WizardService } from "../../lib/order";
import { Spinner } from "../../ui/spinner";
import { StatusShape } from "../../ui/status";

/** One provisioning step: done with its time, running in bold with its try, failed with the answer, or still to come. */
export function StepLine({ step }: { step: WizardService["steps"][number] }) {
  const { state, attempts } = step;
  const isRunning = state === "PROVISIONING";
  return (
    <li data-state={state} {...(isRunning && { "aria-current": "step" })}>
      {isRunning ? <Spinner /> : <StatusShape tone={shapes[state] ?? "off"} />}
      <div>
        <p className="progress-name">{step.name}</p>
        {attempts > 1 && state !== "PROVISIONED" && (
          <p className="meta ink-3">
            <Trans>Try {attempts}</Trans>
            {step.message && <>: {step.message}</>}
          </p>
        )}
      </div>
      <span className="meta ink-3 tabular">
        {isRunning ? <Trans>now</Trans> : step.finishedAt && time(step.finishedAt)}
      </span>
    </li>
  );
}

const shapes = { PROVISIONED: "done", FAILED: "fail" } as Partial<Record<string, "done" | "fail">>;
