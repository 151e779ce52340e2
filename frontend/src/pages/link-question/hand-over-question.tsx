import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";
import { longDateTime } from "../../lib/format";
import { slugOf } from "../../lib/journey";
import { Button } from "../../ui/button";
import { useOpening } from "../setup/opening";
import type { QuestionProps } from "./props";
import { Decided, Over, QuestionCard } from "./question-card";

/** The customer sets up the services that the partner handed over, or what became of that. */
export function HandOverQuestion(props: QuestionProps) {
  const { t } = useLingui();
  const { answer, answeredAt, partnerName } = props.link;
  const when = answeredAt && longDateTime(answeredAt);
  const partner = partnerName ?? t`Your partner`;
  switch (answer) {
    case null:
      return <Open {...props} partner={partner} />;
    case "DONE":
      return (
        <Decided
          {...props}
          title={t`Everything is set up`}
          lead={<Trans>All services of the order have been ready since {when}.</Trans>}
        />
      );
    case "TAKEN_BACK":
      return (
        <Decided
          {...props}
          title={t`You don’t need to do anything`}
          lead={<Trans>{partner} took service setup back. You can still follow the progress and help.</Trans>}
        />
      );
    default:
      return (
        <Over
          title={t`You don’t need to do anything`}
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

function Open({ token, link, partner }: QuestionProps & { partner: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const opening = useOpening(token);
  async function open() {
    const order = await opening.open();
    if (!order) return;
    opening.renew();
    navigate(`/setup/${order.id}/${slugOf(order.nextStep)}`, { replace: true });
  }
  return (
    <QuestionCard
      token={token}
      link={link}
      opening={opening}
      title={t`Set up your Webex services`}
      lead={
        <Trans>
          {partner} asks you to do this. The organization is already chosen. You name the sites and the
          headquarters location, now or later.
        </Trans>
      }
      onSubmit={open}
      acts={
        <>
          <Button type="submit" variant="primary" isPending={opening.pending}>
            <Trans>Next</Trans>
          </Button>
          <p className="small ink-3">
            <Trans>
              {partner} keeps its access and can work on the services too. New here?{" "}
              <Link href="/help">Read the guide</Link>.
            </Trans>
          </p>
        </>
      }
    />
  );
}
