import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { ConsequenceList } from "../../acts/consequence-list";
import { consequences } from "../../acts/consequences";
import { DisputeMappingDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { longDateTime } from "../../lib/format";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { useOpening } from "../setup/opening";
import type { QuestionProps } from "./props";
import { Decided, Over, QuestionCard } from "./question-card";

/** "This wasn't us": asked of an administrator of the customer, or what became of it. */
export function DisputeQuestion(props: QuestionProps) {
  const { t } = useLingui();
  const { answer, answeredAt, answeredBy } = props.link;
  const when = answeredAt && longDateTime(answeredAt);
  switch (answer) {
    case null:
      return <Open {...props} />;
    case "DISPUTED":
      return (
        <Decided
          {...props}
          title={t`This mapping is already disputed`}
          lead={
            answeredBy ? (
              <Trans>
                {answeredBy} reported this on {when}. Setup is on hold until support decides; you’ll get the
                decision by email.
              </Trans>
            ) : (
              <Trans>Setup has been on hold since {when}, until support decides.</Trans>
            )
          }
        />
      );
    case "DISMISSED":
      return (
        <Decided
          {...props}
          title={t`Support has decided`}
          lead={
            <Trans>
              On {when}, support decided that the order belongs to your organization. Setup continues. See the
              order page for details.
            </Trans>
          }
        />
      );
    case "UPHELD":
      return (
        <Over
          title={t`Support has decided`}
          lead={
            <Trans>
              On {when}, support agreed: the order does not belong to your organization. You don’t need to do
              anything more.
            </Trans>
          }
        />
      );
    default:
      return (
        <Over
          title={t`There is nothing left to object to`}
          lead={
            answer === "CANCELLED" ? (
              <Trans>The order was cancelled on {when}.</Trans>
            ) : (
              <Trans>
                The order is no longer mapped to your organization. The mapping was undone on {when}.
              </Trans>
            )
          }
        />
      );
  }
}

function Open({ token, link }: QuestionProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [reason, setReason] = useState("");
  const opening = useOpening(token);
  const act = useApiMutation(DisputeMappingDocument);
  const { partnerName: partner, organizationName: organization, contactEmail: contact } = link;

  async function open(then: (orderId: string) => Promise<boolean>) {
    const order = await opening.open();
    if (!order || !(await then(order.id))) return;
    opening.renew();
    navigate(`/orders/${order.id}`, { replace: true });
  }
  const object = () =>
    open(async (orderId) => {
      const done = await act.run({ input: { orderId, ...(reason.trim() && { reason }) } });
      if (done) toast(t`Support was told`);
      return Boolean(done);
    });

  return (
    <QuestionCard
      token={token}
      link={link}
      opening={opening}
      title={t`Was this subscription added by mistake?`}
      lead={
        partner && organization ? (
          <Trans>
            {partner} mapped it to {organization}. {contact} can set up its services there, and nothing else.
          </Trans>
        ) : (
          <Trans>A partner mapped it to your organization and can set up its services there.</Trans>
        )
      }
      errors={act.errors}
      failure={act.failure}
      onSubmit={object}
      acts={
        <>
          <ConsequenceList says={consequences.disputeByLink()} quiet />
          <div className="setup-answers">
            <Button type="submit" variant="primary" isPending={opening.pending || act.pending}>
              <Trans>This wasn’t us</Trans>
            </Button>
            <Button variant="secondary" onPress={() => open(async () => true)}>
              <Trans>We expected it: open order</Trans>
            </Button>
          </div>
        </>
      }
    >
      <TextField name="reason" multiline label={t`Reason (optional)`} value={reason} onChange={setReason} />
    </QuestionCard>
  );
}
