import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { HandOverToCustomerDocument, TakeBackServiceSetupDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { StepProps } from "../../lib/step";
import { Banner } from "../../ui/banner";
import { Button, TextButton } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";

type HandOverProps = Pick<StepProps, "order" | "update">;

/** That the customer sets up the services, and the way to take them back. */
export function HandedOver({ order, update }: HandOverProps) {
  const { t } = useLingui();
  const act = useAct(TakeBackServiceSetupDocument);
  if (order.viewerRole === "CUSTOMER_ADMINISTRATOR") return null;

  async function takeBack() {
    const payload = await act.run({ input: { orderId: order.id, expectedVersion: order.version } });
    if (!payload?.order) return;
    update(payload.order);
    toast(t`Taken back`);
  }

  const mayTakeBack = order.allowedMutations.includes("takeBackServiceSetup");
  return (
    <>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={takeBack} />}
      <Banner
        title={t`Your customer sets up the services.`}
        action={mayTakeBack && <TextButton onPress={takeBack}>{t`Take back service setup`}</TextButton>}
      >
        <Trans>We emailed the customer’s administrator. You can still work on them too.</Trans>
      </Banner>
    </>
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
        <Question order={order} update={update} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function Question({ order, update, onClose }: HandOverProps & { onClose: () => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState(order.customerAdminEmail ?? "");
  const act = useAct(HandOverToCustomerDocument);
  // Only who created the organization has full rights on it from the start: its administrator is not known yet.
  const isNew = order.partnerRole === "FULL_ADMINISTRATOR";

  async function run() {
    const payload = await act.run({
      input: {
        orderId: order.id,
        customerAdminEmail: isNew && email ? email : null,
        expectedVersion: order.version,
      },
    });
    if (!payload?.order) return;
    update(payload.order);
    onClose();
    toast(t`Handed over to your customer`);
  }

  return (
    <Form errors={act.errors} onSubmit={run}>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={run} />}
      <p>
        <Trans>
          We email the customer’s administrator to continue with service setup. You do not lose access to the
          customer’s organization and can take it back any time.
        </Trans>
      </p>
      {isNew && (
        <div className="hand-over-field">
          <TextField
            name="customerAdminEmail"
            type="email"
            autoComplete="off"
            label={t`Email address of the customer’s administrator`}
            hint={t`This person becomes full administrator of the new organization.`}
            value={email}
            onChange={setEmail}
          />
        </div>
      )}
      <DialogActions>
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Hand over</Trans>
        </Button>
        <Button variant="quiet" autoFocus onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}
