import { type StepSlug, slugOf } from "./journey";
import type { WizardOrder, WizardService } from "./order";

type Place = { page: StepSlug; field: string };
type Orders = Pick<WizardOrder, "allowedMutations"> & {
  requirements: Pick<WizardOrder["requirements"], "currentlyDue">;
};

/** Where the name that was refused at provisioning is changed, if this person may; null: trying again can help. */
export function refusedName(order: Orders, service: Pick<WizardService, "id" | "state">): Place | null {
  if (service.state !== "FAILED") return null;
  const due = order.requirements.currentlyDue.find((found) => found.service?.id === service.id);
  if (!due || due.mutation === "retryService" || !order.allowedMutations.includes(due.mutation)) return null;
  return { page: slugOf(due.step), field: due.field.join(".") };
}
