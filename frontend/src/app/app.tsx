import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { type ReactNode, Suspense, useMemo, useState } from "react";
import { Router } from "wouter";
import { routerBase, viewId } from "../lib/base-path";
import { Api, ApiContext } from "../lib/client";
import { Sentence } from "../lib/jsx/text-elements";
import { activateLanguage, rememberLanguage } from "../lib/language";
import { LanguageChoice } from "../lib/language-choice";
import type { Language } from "../lib/languages";
import { page } from "../lib/page";
import { ReloadAll } from "../lib/reload-all";
import { useGuardedLocation } from "../lib/unsaved";
import { LiveRegion } from "../ui/live-region";
import { ToastRegion } from "../ui/toast";
import { Routes } from "./routes";

const ViewedAs = page<{ children: ReactNode }>("desk", () => import("./viewed-as"));

/** The application in the chosen language. */
export function App() {
  const [language, setLanguage] = useState(i18n.locale);
  const [session, setSession] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language or session has other answers
  const api = useMemo(() => new Api(), [language, session]);
  async function choose(chosen: Language) {
    rememberLanguage(chosen);
    await activateLanguage(chosen);
    setLanguage(chosen);
  }
  return (
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <LanguageChoice value={choose}>
        <ReloadAll value={() => setSession((count) => count + 1)}>
          <ApiContext value={api}>
            <Router base={routerBase} hook={useGuardedLocation}>
              {viewId ? (
                <Suspense>
                  <ViewedAs>
                    <Routes />
                  </ViewedAs>
                </Suspense>
              ) : (
                <Routes />
              )}
            </Router>
            <LiveRegion />
            <ToastRegion />
          </ApiContext>
        </ReloadAll>
      </LanguageChoice>
    </I18nProvider>
  );
}
