import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { CandidateFragment, DomainState } from "../../gql/graphql";
import { activity, countryName, number, row } from "../../lib/format";
import { Icon } from "../../ui/icon";
import { RadioCard } from "../../ui/radio-card";
import { Badge } from "../../ui/status";
import "./candidate.css";

export type Candidate = CandidateFragment;

// These stand in the columns above the evidence.
const inColumns = ["ACTIVE_USERS", "LATEST_ACTIVITY", "NO_ACTIVITY"];

type CandidateCardProps = {
  candidate: Candidate;
  /** In place of the badge. */
  badge?: ReactNode;
};

/** An organization to choose: its domains, active users and latest activity, then what speaks for or against it. */
export function CandidateCard({ candidate, badge }: CandidateCardProps) {
  const { t } = useLingui();
  const { organization, recommended } = candidate;
  return (
    <RadioCard
      value={organization.id}
      title={organization.displayName}
      meta={countryName(organization.country)}
      badge={badge ?? (recommended && <Badge kind="recommended">{t`Recommended`}</Badge>)}
    >
      <CandidateFacts organization={organization} />
      <Evidence candidate={candidate} />
    </RadioCard>
  );
}

/** Domains, active users and latest activity in three columns. */
export function CandidateFacts({ organization }: { organization: Candidate["organization"] }) {
  return (
    <span className="candidate-facts">
      <span>
        <Term>
          <Trans>Verified or claimed domains:</Trans>
        </Term>
        <Domains domains={organization.domains} />
      </span>
      <span>
        <Term>
          <Trans>Number of active users:</Trans>
        </Term>
        <ActiveUsers count={organization.activeUsers} />
      </span>
      <span>
        <Term>
          <Trans>Latest user activity:</Trans>
        </Term>
        <LatestActivity at={organization.latestActivityAt} />
      </span>
    </span>
  );
}

function Term({ children }: { children: ReactNode }) {
  return <span className="unseen">{children} </span>;
}

type Domain = { name: string; state: DomainState };

/** "acme.com, acme.de verified", the claimed ones first. */
export function Domains({ domains }: { domains: readonly Domain[] }) {
  const { t } = useLingui();
  const words: [DomainState, string][] = [
    ["CLAIMED", t`claimed`],
    ["VERIFIED", t`verified`],
  ];
  const groups = words.flatMap(([state, word]) => {
    const names = domains.filter((domain) => domain.state === state).map(({ name }) => name);
    return names.length > 0 ? [{ state, word, names: row(names) }] : [];
  });
  if (groups.length === 0) {
    return (
      <span className="ink-3">
        <Trans>No verified domains</Trans>
      </span>
    );
  }
  return groups.map(({ state, word, names }, index) => (
    <span key={state}>
      {index > 0 && "; "}
      <span className="candidate-value">{names}</span> <span className="ink-3">{word}</span>
    </span>
  ));
}

/** "1,200 active users"; strangers see numbers above 100 rounded. */
export function ActiveUsers({ count }: { count: number }) {
  const shown = number(count);
  const unit = plural(count, { one: "active user", other: "active users" });
  return (
    <>
      <span className="candidate-value tabular">{shown}</span> <span className="ink-3">{unit}</span>
    </>
  );
}

/** "Last active 3 days ago". */
export function LatestActivity({ at }: { at: string | null }) {
  if (!at) {
    return (
      <span className="ink-3">
        <Trans>Never active</Trans>
      </span>
    );
  }
  const when = activity(at);
  return (
    <span className="ink-3">
      <Trans>
        Last active <span className="candidate-value">{when}</span>
      </Trans>
    </span>
  );
}

/** What the organization was found by: "You have an account here. Claimed acme.com." */
export function reasonsFor({ evidence }: Pick<Candidate, "evidence">): string {
  return sentences(evidence.filter(({ code }) => !inColumns.includes(code)).map(({ message }) => message));
}

/** What speaks for the organization; a warning that it is probably the wrong one stands in its place. */
function Evidence({ candidate: { flags, evidence } }: { candidate: Candidate }) {
  const speaksFor = reasonsFor({ evidence });
  if (flags.includes("LIKELY_WRONG")) {
    return (
      <Warning title={<Trans>Probably not the right organization.</Trans>}>
        <Trans>No verified domains and no user activity in the last year.</Trans>
      </Warning>
    );
  }
  return (
    <>
      {speaksFor && <span className="candidate-evidence ink-3">{speaksFor}</span>}
      {flags.includes("LOOK_ALIKE_DOMAIN") && (
        <Warning title={<Trans>Look-alike domain.</Trans>}>
          <Trans>It only looks like the domain you searched for.</Trans>
        </Warning>
      )}
      {flags.includes("RELATED_DOMAIN") && (
        <span className="candidate-evidence ink-3">
          <Trans>Its domain is related to the one you searched for.</Trans>
        </span>
      )}
      {flags.includes("MIXED_SCRIPT") && (
        <Warning title={<Trans>Mixed letters.</Trans>}>
          <Trans>The domain mixes letters from several scripts.</Trans>
        </Warning>
      )}
      {flags.includes("DORMANT") && (
        <Warning title={<Trans>Not in use.</Trans>}>
          <Trans>No user activity in the last year.</Trans>
        </Warning>
      )}
    </>
  );
}

function Warning({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <span className="candidate-warning">
      <Icon name="warning" size={16} />
      <span>
        <strong>{title}</strong> {children}
      </span>
    </span>
  );
}

/** Phrases of the server as sentences: "Claimed acme.com. Same company name." */
function sentences(phrases: string[]): string {
  return phrases.map((phrase) => `${phrase.charAt(0).toLocaleUpperCase()}${phrase.slice(1)}.`).join(" ");
}
