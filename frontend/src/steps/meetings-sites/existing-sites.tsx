import { Trans } from "@lingui/react/macro";
import { zone } from "../../lib/format";
import { Checkbox } from "../../ui/checkbox";
import { Badge } from "../../ui/status";
import { type ExistingSite, type SiteDraft, usedSite } from "./sites";

type ExistingSitesProps = {
  existing: readonly ExistingSite[];
  organization: string;
  sites: readonly SiteDraft[];
  onChange: (sites: SiteDraft[]) => void;
};

/** The sites that the organization has, to be used as they are; they come before the new ones. */
export function ExistingSites({ existing, organization, sites, onChange }: ExistingSitesProps) {
  function use(site: ExistingSite, wanted: boolean) {
    const others = sites.filter(({ existingSiteId }) => existingSiteId !== site.id);
    const used = others.filter(({ existingSiteId }) => existingSiteId);
    const added = others.filter(({ existingSiteId }) => !existingSiteId);
    onChange([...used, ...(wanted ? [usedSite(site)] : []), ...added]);
  }
  return (
    <section className="site">
      <div className="site-head">
        <h2>
          <Trans>Sites of {organization}</Trans>
        </h2>
      </div>
      {existing.map((site) => {
        const address = `${site.siteName}.webex.com`;
        return (
          <Checkbox
            key={site.id}
            isSelected={sites.some(({ existingSiteId }) => existingSiteId === site.id)}
            onChange={(wanted) => use(site, wanted)}
            hint={
              <Trans>
                {zone(site.timeZoneLabel, site.timeZone)}. Name, time zone and release schedule stay as they
                are.
              </Trans>
            }
          >
            <Trans>Use {address}</Trans>{" "}
            {site.primary && (
              <Badge>
                <Trans>Primary</Trans>
              </Badge>
            )}
          </Checkbox>
        );
      })}
    </section>
  );
}
