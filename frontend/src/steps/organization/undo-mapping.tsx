import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { UndoMappingDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { StepProps } from "../../lib/step";
import { Button, TextButton } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";

/** Leads back to the organizations, until the first service is submitted; asks first. */
export function UndoMapping({ order, next }: Pick<StepProps, "order" | "next">) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const act = useAct(UndoMappingDocument);
  if (!order.allowedMutations.includes("undoMapping")) return null;
  async function undo() {
    const payload = await act.run({ input: { orderId: order.id, expectedVersion: order.version } });
    if (payload?.order) next(payload.order, "review-organizations");
  }
  return (
    <>
      <TextButton onPress={() => setAsking(true)}>{t`Undo mapping`}</TextButton>
      <Dialog title={t`Undo the mapping?`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <ErrorSummary errors={act.errors} />
        {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={undo} />}
        <p>
          <Trans>You can then choose another organization. What you entered for the services stays.</Trans>{" "}
          {order.partnerOrganization && <Trans>The customer’s administrators are told.</Trans>}
        </p>
        <DialogActions>
          <Button variant="danger" isPending={act.pending} onPress={undo}>
            <Trans>Undo mapping</Trans>
          </Button>
          <Button variant="quiet" autoFocus onPress={() => setAsking(false)}>
            <Trans>Keep it</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
