import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "../../../lib/format";
import { Banner } from "../../../ui/banner";
import { Picture } from "../../../ui/picture";
import { DrawnField, DrawnLink } from "../drawn";
import { Do, Know, See } from "../sections";

export function NewOrganization() {
  const { t } = useLingui();
  return (
    <>
      <Do>
        <ol>
          <li>
            <Trans>Choose “None of these”, or “Create new organization” where nothing was found.</Trans>
          </li>
          <li>
            <Trans>Enter company name, business vertical and country or region.</Trans>
          </li>
          <li>
            <Trans>Check your entries. “Next” uses the new organization for this order.</Trans>
          </li>
        </ol>
        <Picture caption={<Trans>Three entries make an organization.</Trans>}>
          <div className="paper">
            <DrawnField label={t`Company name`}>Halden Neu GmbH</DrawnField>
            <DrawnField label={t`Business vertical`} list>
              <Trans>Transport and logistics</Trans>
            </DrawnField>
            <DrawnField label={t`Country or region`} list>
              {countryName("DE")}
            </DrawnField>
          </div>
        </Picture>
      </Do>
      <See>
        <p>
          <Trans>If the company seems to have one already, the page that shows your entries warns you.</Trans>
        </p>
        <Picture caption={<Trans>The warning doesn’t stop you, but check before you continue.</Trans>}>
          <Banner
            tone="warn"
            title={t`This organization may exist already.`}
            action={<DrawnLink>{t`Search for it by its domain`}</DrawnLink>}
          >
            <Trans>Two organizations for one company are hard to merge later.</Trans>
          </Banner>
        </Picture>
      </See>
      <Know>
        <ul>
          <li>
            <Trans>Others can find the organization only after you confirm the order’s organizations.</Trans>
          </li>
          <li>
            <Trans>
              You become a full administrator of your own organization. Partners who create a customer’s
              organization get full administrator privileges there, too.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
