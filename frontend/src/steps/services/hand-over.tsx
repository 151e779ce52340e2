import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { consequences } from "../../acts/consequences";
import { HandOverForm } from "../../acts/hand-over-form";
import { TakeBackServiceSetupDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import type { StepProps } from "../../lib/step";
import { Banner } from "../../ui/banner";
import { Button, TextButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";

type HandOverProps = Pick<StepProps, "order" | "update">;

/** That the customer sets up the services, and the way to take them back. */
export function HandedOver({ order, update }: HandOverProps) {
  const { t } = useLingui();
  const act = useApiMutation(TakeBackServiceSetupDocument);
  const [isAsking, setAsking] = useState(false);
  if (!order.allowedMutations.includes("takeBackServiceSetup")) return null;

  async function takeBack() {
    const payload = await act.run({ input: { orderId: order.id, expectedVersion: order.version } });
    if (!payload?.order) return;
    setAsking(false);
    update(payload.order);
    toast(t`Taken back`);
  }

  return (
    <div className="actions">
      <Button onPress={() => setAsking(true)}>
        <Trans>Take back service setup</Trans>
      </Button>
      <Dialog title={t`Take service setup back?`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Confirmation
          says={consequences.takeBackServiceSetup()}
          verb={t`Take back`}
          act={act}
          onConfirm={takeBack}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </div>
  );
}

/** Lets a partner's customer set up the services; asks first. */
export function HandOver({ order, update }: HandOverProps) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  if (!order.allowedMutations.includes("handOverToCustomer")) return null;
  return (
    <>
      <Banner
        title={t`Your customer can do this too.`}
        action={
          <TextButton
            onPress={() => setAsking(true)}
          >{t`My customer will set up their own services`}</TextButton>
        }
      >
        <Trans>You do not lose access to the customer’s organization.</Trans>
      </Banner>
      <Dialog
        title={t`Let your customer set up the services?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <HandOverForm order={order} update={update} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}
