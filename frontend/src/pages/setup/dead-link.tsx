import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { lastDay, longDateTime } from "../../lib/format";
import { ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { Reference } from "../../ui/reference";
import type { LinkRefusal } from "./opening";
import { RenewLink } from "./renew-link";
import { SalesContact } from "./sales-contact";
import "./setup.css";

/** Says why and since when a link is dead and offers a new one, which goes to the registered address only. */
export function DeadLink({ token, refusal }: { token: string; refusal: LinkRefusal }) {
  const { t } = useLingui();
  const isOver = refusal.code === "ORDER_CLOSED";
  const isHandedOver = refusal.code === "LINK_HANDED_OVER";
  const titles: Partial<Record<string, string>> = {
    LINK_REPLACED: refusal.newerLink === false ? t`This link is no longer needed` : t`This link was replaced`,
    LINK_HANDED_OVER: t`This order was handed over`,
    EXPIRED: t`This link has expired`,
    ORDER_CLOSED: refusal.orderStatus === "CANCELLED" ? t`This order was cancelled` : t`This order is closed`,
  };
  return (
    <CardPage title={titles[refusal.code] ?? t`This link does not work`} lead={<Reason refusal={refusal} />}>
      {isHandedOver && (
        <div className="setup-renew">
          <ButtonLink variant="primary" href="/sign-in">
            <Trans>Sign in with a code by email</Trans>
          </ButtonLink>
          <p className="small ink-3">
            <Trans>You’ll then see where the order stands and whether you can take it back.</Trans>
          </p>
        </div>
      )}
      {!isOver && <RenewLink token={token} handedTo={isHandedOver ? refusal.handedTo : null} />}
      <div className="card-aside">
        <strong>{isOver ? <Trans>What now?</Trans> : <Trans>Still no email?</Trans>}</strong>
        <SalesContact seller={refusal.seller} />
        {!isHandedOver && !isOver && (
          <p>
            <Link href="/sign-in">
              <Trans>Sign in with a code by email</Trans>
            </Link>
          </p>
        )}
      </div>
      <Reference id={refusal.reference} />
    </CardPage>
  );
}

function Reason({ refusal }: { refusal: LinkRefusal }) {
  const when = refusal.at && longDateTime(refusal.at);
  const deadline = refusal.at && lastDay(refusal.at);
  switch (refusal.code) {
    case "LINK_REPLACED":
      if (refusal.newerLink === false) {
        return (
          <Trans>
            It was valid until {when}. Since then the mapping was undone, or somebody else was asked instead.
          </Trans>
        );
      }
      return when ? (
        <Trans>A newer link was sent on {when}. Nothing you saved is lost.</Trans>
      ) : (
        <Trans>A newer link was sent. Nothing you saved is lost.</Trans>
      );
    case "LINK_HANDED_OVER":
      return refusal.handedTo && when ? (
        <Trans>
          {refusal.handedTo} has had it since {when} and got a link of their own.
        </Trans>
      ) : (
        <Trans>Another person is completing it and got their own link.</Trans>
      );
    case "ORDER_CLOSED":
      return refusal.orderStatus === "CANCELLED" ? (
        <Trans>It ended on {when}. Nothing more can be set up; the salesperson can tell you why.</Trans>
      ) : (
        <Trans>
          Its deadline passed on {deadline}. The salesperson can reopen it; nothing you saved is lost.
        </Trans>
      );
    default:
      return when ? (
        <Trans>It was valid until {when}. Nothing you saved is lost.</Trans>
      ) : (
        <Trans>Nothing you saved is lost.</Trans>
      );
  }
}
