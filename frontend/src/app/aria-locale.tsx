import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { region } from "../lib/format";

/** Tells React Aria's controls the language that is spoken, and with it the direction of arrow keys. */
export function AriaLocale({ children }: { children: ReactNode }) {
  return <I18nProvider locale={region()}>{children}</I18nProvider>;
}
