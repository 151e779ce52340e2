import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { OrganizationFactsFragment } from "../../gql/graphql";
import { list } from "../../lib/format";
import { problem } from "../../lib/problem";
import { Button, TextButton } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Badge } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { Stale } from "../stale";
import { type Candidate, CandidateCard } from "./candidate";
import { useChoice } from "./choice";
import { countOf, type Found, useGlobalSearch } from "./global-search";
import { GlobalSearchField } from "./global-search-field";
import { HowToCheck } from "./how-to-check";
import { type Match, Outcome } from "./outcome";
import type { OrganizationStepProps, View } from "./props";
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
  const leftOut = match.organization ? 0 : match.candidatesLeftOut;
  const unlisted = leftOut > 0 && (
    <p className="small ink-2 organization-unlisted">
      <Plural
        value={leftOut}
        one="One more organization is not listed here. Search for it by its domain below."
        other="# more organizations are not listed here. Search for the right one by its domain below."
      />
    </p>
  );
  const isKept = chosen && !candidates.some(({ organization }) => organization.id === chosen.id);
  const hasCards = candidates.length > 0 || Boolean(isKept);
  // What the search found moves out of the fold, and stands only once where it is listed already.
  const found = new Set(foundIds(search.found));
  const listed = candidates.filter(({ basis }) => basis !== "ADMINISTERED");
  const administered = candidates.filter(
    ({ basis, organization }) => basis === "ADMINISTERED" && !found.has(organization.id),
  );
  const isAdministered = administered.some(({ organization }) => organization.id === answer);
  // Without anything to choose, Next could only fail.
  const hasAnswers = hasCards || Boolean(search.found && countFound(search.found) > 0);

  function submit() {
    if (answer === none) open("create");
    else if (answer === null) refuse([problem("organizationId", t`Choose an organization`)]);
    else if (answer === chosen?.id) next(order);
    else choose(answer);
  }

  const isCustomers = slot === "CUSTOMER" && order.audience === "CUSTOMER";
  // The finder has answered for the order's domain: to search for it again would tell nothing new.
  const isAnswered = listed.some(({ basis }) => basis === "ORDER_DOMAIN");
  const domain = isCustomers && !isAnswered ? (order.customerDomain ?? "") : "";
  const company = order.companyName;
  const globalSearch = t`The global domain-based search yields a list of organizations to choose from.`;
  return (
    <StepPage
      back={back}
      title={words.which}
      lead={
        isWrong ? (
          <Trans>Search for the right one, or create a new organization.</Trans>
        ) : (
          <>
            <Lead match={match} order={order} slot={slot} /> {words.task}{" "}
            {hasCards && <Trans>Check carefully before you choose; the picture below helps.</Trans>}
          </>
        )
      }
      {...(words.mapping && { service: words.mapping })}
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
                candidate={{
                  organization: chosen,
                  basis: "NAMED_BY_ORDER",
                  recommended: false,
                  flags: [],
                  evidence: [],
                }}
                badge={
                  <Badge>
                    {chosen.status === "PROVISIONAL" ? t`New, your choice so far` : t`Your choice so far`}
                  </Badge>
                }
              />
            )}
            {listed.map((candidate) => (
              <CandidateCard key={candidate.organization.id} candidate={candidate} />
            ))}
            {administered.length > 0 ? (
              <Administered candidates={administered} isOpen={isAdministered}>
                {unlisted}
              </Administered>
            ) : (
              unlisted
            )}
            <RadioCard value={none} title={t`None of these`} meta={t`Next, you create a new organization`} />
          </RadioCards>
        </div>
      )}
      <GlobalSearchField
        label={
          hasCards ? t`Not listed? Search by domain or email address` : t`Search by domain or email address`
        }
        hint={domain ? `${t`The order gives this domain for ${company}.`} ${globalSearch}` : globalSearch}
        domain={domain}
        search={search}
        onSearch={() => refuse([])}
      />
      {search.found && search.found.reason !== "INVALID_ADDRESS" && (
        <Results
          name={hasCards ? undefined : "organizationId"}
          found={search.found}
          above={[...(isKept ? [chosen] : []), ...listed.map(({ organization }) => organization)]}
          answer={answer}
          onChange={setAnswer}
          onMore={search.more}
        />
      )}
      <div className="actions">
        {hasAnswers && (
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Next</Trans>
          </Button>
        )}
        {!hasCards && (
          <Button variant={hasAnswers ? "quiet" : "primary"} icon="plus" onPress={() => open("create")}>
            <Trans>Create new organization</Trans>
          </Button>
        )}
      </div>
      {hasCards && <HowToCheck />}
    </StepPage>
  );
}

