import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { SaveOrderViewDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { Button } from "../../ui/button";
import { DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { savedOf, searchOf, type View, viewOfSaved } from "./view";
import "../../acts/acts.css";

type SaveViewProps = {
  view: View;
  /** What it is called now; it is renamed. */
  formerName: string | undefined;
  /** What is saved already. */
  names: readonly string[];
  onClose: () => void;
};

/** Asks for the name of a view. */
export default function SaveView({ view, formerName, names, onClose }: SaveViewProps) {
  const { t } = useLingui();
  const [path, navigate] = useLocation();
  const [name, setName] = useState(formerName ?? "");
  const act = useApiMutation(SaveOrderViewDocument);
  const isTaken = names.some((one) => one !== formerName && isSameName(one, name));
  async function save() {
    const input = { ...savedOf(view), name, formerName: formerName ?? null };
    const saved = (await act.run({ input }))?.orderView;
    if (!saved) return;
    // The search may be saved in other characters than it was typed in.
    const kept = viewOfSaved(saved);
    if (kept && kept.q !== view.q) navigate(`${path}?${searchOf(kept, {})}`, { replace: true });
    toast(formerName ? t`View renamed` : t`View saved`);
    onClose();
  }
  return (
    <Form errors={act.errors} onSubmit={save}>
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={save} />}
      <p>
        <Trans>It keeps the filter, the search and the sorting. Only you see it.</Trans>
      </p>
      <div className="stack act-fields">
        <TextField
          name="name"
          autoComplete="off"
          autoFocus
          label={t`Name`}
          value={name}
          onChange={setName}
          note={
            isTaken
              ? { tone: "quiet", text: t`You have a view of this name. It will be replaced.` }
              : undefined
          }
        />
      </div>
      <DialogActions>
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.normalize().replace(/\s+/g, " ").trim().toLowerCase();
}
