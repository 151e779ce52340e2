import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { currentPath } from "../lib/base-path";
import { signInHref } from "../lib/redirects";
import { useKnownViewer } from "../lib/viewer";
import { ButtonLink } from "./button";
import { PageTitle } from "./page-title";
import { Reference } from "./reference";

type NoOrderProps = {
  /** They had it until just now. */
  wasOpen: boolean;
  /** What support finds the request by. */
  correlationId?: string | undefined;
};

/** The page in place of an order that is none of this person's: why that may be, and what they can do. */
export function NoOrder({ wasOpen, correlationId }: NoOrderProps) {
  const { t } = useLingui();
  const email = useKnownViewer()?.email;
  return (
    <>
      <PageTitle
        title={wasOpen ? t`You no longer have a part in this order` : t`You have no part in this order`}
      />
      <p className="lead">
        {wasOpen ? (
          <Trans>
            It was handed to someone else or taken back, or its mapping was undone. What you saved is kept for
            those who continue. If it should be yours, ask them or the salesperson.
          </Trans>
        ) : (
          <Trans>
            You are signed in as {email}. The order may have been handed to someone else or taken back, or the
            email went to another address of yours. If it should be yours, ask the salesperson.
          </Trans>
        )}
      </p>
      <div className="actions">
        <ButtonLink variant="primary" href="/">
          <Trans>Your orders</Trans>
        </ButtonLink>
        <Link href={signInHref(currentPath(), false)}>
          <Trans>Sign in with another address</Trans>
        </Link>
      </div>
      <Reference id={correlationId} />
    </>
  );
}
