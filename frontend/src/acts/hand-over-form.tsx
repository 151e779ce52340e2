import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { HandOverToCustomerDocument } from "../gql/graphql";
import { useApiMutation } from "../lib/api-mutation";
import type { WizardOrder } from "../lib/order";
import { problem } from "../lib/problem";
import { toast } from "../ui/toast";
import { Confirmation } from "./confirmation";
import { consequences, type OrderFacts } from "./consequences";
import { CustomerAdministratorField } from "./customer-administrator-field";

type HandOverFormProps = {
  order: OrderFacts & Pick<WizardOrder, "id" | "version" | "customerAdminEmail">;
  update: (order: WizardOrder) => void;
  onClose: () => void;
};

/** What a dialog holds that lets the customer set up their own services: who is their administrator, where nobody is yet. */
export function HandOverForm({ order, update, onClose }: HandOverFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(order.customerAdminEmail ?? "");
  const act = useApiMutation(HandOverToCustomerDocument);
  const asksWho = order.needsCustomerAdminEmail;

  async function run() {
    if (asksWho && !email.trim()) {
      act.refuse([problem("customerAdminEmail", t`Enter the email address of the customer’s administrator`)]);
      return;
    }
    const customerAdminEmail = asksWho ? email : null;
    const payload = await act.run({
      input: { orderId: order.id, customerAdminEmail, expectedVersion: order.version },
    });
    if (!payload?.order) return;
    update(payload.order);
    onClose();
    toast(t`Handed over to your customer`);
  }

  return (
    <Confirmation
      says={consequences.handOverToCustomer(order)}
      verb={t`Hand over`}
      act={act}
      onConfirm={run}
      onClose={onClose}
    >
      {asksWho && <CustomerAdministratorField value={email} onChange={setEmail} autoFocus />}
    </Confirmation>
  );
}
