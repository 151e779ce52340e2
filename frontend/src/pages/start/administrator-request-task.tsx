import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { consequences } from "../../acts/consequences";
import { DecideAdministratorRequestDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { lastDay } from "../../lib/format";
import type { Viewer } from "../../lib/viewer";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Task } from "../../ui/task-list";
import { toast } from "../../ui/toast";

type Request = Viewer["administratorRequests"][number];

/** A partner asks for full administrator privileges: this person approves or denies. */
export function AdministratorRequestTask({ request }: { request: Request }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<boolean | null>(null);
  const expires = lastDay(request.expiresAt);
  return (
    <Task
      icon="info"
      title={
        <Trans>
          {request.requestedBy} asks for full administrator privileges in {request.organization.displayName}
        </Trans>
      }
      aside={
        <>
          <Button variant="quiet" size="small" onPress={() => setAsked(false)}>{t`Deny`}</Button>
          <Button size="small" onPress={() => setAsked(true)}>{t`Approve`}</Button>
        </>
      }
    >
      <Trans>
        For order {request.order.orderNumber}. Expires on {expires}.
      </Trans>
      <Dialog
        title={asked ? t`Grant full administrator privileges?` : t`Deny this request?`}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
      >
        <Decision request={request} approve={asked === true} onClose={() => setAsked(null)} />
      </Dialog>
    </Task>
  );
}

function Decision({
  request,
  approve,
  onClose,
}: {
  request: Request;
  approve: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const act = useApiMutation(DecideAdministratorRequestDocument);
  const facts = { who: request.requestedBy, organization: request.organization.displayName };
  async function decide() {
    if (!(await act.run({ input: { requestId: request.id, approve } }))) return;
    toast(approve ? t`Approved` : t`Denied`);
    onClose();
  }
  return (
    <Confirmation
      says={approve ? consequences.approveRequest(facts) : consequences.denyRequest(facts)}
      verb={approve ? t`Approve` : t`Deny`}
      danger={!approve}
      act={act}
      onConfirm={decide}
      onClose={onClose}
    />
  );
}
