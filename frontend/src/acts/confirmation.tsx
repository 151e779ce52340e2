import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Act } from "../lib/api-mutation";
import { Button } from "../ui/button";
import { DialogActions } from "../ui/dialog";
import { ErrorSummary } from "../ui/error-summary";
import { FailureBanner } from "../ui/failure-banner";
import { Form } from "../ui/form";
import { ConsequenceList } from "./consequence-list";
import type { Consequences } from "./consequences";

type ConfirmationProps = {
  says: Consequences;
  /** The verb on the button that does it. */
  verb: string;
  danger?: boolean;
  act: Act;
  onConfirm: () => void;
  onClose: () => void;
  /** What is asked besides the click; the first field then takes the focus. */
  children?: ReactNode;
};

/** What every dialog holds that confirms an act: what follows, fields, the verb, and the harmless choice. */
export function Confirmation(props: ConfirmationProps) {
  const { says, verb, danger = false, act, onConfirm, onClose, children } = props;
  return (
    <Form errors={act.errors} onSubmit={onConfirm}>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={onConfirm} />}
      <ConsequenceList says={says} />
      {children && <div className="stack act-fields">{children}</div>}
      <DialogActions>
        <Button type="submit" variant={danger ? "danger" : "primary"} isPending={act.pending}>
          {verb}
        </Button>
        <Button variant="quiet" autoFocus={!children} onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}
