import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { SetUpLaterDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { notYet } from "../../lib/not-yet";
import type { WizardOrder, WizardService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { toast } from "../../ui/toast";

/** Is Set up later offered? */
export function maySetUpLater(order: WizardOrder, { __typename, state }: WizardService): boolean {
  const isOpen = state === "DRAFT" || state === "READY_FOR_REVIEW" || state === "NOT_STARTED";
  return isOpen && __typename !== "IncludedService" && order.allowedMutations.includes("setUpLater");
}

/** What Set up later means, below the buttons; nothing where it is not offered. Not drawn again at each key on its page. */
export const LaterNote = memo(function LaterNote({ service }: { service: WizardService }) {
  return service.state === "FAILED" ? null : <ConsequenceList says={consequences.setUpLater()} brief />;
});

type SetUpLaterProps = Pick<StepProps, "next"> & {
  service: WizardService;
  variant?: "quiet" | "secondary";
  size?: "medium" | "small";
};

/** Puts the service aside and leads to the list of services; offered only while nothing of it was submitted. */
export function SetUpLater({ service, next, variant = "quiet", size = "medium" }: SetUpLaterProps) {
  const { t } = useLingui();
  const act = useApiMutation(SetUpLaterDocument);
  async function putAside() {
    const payload = await act.run({ input: { serviceId: service.id } });
    if (!payload?.order) return;
    toast(`${notYet(payload.order.services, service.kind)} ${t`Your order stays open.`}`);
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
