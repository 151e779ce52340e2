import { StepSubmitServiceDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";

/** Close: submits the service and leads to its progress. */
export function useSubmit(service: WizardService, { order, next }: Pick<StepProps, "order" | "next">) {
  const act = useAct(StepSubmitServiceDocument);
  async function submit() {
    const payload = await act.run({ input: { serviceId: service.id, expectedVersion: order.version } });
    if (payload?.order) next(payload.order, "done");
  }
  return { ...act, submit };
}
