import { Trans, useLingui } from "@lingui/react/macro";
import { Picture } from "../../../ui/picture";
import { Task, TaskList } from "../../../ui/task-list";
import { DrawnButton } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function FullAdministrator() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            A partner who provisions for an existing customer is a provisioning administrator, for that order
            only. If you need full administrator privileges, first complete service setup, then ask for them.
          </Trans>
        </p>
        <Picture caption={<Trans>The request on the first page of the customer’s administrator.</Trans>}>
          <TaskList>
            <Task
              icon="info"
              title={
                <Trans>
                  lena.vogt@halden.example asks for full administrator privileges in Brandt Logistik GmbH
                </Trans>
              }
              aside={
                <>
                  <DrawnButton variant="quiet" size="small">{t`Deny`}</DrawnButton>
                  <DrawnButton size="small">{t`Approve`}</DrawnButton>
                </>
              }
            />
          </TaskList>
        </Picture>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<Trans>As the partner</Trans>}>
            <Trans>
              When everything is provisioned, open the order and choose “Ask for privileges”. The page then
              shows the answer.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>As the customer’s administrator</Trans>}>
            <Trans>You get an email. Sign in and choose “Approve” or “Deny” on the first page.</Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              A full administrator can change everything in the organization, including users and other
              administrators.
            </Trans>
          </li>
          <li>
            <Trans>A request that nobody answers expires after 14 days.</Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
