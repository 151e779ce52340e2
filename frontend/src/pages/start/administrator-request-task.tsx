import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { DecideAdministratorRequestDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { date } from "../../lib/format";
import type { Viewer } from "../../lib/viewer";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Task } from "../../ui/task-list";
import { toast } from "../../ui/toast";

type Request = Viewer["administratorRequests"][number];

/** A partner asks for full administrator privileges: this person approves or denies. */
export function AdministratorRequestTask({ request }: { request: Request }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<boolean | null>(null);
  const expires = date(request.expiresAt);
  return (
    <Task
      icon="info"
      title={
        <Trans>
          {request.requestedBy} asks for full administrator privileges on {request.organization.displayName}
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
        title={asked ? t`Give full administrator privileges?` : t`Deny this request?`}
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
  const act = useAct(DecideAdministratorRequestDocument);
  async function decide() {
    if (!(await act.run({ input: { requestId: request.id, approve } }))) return;
    toast(approve ? t`Approved` : t`Denied`);
    onClose();
  }
  return (
    <>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={decide} />}
      <p>
        {approve ? (
          <Trans>
            {request.requestedBy} can then change everything in {request.organization.displayName}, also users
            and other administrators.
          </Trans>
        ) : (
          <Trans>{request.requestedBy} gets an email that you denied it.</Trans>
        )}
      </p>
      <DialogActions>
        <Button variant={approve ? "primary" : "danger"} isPending={act.pending} onPress={decide}>
          {approve ? t`Approve` : t`Deny`}
        </Button>
        <Button variant="quiet" autoFocus onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </>
  );
}
