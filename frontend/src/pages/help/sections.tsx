import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

type SectionProps = { children: ReactNode };

/** What the page of the product shows. */
export function See({ children }: SectionProps) {
  return <Titled title={<Trans>What you see</Trans>}>{children}</Titled>;
}

/** What there is to do on it. */
export function Do({ children }: SectionProps) {
  return <Titled title={<Trans>What to do</Trans>}>{children}</Titled>;
}

/** What follows, and what else helps. */
export function Know({ children }: SectionProps) {
  return <Titled title={<Trans>Good to know</Trans>}>{children}</Titled>;
}

function Titled({ title, children }: SectionProps & { title: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Words of the product, each with what it means. */
export function Meanings({ children }: SectionProps) {
  return <dl className="guide-meanings">{children}</dl>;
}

/** One word of the product and its meaning. */
export function Meaning({ of, children }: { of: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </div>
  );
}
