import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { row, zone } from "../../lib/format";
import type { WizardService } from "../../lib/order";
import { addressLine } from "../../location/location";
import { Badge } from "../../ui/status";

/** The sites or the headquarters of a service, as entered so far. */
export function ServiceParts({ service }: { service: WizardService }) {
  const { t } = useLingui();
  if (service.__typename === "MeetingsService" && service.sites.length > 0) {
    return (
      <ul className="service-parts">
        {service.sites.map((site) => {
          const units = site.allocations.reduce((sum, one) => sum + one.units, 0);
          const facts = [
            zone(site.timeZoneLabel, site.timeZone),
            site.earlyRelease && t`Early release schedule`,
            units > 0 && plural(units, { one: "# license", other: "# licenses" }),
          ];
          return (
            <li key={site.id}>
              {site.siteUrl} {site.primary && <Badge>{t`Primary`}</Badge>}
              <span className="meta ink-3">{row(facts)}</span>
            </li>
          );
        })}
      </ul>
    );
  }
  if (service.__typename === "CallingService" && service.location) {
    const { name, address, timeZone, timeZoneLabel } = service.location;
    return (
      <ul className="service-parts">
        <li>
          {name} <Badge>{t`Headquarters`}</Badge>
          <span className="meta ink-3">{row([addressLine(address), zone(timeZoneLabel, timeZone)])}</span>
        </li>
      </ul>
    );
  }
  return null;
}