type AdministeredProps = {
  candidates: readonly Candidate[];
  /** How many more there are; they come last of all, so that they are of these. */
  children: ReactNode;
  /** One of them is chosen. */
  isOpen: boolean;
};

/** The contact's other customers, folded: the order did not lead to them. */
function Administered({ candidates, isOpen, children }: AdministeredProps) {
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <>
      <p className="organization-administered">
        <TextButton aria-expanded={wasOpened} onPress={() => setOpened(!wasOpened)}>
          {wasOpened ? (
            <Trans>Hide the other customers that you administer</Trans>
          ) : (
            <Trans>Show the other customers that you administer</Trans>
          )}
        </TextButton>
      </p>
      {wasOpened &&
        candidates.map((candidate) => (
          <CandidateCard key={candidate.organization.id} candidate={candidate} />
        ))}
      {wasOpened && children}
    </>
  );
}

const countFound = ({ exact, similar }: Found) => exact.length + similar.length;

const foundIds = (found: Found | null) =>
  [...(found?.exact ?? []), ...(found?.similar ?? [])].map(({ organization }) => organization.id);

function Lead(props: Parameters<typeof Outcome>[0]) {
  return props.match.outcome === "EXACT" ? (
    <Trans>You chose a different organization from the one your email address belongs to.</Trans>
  ) : (
    <Outcome {...props} />
  );
}

type ResultsProps = {
  name: string | undefined;
  found: Found;
  /** Organizations that the page lists already. */
  above: readonly Candidate["organization"][];
  answer: string | null;
  onChange: (answer: string) => void;
  onMore: () => void;
};

/** What the search found: the domain's own organizations, then those of related and similar domains. */
function Results({ name, found, above, answer, onChange, onMore }: ResultsProps) {
  const { t } = useLingui();
  const { basedOn } = found;
  if (countFound(found) === 0) {
    return (
      <div className="organization-results">
        <EmptyState title={found.message} />
      </div>
    );
  }
  const own = countOf(found.exact);
  const others = found.similar.length;
  const shown = new Set(above.map(({ id }) => id));
  const isNew = ({ organization }: Candidate) => !shown.has(organization.id);
  const exact = found.exact.filter(isNew);
  const similar = found.similar.filter(isNew);
  const ids = new Set(foundIds(found));
  const twice = above.filter(({ id }) => ids.has(id)).map(({ displayName }) => displayName);
  const names = list(twice);
  return (
    <div className="organization-results">
      <p className="organization-count">
        <Trans>
          <strong>{own}</strong> for {basedOn}
        </Trans>
        {others > 0 && <Trans>, {others} related or similar</Trans>}
      </p>
      {twice.length > 0 && (
        <p className="organization-above">
          <Trans>Listed above already: {names}</Trans>
        </p>
      )}
      {exact.length + similar.length > 0 && (
        <RadioCards {...(name && { name })} label={t`Search results`} value={answer} onChange={onChange}>
          {exact.map((candidate) => (
            <CandidateCard key={candidate.organization.id} candidate={candidate} />
          ))}
          {similar.length > 0 && (
            <h2>
              <Trans>Related and similar domains</Trans>
            </h2>
          )}
          {similar.map((candidate) => (
            <CandidateCard key={candidate.organization.id} candidate={candidate} />
          ))}
        </RadioCards>
      )}
      {found.after && (
        <p className="organization-more">
          <TextButton onPress={onMore}>{t`Show more`}</TextButton>
        </p>
      )}
    </div>
  );
}
