import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { RequestNewSetupLinkDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";

type RenewLinkProps = {
  token: string;
  /** Who has the order now, masked: the new link goes to them. */
  handedTo?: string | null;
};

/** Sends a new link, to the registered address only, and says to whom it goes. */
export function RenewLink({ token, handedTo = null }: RenewLinkProps) {
  const { t } = useLingui();
  const act = useApiMutation(RequestNewSetupLinkDocument);
  const asked = handedTo
    ? t`We requested a new link for ${handedTo}.`
    : t`Check the mailbox registered for this order.`;
  async function renew() {
    if (await act.run({ input: { token } })) announce(asked);
  }
  if (act.payload?.accepted) {
    return (
      <div className="setup-sent">
        <Banner tone="ok" title={asked}>
          {handedTo ? (
            <Trans>If the order is still open, the link arrives there within a minute.</Trans>
          ) : (
            <Trans>If this link still belongs to an order, a new one arrives within a minute.</Trans>
          )}
        </Banner>
        {!handedTo && (
          <p className="small ink-2">
            <Trans>
              No email? <Link href="/sign-in">Sign in with a code by email</Link>.
            </Trans>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="setup-renew">
      {act.failure && <FailureBanner failure={act.failure} during="load" onRetry={renew} />}
      <Button variant={handedTo ? "secondary" : "primary"} isPending={act.pending} onPress={renew}>
        {handedTo ? <Trans>Send {handedTo} a new link</Trans> : <Trans>Send me a new link</Trans>}
      </Button>
      <p className="small ink-3">
        {handedTo ? (
          <Trans>It goes to {handedTo} only, not to you.</Trans>
        ) : (
          <Trans>It goes to the address registered for this order.</Trans>
        )}
      </p>
    </div>
  );
}
