import { Trans, useLingui } from "@lingui/react/macro";
import { WhoHasAccessDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { EmptyState } from "../../ui/empty-state";
import { HubPage } from "../../ui/hub-page";
import { UnloadedPage } from "../../ui/unloaded-page";
import type { Accessed } from "./access";
import { Customer } from "./customer";
import { Partner } from "./partner";
import "./access.css";

/** Who has access to an organization: its partners, or the customers that ended its own access as their partner. */
export default function AccessPage({ id }: { id: string }) {
  const { data, failure, pending, reload } = useApiQuery(WhoHasAccessDocument, { id });
  const organization = data?.organization;
  if (organization && !isClosed(organization))
    return <LoadedAccess organization={organization} reload={reload} />;
  const missing = data && !pending ? ({ kind: organization ? "forbidden" : "notFound" } as const) : null;
  const problem = failure ?? missing;
  return <UnloadedPage failure={problem} onRetry={reload} />;
}

function LoadedAccess({ organization, reload }: { organization: Accessed; reload: () => void }) {
  const { t } = useLingui();
  const { displayName, partnerAccess, endedAccess } = organization;
  return (
    <HubPage
      title={t`Who has access`}
      back={{ href: `/organizations/${organization.id}`, label: displayName }}
      lead={
        <Trans>
          Partners get access by orders that they set up for {displayName}. Its own administrators and people
          are not shown here.
        </Trans>
      }
    >
      {partnerAccess.map((access) => (
        <Partner
          key={access.partnerId}
          organizationId={organization.id}
          access={access}
          mayChange={mayChange(organization)}
          reload={reload}
        />
      ))}
      {partnerAccess.length === 0 && endedAccess.length === 0 && (
        <EmptyState title={<Trans>No partner has access to {displayName}.</Trans>} />
      )}
      {endedAccess.length > 0 && (
        <Customer organization={organization} mayAsk={mayChange(organization)} reload={reload} />
      )}
    </HubPage>
  );
}

function isClosed(organization: Accessed): boolean {
  const { partnerAccess, endedAccess } = organization;
  return partnerAccess.length === 0 && endedAccess.length === 0 && !mayChange(organization);
}

function mayChange({ allowedMutations }: Accessed): boolean {
  return allowedMutations.includes("endPartnerAccess");
}
