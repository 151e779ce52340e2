import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { OrganizationFactsFragment } from "../../gql/graphql";
import { problem } from "../../lib/problem";
import { Button, TextButton } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Badge } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { Stale } from "../stale";
import { CandidateCard } from "./candidate";
import { useChoice } from "./choice";
import { countOf, type Found, useGlobalSearch } from "./global-search";
import { GlobalSearchField } from "./global-search-field";
import type { OrganizationStepProps, View } from "./organization-step";
import { type Match, Outcome } from "./outcome";
import { useOrganizationWords } from "./words";

type ChooseOrganizationProps = OrganizationStepProps & {
  match: Match;
  /** What the order has already. */
  chosen: OrganizationFactsFragment | null;
  /** The person said that the exact match is not the right one. */
  isWrong: boolean;
  open: (view: View) => void;
};

const none = "none";

/** The candidates as cards, the global search, and the way to a new organization; nothing is chosen beforehand. */
export function ChooseOrganization({ match, chosen, isWrong, open, ...props }: ChooseOrganizationProps) {
  const { order, slot, back, next } = props;
  const { t } = useLingui();
  const words = useOrganizationWords(order, slot);
  const search = useGlobalSearch(order.id, slot);
  const [answer, setAnswer] = useState<string | null>(isWrong ? null : (chosen?.id ?? null));
  // Another one was chosen than the exact match: both are offered.
  const candidates = match.organization && !isWrong ? [match.organization] : match.candidates;
  const shown = [...candidates, ...(search.found?.exact ?? []), ...(search.found?.similar ?? [])];
  const mine = shown.find(({ organization }) => organization.id === answer)?.organization ?? chosen;
  const { act, choose, refuse, stale } = useChoice(props, mine?.displayName ?? "");
  const isKept = chosen && !candidates.some(({ organization }) => organization.id === chosen.id);
  const hasCards = candidates.length > 0 || Boolean(isKept);

  function submit() {
    if (answer === none) open("create");
    else if (answer === null) refuse([missing()]);
    else if (answer === chosen?.id) next(order);
    else choose(answer);
  }

  function missing() {
    if (hasCards || search.found) return problem("organizationId", t`Choose an organization`);
    return problem("domain", t`Search for an organization, or create a new one`);
  }

  const isCustomers = slot === "CUSTOMER" && order.audience === "CUSTOMER";
  const domain = isCustomers ? (order.customerDomain ?? "") : "";
  const company = order.companyName;
  return (
    <StepPage
      back={back}
      title={words.which}
      lead={
        isWrong ? (
          <Trans>Search for the right one, or create a new organization.</Trans>
        ) : (
          <Lead match={match} order={order} slot={slot} />
        )
      }
      width="wide"
      act={act}
      onSubmit={submit}
    >
      <Stale {...stale} />
      {hasCards && (
        <div className="organization-cards">
          <RadioCards name="organizationId" label={words.which} value={answer} onChange={setAnswer}>
            {isKept && (
              <CandidateCard
                candidate={{ organization: chosen, recommended: false, flags: [], evidence: [] }}
                badge={
                  <Badge>
                    {chosen.status === "PROVISIONAL" ? t`New, your choice so far` : t`Your choice so far`}
                  </Badge>
                }
              />
            )}
            {candidates.map((candidate) => (
              <CandidateCard key={candidate.organization.id} candidate={candidate} />
            ))}
            <RadioCard value={none} title={t`None of these`} meta={t`You create a new organization next`} />
          </RadioCards>
        </div>
      )}
      <GlobalSearchField
        label={
          hasCards ? t`Not listed? Search by domain or email address` : t`Search by domain or email address`
        }
        {...(domain && { hint: t`The order names this domain for ${company}.` })}
        domain={domain}
        search={search}
        onSearch={() => refuse([])}
      />
      {search.found && search.found.reason !== "INVALID_ADDRESS" && (
        <Results
          name={hasCards ? undefined : "organizationId"}
          found={search.found}
          answer={answer}
          onChange={setAnswer}
          onMore={search.more}
        />
      )}
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        {!hasCards && (
          <Button
            variant={search.found?.exact.length ? "quiet" : "secondary"}
            icon="plus"
            onPress={() => open("create")}
          >
            <Trans>Create new organization</Trans>
          </Button>
        )}
      </div>
    </StepPage>
  );
}

function Lead(props: Parameters<typeof Outcome>[0]) {
  return props.match.outcome === "EXACT" ? (
    <Trans>You chose another organization than the one that has your email address.</Trans>
  ) : (
    <Outcome {...props} />
  );
}

type ResultsProps = {
  name: string | undefined;
  found: Found;
  answer: string | null;
  onChange: (answer: string) => void;
  onMore: () => void;
};

/** What the search found: the domain's own organizations, then those of related and similar domains. */
function Results({ name, found, answer, onChange, onMore }: ResultsProps) {
  const { t } = useLingui();
  const { exact, similar, basedOn } = found;
  if (exact.length + similar.length === 0) {
    return (
      <div className="organization-results">
        <EmptyState title={found.message} />
      </div>
    );
  }
  const own = countOf(exact);
  const others = similar.length;
  return (
    <div className="organization-results">
      <p className="organization-count">
        <Trans>
          <strong>{own}</strong> for {basedOn}
        </Trans>
        {others > 0 && <Trans>, {others} related or similar</Trans>}
      </p>
      <RadioCards {...(name && { name })} label={t`Search results`} value={answer} onChange={onChange}>
        {exact.map((candidate) => (
          <CandidateCard key={candidate.organization.id} candidate={candidate} />
        ))}
        {others > 0 && (
          <h2>
            <Trans>Related and similar domains</Trans>
          </h2>
        )}
        {similar.map((candidate) => (
          <CandidateCard key={candidate.organization.id} candidate={candidate} />
        ))}
      </RadioCards>
      {found.after && (
        <p className="organization-more">
          <TextButton onPress={onMore}>{t`Show more`}</TextButton>
        </p>
      )}
    </div>
  );
}
