import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { DistributeLicensesDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { problem } from "../../lib/problem";
import { useStable } from "../../lib/stable";
import type { StepProps } from "../../lib/step";
import { wholeNumber } from "../../lib/whole-number";
import { setupNames } from "../../lib/words";
import { Button } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { meetingsOf } from "../service/of-kind";
import { LaterNote, SetUpLater } from "../service/set-up-later";
import { fieldOf } from "../service/units-field-name";
import { useNarrow } from "./narrow";
import { useNumberWords } from "./number-words";
import {
  type Split,
  savedSplit,
  splitFacets,
  splitLicenses,
  stillWrong,
  unitsOf,
  withAnchors,
} from "./split";
import { SplitBlocks } from "./split-blocks";
import { SplitTable } from "./split-table";
import "./meetings-licenses.css";

const mostColumns = 3;

/** How the licenses are split over several sites. */
export default function MeetingsLicenses({ order, back, next, update }: StepProps) {
  const { i18n, t } = useLingui();
  const service = meetingsOf(order);
  const draft = useDraft(order, "meetings-licenses", savedSplit(service));
  const act = useApiMutation(DistributeLicensesDocument);
  const isNarrow = useNarrow();
  const words = useNumberWords();
  const split = draft.values;
  const licenses = splitLicenses(service);
  const sites = service.sites.map(({ siteName }) => siteName);

  async function save() {
    const cells = sites.flatMap((siteName) =>
      licenses.map(({ id, name }) => ({
        siteName,
        licenseId: id,
        name,
        typed: String(split[id]?.[siteName] ?? ""),
      })),
    );
    const wrong = cells.flatMap(({ siteName, licenseId, name, typed }) => {
      const message = words(wholeNumber(typed));
      const about = t`${name} for ${siteName}`;
      return message ? [{ ...problem(fieldOf(licenseId, siteName), message), about }] : [];
    });
    if (wrong.length > 0) return act.refuse(wrong);
    const allocations = cells.map(({ siteName, licenseId, typed }) => ({
      siteName,
      licenseId,
      units: unitsOf(typed),
    }));
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
  const refused = useMemo(
    () => withAnchors(withoutConflict(act.errors), licenses, split, sites),
    [act.errors],
  );
  const errors = refused.filter((error) => stillWrong(error, licenses, split, sites, error.field[1]));
  const give = useStable((id: string, units: Split[string]) =>
    draft.change({ ...split, [id]: { ...split[id], ...units } }),
  );
  const Layout = isNarrow || sites.length > mostColumns ? SplitBlocks : SplitTable;
  return (
    <StepPage
      back={back}
      width="wide"
      service={i18n._(setupNames.MEETINGS)}
      title={t`How many licenses does each site get?`}
      lead={
        <Trans>
          Distribute licenses across sites: every license needs a site. You can change the split later in
          Control Hub.
        </Trans>
      }
      act={{ ...act, errors }}
      onSubmit={save}
      unsaved={draft.isDirty}
    >
      <DraftConflict
        act={act}
        mine={split}
        theirs={savedSplit(act.payload?.order ? meetingsOf(act.payload.order) : service)}
        facets={() => splitFacets(licenses, sites)}
        onSettled={settle}
      />
      <Layout licenses={licenses} sites={sites} split={split} isRefused={errors.length > 0} onChange={give} />
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        <SetUpLater service={service} next={next} />
      </div>
      <LaterNote service={service} />
    </StepPage>
  );
}
