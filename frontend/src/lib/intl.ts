/**
 * All that is asked of the browser's Intl. It throws at names that it does not know, and browsers are older than the
 * server's data: a time zone of last year, an alias, a code of nobody. An unknown name is shown as it is.
 */

type Format<Options, Made> = new (locale: string, options: Options) => Made;

/** A maker of formats that keeps what it made: making one takes a hundred times as long as using it. */
function memoized<Options, Made>(Kind: Format<Options, Made>): (locale: string, options: Options) => Made {
  const made = new Map<string, Made>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const format = made.get(key) ?? new Kind(locale, options);
    made.set(key, format);
    return format;
  };
}

export const numberFormat = memoized(Intl.NumberFormat);
export const dateFormat = memoized(Intl.DateTimeFormat);
export const relativeFormat = memoized(Intl.RelativeTimeFormat);
export const listFormat = memoized(Intl.ListFormat);
const namesOf = memoized(Intl.DisplayNames);

/** What Intl answers, or undefined where it knows the name not. */
function valueOrUndefined<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The name of a country or language in a locale; the code itself where it has none. */
export function nameOf(type: "region" | "language", code: string, locale: string): string {
  const options = { type, languageDisplay: "standard", fallback: "code" } as const;
  return valueOrUndefined(() => namesOf(locale, options).of(code)) ?? code;
}

/** What a time zone is ahead of UTC at a moment, as "+01:00"; undefined: this browser does not know the zone. */
export function offsetOf(timeZone: string, at: Date): string | undefined {
  const parts = valueOrUndefined(() =>
    dateFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at),
  );
  const name = parts?.find(({ type }) => type === "timeZoneName")?.value;
  return name === undefined ? undefined : name.replace("GMT", "") || "+00:00";
}

/** The browser's own time zone; some systems have none, or one without a name. */
export function ownZone(): string | undefined {
  return valueOrUndefined(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** What this browser calls a time zone. */
export function canonicalZone(timeZone: string): string | undefined {
  return valueOrUndefined(() => dateFormat("en", { timeZone }).resolvedOptions().timeZone);
}

/** The region of a browser's language, "AT" of "de-AT"; of "es-419" it is a part of the world. */
export function regionOf(language: string): string | undefined {
  return valueOrUndefined(() => new Intl.Locale(language).region);
}
