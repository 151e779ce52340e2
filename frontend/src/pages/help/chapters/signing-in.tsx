import { Trans, useLingui } from "@lingui/react/macro";
import { lastDay } from "../../../lib/format";
import { Picture } from "../../../ui/picture";
import { Task, TaskList } from "../../../ui/task-list";
import { DrawnButton } from "../drawn";
import { Do, Know, See } from "../sections";

export function SigningIn() {
  const { t } = useLingui();
  const due = lastDay("2026-12-19");
  const company = "Brandt Logistik GmbH";
  return (
    <>
      <See>
        <p>
          <Trans>
            The first page of Control Hub counts the orders that wait for you. Each says where you stopped and
            by when it is due; below stand all your orders.
          </Trans>
        </p>
        <Picture
          caption={<Trans>An order that is waiting for you, with the way back to its next question.</Trans>}
        >
          <TaskList>
            <Task
              icon="search"
              title={<Trans>Continue setting up {company}</Trans>}
              aside={
                <DrawnButton variant="primary" size="small">
                  {t`Continue`}
                </DrawnButton>
              }
            >
              <Trans>Nothing is provisioned yet.</Trans> <Trans>Due {due}.</Trans>
            </Task>
          </TaskList>
        </Picture>
      </See>
      <Do>
        <ol>
          <li>
            <Trans>Enter your email address and choose “Send me a code”.</Trans>
          </li>
          <li>
            <Trans>
              Enter the 6 digits that we email you. They work for 10 minutes, in this browser only.
            </Trans>
          </li>
          <li>
            <Trans>Choose “Continue” at the order.</Trans>
          </li>
        </ol>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>Every “Next” saves. You can close the page at any time.</Trans>
          </li>
          <li>
            <Trans>The link in an email opens its one order. Sign in to see your other orders.</Trans>
          </li>
          <li>
            <Trans>
              If somebody enters 100 wrong codes for your address, we email you a link. Sign in with it, or in
              a browser in which you have signed in before.
            </Trans>
          </li>
          <li>
            <Trans>
              We warn you 2 minutes before a session ends. After signing in again you are where you were.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
