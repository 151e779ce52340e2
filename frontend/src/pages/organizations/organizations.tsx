import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { OrganizationsDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { activity, countryName, number, row } from "../../lib/format";
import { administratorRoles } from "../../lib/words";
import { EmptyState } from "../../ui/empty-state";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { Cell, Row, Table } from "../../ui/table";

/** The organizations that this person belongs to or administers. */
export default function Organizations() {
  const { t, i18n } = useLingui();
  const { data, failure, reload } = useApiQuery(OrganizationsDocument, {});
  const organizations = data?.viewer?.organizations;
  return (
    <HubPage title={t`Organizations`}>
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {!organizations && !failure && <Skeleton shape="rows" />}
      {organizations?.length === 0 && (
        <EmptyState title={t`No organizations yet`}>
          <Trans>Once an order is mapped to your organization, it appears here.</Trans>
        </EmptyState>
      )}
      {organizations && organizations.length > 0 && (
        <Table
          caption={t`Organizations`}
          columns={[t`Organization`, t`Domains`, t`Active users`, t`Last active`, t`Your role`]}
        >
          {organizations.map((organization) => (
            <Row key={organization.id}>
              <Cell>
                <Link href={`/organizations/${organization.id}`} className="table-link">
                  {organization.displayName}
                </Link>
                <span className="meta">{countryName(organization.country)}</span>
              </Cell>
              <Cell>{row(organization.domains.map(({ name }) => name)) || t`No domains`}</Cell>
              <Cell label={t`Active users`}>
                <span className="tabular">{number(organization.activeUsers)}</span>
              </Cell>
              <Cell label={t`Last active`}>
                {organization.latestActivityAt ? activity(organization.latestActivityAt) : t`never`}
              </Cell>
              {organization.viewerRole ? (
                <Cell>{i18n._(administratorRoles[organization.viewerRole])}</Cell>
              ) : (
                <Cell wide>–</Cell>
              )}
            </Row>
          ))}
        </Table>
      )}
    </HubPage>
  );
}
