import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useMemo, useState } from "react";
import { DistributeLicensesDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { row } from "../../lib/format";
import { useNumberWords } from "../../lib/number-words";
import { page } from "../../lib/page";
import { isBlock, pastedTable } from "../../lib/pasted-table";
import { problem } from "../../lib/problem";
import { useStable } from "../../lib/stable";
import type { StepProps } from "../../lib/step";
import { wholeNumber } from "../../lib/whole-number";
import { setupNames } from "../../lib/words";
import { Button } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { toast } from "../../ui/toast";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { meetingsOf } from "../service/of-kind";
import { type Split, savedSplit, splitLicenses } from "../service/saved-split";
import { LaterNote, SetUpLater } from "../service/set-up-later";
import { fieldOf } from "../service/units-field-name";
import { useNarrow } from "./narrow";
import { pastedBlock } from "./pasted-block";
import { byRatio, splitFacets, stillWrong, unitsOf, withAnchors, withRest } from "./split";
import { SplitBlocks } from "./split-blocks";
import { SplitTable } from "./split-table";
import "./meetings-licenses.css";

const mostColumns = 3;
const RatioForm = page("steps", () => import("./ratio-form"));

/** How the licenses are split over several sites. */
export default function MeetingsLicenses({ order, back, next, update }: StepProps) {
  const { i18n, t } = useLingui();
  const service = meetingsOf(order);
  const saved = useMemo(() => savedSplit(service), [service]);
  const draft = useDraft(order, "meetings-licenses", saved);
  const act = useApiMutation(DistributeLicensesDocument);
  const isNarrow = useNarrow();
  const words = useNumberWords();
  const [ratioOf, setRatioOf] = useState<string | null>(null);
  const split = draft.values;
  const licenses = useMemo(() => splitLicenses(service), [service]);
  const sites = useMemo(() => service.sites.map(({ siteName }) => siteName), [service]);

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
  function changeWithUndo(changed: Split, said: string) {
    draft.change(changed);
    toast(said, { label: t`Undo`, run: () => draft.change(split) });
  }
  const paste = useStable((licenseId: string, site: string, text: string) => {
    if (!isBlock(text)) return false;
    const asLines = sites.map((name) => ({ key: name, name }));
    const asLicenses = licenses.map(({ id, name }) => ({ key: id, name }));
    // What stands beside each other on the page does so in the block: sites in the table, licenses in the blocks.
    const block = isTable
      ? pastedBlock(pastedTable(text), { row: licenseId, column: site }, asLicenses, asLines)
      : pastedBlock(pastedTable(text), { row: site, column: licenseId }, asLines, asLicenses);
    const changed = { ...split };
    for (const { row, column, units } of block.cells) {
      const [license, place] = isTable ? [row, column] : [column, row];
      changed[license] = { ...changed[license], [place]: units };
    }
    const filled = plural(block.cells.length, { one: "# field filled in", other: "# fields filled in" });
    const over = plural(block.left, { one: "no field for # number", other: "no field for # numbers" });
    changeWithUndo(changed, block.left ? row([filled, over]) : filled);
    return true;
  });
  const giveRest = useStable((site: string) =>
    changeWithUndo(withRest(split, licenses, sites, site), t`${site} has the rest`),
  );
  function splitByRatio(parts: number[], isForAll: boolean) {
    const wanted = licenses.filter(({ id }) => isForAll || id === ratioOf);
    const given = wanted.map(({ id, totalUnits }) => [id, byRatio(totalUnits, sites, parts)]);
    setRatioOf(null);
    changeWithUndo({ ...split, ...Object.fromEntries(given) }, t`Split by ratio`);
  }
  const isTable = !isNarrow && sites.length <= mostColumns;
  const Layout = isTable ? SplitTable : SplitBlocks;
  const ofLicense = licenses.find(({ id }) => id === ratioOf)?.name ?? "";
  return (
    <>
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
          order={order}
          draft={draft}
          act={act}
          mine={split}
          theirs={act.payload?.order ? savedSplit(meetingsOf(act.payload.order)) : saved}
          facets={() => splitFacets(licenses, sites)}
          onSettled={settle}
        />
        <Layout
          licenses={licenses}
          sites={sites}
          split={split}
          isRefused={errors.length > 0}
          onChange={give}
          onPaste={paste}
          onRest={giveRest}
          onRatio={setRatioOf}
        />
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Next</Trans>
          </Button>
          <SetUpLater service={service} next={next} />
        </div>
        <LaterNote service={service} />
      </StepPage>
      {ratioOf !== null && (
        <Suspense>
          <RatioForm
            license={ofLicense}
            sites={sites}
            hasOthers={licenses.length > 1}
            onSplit={splitByRatio}
            onClose={() => setRatioOf(null)}
          />
        </Suspense>
      )}
    </>
  );
}
