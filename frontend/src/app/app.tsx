import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { useMemo, useState } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { Provider } from "urql";
import { Router } from "wouter";
import { basePath } from "../lib/base-path";
import { createApi } from "../lib/client";
import { region } from "../lib/format";
import { Sentence } from "../lib/jsx/text-elements";
import { activateLanguage, rememberLanguage } from "../lib/language";
import { LanguageChoice } from "../lib/language-choice";
import type { Language } from "../lib/languages";
import { ReloadAll } from "../lib/reload-all";
import { useGuardedLocation } from "../lib/unsaved";
import { LiveRegion } from "../ui/live-region";
import { ToastRegion } from "../ui/toast";
import { Routes } from "./routes";

/** The application in the chosen language. */
export function App() {
  const [language, setLanguage] = useState(i18n.locale);
  const [session, setSession] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language or session has other answers
  const api = useMemo(createApi, [language, session]);
  async function choose(chosen: Language) {
    rememberLanguage(chosen);
    await activateLanguage(chosen);
    setLanguage(chosen);
  }
  return (
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <AriaLocale locale={region()}>
        <LanguageChoice value={choose}>
          <ReloadAll value={() => setSession((count) => count + 1)}>
            <Provider value={api}>
              <Router base={basePath} hook={useGuardedLocation}>
                <Routes />
              </Router>
              <LiveRegion />
              <ToastRegion />
            </Provider>
          </ReloadAll>
        </LanguageChoice>
      </AriaLocale>
    </I18nProvider>
  );
}
