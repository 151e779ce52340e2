const start = "\u2068";
const end = "\u2069";
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether some of the words run from right to left and nothing isolates them yet. */
export function needsIsolation(words: string): boolean {
  return fromRight.test(words) && !words.includes(start);
}

/** Words from right to left, so that numbers and punctuation around them keep their place; others as they are. */
export function isolated(words: string): string {
  return fromRight.test(words) ? `${start}${words}${end}` : words;
}
