import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import type { Consequences } from "../../acts/consequences";
import type { Act } from "../../lib/api-mutation";
import { type Problem, problem } from "../../lib/problem";
import { TextField } from "../../ui/text-field";

type ReasonedProps = {
  says: Consequences;
  verb: string;
  act: Act & { refuse: (problems: Problem[]) => void };
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** What a dialog holds that confirms an act on two organizations: support gives the reason, both sides see it. */
export function Reasoned({ act, onConfirm, ...words }: ReasonedProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  function confirm() {
    if (reason.trim()) onConfirm(reason);
    else act.refuse([problem("reason", t`Enter a reason`)]);
  }
  return (
    <Confirmation danger act={act} onConfirm={confirm} {...words}>
      <TextField
        name="reason"
        multiline
        autoFocus
        label={t`Reason`}
        hint={t`The administrators of both see it.`}
        value={reason}
        onChange={setReason}
      />
    </Confirmation>
  );
}
