import { useLingui } from "@lingui/react/macro";
import { Confirmation } from "../../acts/confirmation";
import { consequences } from "../../acts/consequences";
import type { Act } from "../../lib/api-mutation";
import type { WizardOrder } from "../../lib/order";
import { Dialog } from "../../ui/dialog";

type ChangeAudienceProps = {
  order: WizardOrder;
  isOpen: boolean;
  act: Act;
  onClose: () => void;
  onChange: () => void;
};

/** Asks before another answer drops the organizations that were chosen. */
export function ChangeAudience({ order, isOpen, act, onClose, onChange }: ChangeAudienceProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Change who this order is for?`} isOpen={isOpen} onClose={onClose}>
      <Confirmation
        says={consequences.chooseAudience(order)}
        verb={t`Change`}
        danger
        act={act}
        onConfirm={onChange}
        onClose={onClose}
      />
    </Dialog>
  );
}
