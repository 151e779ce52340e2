import { Trans, useLingui } from "@lingui/react/macro";
import { StepRequestFullAdministratorDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { StepProps } from "../../lib/step";
import { TextButton } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { toast } from "../../ui/toast";

/** A provisioning administrator may ask the customer for full administrator privileges once everything is set up. */
export function AdministratorRights({ order, update }: Pick<StepProps, "order" | "update">) {
  const { t } = useLingui();
  const act = useAct(StepRequestFullAdministratorDocument);
  const company = order.customerOrganization?.displayName ?? order.companyName;
  async function ask() {
    const payload = await act.run({ input: { orderId: order.id } });
    if (!payload?.order) return;
    toast(t`The administrators of ${company} were asked`);
    update(payload.order);
  }
  if (order.partnerRole !== "PROVISIONING_ADMINISTRATOR" || order.viewerRole === "CUSTOMER_ADMINISTRATOR")
    return null;
  const isAsked = order.administratorRequest?.state === "PENDING";
  return (
    <div className="done-rights">
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={ask} />}
      <p className="small ink-2">
        <Trans>You are the provisioning administrator of {company}.</Trans>{" "}
        {isAsked && <Trans>You asked for full administrator privileges; their administrators decide.</Trans>}
        {!isAsked && order.allowedMutations.includes("requestFullAdministrator") && (
          <Trans>
            Need full administrator privileges?{" "}
            <TextButton onPress={ask}>Ask their administrators</TextButton>.
          </Trans>
        )}
      </p>
    </div>
  );
}
