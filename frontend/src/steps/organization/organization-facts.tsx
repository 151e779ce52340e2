import { useLingui } from "@lingui/react/macro";
import { OrganizationChoicesDocument, type OrganizationFactsFragment } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { countryName } from "../../lib/format";
import { SummaryRow } from "../../ui/summary-list";
import { ActiveUsers, Domains, LatestActivity } from "./candidate";

/** Countries and industries as the server names them; undefined while they load. */
export function useChoices() {
  return useApiQuery(OrganizationChoicesDocument, {}).data;
}

/** An organization's details for review; one that is about to be created has no domains and users yet. */
export function OrganizationFactRows({ organization }: { organization: OrganizationFactsFragment }) {
  const { t } = useLingui();
  const choices = useChoices();
  const vertical = choices?.businessVerticals.find(({ code }) => code === organization.businessVertical);
  return (
    <>
      {vertical && <SummaryRow label={t`Business vertical`}>{vertical.name}</SummaryRow>}
      <SummaryRow label={t`Country or region`}>{countryName(organization.country)}</SummaryRow>
      {organization.status !== "PROVISIONAL" && (
        <>
          <SummaryRow label={t`Domains`}>
            <Domains domains={organization.domains} />
          </SummaryRow>
          <SummaryRow label={t`Users`}>
            <ActiveUsers count={organization.activeUsers} />
          </SummaryRow>
          <SummaryRow label={t`Most recent activity`}>
            <LatestActivity at={organization.latestActivityAt} />
          </SummaryRow>
        </>
      )}
    </>
  );
}
