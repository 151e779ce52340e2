import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { withBase } from "../lib/base-path";
import { guideFor } from "../lib/guide";
import { initials } from "../lib/viewer";
import { Brand } from "./brand";
import { Icon } from "./icon";
import "./top-bar.css";

type TopBarProps = {
  /** Sections of Control Hub; the wizard has none. */
  sections?: { href: string; label: string }[];
  /** When the work on this page was last saved, in words. */
  saved?: string | undefined;
  /** The organization that the person works for. */
  organization?: string | undefined;
  /** Null where nobody is signed in. */
  email?: string | null | undefined;
  /** Content of the account menu below the sections. */
  menu: ReactNode;
  /** The guide opens in a tab of its own: it is read beside the page, and nothing that was typed there goes. */
  guideBeside?: boolean;
};

/** The bar above each page: brand, sections, what is saved, guide and account menu. */
export function TopBar({
  sections = [],
  saved,
  organization,
  email,
  menu,
  guideBeside = false,
}: TopBarProps) {
  const { t } = useLingui();
  const [path] = useLocation();
  const account = useRef<HTMLDivElement>(null);
  // It stands above all pages, and would stay open above the one that was chosen in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the page that changes
  useEffect(() => account.current?.hidePopover?.(), [path]);
  const isHere = (href: string) =>
    path === href || (path === "/" && href === "/orders") || path.startsWith(`${href}/`);
  const links = sections.map(({ href, label }) => (
    <Link key={href} href={href} {...(isHere(href) && { "aria-current": "page" as const })}>
      {label}
    </Link>
  ));
  return (
    <header className="top-bar">
      <a className="skip-link" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <Link href="/" className="top-bar-brand">
        <Brand />
      </Link>
      {sections.length > 0 && (
        <nav className="top-bar-sections" aria-label={t`Sections`}>
          {links}
        </nav>
      )}
      <div className="top-bar-end">
        {saved && (
          <span className="top-bar-saved">
            <Icon name="check" size={16} />
            <span>{saved}</span>
          </span>
        )}
        <GuideLink beside={guideBeside} className="top-bar-guide">
          <Icon name="book" size={16} />
        </GuideLink>
        {organization && <span className="top-bar-organization">{organization}</span>}
        <button
          type="button"
          className="avatar"
          popoverTarget="account-menu"
          aria-label={email ? `${initials(email)}, ${t`Account menu`}` : t`Account menu`}
        >
          {email ? initials(email) : <Icon name="menu" size={16} />}
        </button>
        <div ref={account} id="account-menu" className="account-menu" popover="auto">
          {email && <p className="account-email">{email}</p>}
          <nav className="account-sections" aria-label={t`Sections and guide`}>
            {links}
            <GuideLink beside={guideBeside} />
          </nav>
          {menu}
        </div>
      </div>
    </header>
  );
}

type GuideLinkProps = { beside: boolean; className?: string; children?: ReactNode };

/** The way to the chapter of the guide that tells of this page. */
function GuideLink({ beside, className, children }: GuideLinkProps) {
  const [path] = useLocation();
  const href = guideFor(path);
  if (!beside) {
    return (
      <Link href={href} className={className}>
        {children}
        <Trans>Guide</Trans>
      </Link>
    );
  }
  return (
    <a href={withBase(href)} target="_blank" rel="noopener" className={className}>
      {children}
      <span>
        <Trans>
          Guide <span className="unseen">(opens in a new tab)</span>
        </Trans>
      </span>
      <Icon name="newTab" size={16} />
    </a>
  );
}
