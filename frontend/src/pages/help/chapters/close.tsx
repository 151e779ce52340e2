import { Trans, useLingui } from "@lingui/react/macro";
import { zone } from "../../../lib/format";
import { Picture } from "../../../ui/picture";
import { SummaryList, SummaryRow } from "../../../ui/summary-list";
import { DrawnButton, DrawnLink } from "../drawn";
import { Do, Know, See } from "../sections";

export function Close() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            All entries of a service on one page, each with “Change” beside it. Below them stands what Close
            does, step by step: what is final, who is told, and what stays as it is.
          </Trans>
        </p>
        <Picture caption={<Trans>The review of Meetings. Calling has one of its own.</Trans>}>
          <div className="paper">
            <p className="paper-title">brandt.webex.com</p>
            <SummaryList>
              <SummaryRow label={t`Time zone`} action={<DrawnLink>{t`Change`}</DrawnLink>}>
                {zone(t`Berlin, Germany`, "Europe/Berlin")}
              </SummaryRow>
              <SummaryRow label={t`Early release schedule`} action={<DrawnLink>{t`Change`}</DrawnLink>}>
                {t`No`}
              </SummaryRow>
            </SummaryList>
            <p className="small">
              <strong>
                <Trans>Setup starts when you click Close. Once it runs, you can’t stop it.</Trans>
              </strong>
            </p>
            <div className="paper-row">
              <DrawnButton variant="primary">{t`Close`}</DrawnButton>
              <DrawnButton>{t`Set up later`}</DrawnButton>
            </div>
          </div>
        </Picture>
      </See>
      <Do>
        <ol>
          <li>
            <Trans>Check the entries. “Change” leads to the question and back here.</Trans>
          </li>
          <li>
            <Trans>Choose “Download draft (PDF)” if you want a copy of the order summary beforehand.</Trans>
          </li>
          <li>
            <Trans>Click “Close”: provisioning of this service begins.</Trans>
          </li>
        </ol>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              The PDF says “Draft – not submitted” until every service with questions is submitted.
            </Trans>
          </li>
          <li>
            <Trans>
              After the first “Close”, the mapping can no longer be undone, and you edit the submitted service
              in Control Hub.
            </Trans>
          </li>
          <li>
            <Trans>If someone changed the service in the meantime, you see the change first.</Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
