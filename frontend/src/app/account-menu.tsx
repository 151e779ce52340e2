import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { SignOutDocument } from "../gql/graphql";
import { useApiMutation } from "../lib/api-mutation";
import { viewId, withBase } from "../lib/base-path";
import { useLanguageChoice } from "../lib/language-choice";
import { type Language, languages } from "../lib/languages";
import { chosenTheme, showTheme, type Theme } from "../lib/theme";

/** Language, appearance and sign-out, in the menu of the top bar. */
export function AccountMenu({ signedIn }: { signedIn: boolean }) {
  const { t, i18n } = useLingui();
  const choose = useLanguageChoice();
  const [theme, setTheme] = useState(chosenTheme);
  const act = useApiMutation(SignOutDocument);
  const themes: Record<Theme, string> = { system: t`Same as device`, light: t`Light`, dark: t`Dark` };
  async function signOut(everywhere: boolean) {
    if (!(await act.run({ everywhere }))) return;
    // A new page, and no drafts: nothing of the session stays in this tab.
    sessionStorage.clear();
    location.assign(withBase("/sign-in"));
  }
  return (
    <>
      <div className="account-group">
        <p>
          <Trans>Language</Trans>
        </p>
        {(Object.keys(languages) as Language[]).map((language) => (
          <button
            key={language}
            type="button"
            className="account-row"
            lang={language}
            aria-pressed={language === i18n.locale}
            onClick={() => choose(language)}
          >
            {languages[language].name}
          </button>
        ))}
      </div>
      <div className="account-group">
        <p>
          <Trans>Appearance</Trans>
        </p>
        {(Object.keys(themes) as Theme[]).map((name) => (
          <button
            key={name}
            type="button"
            className="account-row"
            aria-pressed={name === theme}
            onClick={() => {
              showTheme(name);
              setTheme(name);
            }}
          >
            {themes[name]}
          </button>
        ))}
      </div>
      {/* Who sees an order as somebody else ends that first. */}
      <div className="account-group" hidden={viewId !== ""}>
        {signedIn ? (
          <>
            <Link href="/reminders" className="account-row">
              <Trans>Reminders</Trans>
            </Link>
            <button type="button" className="account-row" onClick={() => signOut(false)}>
              <Trans>Sign out</Trans>
            </button>
            <button type="button" className="account-row" onClick={() => signOut(true)}>
              <Trans>Sign out everywhere</Trans>
            </button>
          </>
        ) : (
          <Link href="/sign-in" className="account-row">
            <Trans>Sign in</Trans>
          </Link>
        )}
      </div>
    </>
  );
}
