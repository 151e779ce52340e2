import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { ago } from "../lib/format";
import { Button } from "./button";
import { focusHeading } from "./focus";
import "./conflict.css";
import "./radio-card.css";

export type Difference = { id: string; label: string; mine: string; theirs: string };

type ConflictProps = {
  /** What happened, where it was not somebody who saved. */
  title?: ReactNode;
  /** What the other value is called. */
  otherSide?: string;
  /** Who saved in between, and when. */
  by: string;
  at: string;
  /** Left out where nothing was typed: the page shows what is true now. */
  differences?: Difference[];
  /** Ids of the fields whose other value is taken; all others keep what was typed. */
  onContinue: (taken: Set<string>) => void;
};

/** Two people changed the same: their value beside yours, one choice a field. */
export function Conflict({ title, otherSide, by, at, differences, onContinue }: ConflictProps) {
  const { t } = useLingui();
  const [taken, setTaken] = useState<Set<string>>(new Set());
  const when = ago(at);
  function choose(id: string, side: string) {
    const next = new Set(taken);
    if (side === "theirs") next.add(id);
    else next.delete(id);
    setTaken(next);
  }
  function settle() {
    focusHeading();
    onContinue(taken);
  }
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        {title ?? (
          <Trans>
            {by} changed this {when}
          </Trans>
        )}
      </h2>
      <p className="small ink-2">
        {differences ? (
          <Plural
            value={differences.length}
            _0="The values are the same as yours. Nothing is saved yet."
            other="Choose which value to keep. Nothing is saved yet."
          />
        ) : (
          <Trans>This page shows it as it is now. Check it, then continue.</Trans>
        )}
      </p>
      {differences?.map(({ id, label, mine, theirs }) => (
        <RadioGroup
          key={id}
          className="conflict-row"
          value={taken.has(id) ? "theirs" : "mine"}
          onChange={(side) => choose(id, side)}
        >
          <Label>{label}</Label>
          {(["mine", "theirs"] as const).map((side) => (
            <Radio key={side} value={side} className="conflict-choice">
              <span className="radio-circle" />
              <span>
                <span className="conflict-side">
                  {side === "mine" ? t`Your value` : (otherSide ?? t`Their value`)}
                </span>
                {side === "mine" ? mine : theirs}
              </span>
            </Radio>
          ))}
        </RadioGroup>
      ))}
      <Button variant="primary" size="small" onPress={settle}>
        <Trans>Continue</Trans>
      </Button>
    </section>
  );
}
