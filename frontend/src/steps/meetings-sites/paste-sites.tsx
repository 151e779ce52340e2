import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { number, row } from "../../lib/format";
import type { Problem } from "../../lib/problem";
import { problem } from "../../lib/problem";
import { wholeNumber } from "../../lib/whole-number";
import { type Zone, zoneOptions } from "../../location/time-zone";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { Form } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { TextField } from "../../ui/text-field";
import { mostSites, type PastedSite, pastedList, type Taken, withPasted } from "./pasted-sites";
import type { SiteDraft } from "./sites";

type License = { id: string; name: string };

type PasteSitesProps = {
  /** What was pasted already. */
  text: string;
  sites: readonly SiteDraft[];
  zones: readonly Zone[];
  /** Those whose units are split over the sites. */
  licenses: readonly License[];
  /** The time zone of sites for which the list has none. */
  home: string | null;
  onTake: (taken: Taken) => void;
  onClose: () => void;
};

/** A list from elsewhere, with what is understood of each line before it becomes sites. */
export default function PasteSites({ text, sites, home, zones, licenses, onTake, onClose }: PasteSitesProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [errors, setErrors] = useState<Problem[]>([]);
  const options = useMemo(() => zoneOptions(zones), [zones]);
  const read = useDeferredValue(typed);
  const list = useMemo(() => {
    const site = [t`Site`, t`Name`, t`Webex URL name`, "site", "name", "url"];
    const zone = [t`Time zone`, "time zone", "timezone"];
    return pastedList(read, { headings: { site, zone }, zones: options, licenses });
  }, [read, options, licenses, t]);
  const unused = row(list.unused);
  const taken = withPasted(sites, list, home);
  const { added, left } = taken;
  function take() {
    if (added > 0) return onTake(taken);
    setErrors([problem("list", t`Enter at least one name`)]);
  }
  return (
    <Dialog title={<Trans>Paste a list of sites</Trans>} isOpen onClose={onClose} isWide>
      <Form errors={errors} onSubmit={take}>
        <TextField
          name="list"
          label={t`Names, or rows from a spreadsheet`}
          hint={t`One line for each site: its name and, if you like, its time zone and licenses.`}
          value={typed}
          onChange={setTyped}
          multiline
          autoFocus
          rows={5}
          spellCheck="false"
          autoComplete="off"
        />
        {list.sites.length > 0 && (
          <ol className="pasted" aria-label={t`What is understood`}>
            {list.sites.slice(0, mostShown).map((site, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list
              <PastedLine key={place} site={site} licenses={licenses} />
            ))}
          </ol>
        )}
        <div className="pasted-rest">
          {unused && (
            <Remark>
              <Trans>Not used: {unused}</Trans>
            </Remark>
          )}
          {left > 0 && (
            <Remark>
              {plural(left, {
                one: "# site is left out: an order can have 50 sites at most.",
                other: "# sites are left out: an order can have 50 sites at most.",
              })}
            </Remark>
          )}
        </div>
        <DialogActions>
          <Button type="submit" variant="primary">
            {added > 0 ? plural(added, { one: "Add # site", other: "Add # sites" }) : t`Add sites`}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            <Trans>Not now</Trans>
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

// A few more than can be taken: each of them tells what is wrong with it.
const mostShown = mostSites + 10;

/** What one line becomes, and below it what of it was not understood. */
function PastedLine({ site, licenses }: { site: PastedSite; licenses: readonly License[] }) {
  const { t } = useLingui();
  const { siteName, text, zone, units, unreadable } = site;
  const given = licenses.flatMap(({ id, name }) => {
    const read = wholeNumber(units[id] ?? "");
    return read.kind === "number" ? [`${name}: ${number(read.value)}`] : [];
  });
  const isLeftOut = siteName === "" || site.isRepeated;
  const zoneText = zone.kind === "none" ? "" : zone.text;
  return (
    <li data-out={isLeftOut || undefined}>
      <strong>{siteName ? `${siteName}.webex.com` : text || t`No name`}</strong>
      {!isLeftOut && <span>{row([zone.kind === "found" && zone.name, ...given])}</span>}
      {siteName === "" && text !== "" && (
        <Remark>
          <Trans>Left out: a name needs letters a to z or digits</Trans>
        </Remark>
      )}
      {siteName === "" && text === "" && (
        <Remark>
          <Trans>Left out: there is no name</Trans>
        </Remark>
      )}
      {site.isRepeated && (
        <Remark>
          <Trans>Left out: the name is already further up</Trans>
        </Remark>
      )}
      {!isLeftOut && zone.kind === "unknown" && (
        <Remark>
          <Trans>No time zone is called “{zoneText}”: choose one on the page</Trans>
        </Remark>
      )}
      {!isLeftOut && zone.kind === "found" && !zone.isSure && (
        <Remark>
          <Trans>“{zoneText}” may mean another time zone: check it on the page</Trans>
        </Remark>
      )}
      {!isLeftOut &&
        unreadable.map((id) => {
          const units = site.units[id];
          const license = licenses.find((one) => one.id === id)?.name;
          return (
            <Remark key={id}>
              <Trans>
                “{units}” is not a whole number: enter the licenses of {license} on the next page
              </Trans>
            </Remark>
          );
        })}
    </li>
  );
}

function Remark({ children }: { children: ReactNode }) {
  return (
    <p className="pasted-remark">
      <Icon name="alert" size={16} />
      <span>{children}</span>
    </p>
  );
}
