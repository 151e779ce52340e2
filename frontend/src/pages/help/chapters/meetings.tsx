import { Trans, useLingui } from "@lingui/react/macro";
import { zone } from "../../../lib/format";
import { Picture } from "../../../ui/picture";
import { Badge } from "../../../ui/status";
import { DrawnCheckbox, DrawnField } from "../drawn";
import { Do, Know } from "../sections";

export function Meetings() {
  const { t } = useLingui();
  const number = 1;
  const address = "brandt.webex.com";
  return (
    <>
      <Picture caption={<Trans>Name, time zone and release schedule of a site.</Trans>}>
        <div className="paper">
          <div className="paper-row">
            <span className="paper-title">
              <Trans>Site {number}</Trans>
            </span>
            <Badge>{t`Primary`}</Badge>
          </div>
          <div className="pair">
            <DrawnField
              label={t`Webex URL name`}
              suffix=".webex.com"
              note={{ tone: "ok", text: t`${address} is available` }}
            >
              brandt
            </DrawnField>
            <DrawnField label={t`Time zone`} list>
              {zone(t`Berlin, Germany`, "Europe/Berlin")}
            </DrawnField>
          </div>
          <DrawnCheckbox
            hint={t`This site gets features before the normal deployment cycle. You can’t change this after provisioning.`}
          >
            <Trans>Early release schedule</Trans>
          </DrawnCheckbox>
        </div>
      </Picture>
      <Do>
        <ol>
          <li>
            <Trans>
              Enter a Webex URL name. It is checked while you type; if it is taken, the page offers free ones.
            </Trans>
          </li>
          <li>
            <Trans>Choose a time zone: type a city, a country or an offset such as +1.</Trans>
          </li>
          <li>
            <Trans>
              Decide on the early release schedule: the site gets features before the normal deployment cycle.
              You can’t change this after provisioning.
            </Trans>
          </li>
          <li>
            <Trans>Tick “I need additional URLs” for more sites. “Next” then leads to their licenses.</Trans>
          </li>
        </ol>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              If the company already has sites, they are listed first: use them as they are, or add new ones.
              Each company has one primary site.
            </Trans>
          </li>
          <li>
            <Trans>
              A name has 2 to 60 letters, digits and single hyphens. An order takes up to 50 sites.
            </Trans>
          </li>
          <li>
            <Trans>
              “Next” reserves the names for you. They become available again if the order is closed or
              cancelled, or after 7 days without a change.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
