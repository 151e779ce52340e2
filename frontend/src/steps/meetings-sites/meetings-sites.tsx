import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useMemo, useState } from "react";
import { ExistingSitesDocument, SaveMeetingSitesDocument, TimeZonesDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { page } from "../../lib/page";
import { isBlock } from "../../lib/pasted-table";
import type { Problem } from "../../lib/problem";
import { useStable } from "../../lib/stable";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { browserZone, nameZone, type Zone, zoneNames } from "../../location/time-zone";
import { Button, TextButton } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { FailureBanner } from "../../ui/failure-banner";
import { Skeleton } from "../../ui/skeleton";
import { StepPage } from "../../ui/step-page";
import { toast } from "../../ui/toast";
import { useDraft } from "../service/draft";
import { DraftConflict, withoutConflict } from "../service/draft-conflict";
import { meetingsOf } from "../service/of-kind";
import { splitLicenses } from "../service/saved-split";
import { LaterNote, SetUpLater } from "../service/set-up-later";
import type { Taken } from "./pasted-sites";
import { keepPastedUnits } from "./pasted-units";
import { SiteFields } from "./site-fields";
import { useProposals } from "./site-name";
import { type ExistingSite, newSite, offeredSites, type SiteDraft, savedSites, siteFacets } from "./sites";
import "./meetings-sites.css";

// Many organizations have none yet.
const ExistingSites = page("steps", async () => ({
  default: (await import("./existing-sites")).ExistingSites,
}));
const PasteSites = page("steps", () => import("./paste-sites"));

/** Names, time zones and release schedules of the Webex sites. */
export default function MeetingsSites(props: StepProps) {
  const { data, failure, reload } = useApiQuery(TimeZonesDocument, {});
  const there = useApiQuery(ExistingSitesDocument, { id: props.order.id });
  if (data && there.data) {
    return <Sites {...props} zones={data.timeZones} existing={offeredSites(there.data)} />;
  }
  const failed = failure ?? there.failure;
  return failed ? (
    <FailureBanner failure={failed} during="load" onRetry={failure ? reload : there.reload} />
  ) : (
    <Skeleton shape="step" />
  );
}

type SitesProps = StepProps & { zones: readonly Zone[]; existing: readonly ExistingSite[] };

function Sites({ order, back, next, update, zones, existing }: SitesProps) {
  const { t, i18n } = useLingui();
  const service = meetingsOf(order);
  const home = useMemo(() => browserZone(zones), [zones]);
  const saved = useMemo(() => savedSites(service, home, existing), [service, home, existing]);
  const draft = useDraft(order, "meetings-sites", saved);
  const act = useApiMutation(SaveMeetingSitesDocument);
  const sites = draft.values;
  /** A list that is about to become sites; null: none is. */
  const [pasted, setPasted] = useState<string | null>(null);
  const proposed = useProposals(service.id);
  const proposals = proposed.filter((name) => !sites.some(({ siteName }) => siteName === name));
  const exists = ({ siteName }: SiteDraft) =>
    service.sites.some((site) => site.siteName === siteName && site.state === "PROVISIONED");

  function add() {
    draft.change([...sites, newSite(sites[0]?.timeZone ?? home)]);
  }
  function addNext() {
    add();
    focusName(sites.length);
  }
  const change = useStable((index: number, site: SiteDraft) => draft.change(sites.with(index, site)));
  const remove = useStable((index: number) => {
    keepOnly(sites.toSpliced(index, 1));
    focusName(index - 1);
  });
  function keepOnly(kept: SiteDraft[]) {
    const removed = sites.length - kept.length;
    draft.change(kept);
    toast(plural(removed, { one: "Site removed", other: "# sites removed" }), {
      label: t`Undo`,
      run: () => draft.change(sites),
    });
  }
  async function save() {
    const payload = await act.run({
      input: {
        serviceId: service.id,
        sites: sites.map(({ units: _, ...site }) => ({ ...site, timeZone: site.timeZone ?? "" })),
        expectedVersion: draft.version,
      },
    });
    if (!payload?.order) return;
    draft.forget();
    keepPastedUnits(payload.order, sites);
    next(payload.order);
  }
  const paste = useStable((text: string) => {
    if (!isBlock(text)) return false;
    setPasted(text);
    return true;
  });
  function takeList(taken: Taken) {
    setPasted(null);
    draft.change(taken.sites);
    toast(plural(taken.added, { one: "# site added from the list", other: "# sites added from the list" }), {
      label: t`Undo`,
      run: () => draft.change(sites),
    });
  }
  function settle(values: SiteDraft[], version: number) {
    draft.rebase(values, version);
    if (act.payload?.order) update(act.payload.order);
    act.refuse([]);
  }
  const theirs = act.payload?.order ? savedSites(meetingsOf(act.payload.order), home, existing) : saved;
  const several = sites.length > 1;
  // What was chosen stays in the list, also where the organization no longer has it.
  const gone = service.sites.flatMap(({ existingSiteId: id, ...site }) =>
    id && !existing.some((one) => one.id === id) ? [{ ...site, id }] : [],
  );
  const offered = [...existing, ...gone];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the errors are about the sites that were sent
  const errors = useMemo(() => {
    const found = withoutConflict(act.errors).map(nameZone);
    return several ? found.map((error) => withSite(error, (number) => t`Site ${number}`)) : found;
  }, [act.errors]);
  return (
    <>
      <StepPage
        back={back}
        width="wide"
        service={i18n._(setupNames.MEETINGS)}
        title={t`Which Webex sites do you need?`}
        lead={
          <Trans>
            People schedule and join meetings at a site’s address. We reserve the names for you when you click
            Next.
          </Trans>
        }
        act={{ ...act, errors }}
        onSubmit={save}
        unsaved={draft.isDirty}
      >
        <DraftConflict
          order={order}
          draft={draft}
          act={act}
          mine={sites}
          theirs={theirs}
          facets={() => siteFacets(sites, theirs, zoneNames(zones))}
          onSettled={settle}
        />
        {offered.length > 0 && (
          <ExistingSites
            existing={offered}
            organization={order.customerOrganization?.displayName ?? order.companyName}
            sites={sites}
            onChange={draft.change}
          />
        )}
        {sites.map((site, index) =>
          site.existingSiteId ? null : (
            <SiteFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a site is its place in the list
              key={index}
              serviceId={service.id}
              index={index}
              primary={index === 0 && offered.length === 0}
              site={site}
              exists={exists(site)}
              zones={zones}
              proposals={isNameless(site) ? proposals : none}
              onChange={change}
              onPaste={paste}
              onRemove={(index > 0 || offered.length > 0) && !exists(site) ? remove : undefined}
            />
          ),
        )}
        <div className="site-more">
          {offered.length > 0 ? (
            <TextButton onPress={addNext}>
              <Trans>Add a new site</Trans>
            </TextButton>
          ) : (
            <>
              <Checkbox
                isSelected={several}
                isDisabled={several && sites.slice(1).some(exists)}
                onChange={(wanted) => (wanted ? add() : keepOnly(sites.slice(0, 1)))}
              >
                <Trans>I need additional URLs</Trans>
              </Checkbox>
              {several && (
                <TextButton onPress={addNext}>
                  <Trans>Add another site</Trans>
                </TextButton>
              )}
            </>
          )}
          <TextButton onPress={() => setPasted("")}>
            <Trans>Paste a list</Trans>
          </TextButton>
        </div>
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Next</Trans>
          </Button>
          <SetUpLater service={service} next={next} />
        </div>
        <LaterNote service={service} />
      </StepPage>
      {pasted !== null && (
        <Suspense>
          <PasteSites
            text={pasted}
            sites={sites}
            home={sites[0]?.timeZone ?? home}
            zones={zones}
            licenses={splitLicenses(service)}
            onTake={takeList}
            onClose={() => setPasted(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const none: readonly string[] = [];

const isNameless = ({ siteName }: SiteDraft) => siteName.trim() === "";

/** Moves focus to the name of a site once it is drawn: the button that was pressed moves or goes. */
function focusName(index: number) {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>(`[data-field="sites.${index}.siteName"] input`)?.focus();
  });
}

function withSite(error: Problem, words: (number: number) => string): Problem {
  const [list, index] = error.field;
  return list === "sites" && index !== undefined ? { ...error, about: words(Number(index) + 1) } : error;
}
