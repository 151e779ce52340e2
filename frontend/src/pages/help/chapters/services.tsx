import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { chapterHref } from "../../../lib/guide-places";
import { Picture } from "../../../ui/picture";
import { StatusWord } from "../../../ui/status";
import { Task, TaskList } from "../../../ui/task-list";
import { DrawnButton } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function Services() {
  const { t } = useLingui();
  const units = 250;
  const licensed = plural(units, { one: "# license", other: "# licenses" });
  return (
    <>
      <See>
        <p>
          <Trans>The services of the subscription, each with its licenses and what is to be done.</Trans>
        </p>
        <Picture caption={<Trans>Meetings is not started, Calling was set aside.</Trans>}>
          <TaskList>
            <Task
              icon="video"
              title={t`Meeting setup`}
              aside={
                <>
                  <StatusWord tone="wait">{t`Not started`}</StatusWord>
                  <DrawnButton variant="primary" size="small">{t`Set up now`}</DrawnButton>
                </>
              }
            >
              {licensed}
            </Task>
            <Task
              icon="phone"
              title={t`Calling`}
              aside={
                <>
                  <StatusWord tone="off">{t`Set aside for later`}</StatusWord>
                  <DrawnButton size="small">{t`Set up now`}</DrawnButton>
                </>
              }
            >
              {licensed}
            </Task>
          </TaskList>
        </Picture>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<Trans>“Set up now”</Trans>}>
            <Trans>Leads through the questions of the service to its review.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Set up later”</Trans>}>
            <Trans>
              The service is not provisioned, and nothing is lost. The order stays open;{" "}
              <Link href={chapterHref("signing-in")}>the next sign-in</Link> shows it.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>Somebody else for one service</Trans>}>
            <Trans>
              That person gets an email with a link to this one service and sees nothing else of the order.
              You can work on it too, and take it back at any time.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“My customer will set up their own services”</Trans>}>
            <Trans>
              For partners: we email the customer’s administrator. You keep your access and can choose “Take
              back service setup” at any time.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>Messaging needs no entries. It is set up with the first service you submit.</Trans>
          </li>
          <li>
            <Trans>
              Several people can work on an order. If someone saved before you, you see their value beside
              yours and choose which one to keep.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
