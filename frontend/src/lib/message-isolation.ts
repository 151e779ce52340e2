import { i18n } from "@lingui/core";
import { isolated } from "./bidi-isolation";

type Values = Record<string, unknown>;

/** From now on all values that messages insert are isolated where they run from right to left. */
export function isolateValues(): void {
  const translate = i18n._.bind(i18n) as (...call: unknown[]) => string;
  const isolating = (message: unknown, values?: Values, options?: unknown) => {
    const own = (message as { values?: Values } | null)?.values ?? values;
    return translate(
      typeof message === "string" ? message : { ...(message as object), values: undefined },
      inside(own),
      options,
    );
  };
  i18n._ = isolating as typeof i18n._;
  i18n.t = isolating as typeof i18n.t;
}

function inside(values: Values | undefined): Values | undefined {
  return (
    values &&
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "string" ? isolated(value) : value,
      ]),
    )
  );
}
