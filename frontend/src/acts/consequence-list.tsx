import { useLingui } from "@lingui/react/macro";
import type { Consequences } from "./consequences";
import "./acts.css";

type ConsequenceListProps = {
  says: Consequences;
  /** On a page, beside the button. */
  quiet?: boolean;
  /** The same as one paragraph, where the button is one of several. */
  brief?: boolean;
};

/** What follows from an act, who is told, and what can't be undone. */
export function ConsequenceList({
  says: { follows, told, undo },
  quiet = false,
  brief = false,
}: ConsequenceListProps) {
  const { i18n } = useLingui();
  if (brief) {
    return (
      <p className="act-brief small ink-3">{[follows, told, undo].map((words) => i18n._(words)).join(" ")}</p>
    );
  }
  return (
    <ul className={quiet ? "act-follows small ink-2" : "act-follows"}>
      {[follows, told, undo].map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the three never move
        <li key={index}>{i18n._(words)}</li>
      ))}
    </ul>
  );
}
