import { Trans, useLingui } from "@lingui/react/macro";
import { ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { Reference } from "../../ui/reference";
import { SalesContact } from "./sales-contact";
import "./setup.css";

type IncompleteLinkProps = {
  /** It is whole, but nobody ever got it. */
  isUnknown?: boolean;
  /** What support finds the request by. */
  reference?: string | undefined;
};

/** No usable token stands in the address: a code to the mailbox leads on, without the link. */
export function IncompleteLink({ isUnknown = false, reference }: IncompleteLinkProps) {
  const { t } = useLingui();
  return (
    <CardPage
      title={isUnknown ? t`This link does not work` : t`A part of this link is missing`}
      lead={
        isUnknown ? (
          <Trans>This link doesn’t exist. It was changed on the way, or it belongs to another system.</Trans>
        ) : (
          <Trans>
            Email security programs sometimes cut off the end of a link. You can get in without it.
          </Trans>
        )
      }
    >
      <div className="setup-renew">
        <ButtonLink variant="primary" href="/sign-in">
          <Trans>Sign in with a code by email</Trans>
        </ButtonLink>
        <p className="small ink-3">
          <Trans>
            Or copy the whole address from the newest email into the address bar. It is below the button.
          </Trans>
        </p>
      </div>
      <div className="card-aside">
        <strong>
          <Trans>Still no email?</Trans>
        </strong>
        <SalesContact seller={null} />
      </div>
      <Reference id={reference} />
    </CardPage>
  );
}
