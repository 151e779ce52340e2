import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ChooseRemindersDocument, type ReminderChoiceFragment, type ReminderRhythm } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import "./reminders.css";

/** What stands for a mailbox that has chosen nothing. */
type Answer = ReminderRhythm | "AUTOMATIC";

type ReminderFormProps = {
  choice: ReminderChoiceFragment;
  /** Of the link of a reminder; without one it is the own mailbox of who is signed in. */
  token?: string;
};

/** How often one is reminded, and what comes whatever one chooses. */
export function ReminderForm({ choice, token }: ReminderFormProps) {
  const { t } = useLingui();
  const act = useApiMutation(ChooseRemindersDocument);
  const kept: Answer = (act.payload?.reminderChoice ?? choice).rhythm ?? "AUTOMATIC";
  const [answer, setAnswer] = useState<Answer>(kept);
  const [saved, setSaved] = useState<Answer | null>(null);

  async function save() {
    const rhythm = answer === "AUTOMATIC" ? null : answer;
    if (!(await act.run({ input: { rhythm, ...(token && { token }) } }))) return;
    setSaved(answer);
    announce(t`Saved`);
  }

  return (
    <Form errors={act.errors} onSubmit={save}>
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={save} />}
      {act.errors[0] && (
        <Banner tone="bad" title={act.errors[0].message} reference={act.errors[0].reference} />
      )}
      <RadioCards
        name="rhythm"
        label={t`How often do you want to be reminded?`}
        value={answer}
        onChange={(value) => {
          setAnswer(value as Answer);
          setSaved(null);
        }}
      >
        <RadioCard value="AUTOMATIC" title={t`Depending on how many orders are waiting`}>
          <Trans>Up to three: an email for each. More: one email a day with all of them.</Trans>
        </RadioCard>
        <RadioCard value="EACH" title={t`An email for each order`}>
          <Trans>At most three: after 3 and 7 days of waiting, and 2 days before the deadline.</Trans>
        </RadioCard>
        <RadioCard value="DAILY" title={t`One email a day`}>
          <Trans>With all orders that are waiting, on days when one of them is due for a reminder.</Trans>
        </RadioCard>
        <RadioCard value="WEEKLY" title={t`One email a week`}>
          <Trans>
            With all orders that are waiting. An order whose deadline comes before the next email gets one of
            its own.
          </Trans>
        </RadioCard>
        <RadioCard value="OWN_TURN" title={t`Only the last one`}>
          <Trans>
            One email, 2 days before the deadline of an order that is waiting for you and nobody else.
          </Trans>
        </RadioCard>
      </RadioCards>
      {saved && (
        <Banner tone="ok" title={t`Saved.`}>
          {saved === "OWN_TURN" ? <Trans>Only the last reminder still comes.</Trans> : null}
        </Banner>
      )}
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Save</Trans>
        </Button>
      </div>
      <p className="small ink-3">
        <Trans>
          Whatever you choose, you still get the email that asks you to set up an order, sign-in codes, and
          news of your orders: without them, no order could be completed.
        </Trans>
      </p>
    </Form>
  );
}
