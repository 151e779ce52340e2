import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { Picture } from "../../../ui/picture";
import { Badge } from "../../../ui/status";
import { DrawnButton, DrawnLink } from "../drawn";
import { Do, Know, See } from "../sections";

export function OrganizationPage() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            “Organizations” lists the ones you belong to or administer. Each has a page with its domains,
            sites and locations; “Service settings” shows what is set up in all of them.
          </Trans>
        </p>
        <Picture caption={<Trans>An organization’s locations.</Trans>}>
          <div className="paper">
            <div className="paper-row drawn-spread">
              <span className="paper-title">{t`Locations`}</span>
              <DrawnButton size="small" icon="plus">{t`Add a location`}</DrawnButton>
            </div>
            <ul className="drawn-rows">
              <li>
                <span>
                  <strong>
                    <Trans>Hamburg headquarters</Trans>
                  </strong>{" "}
                  <Badge>{t`Headquarters`}</Badge>
                </span>
                <DrawnLink>{t`Change`}</DrawnLink>
              </li>
              <li>
                <strong>Lager Bremen</strong>
                <DrawnLink>{t`Change`}</DrawnLink>
              </li>
            </ul>
          </div>
        </Picture>
      </See>
      <Do>
        <ul>
          <li>
            <Trans>“Add a location” asks the same as for the headquarters.</Trans>
          </li>
          <li>
            <Trans>“Change” corrects a location, including the headquarters.</Trans>
          </li>
        </ul>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>Locations can be added as soon as Calling is provisioned.</Trans>
          </li>
          <li>
            <Trans>
              If you came here through the link of an order, <Link href="/sign-in">sign in</Link> first: the
              link shows only its order.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
