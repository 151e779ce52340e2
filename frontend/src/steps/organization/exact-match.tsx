import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Stale } from "../stale";
import { type Candidate, reasonsFor } from "./candidate";
import { useChoice } from "./choice";
import { OrganizationFactRows } from "./organization-facts";
import { type Match, Outcome } from "./outcome";
import type { OrganizationStepProps } from "./props";
import { useOrganizationWords } from "./words";

type ExactMatchProps = OrganizationStepProps & {
  match: Match;
  found: Candidate;
  /** The person says that it is another one. */
  onWrong: () => void;
};

/** The one organization that has the contact's address, for review. */
export function ExactMatch({ match, found, onWrong, ...props }: ExactMatchProps) {
  const { order, slot, back } = props;
  const { t } = useLingui();
  const words = useOrganizationWords(order, slot);
  const reasons = reasonsFor(found);
  const { act, choose, stale } = useChoice(props, found.organization.displayName);
  return (
    <StepPage
      back={back}
      {...(words.mapping && { service: words.mapping })}
      title={words.isThis}
      lead={<Outcome match={match} order={order} slot={slot} />}
      act={act}
      onSubmit={() => choose(found.organization.id)}
    >
      <Stale {...stale} />
      <SummaryList>
        <SummaryRow label={t`Organization`}>
          <strong>{found.organization.displayName}</strong>
        </SummaryRow>
        {reasons && <SummaryRow label={t`Why this one`}>{reasons}</SummaryRow>}
        <OrganizationFactRows organization={found.organization} />
      </SummaryList>
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        <Button variant="quiet" onPress={onWrong}>
          <Trans>This isn’t the right organization</Trans>
        </Button>
      </div>
    </StepPage>
  );
}
