import { Trans } from "@lingui/react/macro";
import type { OrganizationMatchQuery, OrganizationType } from "../../gql/graphql";
import type { WizardOrder } from "../../lib/order";
import { useOrganizationWords } from "./words";

export type Match = NonNullable<NonNullable<OrganizationMatchQuery["order"]>["organizationMatch"]>;

type OutcomeProps = { match: Match; order: WizardOrder; slot: OrganizationType };

/** What the finder came to: its first sentence bold, then on which address or domain it rests, or why nothing matches. */
export function Outcome({ match, order, slot }: OutcomeProps) {
  const [first, rest] = split(match.message);
  return (
    <>
      <strong>{first}</strong> {rest} <Reason match={match} order={order} slot={slot} />
    </>
  );
}

function Reason({ match, order, slot }: OutcomeProps) {
  const words = useOrganizationWords(order, slot);
  const { basedOn } = match;
  const domain = basedOn.slice(basedOn.lastIndexOf("@") + 1);
  // The message has told it already.
  if (match.reason === "SUSPENDED" || isLedByOrder(match, order)) return null;
  if (match.outcome === "NONE") {
    const isUnknown = match.reason === "NO_MATCH" || match.reason === "WRONG_TYPE";
    return <span>{isUnknown ? words.nothing(domain) : match.reasonMessage}</span>;
  }
  if (match.outcome === "EXACT" || basedOn.includes("@")) return <Trans>We searched with {basedOn}.</Trans>;
  return <Trans>We searched with your domain, {domain}.</Trans>;
}

/** Whether the first candidate rests on the order, or on what the contact administers, not on their own address. */
function isLedByOrder({ candidates: [first], basedOn }: Match, order: WizardOrder): boolean {
  if (!first) return false;
  if (first.basis === "ORDER_NAME") return basedOn === order.companyName;
  return first.basis !== "CONTACT_ADDRESS" && first.basis !== "CONTACT_DOMAIN";
}

/** The first sentence, and what the server says after it. */
function split(message: string): [string, string] {
  const end = message.indexOf(". ") + 1;
  return end > 0 ? [message.slice(0, end), message.slice(end + 1)] : [message, ""];
}
