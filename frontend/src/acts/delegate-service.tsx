import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { DelegateServiceDocument, TakeBackServiceDocument } from "../gql/graphql";
import { useApiMutation } from "../lib/api-mutation";
import type { WizardOrder, WizardService } from "../lib/order";
import { problem } from "../lib/problem";
import { serviceNames } from "../lib/words";
import { TextButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { toast } from "../ui/toast";
import { Confirmation } from "./confirmation";
import { consequences } from "./consequences";

type Update = { update: (order: WizardOrder) => void };
type DelegateServiceProps = Update & { order: WizardOrder; service: WizardService };

/** Who else was asked to set up this service, with the way to take it back; or the way to ask somebody. */
export function DelegateService({ order, service, update }: DelegateServiceProps) {
  const { t, i18n } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const name = i18n._(serviceNames[service.kind]);
  const { delegate } = service;
  const isOpen = service.state !== "PROVISIONING" && service.state !== "PROVISIONED";
  const mayAsk = isOpen && order.allowedMutations.includes("delegateService");
  const mayTakeBack = order.allowedMutations.includes("takeBackService");
  if (service.__typename === "IncludedService" || !(delegate ? mayTakeBack : mayAsk)) return null;
  const close = () => setAsking(false);
  const form = { service, name, update, onClose: close };
  return (
    <>
      {delegate ? (
        <p>
          {isOpen ? (
            <Trans>{delegate} can set this up too.</Trans>
          ) : (
            <Trans>
              {delegate} still sees {name} of this order.
            </Trans>
          )}{" "}
          <TextButton onPress={() => setAsking(true)}>{t`Take ${name} back`}</TextButton>
        </p>
      ) : (
        <p>
          <TextButton onPress={() => setAsking(true)}>{t`Ask somebody else to set up ${name}`}</TextButton>
        </p>
      )}
      <Dialog
        title={delegate ? t`Take ${name} back?` : t`Who will set up ${name}?`}
        isOpen={isAsking}
        onClose={close}
      >
        {delegate ? <TakeBack {...form} delegate={delegate} /> : <Ask {...form} />}
      </Dialog>
    </>
  );
}

type FormProps = Update & { service: WizardService; name: string; onClose: () => void };

function Ask({ service, name, update, onClose }: FormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const act = useApiMutation(DelegateServiceDocument);
  async function run() {
    if (!email.trim()) {
      act.refuse([problem("email", t`Enter an email address`)]);
      return;
    }
    const payload = await act.run({ input: { serviceId: service.id, email } });
    if (!payload?.order) return;
    update(payload.order);
    onClose();
    toast(t`The email is on its way`);
  }
  return (
    <Confirmation
      says={consequences.delegateService({ service: name })}
      verb={t`Ask`}
      act={act}
      onConfirm={run}
      onClose={onClose}
    >
      <TextField
        name="email"
        type="email"
        autoComplete="off"
        autoFocus
        label={t`Email address`}
        value={email}
        onChange={setEmail}
      />
    </Confirmation>
  );
}

function TakeBack({ service, name, delegate, update, onClose }: FormProps & { delegate: string }) {
  const { t } = useLingui();
  const act = useApiMutation(TakeBackServiceDocument);
  async function run() {
    const payload = await act.run({ input: { serviceId: service.id } });
    if (!payload?.order) return;
    update(payload.order);
    onClose();
    toast(t`Taken back`);
  }
  return (
    <Confirmation
      says={consequences.takeBackService({ service: name, who: delegate })}
      verb={t`Take back`}
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}
