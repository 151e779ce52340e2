import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../../lib/format";
import { Icon } from "../../../ui/icon";
import { Picture } from "../../../ui/picture";
import { DrawnBar, DrawnField, DrawnLink } from "../drawn";
import { Do, Know, See } from "../sections";

export function Licenses() {
  const { t } = useLingui();
  const some = number(50);
  const all = number(250);
  return (
    <>
      <See>
        <p>
          <Trans>One row for each license, one column for each site, and what is left of it.</Trans>
        </p>
        <Picture caption={<Trans>The bar fills as licenses get their site.</Trans>}>
          <div className="paper">
            <div className="paper-row">
              <strong>Webex Meetings</strong>
              <DrawnLink>{t`Split evenly`}</DrawnLink>
            </div>
            <div className="pair">
              <DrawnField label="brandt">{number(150)}</DrawnField>
              <DrawnField label="brandt-projekte">{number(50)}</DrawnField>
            </div>
            <div className="small">
              <p>
                <Trans>
                  {some} of {all} left
                </Trans>
              </p>
              <DrawnBar value={0.8} />
            </div>
          </div>
          <div className="paper">
            <div className="paper-row">
              <strong>Webex Webinars</strong>
            </div>
            <div className="small">
              <p className="drawn-done">
                <Icon name="check" size={16} />
                <Trans>All distributed</Trans>
              </p>
              <DrawnBar value={1} tone="ok" />
            </div>
          </div>
        </Picture>
      </See>
      <Do>
        <p>
          <Trans>
            Enter numbers, or choose “Split evenly”. When every row says “All distributed”, click “Next”.
          </Trans>
        </p>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>Every license needs a site, and every site at least one license.</Trans>
          </li>
          <li>
            <Trans>A single site gets all licenses; this page is then left out.</Trans>
          </li>
          <li>
            <Trans>
              If you add or remove a site, you distribute the licenses again. After provisioning, you change
              the split in Control Hub.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
