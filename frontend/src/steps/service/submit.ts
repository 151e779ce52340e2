import { SubmitServiceDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { useVersion } from "../stale";

type Page = Pick<StepProps, "order" | "next" | "update">;

/** Close: submits the service as this page first showed it, and leads to its progress. */
export function useSubmit(service: WizardService, { order, next, update }: Page) {
  const { run, payload, ...done } = useApiMutation(SubmitServiceDocument);
  const { version, conflict, act, accept } = useVersion(order, done);
  async function submit() {
    const saved = await run({ input: { serviceId: service.id, expectedVersion: version } });
    if (saved?.order) next(saved.order, "done");
  }
  function onContinue() {
    accept();
    if (payload?.order) update(payload.order);
  }
  return { act, submit, stale: { conflict, onContinue } };
}
