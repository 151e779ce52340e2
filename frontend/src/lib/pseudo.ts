import type { Messages } from "@lingui/core";

type Token = Messages[string];

/** Languages that nobody speaks, for tests on the developers' server: by convention en-XA is long and accented, ar-XB runs from right to left. */
export const pseudoLanguages = {
  "en-XA": { name: "Pseudo", region: "en-GB", direction: "ltr" },
  "ar-XB": { name: "Pseudo, right to left", region: "en-GB", direction: "rtl" },
} as const;

const accents: Record<string, string> = {
  a: "å",
  e: "é",
  i: "î",
  o: "ö",
  u: "ü",
  A: "Å",
  E: "É",
  I: "Î",
  O: "Ö",
  U: "Ü",
};

/** The English messages as a language that is 40 % longer would have them, each in brackets. */
export function pseudo(english: Messages): Messages {
  return Object.fromEntries(Object.entries(english).map(([id, message]) => [id, bracketed(message)]));
}

function bracketed(message: Token): Token {
  return Array.isArray(message) ? (["[", ...message.map(stretched), "]"] as Token) : `[${words(message)}]`;
}

// A compiled message is a list of texts and places; plurals have such lists by case.
function stretched(part: unknown): unknown {
  if (typeof part === "string") return words(part);
  if (!Array.isArray(part)) return part;
  const [name, format, cases] = part;
  if (typeof cases !== "object" || cases === null) return part;
  const changed = Object.entries(cases).map(([key, value]) => [
    key,
    typeof value === "string" ? words(value) : Array.isArray(value) ? value.map(stretched) : value,
  ]);
  return [name, format, Object.fromEntries(changed)];
}

/** Accented outside of tags such as <0>, with two more letters for each five. */
function words(text: string): string {
  return text.replace(/<[^>]*>|\p{L}+/gu, (found) => {
    if (found.startsWith("<")) return found;
    const accented = [...found].map((letter) => accents[letter] ?? letter).join("");
    return accented + "~".repeat(Math.round(found.length * 0.4));
  });
}
