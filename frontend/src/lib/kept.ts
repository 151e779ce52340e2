type Format<Options, Made> = new (locale: string, options: Options) => Made;

/** A maker of formats that keeps what it made: making one takes a hundred times as long as using it. */
export function kept<Options, Made>(Kind: Format<Options, Made>): (locale: string, options: Options) => Made {
  const made = new Map<string, Made>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const format = made.get(key) ?? new Kind(locale, options);
    made.set(key, format);
    return format;
  };
}
