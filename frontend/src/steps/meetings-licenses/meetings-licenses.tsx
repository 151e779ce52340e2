import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { DistributeLicensesDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { Button } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { meetingsOf } from "../service/of-kind";
import { SetUpLater } from "../service/set-up-later";
import { useNarrow } from "./narrow";
import { type Split, savedSplit, splitFacets, splitLicenses, withAnchors } from "./split";
import { SplitBlocks } from "./split-blocks";
import { SplitTable } from "./split-table";
import "./meetings-licenses.css";

const mostColumns = 3;

/** How the licenses are split over several sites. */
export default function MeetingsLicenses({ order, back, next, update }: StepProps) {
  const { i18n, t } = useLingui();
  const service = meetingsOf(order);
  const draft = useDraft(order, "meetings-licenses", savedSplit(service));
  const act = useAct(DistributeLicensesDocument);
  const isNarrow = useNarrow();
  const split = draft.values;
  const licenses = splitLicenses(service);
  const sites = service.sites.map(({ siteName }) => siteName);

  async function save() {
    const allocations = sites.flatMap((siteName) =>
      licenses.map(({ id }) => ({ siteName, licenseId: id, units: split[id]?.[siteName] ?? 0 })),
    );
    const payload = await act.run({
      input: { serviceId: service.id, allocations, expectedVersion: draft.version },
    });
    if (!payload?.order) return;
    draft.forget();
    next(payload.order);
  }
  function settle(values: Split, version: number) {
    draft.rebase(values, version);
    if (act.payload?.order) update(act.payload.order);
    act.refuse([]);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the errors are about the split that was sent
  const errors = useMemo(
    () => withAnchors(withoutConflict(act.errors), licenses, split, sites),
    [act.errors],
  );
  const Layout = isNarrow || sites.length > mostColumns ? SplitBlocks : SplitTable;
  return (
    <StepPage
      back={back}
      width="wide"
      service={i18n._(setupNames.MEETINGS)}
      title={t`How many licenses does each site get?`}
      lead={<Trans>Every license needs a site. You can change the split later in Control Hub.</Trans>}
      act={{ ...act, errors }}
      onSubmit={save}
      unsaved={draft.isDirty}
    >
      <DraftConflict
        act={act}
        mine={split}
        theirs={savedSplit(act.payload?.order ? meetingsOf(act.payload.order) : service)}
        facets={splitFacets(licenses, sites)}
        onSettled={settle}
      />
      <Layout
        licenses={licenses}
        sites={sites}
        split={split}
        isRefused={errors.length > 0}
        onChange={(id, units) => draft.change({ ...split, [id]: { ...split[id], ...units } })}
      />
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        <SetUpLater service={service} next={next} />
      </div>
    </StepPage>
  );
}
