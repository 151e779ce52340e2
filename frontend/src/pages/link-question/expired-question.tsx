import { Trans, useLingui } from "@lingui/react/macro";
import { lastDay } from "../../lib/format";
import { signInHref } from "../../lib/redirects";
import { ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { RenewLink } from "../setup/renew-link";
import type { QuestionProps } from "./props";

/** The link's time ran out or a newer one replaced it; its question may still be answered in Control Hub. */
export function ExpiredQuestion({ token, link }: QuestionProps) {
  const { t } = useLingui();
  const expires = link.expiresAt && lastDay(link.expiresAt);
  const href = signInHref(`/orders/${link.orderId}`, false);
  if (link.purpose === "ADMINISTRATOR_REQUEST") {
    return (
      <CardPage
        title={t`This request has expired`}
        lead={
          expires ? (
            <Trans>Nobody decided by {expires}, so nothing has changed. The partner can ask again.</Trans>
          ) : (
            <Trans>Nobody decided in time, so nothing has changed. The partner can ask again.</Trans>
          )
        }
      >
        <div className="setup-renew">
          <ButtonLink variant="primary" href={href}>
            <Trans>Sign in to see the order</Trans>
          </ButtonLink>
        </div>
      </CardPage>
    );
  }
  return (
    <CardPage
      title={t`This link no longer works`}
      lead={
        <Trans>It has expired or was replaced. If you are still asked, you can answer in Control Hub.</Trans>
      }
    >
      <RenewLink token={token} />
      <div className="setup-renew">
        <ButtonLink href={href}>
          <Trans>Sign in with a code by email</Trans>
        </ButtonLink>
      </div>
    </CardPage>
  );
}
