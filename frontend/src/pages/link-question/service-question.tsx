import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";
import { longDateTime } from "../../lib/format";
import { slugOf } from "../../lib/journey";
import { Button } from "../../ui/button";
import { useOpening } from "../setup/opening";
import type { QuestionProps } from "./props";
import { Decided, Over, QuestionCard } from "./question-card";

/** Somebody is asked to set up one service of an order, or what became of that. */
export function ServiceQuestion(props: QuestionProps) {
  const { t } = useLingui();
  const { answer, answeredAt } = props.link;
  const when = answeredAt && longDateTime(answeredAt);
  switch (answer) {
    case null:
      return <Open {...props} />;
    case "DONE":
      return (
        <Decided
          {...props}
          title={t`Everything is set up`}
          lead={<Trans>What you were asked to set up is ready.</Trans>}
        />
      );
    case "CANCELLED":
      return (
        <Over
          title={t`You don’t need to do anything`}
          lead={<Trans>The order was cancelled on {when}.</Trans>}
        />
      );
    default:
      return (
        <Over
          title={t`You don’t need to do anything`}
          lead={<Trans>Somebody else is setting this up now. Everything you saved is kept.</Trans>}
        />
      );
  }
}

function Open({ token, link }: QuestionProps) {
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
      title={t`Set up your part of this order`}
      lead={<Trans>You can stop at any time; everything you saved is kept.</Trans>}
      onSubmit={open}
      acts={
        <>
          <Button type="submit" variant="primary" isPending={opening.pending}>
            <Trans>Next</Trans>
          </Button>
          <p className="small ink-3">
            <Trans>
              The person who asked you can work on it too. New here? <Link href="/help">Read the guide</Link>.
            </Trans>
          </p>
        </>
      }
    />
  );
}
