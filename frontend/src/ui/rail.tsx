import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "./icon";
import "./rail.css";

export type RailPage = { label: string; state: "done" | "now" | "later"; href?: string | undefined };
export type RailItem = RailPage & { pages?: RailPage[] };
export type RailPart = { title: string; items: RailItem[] };

type RailProps = {
  /** Both, or the only one that is this person's. */
  parts: [RailPart, RailPart] | [RailPart];
  /** What the person works on: the order's number and its customer. */
  about: string;
  /** Order facts at the foot. */
  foot?: { label: string; value: ReactNode }[];
};

/** Where the person stands: at the left, below 1024 px a bar above the page. */
export function Rail({ parts, about, foot }: RailProps) {
  return (
    <>
      <CompactRail parts={parts} about={about} />
      <aside className="rail">
        <nav className="rail-parts" aria-labelledby="rail-title">
          <span id="rail-title" className="unseen">
            <Trans>Progress</Trans>
          </span>
          {parts.map((part, index) => (
            <div key={part.title} className="rail-part">
              {parts.length > 1 && (
                <p className="caption ink-3">
                  <Trans>Part {index + 1} of 2</Trans>
                </p>
              )}
              <p className="rail-title">{part.title}</p>
              <ol>
                {part.items.map((item) => (
                  <Item key={item.label} item={item} />
                ))}
              </ol>
            </div>
          ))}
        </nav>
        {foot && (
          <dl className="rail-foot">
            {foot.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </aside>
    </>
  );
}

function Item({ item }: { item: RailItem }) {
  return (
    <li className="rail-item" data-state={item.state}>
      <span className="rail-mark">{item.state === "done" && <Icon name="check" size={16} />}</span>
      <Name page={item} current={item.state === "now" && !item.pages} />
      {item.pages && (
        <ol className="rail-pages">
          {item.pages.map((page) => (
            <li key={page.label} data-state={page.state}>
              <Name page={page} current={page.state === "now"} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function Name({ page, current }: { page: RailPage; current: boolean }) {
  return (
    <span className="rail-name" {...(current && { "aria-current": "step" })}>
      {page.href && !current ? <Link href={page.href}>{page.label}</Link> : page.label}
      {page.state === "done" && (
        <span className="unseen">
          {" "}
          <Trans>(done)</Trans>
        </span>
      )}
    </span>
  );
}

function CompactRail({ parts, about }: Pick<RailProps, "parts" | "about">) {
  const [first, second] = parts;
  const index = second && first.items.every(({ state }) => state === "done") ? 1 : 0;
  const part = index === 1 && second ? second : first;
  const total = part.items.length;
  const now = part.items.findIndex(({ state }) => state === "now");
  const done = part.items.filter(({ state }) => state === "done").length;
  const position = now < 0 ? Math.min(done + 1, total) : now + 1;
  const filled = now < 0 ? done / total : (now + 0.5) / total;
  return (
    <aside className="rail-bar">
      <p className="rail-about">{about}</p>
      <p>
        <span>
          {second && (
            <>
              <Trans>Part {index + 1} of 2</Trans> ·{" "}
            </>
          )}
          <strong>{part.title}</strong>
        </span>
        <span className="tabular">
          <Trans>
            Step {position} of {total}
          </Trans>
        </span>
      </p>
      <div className="rail-track" aria-hidden="true">
        {parts.map(({ title }, segment) => (
          <div key={title}>
            <div style={{ width: `${(segment < index ? 1 : segment > index ? 0 : filled) * 100}%` }} />
          </div>
        ))}
      </div>
    </aside>
  );
}
