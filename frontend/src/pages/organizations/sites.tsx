import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useRef, useState } from "react";
import { AddMeetingSiteDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { zone } from "../../lib/format";
import { page } from "../../lib/page";
import { useReloadWhile } from "../../lib/reload-while";
import { provisioningTones, provisioningWords, serviceStatus } from "../../lib/words";
import { Button, TextButton } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Reference } from "../../ui/reference";
import { Skeleton } from "../../ui/skeleton";
import { Badge, StatusWord } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import type { Organization, Site } from "./organization";
import type { AskedOfSites } from "./site-acts";
import "./sites.css";

const MoveLicenses = page("hub", async () => ({ default: (await import("./move-licenses")).MoveLicenses }));
const SiteActs = page("hub", () => import("./site-acts"));

type Changing = { organization: Organization; reload: () => void };
type Asked = AskedOfSites | { kind: "move"; orderId: string };

function isUnderWay({ change }: Pick<Site, "change">): boolean {
  return change?.state === "NOT_STARTED" || change?.state === "PROVISIONING";
}

/** The Webex sites of an organization; its full administrators add, change and remove them, and move licenses. */
export function Sites({ organization, reload }: Changing) {
  const { t } = useLingui();
  const { sites, allowedMutations } = organization;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isEverAsked, setEverAsked] = useState(false);
  if (asked && !isEverAsked) setEverAsked(true);
  useReloadWhile(sites.some(isUnderWay), reload);
  useEnds(sites);
  const mayAdd =
    allowedMutations.includes("addMeetingSite") && sites.some(({ state }) => state === "PROVISIONED");
  const mayChange = allowedMutations.includes("updateMeetingSite");
  const movable = organization.orders.edges
    .map(({ node }) => node)
    .filter((order) => order.allowedMutations.includes("moveLicenses"))
    .filter(({ customerOrganization }) => customerOrganization?.id === organization.id);
  if (sites.length === 0) return null;
  const close = () => setAsked(null);
  function done() {
    close();
    reload();
  }
  if (asked?.kind === "move") {
    return (
      <Section title={t`Move licenses`}>
        <Suspense fallback={<Skeleton shape="rows" count={3} />}>
          <MoveLicenses orderId={asked.orderId} organization={organization} onClose={done} />
        </Suspense>
      </Section>
    );
  }
  return (
    <Section
      title={t`Sites`}
      action={
        mayAdd && (
          <Button size="small" icon="plus" onPress={() => setAsked({ kind: "add" })}>
            <Trans>Add a site</Trans>
          </Button>
        )
      }
    >
      <Table
        caption={t`Sites`}
        columns={[t`Site`, t`Time zone`, t`Early release schedule`, t`Status`, { unseen: t`Change` }]}
      >
        {sites.map((site) => (
          <Row key={site.id}>
            <Cell>
              <strong>{site.siteUrl}</strong> {site.primary && <Badge>{t`Primary`}</Badge>}
            </Cell>
            <Cell>{zone(site.timeZoneLabel, site.timeZone)}</Cell>
            <Cell label={t`Early release schedule`}>{site.earlyRelease ? t`Yes` : t`No`}</Cell>
            <Cell>
              <SiteStatus organization={organization} site={site} reload={reload} />
            </Cell>
            <Cell end>
              {mayChange && !isUnderWay(site) && (
                <span className="site-acts">
                  {site.state === "PROVISIONED" && (
                    <TextButton onPress={() => setAsked({ kind: "zone", site })}>
                      <Trans>
                        Change time zone <span className="unseen">{site.siteUrl}</span>
                      </Trans>
                    </TextButton>
                  )}
                  {!site.primary && (
                    <TextButton onPress={() => setAsked({ kind: "remove", site })}>
                      <Trans>
                        Remove <span className="unseen">{site.siteUrl}</span>
                      </Trans>
                    </TextButton>
                  )}
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      {mayChange && (
        <p className="site-notes small ink-2">
          <Trans>
            The name and the early release schedule of a site can’t be changed: links to meetings and
            recordings contain the name, and the schedule is set when the site is created. To use another
            name, add a site and move the licenses there. The primary site can’t be removed.
          </Trans>
        </p>
      )}
      {movable.length > 0 && (
        <div className="site-moves">
          {movable.map(({ id, orderNumber }) => (
            <Button key={id} size="small" onPress={() => setAsked({ kind: "move", orderId: id })}>
              {movable.length > 1 ? (
                <Trans>Move licenses of {orderNumber}</Trans>
              ) : (
                <Trans>Move licenses</Trans>
              )}
            </Button>
          ))}
        </div>
      )}
      {isEverAsked && (
        <Suspense>
          <SiteActs asked={asked} organization={organization} onClose={close} onDone={done} />
        </Suspense>
      )}
    </Section>
  );
}

/** What is being changed on a site, or could not be; else where it stands. */
function SiteStatus({ organization, site, reload }: Changing & { site: Site }) {
  const { t, i18n } = useLingui();
  const { change, state, siteName, timeZone, earlyRelease } = site;
  const again = useApiMutation(AddMeetingSiteDocument);
  const status = serviceStatus(state);
  const running = {
    CREATE_SITE: t`Being added`,
    UPDATE_SITE: t`Time zone is being changed to ${change?.timeZoneLabel}`,
    REMOVE_SITE: t`Being removed`,
  }[change?.kind ?? ""];
  const failed = {
    CREATE_SITE: t`Not added`,
    UPDATE_SITE: t`Time zone not changed`,
    REMOVE_SITE: t`Not removed`,
  }[change?.kind ?? ""];
  async function retry() {
    const input = { organizationId: organization.id, siteName, timeZone, earlyRelease };
    if (await again.run({ input })) reload();
  }
  if (isUnderWay(site)) return <StatusWord tone="run">{running}</StatusWord>;
  if (change?.state !== "FAILED") {
    return <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>;
  }
  return (
    <>
      <StatusWord tone="fail">{failed}</StatusWord>
      {change.message && <span className="site-failed small">{change.message}</span>}
      <Reference id={change.correlationId} />
      {change.kind === "CREATE_SITE" && organization.allowedMutations.includes("addMeetingSite") && (
        <TextButton onPress={retry}>
          <Trans>
            Try again <span className="unseen">{site.siteUrl}</span>
          </Trans>
        </TextButton>
      )}
      <ErrorSummary errors={again.errors} />
      {again.failure && <FailureBanner failure={again.failure} during="save" onRetry={retry} />}
    </>
  );
}

/** Says when a change ends that the page was watching. */
function useEnds(sites: readonly Site[]): void {
  const { t } = useLingui();
  const watched = useRef(new Map<string, string>());
  useEffect(() => {
    const now = new Map(sites.filter(isUnderWay).map(({ id, siteUrl }) => [id, siteUrl]));
    for (const [id, url] of watched.current) {
      if (now.has(id)) continue;
      const failed = sites.find((site) => site.id === id)?.change?.state === "FAILED";
      announce(failed ? t`${url}: failed` : t`${url}: done`);
    }
    watched.current = now;
  }, [sites, t]);
}
