import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { RequestNewSetupLinkDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { announce } from "../../lib/announce";
import { longDateTime } from "../../lib/format";
import type { Problem } from "../../lib/problem";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { FailureBanner } from "../../ui/failure-banner";
import { SalesContact } from "./sales-contact";
import "./setup.css";

export type LinkRefusal = Extract<Problem, { __typename: "LinkRefused" }>;

/** Says why and since when a link is dead and offers a new one, which goes to the registered address only. */
export function DeadLink({ token, refusal }: { token: string; refusal: LinkRefusal }) {
  const { t } = useLingui();
  const act = useAct(RequestNewSetupLinkDocument);
  const titles: Partial<Record<string, string>> = {
    LINK_REPLACED: t`This link was replaced`,
    LINK_HANDED_OVER: t`This order was handed over`,
    EXPIRED: t`This link has expired`,
    ORDER_CLOSED: t`This order is closed`,
  };
  const sent = act.payload?.accepted;
  const asked = t`Look into the mailbox registered for this order.`;
  async function renew() {
    if (await act.run({ input: { token } })) announce(asked);
  }
  return (
    <CardPage title={titles[refusal.code] ?? t`This link does not work`} lead={<Reason refusal={refusal} />}>
      {sent ? (
        <div className="setup-sent">
          <Banner tone="ok" title={asked}>
            <Trans>If this link still belongs to an order, a new one arrives within a minute.</Trans>
          </Banner>
        </div>
      ) : (
        token &&
        refusal.code !== "ORDER_CLOSED" && (
          <div className="setup-renew">
            {act.failure && <FailureBanner failure={act.failure} during="load" onRetry={renew} />}
            <Button variant="primary" isPending={act.pending} onPress={renew}>
              <Trans>Send me a new link</Trans>
            </Button>
            <p className="small ink-3">
              <Trans>It goes to the address registered for this order.</Trans>
            </p>
          </div>
        )
      )}
      <div className="card-aside">
        <strong>
          {refusal.code === "ORDER_CLOSED" ? <Trans>What now?</Trans> : <Trans>Still no email?</Trans>}
        </strong>
        <SalesContact seller={refusal.seller} />
        {(!refusal.seller || refusal.code === "LINK_HANDED_OVER") && (
          <p>
            <Link href="/sign-in">
              <Trans>Sign in with your email address</Trans>
            </Link>
          </p>
        )}
      </div>
    </CardPage>
  );
}

function Reason({ refusal }: { refusal: LinkRefusal }) {
  const when = refusal.at && longDateTime(refusal.at);
  switch (refusal.code) {
    case "LINK_REPLACED":
      return when ? (
        <Trans>A newer link was sent on {when}. Nothing you saved is lost.</Trans>
      ) : (
        <Trans>A newer link was sent. Nothing you saved is lost.</Trans>
      );
    case "LINK_HANDED_OVER":
      return refusal.handedTo && when ? (
        <Trans>
          Since {when} it waits for {refusal.handedTo}, who got a link of their own.
        </Trans>
      ) : (
        <Trans>Another person completes it and got a link of their own.</Trans>
      );
    case "EXPIRED":
      return when ? (
        <Trans>It was valid until {when}. Nothing you saved is lost.</Trans>
      ) : (
        <Trans>Nothing you saved is lost.</Trans>
      );
    case "ORDER_CLOSED":
      return when ? (
        <Trans>
          It was closed on {when}, at its deadline or by the salesperson, who can tell you how it goes on.
        </Trans>
      ) : (
        <Trans>
          Its deadline has passed or it was cancelled. The salesperson can tell you how it goes on.
        </Trans>
      );
    default:
      return <Trans>Check that you opened the whole link from the newest email.</Trans>;
  }
}
