import { Trans, useLingui } from "@lingui/react/macro";
import { ServiceSettingsDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { zone } from "../../lib/format";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage, Section } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { Badge } from "../../ui/status";
import { SummaryList, SummaryRow } from "../../ui/summary-list";

/** The provisioned services of all organizations at a glance, and the way to where they are changed. */
export default function Settings() {
  const { t } = useLingui();
  const { data, failure, reload } = useApiQuery(ServiceSettingsDocument, {});
  const organizations = data?.viewer?.organizations.filter(
    ({ sites, locations }) => sites.length + locations.length > 0,
  );
  return (
    <HubPage title={t`Service settings`} lead={<Trans>What is set up for your organizations.</Trans>}>
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {!organizations && !failure && <Skeleton shape="rows" />}
      {organizations?.length === 0 && (
        <EmptyState
          title={t`Nothing is set up yet`}
          action={<ButtonLink href="/">{t`Open the start page`}</ButtonLink>}
        >
          <Trans>Sites and locations appear here after provisioning.</Trans>
        </EmptyState>
      )}
      {organizations?.map(({ id, displayName, sites, locations }) => (
        <Section
          key={id}
          title={displayName}
          action={
            <ButtonLink size="small" href={`/organizations/${id}`}>
              <Trans>Sites and locations</Trans>
            </ButtonLink>
          }
        >
          <SummaryList>
            {sites.length > 0 && (
              <SummaryRow label={t`Meetings`}>
                {sites.map((site) => (
                  <div key={site.id}>
                    {site.siteUrl} <span className="ink-3">{zone(site.timeZoneLabel, site.timeZone)}</span>{" "}
                    {site.earlyRelease && <Badge>{t`Early release schedule`}</Badge>}
                  </div>
                ))}
              </SummaryRow>
            )}
            {locations.length > 0 && (
              <SummaryRow label={t`Calling`}>
                {locations.map((location) => (
                  <div key={location.id}>
                    {location.name} <span className="ink-3">{location.address.city}</span>{" "}
                    {location.default && <Badge>{t`Headquarters`}</Badge>}
                  </div>
                ))}
              </SummaryRow>
            )}
          </SummaryList>
        </Section>
      ))}
    </HubPage>
  );
}
