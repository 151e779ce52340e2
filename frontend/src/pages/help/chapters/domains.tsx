import { Trans, useLingui } from "@lingui/react/macro";
import { Picture } from "../../../ui/picture";
import { StatusWord } from "../../../ui/status";
import { DrawnButton } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function Domains() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            Orders find your organization by the domains in email addresses. A full administrator adds them on
            the organization’s page and proves that they are yours.
          </Trans>
        </p>
        <Picture caption={<Trans>A domain that is not verified yet.</Trans>}>
          <div className="paper">
            <div className="paper-row drawn-spread">
              <span className="paper-title">brandt.example</span>
              <DrawnButton size="small">{t`Check now`}</DrawnButton>
            </div>
            <div className="paper-row">
              <StatusWord tone="wait">{t`Not verified yet`}</StatusWord>
            </div>
            <div className="paper-row">_controlhub-challenge.brandt.example</div>
          </div>
        </Picture>
      </See>
      <Do>
        <ol>
          <li>
            <Trans>Open your organization’s page and choose “Add a domain”.</Trans>
          </li>
          <li>
            <Trans>Copy the name and value of the TXT record and add it to your DNS.</Trans>
          </li>
          <li>
            <Trans>Choose “Check now”. If it is not there yet, the page says why.</Trans>
          </li>
          <li>
            <Trans>“Claim” a verified domain, so that it leads to your organization first.</Trans>
          </li>
        </ol>
      </Do>
      <Know>
        <Meanings>
          <Meaning of={<Trans>We check automatically</Trans>}>
            <Trans>For 14 days, less often with time. You get an email when the record is there.</Trans>
          </Meaning>
          <Meaning of={<Trans>Others have verified it too</Trans>}>
            <Trans>
              Then nobody can claim it. Ask them to remove it there, or support to merge the organizations.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>Merged organizations</Trans>}>
            <Trans>
              If your company appears twice, support merges the duplicate. The administrators of both get an
              email, and the merge can be undone for 24 hours.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>History</Trans>}>
            <Trans>Who added, verified, claimed or removed a domain, and what support merged.</Trans>
          </Meaning>
        </Meanings>
      </Know>
    </>
  );
}
