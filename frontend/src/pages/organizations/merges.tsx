import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { organizationConsequences } from "../../acts/organization-consequences";
import { UndoMergeDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { dateTime, longDateTime } from "../../lib/format";
import { Button, ButtonLink } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { Section } from "../../ui/hub-page";
import { Moves } from "./moves";
import type { Organization } from "./organization";
import { Reasoned } from "./reasoned";
import "./merge.css";

type Merge = Organization["merges"][number];

/** The duplicates that were merged into an organization; support merges more and undoes the last day's. */
export function Merges({ organization, reload }: { organization: Organization; reload: () => void }) {
  const { t } = useLingui();
  const [undoing, setUndoing] = useState<Merge | null>(null);
  const mayMerge = organization.allowedMutations.includes("mergeOrganizations");
  const { merges } = organization;
  return (
    <Section
      title={t`Merged organizations`}
      action={
        mayMerge && (
          <ButtonLink size="small" href={`/organizations/${organization.id}/merge`}>
            <Trans>Merge a duplicate</Trans>
          </ButtonLink>
        )
      }
    >
      {merges.length === 0 && (
        <p className="small ink-2">
          <Trans>No duplicate was merged into this organization.</Trans>
        </p>
      )}
      <ul className="merges">
        {merges.map((merge) => (
          <li key={merge.duplicateId}>
            <div>
              <h3>{merge.duplicateName}</h3>
              <p className="small ink-2">{merge.reason}</p>
              <p className="caption ink-3">
                {merge.mergedBy ? (
                  <Trans>
                    {merge.duplicateExternalId}, merged by {merge.mergedBy}: {dateTime(merge.mergedAt)}
                  </Trans>
                ) : (
                  <Trans>
                    {merge.duplicateExternalId}, merged: {dateTime(merge.mergedAt)}
                  </Trans>
                )}
              </p>
            </div>
            {mayMerge && merge.undoableUntil && (
              <Button size="small" onPress={() => setUndoing(merge)}>
                <Trans>
                  Undo <span className="unseen">{merge.duplicateName}</span>
                </Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={t`Undo this merge?`}
        isOpen={undoing !== null}
        onClose={() => {
          setUndoing(null);
        }}
      >
        {undoing && (
          <Undo
            merge={undoing}
            onClose={() => {
              setUndoing(null);
              reload();
            }}
          />
        )}
      </Dialog>
    </Section>
  );
}

function Undo({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { t } = useLingui();
  const act = useApiMutation(UndoMergeDocument);
  const done = act.payload && act.errors.length === 0 ? act.payload : null;
  if (done) {
    return (
      <>
        <p>
          <Trans>
            {merge.duplicateName} is a separate organization again. The administrators of both were told.
          </Trans>
        </p>
        <Moves title={t`Changed since the merge and stays as it is`} moves={done.conflicts} />
        <DialogActions>
          <Button variant="primary" autoFocus onPress={onClose}>
            <Trans>Done</Trans>
          </Button>
        </DialogActions>
      </>
    );
  }
  return (
    <Reasoned
      says={organizationConsequences.undoMerge({
        name: merge.duplicateName,
        until: longDateTime(merge.undoableUntil ?? merge.mergedAt),
      })}
      verb={t`Undo the merge`}
      act={act}
      onConfirm={(reason) => act.run({ input: { duplicateId: merge.duplicateId, reason } })}
      onClose={onClose}
    />
  );
}
