import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { Link } from "wouter";
import { OrganizationByIdDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { activity, countryName, number } from "../../lib/format";
import { page } from "../../lib/page";
import { administratorRoles, standingTones, standingWords } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { HubPage, Section } from "../../ui/hub-page";
import { Pill, StatusWord } from "../../ui/status";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Cell, Row, Table } from "../../ui/table";
import { TestBadge } from "../../ui/test-badge";
import { UnloadedPage } from "../../ui/unloaded-page";
import { Domains } from "./domains";
import { History } from "./history";
import { Locations } from "./locations";
import type { Organization } from "./organization";
import { Sites } from "./sites";

/** Few organizations were merged with others. */
const Merges = page("hub", async () => ({ default: (await import("./merges")).Merges }));

const domainStates = {
  PENDING: msg`pending`,
  VERIFIED: msg`verified`,
  CLAIMED: msg`claimed`,
} as const;

/** One organization: facts, domains, administrators, and its sites and locations where the person may see them. */
export default function OrganizationPage({ id }: { id: string }) {
  const { data, failure, pending, reload } = useApiQuery(OrganizationByIdDocument, { id });
  const organization = data?.organization;
  if (organization) {
    const vertical = data.businessVerticals.find(({ code }) => code === organization.businessVertical)?.name;
    return <LoadedOrganization organization={organization} vertical={vertical} reload={reload} />;
  }
  const missing = data && !pending ? ({ kind: "notFound" } as const) : null;
  const problem = failure ?? missing;
  return <UnloadedPage failure={problem} onRetry={reload} />;
}

type LoadedOrganizationProps = {
  organization: Organization;
  vertical: string | undefined;
  reload: () => void;
};

function LoadedOrganization({ organization, vertical, reload }: LoadedOrganizationProps) {
  const { t, i18n } = useLingui();
  const orders = organization.orders.edges.map(({ node }) => node);
  const mayEndAccess = organization.allowedMutations.includes("endPartnerAccess");
  const mayMerge = organization.allowedMutations.includes("mergeOrganizations");
  const mayChangeDomains = organization.allowedMutations.includes("addDomain");
  return (
    <HubPage
      title={organization.displayName}
      back={{ href: "/organizations", label: t`Organizations` }}
      pill={organization.status === "SUSPENDED" && <Pill tone="off">{t`Suspended`}</Pill>}
      lead={
        organization.viewerRole && (
          <Trans>Your role: {i18n._(administratorRoles[organization.viewerRole])}</Trans>
        )
      }
    >
      <SummaryList>
        <SummaryRow label={t`Country or region`}>{countryName(organization.country)}</SummaryRow>
        {vertical && <SummaryRow label={t`Business vertical`}>{vertical}</SummaryRow>}
        {!mayChangeDomains && (
          <SummaryRow label={t`Domains`}>
            {organization.domains.length === 0 && t`No domains`}
            {organization.domains.map(({ name, state }) => (
              <div key={name}>
                {name} <span className="ink-3">{i18n._(domainStates[state])}</span>
              </div>
            ))}
          </SummaryRow>
        )}
        <SummaryRow label={t`Active users`}>
          <span className="tabular">{number(organization.activeUsers)}</span>
          {organization.latestActivityAt && (
            <span className="ink-3">
              {" "}
              <Trans>last active {activity(organization.latestActivityAt)}</Trans>
            </span>
          )}
        </SummaryRow>
        {organization.administrators.length > 0 && (
          <SummaryRow label={t`Administrators`}>
            {organization.administrators.map((email) => (
              <div key={email}>{email}</div>
            ))}
          </SummaryRow>
        )}
      </SummaryList>
      {mayChangeDomains && <Domains organization={organization} reload={reload} />}
      <Sites organization={organization} reload={reload} />
      <Locations organization={organization} reload={reload} />
      {orders.length > 0 && (
        <Section
          title={t`Orders`}
          action={
            organization.orders.pageInfo.hasNextPage && (
              <Link href={`/orders?q=${encodeURIComponent(organization.displayName)}`}>
                <Trans>Show all orders</Trans>
              </Link>
            )
          }
        >
          <Table caption={t`Orders`} columns={[t`Company`, t`Status`]}>
            {orders.map((order) => (
              <Row key={order.id}>
                <Cell>
                  <Link href={`/orders/${order.id}`} className="table-link">
                    {order.companyName}
                  </Link>
                  {order.test && <TestBadge />}
                  <span className="meta">{order.orderNumber}</span>
                </Cell>
                <Cell>
                  <StatusWord tone={standingTones[order.standing]}>
                    {i18n._(standingWords[order.standing])}
                  </StatusWord>
                </Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
      {(mayEndAccess || mayMerge) && (
        <Section
          title={t`Who has access`}
          action={
            <ButtonLink size="small" href={`/organizations/${organization.id}/access`}>
              <Trans>Show who has access</Trans>
            </ButtonLink>
          }
        >
          <p className="small ink-2">
            <Trans>Which partners see and set up your orders, and with which of their people.</Trans>
          </p>
        </Section>
      )}
      {organization.allowedMutations.includes("createApiToken") && (
        <Section
          title={t`API access`}
          action={
            <ButtonLink size="small" href={`/organizations/${organization.id}/api-access`}>
              <Trans>Open API access</Trans>
            </ButtonLink>
          }
        >
          <p className="small ink-2">
            <Trans>With an API token, a system of yours works on your orders by itself.</Trans>
          </p>
        </Section>
      )}
      {(mayMerge || organization.merges.length > 0) && (
        <Suspense>
          <Merges organization={organization} reload={reload} />
        </Suspense>
      )}
      <History history={organization.history} />
    </HubPage>
  );
}
