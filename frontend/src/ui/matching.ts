import type { Option } from "./option";

/** How an option fits what is typed, the best first. `within`: only in the middle of a word. */
const ranks = { whole: 0, begins: 1, namedSo: 2, words: 3, within: 4 };
type Fit = keyof typeof ranks;

export type Match = {
  option: Option;
  /** It may be taken without being pointed at: not for the middle of a word. */
  isLikely: boolean;
  /** It is called just what is typed. */
  isExact: boolean;
  /** The other name by which it was found. */
  by?: string | undefined;
};

type Ranked = { option: Option; fit: Fit; place: number; by?: string | undefined };

// Letters that have no decomposition, and marks that people type in several ways.
const spelled: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  "’": "'",
  ʼ: "'",
  "‐": "-",
  "–": "-",
};

/** Lower case without accents, so that "sao" finds "São Paulo", and full-width letters as plain ones. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[łøđðıßæœþ’ʼ‐–]/g, (letter) => spelled[letter] ?? letter)
    .replace(/\s+/g, " ");
}

/** The options that fit what was typed, the best first; all in their order if nothing was. */
export function matching(options: readonly Option[], typed: string): Match[] {
  const text = plain(typed).trim();
  if (!text) return options.map((option) => ({ option, isLikely: false, isExact: false }));
  return options
    .map((option) => ranked(option, text))
    .filter((hit) => hit !== null)
    .sort((a, b) => ranks[a.fit] - ranks[b.fit] || a.place - b.place)
    .map(({ option, fit, by }) => ({ option, isLikely: fit !== "within", isExact: fit === "whole", by }));
}

function ranked(option: Option, text: string): Ranked | null {
  const place = option.place ?? 0;
  const { name, others, begun, all, visible } = folded(option);
  const own = fitOf(name, text);
  if (own === "whole") return { option, fit: own, place };
  const other = begun.includes(`\n${text}`) ? best(others, text) : undefined;
  const by = other && !visible.includes(plain(other.name)) ? worthShowing(other.name) : undefined;
  if (other?.fit === "whole") return { option, fit: "whole", place, by };
  const found = option.found?.map((one) => ({ ...one, fit: fitOf(plain(one.text), text) }));
  const city = found?.find(({ fit }) => fit === "whole") ?? found?.find(({ fit }) => fit);
  // After what is meant by itself: a city stands for its zone.
  const ofCity = { option, place: 10_000 + (city?.place ?? 0), by: city?.shown };
  if (city?.fit === "whole") return { ...ofCity, fit: "whole" };
  if (own) return { option, fit: own, place };
  if (other) return { option, fit: "namedSo", place, by };
  if (city) return { ...ofCity, fit: "namedSo" };
  const words = text.split(" ");
  if (words.every((word) => beginsWord(all, word))) return { option, fit: "words", place };
  return words.every((word) => visible.includes(word)) ? { option, fit: "within", place } : null;
}

function fitOf(name: string, text: string): "whole" | "begins" | undefined {
  return name === text ? "whole" : name.startsWith(text) ? "begins" : undefined;
}

function best(names: readonly { name: string; key: string }[], text: string) {
  const fitting = names
    .map(({ name, key }) => ({ name, fit: fitOf(key, text) }))
    .filter(({ fit }) => fit !== undefined);
  return fitting.find(({ fit }) => fit === "whole") ?? fitting[0];
}

/** A name, not a code. */
function worthShowing(name: string): string | undefined {
  return name.length > 4 && !name.includes("/") ? name : undefined;
}

const letter = /[\p{L}\p{N}]/u;
/** Most are from a to z: the expression is not asked thousands of times a key. */
const isLetter = (sign: string) => (sign >= "a" && sign <= "z") || letter.test(sign);

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    if (!isLetter(before) || !isLetter(word.charAt(0))) return true;
  }
  return false;
}

type Folded = {
  name: string;
  others: { name: string; key: string }[];
  /** The keys of the others, each after a line break: one look tells whether any begins with a text. */
  begun: string;
  all: string;
  /** Name and aside, as they are seen. */
  visible: string;
};
const keys = new WeakMap<Option, Folded>();

const atATime = 25;

/** Makes what is compared of each option in short turns, before the first letter asks for all of it; returns what stops that. */
export function prepare(options: readonly Option[]): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const go = (at: number) => {
    for (const option of options.slice(at, at + atATime)) folded(option);
    if (at + atATime < options.length) timer = setTimeout(() => go(at + atATime));
  };
  timer = setTimeout(() => go(0));
  return () => clearTimeout(timer);
}

/** The option's texts as they are compared, kept for the next letter. */
function folded(option: Option): Folded {
  const known = keys.get(option);
  if (known) return known;
  const { name, aside = "", search = [] } = option;
  const visible = plain(`${name} ${aside}`);
  const others = search.map((other) => ({ name: other, key: plain(other) }));
  const made = {
    name: plain(name),
    others,
    begun: others.map(({ key }) => `\n${key}`).join(""),
    visible,
    all: [visible, ...others.map(({ key }) => key)].join(" · "),
  };
  keys.set(option, made);
  return made;
}
