import { Trans, useLingui } from "@lingui/react/macro";
import { RemindersOfLinkDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { signInHref } from "../../lib/redirects";
import { ButtonLink } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { FailureBanner } from "../../ui/failure-banner";
import { ReminderForm } from "./reminder-form";

/** Where the link of a reminder leads, without signing in. Opening it changes nothing. */
export default function RemindersOfLink({ token }: { token: string }) {
  const { t } = useLingui();
  const { data, failure, reload } = useApiQuery(RemindersOfLinkDocument, { token });
  const choice = data?.reminderChoice;
  if (data && !choice) {
    return (
      <CardPage
        title={t`This link does not work`}
        lead={<Trans>Part of it may be missing. Sign in to choose how often you are reminded.</Trans>}
      >
        <ButtonLink variant="primary" href={signInHref("/reminders", false)}>
          <Trans>Sign in with your email address</Trans>
        </ButtonLink>
      </CardPage>
    );
  }
  return (
    <CardPage
      title={t`Reminders`}
      lead={choice && <Trans>How often we email {choice.email} about orders that are waiting.</Trans>}
    >
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {choice && <ReminderForm choice={choice} token={token} />}
    </CardPage>
  );
}
