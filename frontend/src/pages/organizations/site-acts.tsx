import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { organizationConsequences } from "../../acts/organization-consequences";
import {
  AddMeetingSiteDocument,
  RemoveMeetingSiteDocument,
  TimeZonesDocument,
  UpdateMeetingSiteDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { problem } from "../../lib/problem";
import { browserZone, nameZone } from "../../location/time-zone";
import { ZoneField } from "../../location/zone-field";
import { Chip } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import type { Organization, Site } from "./organization";
import "./sites.css";

type Ends = { onClose: () => void; onDone: () => void };
type AddSiteProps = Ends & { organization: Organization };

/** What is asked for: a new site, another time zone, or to remove a site. */
export type AskedOfSites = { kind: "add" } | { kind: "zone" | "remove"; site: Site };

/** The dialogs by which full administrators change sites; null: nobody asked. */
export default function SiteActs({
  asked,
  organization,
  ...ends
}: AddSiteProps & { asked: AskedOfSites | null }) {
  const siteOf = (kind: AskedOfSites["kind"]) =>
    asked?.kind === kind && asked.kind !== "add" ? asked.site : null;
  return (
    <>
      <AddSite organization={organization} isOpen={asked?.kind === "add"} {...ends} />
      <ChangeTimeZone site={siteOf("zone")} {...ends} />
      <RemoveSite site={siteOf("remove")} {...ends} />
    </>
  );
}

/** Asks for a new site. */
function AddSite({ isOpen, ...props }: AddSiteProps & { isOpen: boolean }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Add a site`} isOpen={isOpen} onClose={props.onClose}>
      <NewSite {...props} />
    </Dialog>
  );
}

function NewSite({ organization, onClose, onDone }: AddSiteProps) {
  const { t } = useLingui();
  const act = useApiMutation(AddMeetingSiteDocument);
  const zones = useApiQuery(TimeZonesDocument, {}).data?.timeZones ?? none;
  const [siteName, setSiteName] = useState("");
  const [chosen, setChosen] = useState<string | null>();
  const [earlyRelease, setEarlyRelease] = useState(false);
  const errors = useMemo(() => act.errors.map(nameZone), [act.errors]);
  // The organization's own zone, wherever its administrator is at the moment.
  const own = organization.sites.find(({ primary }) => primary)?.timeZone ?? browserZone(zones);
  const timeZone = chosen === undefined ? own : chosen;
  const suggestions = act.errors.flatMap((error) => ("suggestions" in error ? error.suggestions : []));
  async function run() {
    if (!siteName.trim()) {
      act.refuse([problem("siteName", t`Enter a site name.`)]);
      return;
    }
    const input = { organizationId: organization.id, siteName, timeZone: timeZone ?? "", earlyRelease };
    if (!(await act.run({ input }))) return;
    toast(t`The site is being added`);
    onDone();
  }
  return (
    <Confirmation
      says={organizationConsequences.addSite()}
      verb={t`Add`}
      act={{ ...act, errors }}
      onConfirm={run}
      onClose={onClose}
    >
      <TextField
        name="siteName"
        label={t`Webex URL name`}
        value={siteName}
        onChange={(typed) => setSiteName(typed.replace(/\.webex\.com$/i, ""))}
        suffix=".webex.com"
        autoComplete="off"
        spellCheck="false"
        autoFocus
      />
      {suggestions.length > 0 && (
        <div className="site-free">
          {suggestions.map((name) => (
            <Chip key={name} onPress={() => setSiteName(name)}>
              {name}
            </Chip>
          ))}
        </div>
      )}
      <ZoneField name="timeZone" zones={zones} value={timeZone} onChange={setChosen} />
      <Checkbox
        name="earlyRelease"
        isSelected={earlyRelease}
        onChange={setEarlyRelease}
        hint={t`This site gets features before the normal deployment cycle.`}
      >
        <Trans>Early release schedule</Trans>
      </Checkbox>
    </Confirmation>
  );
}

type OfSite = Ends & { site: Site };

/** Asks for the new time zone of a site; null: nobody asked. */
function ChangeTimeZone({ site, ...ends }: Ends & { site: Site | null }) {
  const { t } = useLingui();
  const [shown, setShown] = useState(site);
  if (site && site !== shown) setShown(site);
  const url = shown?.siteUrl;
  return (
    <Dialog title={t`Change the time zone of ${url}?`} isOpen={site !== null} onClose={ends.onClose}>
      {shown && <NewTimeZone site={shown} {...ends} />}
    </Dialog>
  );
}

function NewTimeZone({ site, onClose, onDone }: OfSite) {
  const { t } = useLingui();
  const act = useApiMutation(UpdateMeetingSiteDocument);
  const zones = useApiQuery(TimeZonesDocument, {}).data?.timeZones ?? none;
  const [timeZone, setTimeZone] = useState<string | null>(site.timeZone);
  const errors = useMemo(() => act.errors.map(nameZone), [act.errors]);
  async function run() {
    if (!(await act.run({ input: { siteId: site.id, timeZone: timeZone ?? "" } }))) return;
    toast(t`The time zone is being changed`);
    onDone();
  }
  return (
    <Confirmation
      says={organizationConsequences.changeSiteTimeZone({ site: site.siteUrl })}
      verb={t`Change`}
      act={{ ...act, errors }}
      onConfirm={run}
      onClose={onClose}
    >
      <ZoneField name="timeZone" zones={zones} value={timeZone} onChange={setTimeZone} />
    </Confirmation>
  );
}

/** Asks before a site is removed; null: nobody asked. */
function RemoveSite({ site, ...ends }: Ends & { site: Site | null }) {
  const { t } = useLingui();
  const [shown, setShown] = useState(site);
  if (site && site !== shown) setShown(site);
  const url = shown?.siteUrl;
  return (
    <Dialog title={t`Remove ${url}?`} isOpen={site !== null} onClose={ends.onClose}>
      {shown && <Removal site={shown} {...ends} />}
    </Dialog>
  );
}

function Removal({ site, onClose, onDone }: OfSite) {
  const { t } = useLingui();
  const act = useApiMutation(RemoveMeetingSiteDocument);
  async function run() {
    const payload = await act.run({ input: { siteId: site.id } });
    if (!payload) return;
    toast(payload.site ? t`The site is being removed` : t`The site is removed`);
    onDone();
  }
  return (
    <Confirmation
      says={organizationConsequences.removeSite({ site: site.siteUrl })}
      verb={t`Remove`}
      danger
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}

const none: [] = [];
