import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "./icon";
import { PageTitle } from "./page-title";
import "./hub-page.css";

type HubPageProps = {
  title: string;
  /** Beside the h1. */
  pill?: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string };
  /** At the right edge, level with the h1. */
  action?: ReactNode;
  children: ReactNode;
};

/** A page of Control Hub. */
export function HubPage({ title, pill, lead, back, action, children }: HubPageProps) {
  return (
    <div className="hub-page" data-back={back ? "" : undefined}>
      {back && (
        <Link href={back.href} className="hub-back">
          <Icon name="back" size={16} />
          {back.label}
        </Link>
      )}
      <div className="hub-head">
        <div>
          <div className="hub-title">
            <PageTitle title={title} />
            {pill}
          </div>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

/** A titled section of a page. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="hub-section">
      <div className="hub-section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
