import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { consequences } from "../../acts/consequences";
import { UndoMappingDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import type { StepProps } from "../../lib/step";
import { TextButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";

/** Leads back to the organizations, until the first service is submitted; asks first. */
export function UndoMapping({ order, next }: Pick<StepProps, "order" | "next">) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const act = useApiMutation(UndoMappingDocument);
  if (!order.allowedMutations.includes("undoMapping")) return null;
  async function undo() {
    const payload = await act.run({ input: { orderId: order.id, expectedVersion: order.version } });
    if (payload?.order) next(payload.order, "review-organizations");
  }
  return (
    <>
      <TextButton onPress={() => setAsking(true)}>{t`Undo mapping`}</TextButton>
      <Dialog title={t`Undo this mapping?`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Confirmation
          says={consequences.undoMapping(order)}
          verb={t`Undo mapping`}
          danger
          act={act}
          onConfirm={undo}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}
