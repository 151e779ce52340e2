import { useSearchParams } from "wouter";
import { OrganizationMatchDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { FailureBanner } from "../../ui/failure-banner";
import { Skeleton } from "../../ui/skeleton";
import { StepPage } from "../../ui/step-page";
import { useDraft } from "../service/draft";
import { CheckNewOrganization } from "./check-new-organization";
import { ChooseOrganization } from "./choose-organization";
import { ExactMatch } from "./exact-match";
import {
  isComplete,
  NewOrganizationForm,
  onlyKnown,
  proposed,
  useCreateOrganization,
} from "./new-organization";
import { useChoices } from "./organization-facts";
import type { OrganizationStepProps, View } from "./props";
import { useOrganizationWords } from "./words";
import "./organization.css";

/** One organization of the order: the one that was found, one of several, one that is searched, or a new one. */
export function OrganizationStep(props: OrganizationStepProps) {
  const { order, slot } = props;
  const [params, setParams] = useSearchParams();
  const entry = useDraft(
    order,
    slot === "PARTNER" ? "partner-organization" : "customer-organization",
    proposed(order, slot),
  );
  const create = useCreateOrganization();
  const open = (view: View) => setParams(view === "choose" ? {} : { view });
  const wanted = params.get("view");
  const values = onlyKnown(entry.values, useChoices());
  if (wanted === "check" && isComplete(values)) {
    return (
      <CheckNewOrganization {...props} entry={values} forget={entry.forget} create={create} open={open} />
    );
  }
  if (wanted === "create" || wanted === "check") {
    return <NewOrganizationForm {...props} entry={values} draft={entry} create={create} open={open} />;
  }
  return <FoundOrganizations {...props} open={open} isWrong={wanted === "search"} />;
}

type FoundOrganizationsProps = OrganizationStepProps & {
  open: (view: View) => void;
  /** The person said that the exact match is not the right one. */
  isWrong: boolean;
};

/** What the finder answers for the contact's address. */
function FoundOrganizations({ isWrong, ...props }: FoundOrganizationsProps) {
  const { order, slot, back, href } = props;
  const words = useOrganizationWords(order, slot);
  const { data, failure, reload } = useApiQuery(OrganizationMatchDocument, { orderId: order.id, slot });
  const match = data?.order?.organizationMatch;
  if (!match) {
    return (
      <StepPage back={back} title={words.which} width="wide">
        {failure ? (
          <FailureBanner failure={failure} during="load" onRetry={reload} />
        ) : (
          <Skeleton shape="cards" />
        )}
      </StepPage>
    );
  }
  const chosen = slot === "PARTNER" ? order.partnerOrganization : order.customerOrganization;
  const found = match.organization;
  const isOther = chosen && chosen.id !== found?.organization.id;
  return found && !isWrong && !isOther ? (
    <ExactMatch {...props} match={match} found={found} onWrong={() => props.open("search")} />
  ) : (
    <ChooseOrganization
      {...props}
      back={isWrong ? href(slot === "PARTNER" ? "partner-organization" : "customer-organization") : back}
      match={match}
      chosen={chosen}
      isWrong={isWrong}
    />
  );
}
