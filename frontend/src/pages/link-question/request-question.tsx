import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { DecideAdministratorRequestDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { lastDay, longDateTime } from "../../lib/format";
import { problem } from "../../lib/problem";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";
import { useOpening } from "../setup/opening";
import type { QuestionProps } from "./props";
import { Decided, Over, QuestionCard } from "./question-card";

/** Approve or deny full administrator privileges for the partner, or what became of the request. */
export function RequestQuestion(props: QuestionProps) {
  const { t } = useLingui();
  const { answer, answeredAt, answeredBy, requestedBy } = props.link;
  const when = answeredAt && longDateTime(answeredAt);
  if (answer === null) return <Open {...props} />;
  if (answer !== "APPROVED" && answer !== "DENIED") {
    return (
      <Over
        title={t`There is nothing left to decide`}
        lead={<Trans>The order was cancelled on {when}.</Trans>}
      />
    );
  }
  const isApproved = answer === "APPROVED";
  return (
    <Decided
      {...props}
      title={isApproved ? t`This request was approved` : t`This request was denied`}
      lead={
        answeredBy ? (
          <Trans>
            {answeredBy} decided on {when}. {requestedBy} was told by email.
          </Trans>
        ) : (
          <Trans>The decision was made on {when}.</Trans>
        )
      }
    />
  );
}

function Open({ token, link }: QuestionProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [wanted, setWanted] = useState(true);
  const opening = useOpening(token);
  const act = useApiMutation(DecideAdministratorRequestDocument);
  const { requestedBy: who, organizationName: organization, expiresAt } = link;
  const expires = expiresAt && lastDay(expiresAt);

  async function decide(approve: boolean) {
    setWanted(approve);
    const order = await opening.open();
    if (!order) return;
    if (!order.administratorRequest) {
      act.refuse([problem("requestId", t`There is nothing left to decide`)]);
      return;
    }
    if (!(await act.run({ input: { requestId: order.administratorRequest.id, approve } }))) return;
    toast(approve ? t`Approved` : t`Denied`);
    opening.renew();
    navigate(`/orders/${order.id}`, { replace: true });
  }
  return (
    <QuestionCard
      token={token}
      link={link}
      opening={opening}
      title={t`Grant full administrator privileges?`}
      lead={
        who && organization ? (
          <Trans>
            {who} asks for them in {organization}. A full administrator can change everything there, including
            users and other administrators.
          </Trans>
        ) : (
          <Trans>
            Your partner asks for them. A full administrator can change everything in your organization,
            including users and other administrators.
          </Trans>
        )
      }
      errors={act.errors}
      failure={act.failure}
      onSubmit={() => decide(wanted)}
      acts={
        <>
          <p className="small ink-2">
            {expires && (
              <Trans>If nobody answers, the request expires on {expires} and nothing changes.</Trans>
            )}
          </p>
          <ConsequenceList says={consequences.answerRequest()} quiet />
          <div className="setup-answers">
            <Button variant="primary" isPending={opening.pending || act.pending} onPress={() => decide(true)}>
              <Trans>Approve</Trans>
            </Button>
            <Button variant="secondary" onPress={() => decide(false)}>
              <Trans>Deny</Trans>
            </Button>
          </div>
        </>
      }
    />
  );
}
