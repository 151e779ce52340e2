import { Trans, useLingui } from "@lingui/react/macro";
import { StepSetUpLaterDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { toast } from "../../ui/toast";

type SetUpLaterProps = Pick<StepProps, "next"> & {
  service: WizardService;
  variant?: "quiet" | "secondary";
  size?: "medium" | "small";
};

/** Puts the service aside and leads to the list of services; offered only while nothing of it was submitted. */
export function SetUpLater({ service, next, variant = "quiet", size = "medium" }: SetUpLaterProps) {
  const { t } = useLingui();
  const act = useAct(StepSetUpLaterDocument);
  async function putAside() {
    const payload = await act.run({ input: { serviceId: service.id } });
    if (!payload?.order) return;
    toast(t`Nothing is provisioned yet. Your order stays open.`);
    next(payload.order, "services");
  }
  if (service.state === "FAILED") return null;
  return (
    <>
      <Button variant={variant} size={size} isPending={act.pending} onPress={putAside}>
        <Trans>Set up later</Trans>
      </Button>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={putAside} />}
    </>
  );
}
