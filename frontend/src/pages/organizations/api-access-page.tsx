import { Trans, useLingui } from "@lingui/react/macro";
import { ApiAccessDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { Banner } from "../../ui/banner";
import { HubPage } from "../../ui/hub-page";
import { UnloadedPage } from "../../ui/unloaded-page";
import type { ApiAccess } from "./api-access";
import { ApiTokens } from "./api-tokens";
import { Webhooks } from "./webhooks";

/** How systems of an organization come in: its API tokens, for its own full administrators; support reads them. */
export default function ApiAccessPage({ id }: { id: string }) {
  const { data, failure, pending, reload } = useApiQuery(ApiAccessDocument, { id });
  const organization = data?.organization;
  if (organization && (mayChange(organization) || organization.apiTokens.length > 0))
    return <LoadedAccess organization={organization} reload={reload} />;
  const missing = data && !pending ? ({ kind: organization ? "forbidden" : "notFound" } as const) : null;
  const problem = failure ?? missing;
  return <UnloadedPage failure={problem} onRetry={reload} />;
}

function LoadedAccess({ organization, reload }: { organization: ApiAccess; reload: () => void }) {
  const { t } = useLingui();
  return (
    <HubPage
      title={t`API access`}
      back={{ href: `/organizations/${organization.id}`, label: organization.displayName }}
      lead={
        <Trans>
          With an API token, a system of yours does with orders what full administrators of{" "}
          {organization.displayName} can do, as far as you allow it.
        </Trans>
      }
    >
      {organization.status !== "ACTIVE" && (
        <Banner tone="warn" title={<Trans>This organization can’t be used at present.</Trans>}>
          <Trans>Until it can be used again, its tokens are refused.</Trans>
        </Banner>
      )}
      <ApiTokens organization={organization} mayChange={mayChange(organization)} reload={reload} />
      {mayChange(organization) && <Webhooks organizationId={organization.id} />}
    </HubPage>
  );
}

function mayChange({ allowedMutations }: ApiAccess): boolean {
  return allowedMutations.includes("createApiToken");
}
