import { Trans, useLingui } from "@lingui/react/macro";
import { Task, TaskList } from "../../../ui/task-list";
import { DrawnButton } from "../drawn";
import { Picture } from "../picture";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function FullAdministrator() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            A partner who provisions for an existing customer is provisioning administrator, for that order
            only. Who needs full administrator privileges first completes service setup, then asks for them.
          </Trans>
        </p>
        <Picture caption={<Trans>The request on the first page of the customer’s administrator.</Trans>}>
          <TaskList>
            <Task
              icon="info"
              title={
                <Trans>
                  lena.vogt@halden.example asks for full administrator privileges on Brandt Logistik GmbH
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
              tells what became of it.
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
              A full administrator can change everything in the organization, also users and other
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
