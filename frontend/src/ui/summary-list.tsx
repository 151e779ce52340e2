import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { hrefOfField } from "./focus";
import "./summary-list.css";

type SummaryRowProps = {
  label: ReactNode;
  children: ReactNode;
  /** Where the value is changed, and what it is called there ("time zone of site 1"), read out after "Change". */
  change?: { href: string; what: string /** The name of its field. */; field?: string };
  /** In place of the Change link. */
  action?: ReactNode;
};

/** Labels and values on hairlines. */
export function SummaryList({ children }: { children: ReactNode }) {
  return <dl className="summary-list">{children}</dl>;
}

/** One label with its value. */
export function SummaryRow({ label, children, change, action }: SummaryRowProps) {
  return (
    <div className="summary-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
      {(change || action) && (
        <dd className="summary-action">
          {change ? (
            <Link href={change.field ? hrefOfField(change.href, change.field) : change.href}>
              <Trans>Change</Trans> <span className="unseen">{change.what}</span>
            </Link>
          ) : (
            action
          )}
        </dd>
      )}
    </div>
  );
}
