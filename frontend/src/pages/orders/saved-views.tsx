import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useId, useState } from "react";
import { Link } from "wouter";
import { OrderOverviewDocument, RemoveOrderViewDocument, SaveOrderViewDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useKnown } from "../../lib/api-query";
import { page } from "../../lib/page";
import { useKnownViewer } from "../../lib/viewer";
import { TextButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { toast } from "../../ui/toast";
import { isSameView, searchOf, type View, viewOf, viewOfSaved } from "./view";

const SaveView = page("hub", () => import("./save-view"));
const usual = viewOf("");

type Asked = {
  isOpen: boolean;
  /** What the view that is renamed is called. */
  formerName?: string;
};

/** The views that this person saved; the one that is shown can be renamed and removed, another one can be saved. */
export function SavedViews({ view }: { view: View }) {
  const { t } = useLingui();
  const title = useId();
  const isOfOneOrder = Boolean(useKnownViewer()?.onlyOrderId);
  // The bar above has asked.
  const kept = useKnown(OrderOverviewDocument, {})?.viewer?.orderViews;
  // What is asked stays as it is while the dialog goes away.
  const [dialog, setDialog] = useState<Asked>({ isOpen: false });
  const close = () => setDialog({ ...dialog, isOpen: false });
  const removing = useApiMutation(RemoveOrderViewDocument);
  const restoring = useApiMutation(SaveOrderViewDocument);
  if (!kept || isOfOneOrder) return null;
  const saved = kept.flatMap((one) => {
    const view = viewOfSaved(one);
    return view ? [{ name: one.name, view }] : [];
  });
  const current = saved.find((one) => isSameView(one.view, view));
  const isUsual = isSameView(view, usual);
  if (saved.length === 0 && isUsual) return null;
  async function remove(name: string) {
    const removed = (await removing.run({ input: { name } }))?.orderView;
    if (!removed) return;
    toast(t`View removed`, {
      label: t`Undo`,
      run: () => void restoring.run({ input: removed }),
    });
  }
  const failure = removing.failure ?? restoring.failure;
  return (
    <div className="saved-views">
      {saved.length > 0 && (
        <nav aria-labelledby={title}>
          <span id={title}>
            <Trans>Saved views</Trans>
          </span>
          <ul>
            {saved.map((one) => (
              <li key={one.name}>
                <Link
                  href={hrefOf(one.view)}
                  className="overview-link"
                  aria-current={one === current ? "page" : undefined}
                >
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {current && (
        <TextButton onPress={() => setDialog({ isOpen: true, formerName: current.name })}>
          <Trans>Rename</Trans>
        </TextButton>
      )}
      {/* One button, so that the focus stays where it is when the view is removed. */}
      {(current || !isUsual) && (
        <TextButton key="act" onPress={() => (current ? remove(current.name) : setDialog({ isOpen: true }))}>
          {current ? <Trans>Remove</Trans> : <Trans>Save this view</Trans>}
        </TextButton>
      )}
      <ErrorSummary errors={restoring.errors} />
      {failure && <FailureBanner failure={failure} during="save" />}
      <Dialog
        title={dialog.formerName ? t`Rename this view` : t`Save this view`}
        isOpen={dialog.isOpen}
        onClose={close}
      >
        <Suspense>
          <SaveView
            view={view}
            formerName={dialog.formerName}
            names={saved.map(({ name }) => name)}
            onClose={close}
          />
        </Suspense>
      </Dialog>
    </div>
  );
}

function hrefOf(view: View): string {
  const search = searchOf(view, {});
  return search ? `/orders?${search}` : "/orders";
}
