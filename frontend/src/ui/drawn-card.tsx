import type { ReactNode } from "react";
import { countryName } from "../lib/format";
import { Icon } from "./icon";
import "./drawn-card.css";
import "./radio-card.css";

/** Cards as they look, for pictures: the same classes, nothing to press. */

type DrawnCardProps = {
  title: ReactNode;
  meta?: ReactNode;
  badge?: ReactNode;
  selected?: boolean;
  reveal?: ReactNode;
  children?: ReactNode;
};

/** A radio card. */
export function DrawnCard({ title, meta, badge, selected = false, reveal, children }: DrawnCardProps) {
  return (
    <div className="radio-card">
      <div className="radio-card-choice" {...(selected && { "data-selected": "" })}>
        <span className="radio-circle" />
        <div className="radio-card-text">
          <div className="radio-card-title">
            <strong>{title}</strong>
            {meta && <span className="ink-3 small">{meta}</span>}
            {badge}
          </div>
          {children}
        </div>
      </div>
      {reveal && <div className="radio-card-reveal">{reveal}</div>}
    </div>
  );
}

type DrawnCandidateProps = Omit<DrawnCardProps, "meta" | "children"> & {
  country: string;
  facts: ReactNode[];
  evidence?: ReactNode;
  /** In place of the evidence. */
  warning?: { title: ReactNode; text: ReactNode };
};

/** An organization to choose. */
export function DrawnCandidate({ country, facts, evidence, warning, ...card }: DrawnCandidateProps) {
  return (
    <DrawnCard {...card} meta={countryName(country)}>
      <div className="drawn-facts">
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts never move
          <span key={index}>{fact}</span>
        ))}
      </div>
      {evidence && <span className="meta ink-3">{evidence}</span>}
      {warning && (
        <span className="drawn-warning">
          <Icon name="warning" size={16} />
          <span>
            <strong>{warning.title}</strong> {warning.text}
          </span>
        </span>
      )}
    </DrawnCard>
  );
}
