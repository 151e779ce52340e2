import { Trans, useLingui } from "@lingui/react/macro";
import { list } from "../../lib/format";
import type { WizardOrder } from "../../lib/order";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";

type ChangeAudienceProps = {
  order: WizardOrder;
  isOpen: boolean;
  onClose: () => void;
  onChange: () => void;
};

/** Asks before another answer drops the organizations that were chosen. */
export function ChangeAudience({ order, isOpen, onClose, onChange }: ChangeAudienceProps) {
  const { t } = useLingui();
  const chosen = [order.partnerOrganization, order.customerOrganization].flatMap((organization) =>
    organization ? [organization.displayName] : [],
  );
  const names = list(chosen);
  return (
    <Dialog title={t`Change who this order is for?`} isOpen={isOpen} onClose={onClose}>
      <p>
        <Trans>You then choose the organizations again. The choice of {names} is dropped.</Trans>
      </p>
      <DialogActions>
        <Button variant="danger" onPress={onChange}>
          <Trans>Change</Trans>
        </Button>
        <Button variant="quiet" autoFocus onPress={onClose}>
          <Trans>Keep as it is</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
