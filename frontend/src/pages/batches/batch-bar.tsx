import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { type BatchAct, MatchingOrdersDocument, type OrderFilter } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { number } from "../../lib/format";
import { Button, TextButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { BatchDialog } from "./batch-dialog";
import { nothingChosen, ofPage, type Selection, withPage } from "./selection";
import { titleOf, verbs } from "./words";
import "./batches.css";

const mostCounted = 1_000;

type BatchBarProps = {
  acts: readonly BatchAct[];
  selection: Selection;
  /** The orders of this page. */
  rows: readonly string[];
  /** There are more pages than this one. */
  isMore: boolean;
  filter: OrderFilter;
  onChoose: (selection: Selection) => void;
};

/** Chooses this page or all orders that match, and says what can be done with those that are chosen. */
export function BatchBar({ acts, selection, rows, isMore, filter, onChoose }: BatchBarProps) {
  const { t, i18n } = useLingui();
  const [act, setAct] = useState<BatchAct | null>(null);
  const chosenOfPage = ofPage(selection, rows);
  const wantsAll = isMore && chosenOfPage === "all";
  const matching = useApiQuery(MatchingOrdersDocument, { filter }, !wantsAll).data?.orders.totalCount;
  const all = number(matching ?? 0);
  const count = selection.isAll ? (matching ?? 0) : selection.ids.size;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosenOfPage === "some";
  }, [chosenOfPage]);
  const title = act ? titleOf(act, count) : "";
  return (
    <div className="batch-bar">
      <label className="batch-page">
        <input
          ref={box}
          type="checkbox"
          checked={chosenOfPage === "all"}
          onChange={({ target }) => onChoose(withPage(selection, rows, target.checked))}
        />
        {count === 0 ? (
          <Trans>Choose all on this page</Trans>
        ) : (
          plural(count, { one: "# order chosen", other: "# orders chosen" })
        )}
      </label>
      {count > 0 && (
        <>
          {wantsAll && !selection.isAll && matching !== undefined && (
            <TextButton onPress={() => onChoose({ ...nothingChosen, isAll: true })}>
              {matching >= mostCounted ? (
                <Trans>Choose all that match</Trans>
              ) : (
                <Trans>Choose all {all} that match</Trans>
              )}
            </TextButton>
          )}
          <TextButton onPress={() => onChoose(nothingChosen)}>
            <Trans>Choose none</Trans>
          </TextButton>
          <div className="batch-acts">
            {acts.map((one) => (
              <Button key={one} size="small" onPress={() => setAct(one)}>
                {i18n._(verbs[one])}
              </Button>
            ))}
          </div>
        </>
      )}
      <Dialog title={title || t`Orders`} isOpen={act !== null} onClose={() => setAct(null)} isWide>
        {act && (
          <BatchDialog
            act={act}
            chosen={selection.isAll ? { filter } : { orderIds: [...selection.ids] }}
            onClose={() => setAct(null)}
          />
        )}
      </Dialog>
    </div>
  );
}
