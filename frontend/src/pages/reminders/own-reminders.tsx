import { Trans, useLingui } from "@lingui/react/macro";
import { OwnRemindersDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { signInHref } from "../../lib/redirects";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { ReminderForm } from "./reminder-form";

/** How often who is signed in is reminded of the orders that wait for them. */
export default function OwnReminders() {
  const { t } = useLingui();
  const { data, failure, reload } = useApiQuery(OwnRemindersDocument, {});
  const choice = data?.viewer?.reminderChoice;
  return (
    <HubPage
      title={t`Reminders`}
      lead={choice && <Trans>How often we email {choice.email} about orders that are waiting.</Trans>}
    >
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {!data && !failure && <Skeleton shape="rows" />}
      {data && !choice && (
        <EmptyState
          title={t`Sign in with your email address`}
          action={
            <ButtonLink href={signInHref("/reminders", false)}>
              <Trans>Sign in</Trans>
            </ButtonLink>
          }
        >
          <Trans>You opened a single order by its link. Reminders are set for your whole mailbox.</Trans>
        </EmptyState>
      )}
      {choice && (
        <div className="reminders">
          <ReminderForm choice={choice} />
        </div>
      )}
    </HubPage>
  );
}
