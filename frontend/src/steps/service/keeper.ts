import {
  DiscardTypedStepDocument,
  KeepTypedStepDocument,
  type TypedStepFragment,
  type WizardStep,
} from "../../gql/graphql";
import { send } from "../../lib/client";
import type { Kept } from "./draft";

/** What the server keeps of a step for this person, on all their devices. */
export type Typed<Values> = Omit<TypedStepFragment, "entries"> & { values: Values };

/** Which form the values have: another number, whenever a step changes what it keeps. */
const form = 1;
const keepAfter = 1_000;
const tryAgainAfter = 5_000;

/** This page, until it is loaded again: it numbers what it sends. */
export const writer = crypto.randomUUID();
let sent = 0;
/** States that were saved, discarded or replaced here: answers that were asked for before still tell them. */
const over = new Set<string>();

const isMine = (revision: string) => revision.startsWith(`${writer}:`);

/** What the server keeps of a step, for a page that can show it; null: nothing, or nothing else than what is saved. */
export function typedOf<Values>(typed: TypedStepFragment | undefined, saved: Values): Typed<Values> | null {
  if (!typed || over.has(typed.revision)) return null;
  const known = alreadyRead.get(typed);
  if (known?.saved === saved) return known.made as Typed<Values> | null;
  const { entries, ...rest } = typed;
  const read = JSON.parse(entries);
  const made = read.form === form && !isSame(read.values, saved) ? { ...rest, values: read.values } : null;
  alreadyRead.set(typed, { saved, made });
  return made;
}

/** A page asks at each key; with 500 fields reading it takes longer than drawing the letter. */
const alreadyRead = new WeakMap<TypedStepFragment, { saved: unknown; made: unknown }>();

/** How what the server keeps stands to what this tab keeps: known to it, its own words, or typed elsewhere. */
export function standing<Values>(
  kept: Kept<Values>,
  there: Typed<Values> | null,
): "known" | "own" | "elsewhere" {
  if (!there || there.revision === kept.after || isMine(there.revision)) return "known";
  return isSame(kept.values, there.values) ? "own" : "elsewhere";
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Place = { orderId: string; step: WizardStep };

/** Brings what is typed on one step to the server: soon after each change, one state at a time, and when the page is left. */
export class Keeper<Values> {
  #place: Place;
  /** Told which state the server has now; null: something else was typed elsewhere. */
  #onKept: (revision: string | null) => void;
  #waiting: Kept<Values> | null = null;
  #underWay: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(place: Place, onKept: (revision: string | null) => void) {
    this.#place = place;
    this.#onKept = onKept;
  }

  keep(kept: Kept<Values>): void {
    this.#waiting = kept;
    this.#timer ??= setTimeout(() => this.flush(), keepAfter);
  }

  /** Sends what waits; `leaving`: at once, since there is no later. */
  flush(leaving = false): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#waiting || (this.#underWay && !leaving)) return;
    const kept = this.#waiting;
    this.#waiting = null;
    this.#underWay = this.#send(kept, leaving);
  }

  async #send(kept: Kept<Values>, leaving: boolean): Promise<void> {
    sent += 1;
    this.#last = sent;
    const { values, version, after = null } = kept;
    const entries = JSON.stringify({ form, values });
    const input = { ...this.#place, entries, version, writer, number: sent, after };
    const { data, error } = await send(KeepTypedStepDocument, { input }, {}, leaving);
    this.#underWay = null;
    const answer = data?.keepTypedStep;
    if (answer?.typedStep && answer.userErrors.length === 0) {
      if (after) over.add(after);
      this.#onKept(answer.typedStep.revision);
    } else if (answer?.userErrors[0]?.code === "VERSION_CONFLICT") this.#onKept(null);
    const isLost = error && !error.graphQLErrors.length;
    if (isLost && !this.#waiting) this.#waiting = kept;
    if (this.#waiting) this.#timer ??= setTimeout(() => this.flush(), isLost ? tryAgainAfter : keepAfter);
  }

  /** What was typed is saved, with which the server forgot it, or discarded: so is what is on its way. */
  async end(revision: string | null, isSaved: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = null;
    const last = this.#underWay ? `${writer}:${this.#last}` : isSaved ? null : revision;
    for (const one of [revision, last]) if (one) over.add(one);
    await this.#underWay;
    if (last) await send(DiscardTypedStepDocument, { input: { ...this.#place, revision: last } });
  }
}
