import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { WizardOrderByIdDocument } from "../../gql/graphql";
import { viewId } from "../../lib/base-path";
import { type Question, useApi } from "../../lib/client";
import { ago } from "../../lib/format";
import type { WizardOrder } from "../../lib/order";
import { slugs } from "../../lib/step-slugs";
import { Banner } from "../../ui/banner";
import { TextButton } from "../../ui/button";
import { focusHeading } from "../../ui/focus";
import { toast } from "../../ui/toast";
import { Choice, type TypedStepProps } from "./choice";
import type { Draft, Kept } from "./draft";
import { Keeper, standing, type Typed, typedOf } from "./keeper";
import "../stale.css";

/**
 * Brings what is typed on a step to the other devices of its person, and fills in what they typed there. Says that it is
 * not saved yet; or shows what was saved since, or typed elsewhere at the same time, beside what is on the page.
 */
export default function TypedStep<Values>({ order, draft, mine, facets, onSettled }: TypedStepProps<Values>) {
  const { t } = useLingui();
  const question = useApi().question(WizardOrderByIdDocument, { id: order.id });
  useArrival(question);
  const { kept, base, saved } = draft;
  const step = slugs[draft.step];
  const { answer } = useSyncExternalStore(question.subscribe, question.read);
  const there = typedOf(
    answer?.data?.order?.typedSteps.find((one) => one.step === step),
    saved,
  );
  const stands = kept && standing(kept, there);
  const rival = stands === "elsewhere" ? there : null;
  const keeper = useKeeper(order, draft, rival !== null, question);

  // What was typed elsewhere is filled in before anything is drawn, as long as nothing is typed here.
  useLayoutEffect(() => {
    if (!kept && there?.revision !== base?.after) draft.show(there && asKept(there));
  });
  const own = stands === "own" && there ? there.revision : null;
  useEffect(() => {
    if (own) goOnFrom(draft, own);
  });

  const [before] = useState(kept?.at);
  const elsewhere = !kept && there ? there.typedAt : null;
  const [mark, setMark] = useState({ at: before, isElsewhere: false });
  if (elsewhere && elsewhere !== mark.at) setMark({ at: elsewhere, isElsewhere: true });
  const [stale, setStale] = useState<Typed<Values> | null>(null);
  // What is saved while somebody types shows once they save: nothing comes between.
  const isTouched = kept !== null && kept.at !== before;
  const isSince = there !== null && draft.version <= there.version;
  if (there?.savedAt && isSince && !rival && !isTouched && stale?.savedAt !== there.savedAt) setStale(there);

  function discard() {
    const { values, version } = draft;
    keeper.end(base?.after ?? null, false);
    draft.clear();
    setMark({ at: undefined, isElsewhere: false });
    focusHeading();
    toast(t`Discarded what you typed`, {
      label: t`Undo`,
      run: () => draft.rebase(values, version, null),
    });
  }

  if (rival) {
    const when = ago(rival.typedAt);
    return (
      <div role="alert" className="stale">
        <Choice
          title={<Trans>You typed something else {when}, on another device or in another window</Trans>}
          otherSide={t`Typed there`}
          by=""
          at={rival.typedAt}
          mine={mine}
          theirs={rival.values}
          facets={facets}
          onChosen={(values) => draft.rebase(values, Math.min(draft.version, rival.version), rival.revision)}
        />
      </div>
    );
  }
  if (stale && base && isSince && there.savedAt === stale.savedAt) {
    const settle = (values: Values) => {
      setStale(null);
      onSettled(values, order.version);
    };
    return (
      <div role="alert" className="stale">
        <Choice
          by={stale.savedBy ?? ""}
          at={stale.savedAt ?? ""}
          mine={mine}
          theirs={saved}
          facets={facets}
          onChosen={settle}
        />
      </div>
    );
  }
  if (!mark.at || !base) return null;
  const when = ago(mark.at);
  return (
    <div className="stale">
      <Banner
        title={<Trans>Not saved yet.</Trans>}
        action={
          <TextButton onPress={discard}>
            <Trans>Discard</Trans>
          </TextButton>
        }
      >
        {mark.isElsewhere ? (
          <Trans>You typed this {when}, on another device or in another window.</Trans>
        ) : (
          <Trans>You typed this {when}.</Trans>
        )}
      </Banner>
    </div>
  );
}

function asKept<Values>({ values, version, revision, typedAt }: Typed<Values>): Kept<Values> {
  return { values, version, after: revision, at: typedAt };
}

/** What this tab keeps goes on from this state on the server. */
function goOnFrom<Values>({ latest, keep }: Draft<Values>, revision: string): void {
  const kept = latest();
  if (kept && kept.after !== revision) keep({ ...kept, after: revision });
}

/** Sends what is typed, but while something else that was typed elsewhere waits for a choice. */
function useKeeper<Values>(
  order: WizardOrder,
  draft: Draft<Values>,
  waits: boolean,
  question: Question<unknown>,
): Keeper<Values> {
  const now = useRef(draft);
  now.current = draft;
  const [keeper] = useState(
    () =>
      new Keeper<Values>({ orderId: order.id, step: slugs[draft.step] }, (revision) => {
        if (revision === null) question.ask();
        else goOnFrom(now.current, revision);
      }),
  );
  const { kept } = draft;
  const sent = useRef(kept?.after ? kept.at : undefined);
  useEffect(() => {
    // Support, who sees the page as somebody else does, keeps nothing in their name.
    if (!kept || waits || viewId || (kept.at && kept.at === sent.current)) return;
    sent.current = kept.at;
    keeper.keep(kept);
  }, [kept, waits, keeper]);
  useEffect(() => {
    const leave = () => keeper.flush(true);
    const hide = () => document.hidden && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [keeper]);
  const after = useRef<string | null>(null);
  after.current = draft.base?.after ?? after.current;
  const { isOver } = draft;
  useEffect(
    () => () => {
      if (isOver.current) keeper.end(after.current, true);
      else keeper.flush();
    },
    [keeper, isOver],
  );
  return keeper;
}

const seen = new WeakMap<Question<unknown>, unknown>();

/** Asks again what was typed elsewhere whenever somebody comes to the step, but with an answer that nobody saw yet. */
function useArrival(question: Question<unknown>): void {
  useEffect(() => {
    function arrive() {
      const { answer, pending } = question.read();
      if (!document.hidden && !pending && seen.get(question) === answer) question.ask();
      seen.set(question, answer);
    }
    arrive();
    window.addEventListener("focus", arrive);
    document.addEventListener("visibilitychange", arrive);
    return () => {
      window.removeEventListener("focus", arrive);
      document.removeEventListener("visibilitychange", arrive);
    };
  }, [question]);
}
