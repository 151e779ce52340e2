import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { SignInByLinkDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useReloadAll } from "../../lib/reload-all";
import { Button, ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { Reference } from "../../ui/reference";

/** Where the mail about too many wrong codes leads. Opening it changes nothing; only the click signs in. */
export default function LinkCard({ token }: { token: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const reloadAll = useReloadAll();
  const act = useApiMutation(SignInByLinkDocument);
  const [refused] = act.errors;
  async function signIn() {
    if (!(await act.run({ input: { token } }))) return;
    reloadAll();
    // The address with the token leaves the history.
    navigate("/", { replace: true });
  }
  if (refused) {
    return (
      <CardPage title={t`This link no longer works`} lead={<span role="alert">{refused.message}</span>}>
        <ButtonLink variant="primary" href="/sign-in">
          <Trans>Sign in with a code by email</Trans>
        </ButtonLink>
        <Reference id={refused.reference} />
      </CardPage>
    );
  }
  return (
    <CardPage
      title={t`Sign in with this link`}
      lead={
        <Trans>
          Somebody entered too many wrong codes for your address. The link shows that the mailbox is yours:
          codes work again as soon as you have signed in.
        </Trans>
      }
    >
      {act.failure && <FailureBanner failure={act.failure} during="load" onRetry={signIn} />}
      <Form errors={act.errors} onSubmit={signIn}>
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Sign in</Trans>
        </Button>
      </Form>
    </CardPage>
  );
}
