import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { guideFromOutside } from "../lib/guide-places";
import { useLanguageChoice } from "../lib/language-choice";
import { type Language, languages } from "../lib/languages";
import { Brand } from "./brand";
import { PageTitle } from "./page-title";
import "./card-page.css";

type CardPageProps = {
  title: string;
  lead?: ReactNode;
  hasErrors?: boolean;
  before?: ReactNode;
  children: ReactNode;
};

/** A page of one card for people who are not signed in. */
export function CardPage({ title, lead, hasErrors = false, before, children }: CardPageProps) {
  const [path] = useLocation();
  return (
    <div className="card-page">
      <header>
        <Brand />
      </header>
      <main id="main" className="card">
        {before}
        <PageTitle title={title} hasErrors={hasErrors} />
        {lead && <p className="lead">{lead}</p>}
        {children}
      </main>
      <footer className="meta">
        <LanguageLinks />
        <Link href={guideFromOutside(path)}>
          <Trans>Guide</Trans>
        </Link>
      </footer>
    </div>
  );
}

function LanguageLinks() {
  const { i18n } = useLingui();
  const choose = useLanguageChoice();
  return (
    <p>
      {(Object.keys(languages) as Language[]).map((language, index) => (
        <Fragment key={language}>
          {index > 0 && " · "}
          {language === i18n.locale ? (
            <span lang={language}>{languages[language].name}</span>
          ) : (
            <button type="button" className="link" lang={language} onClick={() => choose(language)}>
              {languages[language].name}
            </button>
          )}
        </Fragment>
      ))}
    </p>
  );
}
