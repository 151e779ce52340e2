import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { organizationConsequences } from "../../acts/organization-consequences";
import {
  FindOrganizationsDocument,
  type FindOrganizationsQuery,
  MergeOrganizationsDocument,
  OrganizationByIdDocument,
  PreviewMergeDocument,
} from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { countryName, number, row } from "../../lib/format";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { HubPage, Section } from "../../ui/hub-page";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Skeleton } from "../../ui/skeleton";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { UnloadedPage } from "../../ui/unloaded-page";
import { Moves } from "./moves";
import type { Organization } from "./organization";
import { Reasoned } from "./reasoned";
import "./merge.css";

type Found = FindOrganizationsQuery["findOrganizations"][number];

/** Support finds a duplicate of an organization, sees what a merge would move, and merges. */
export default function MergePage({ id }: { id: string }) {
  const { data, failure, pending, reload } = useApiQuery(OrganizationByIdDocument, { id });
  const organization = data?.organization;
  if (organization?.allowedMutations.includes("mergeOrganizations"))
    return <Merging organization={organization} />;
  const missing = data && !pending ? ({ kind: organization ? "forbidden" : "notFound" } as const) : null;
  const problem = failure ?? missing;
  return <UnloadedPage failure={problem} onRetry={reload} />;
}

function Merging({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const [text, setText] = useState(organization.displayName);
  const [asked, setAsked] = useState(organization.displayName);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, failure, pending, reload } = useApiQuery(FindOrganizationsDocument, { text: asked });
  const found = data?.findOrganizations.filter(({ id }) => id !== organization.id);
  const count = found?.length;
  useEffect(() => {
    if (count !== undefined && !pending) {
      announce(
        plural(count, {
          0: "No organization found",
          one: "# organization found",
          other: "# organizations found",
        }),
      );
    }
  }, [count, pending]);
  const duplicate = found?.find(({ id }) => id === chosen);
  return (
    <HubPage
      title={t`Merge a duplicate into ${organization.displayName}`}
      back={{ href: `/organizations/${organization.id}`, label: organization.displayName }}
      lead={
        <Trans>
          From then on, the duplicate leads to {organization.displayName}, with its people, domains, orders,
          sites and locations. Nothing is deleted.
        </Trans>
      }
    >
      <div className="merge-column">
        <Form
          errors={[]}
          onSubmit={() => {
            setChosen(null);
            setAsked(text.trim());
          }}
        >
          <div className="merge-search">
            <TextField
              name="text"
              label={t`Which organization is the duplicate?`}
              hint={t`Search by name, domain or organization ID.`}
              value={text}
              onChange={setText}
              maxLength={200}
            />
            <Button type="submit" icon="search" isPending={pending}>
              <Trans>Search</Trans>
            </Button>
          </div>
        </Form>
        {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
        {!found && !failure && <Skeleton shape="cards" />}
        {found?.length === 0 && (
          <Banner title={<Trans>No other organization found.</Trans>}>
            <Trans>Search by another name, one of its domains, or its organization ID.</Trans>
          </Banner>
        )}
        {found && found.length > 0 && (
          <RadioCards name="duplicateId" label={t`Duplicate`} value={chosen} onChange={setChosen}>
            {found.map((one) => (
              <RadioCard
                key={one.id}
                value={one.id}
                title={one.displayName}
                meta={`${countryName(one.country)} · ${one.externalId}`}
              >
                <Facts found={one} />
              </RadioCard>
            ))}
          </RadioCards>
        )}
        {duplicate && <Preview key={duplicate.id} organization={organization} duplicate={duplicate} />}
      </div>
    </HubPage>
  );
}

function Facts({ found }: { found: Found }) {
  const { t } = useLingui();
  const domains = row(found.domains.map(({ name }) => name));
  const users = plural(found.activeUsers, { one: "# active user", other: "# active users" });
  return (
    <span className="small ink-3">
      {domains || t`No verified domains`} · {found.activeUsers > 999 ? `${number(found.activeUsers)} ` : ""}
      {found.activeUsers > 999 ? t`active users` : users}
    </span>
  );
}

function Preview({ organization, duplicate }: { organization: Organization; duplicate: Found }) {
  const { t } = useLingui();
  const { run, ...preview } = useApiMutation(PreviewMergeDocument);
  const [isAsked, setAsked] = useState(false);
  const ids = { duplicateId: duplicate.id, survivorId: organization.id };
  const look = () => run({ input: { ...ids, reason: "" } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once for each duplicate
  useEffect(() => {
    void look();
  }, []);
  const { payload, failure, errors } = preview;
  if (failure) return <FailureBanner failure={failure} during="load" onRetry={look} />;
  if (!payload) return <Skeleton shape="rows" />;
  return (
    <Section title={t`What happens with ${duplicate.displayName}`}>
      {errors.map(({ message, reference }) => (
        <Banner
          key={message}
          tone="bad"
          reference={reference}
          title={<Trans>These two can’t be merged.</Trans>}
        >
          {message}
        </Banner>
      ))}
      <Moves title={t`Before you merge`} moves={payload.conflicts} />
      <Moves title={t`Moves to ${organization.displayName}`} moves={payload.moves} />
      {payload.moves.length === 0 && errors.length === 0 && (
        <p className="small ink-2">
          <Trans>The duplicate has nothing to move.</Trans>
        </p>
      )}
      {errors.length === 0 && (
        <div className="actions">
          <Button variant="primary" onPress={() => setAsked(true)}>
            <Trans>Merge …</Trans>
          </Button>
        </div>
      )}
      <Dialog
        title={t`Merge ${duplicate.displayName} into ${organization.displayName}?`}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
      >
        <Confirm ids={ids} name={duplicate.displayName} onClose={() => setAsked(false)} />
      </Dialog>
    </Section>
  );
}

type ConfirmProps = { ids: { duplicateId: string; survivorId: string }; name: string; onClose: () => void };

function Confirm({ ids, name, onClose }: ConfirmProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const act = useApiMutation(MergeOrganizationsDocument);
  async function run(reason: string) {
    if (!(await act.run({ input: { ...ids, reason } }))) return;
    toast(t`${name} is merged`);
    go(`/organizations/${ids.survivorId}`);
  }
  return (
    <Reasoned
      says={organizationConsequences.mergeOrganizations()}
      verb={t`Merge`}
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}
