import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { consequences } from "../../acts/consequences";
import { RequestFullAdministratorDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import type { StepProps } from "../../lib/step";
import { TextButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";

/** A provisioning administrator may ask the customer for full administrator privileges once everything is set up. */
export function AdministratorRights({ order, update }: Pick<StepProps, "order" | "update">) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const act = useApiMutation(RequestFullAdministratorDocument);
  const company = order.customerOrganization?.displayName ?? order.companyName;
  async function ask() {
    const payload = await act.run({ input: { orderId: order.id } });
    if (!payload?.order) return;
    setAsking(false);
    toast(t`We asked the administrators of ${company}`);
    update(payload.order);
  }
  if (order.partnerRole !== "PROVISIONING_ADMINISTRATOR" || order.viewerRole === "CUSTOMER_ADMINISTRATOR")
    return null;
  const isAsked = order.administratorRequest?.state === "PENDING";
  return (
    <div className="done-rights">
      <p className="small ink-2">
        <Trans>You are a provisioning administrator for {company}.</Trans>{" "}
        {isAsked && <Trans>You asked for full administrator privileges; their administrators decide.</Trans>}
        {!isAsked && order.allowedMutations.includes("requestFullAdministrator") && (
          <Trans>
            Need full administrator privileges?{" "}
            <TextButton onPress={() => setAsking(true)}>Ask their administrators</TextButton>.
          </Trans>
        )}
      </p>
      <Dialog
        title={t`Ask for full administrator privileges?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <Confirmation
          says={consequences.requestFullAdministrator()}
          verb={t`Ask for privileges`}
          act={act}
          onConfirm={ask}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </div>
  );
}
