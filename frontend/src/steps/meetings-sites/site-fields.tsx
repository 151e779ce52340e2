import { Trans, useLingui } from "@lingui/react/macro";
import { memo, useRef } from "react";
import type { Zone } from "../../location/time-zone";
import { ZoneField } from "../../location/zone-field";
import { Button, Chip } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import type { Note } from "../../ui/field";
import { Badge } from "../../ui/status";
import { TextField } from "../../ui/text-field";
import { useSiteName } from "./site-name";
import { nameIn, type SiteDraft } from "./sites";

type SiteFieldsProps = {
  serviceId: string;
  index: number;
  /** It will be the primary site of the organization. */
  primary: boolean;
  site: SiteDraft;
  /** After a failure: the site was created already. */
  exists: boolean;
  zones: readonly Zone[];
  /** Free names, offered until one is entered. */
  proposals: readonly string[];
  onChange: (index: number, site: SiteDraft) => void;
  /** Takes a list that is pasted as a name; true: it was one. */
  onPaste: (text: string) => boolean;
  /** Left out for the first and an existing site. */
  onRemove?: ((index: number) => void) | undefined;
};

/** Name, time zone and release schedule of one site. There may be 50 on a page: only what changes is drawn again. */
export const SiteFields = memo(function SiteFields({
  serviceId,
  index,
  primary,
  site,
  exists,
  zones,
  proposals,
  onChange,
  onPaste,
  onRemove,
}: SiteFieldsProps) {
  const change = (changed: Partial<SiteDraft>) => onChange(index, { ...site, ...changed });
  const { t } = useLingui();
  const number = index + 1;
  const heading = `site-${index}`;
  const nameBox = useRef<HTMLDivElement>(null);
  const { checking, note, suggestions } = useSiteName(site.siteName, serviceId, exists);
  const isProposing = site.siteName.trim() === "" && proposals.length > 0;
  const offered = isProposing ? proposals : suggestions;
  const offer: Note | undefined = isProposing ? { tone: "quiet", text: t`These are free:` } : note;
  function take(siteName: string) {
    change({ siteName });
    nameBox.current?.querySelector("input")?.focus();
  }
  return (
    <section className="site" aria-labelledby={heading}>
      <div className="site-head">
        <h2 id={heading}>
          <Trans>Site {number}</Trans>
        </h2>
        {primary && (
          <Badge>
            <Trans>Primary</Trans>
          </Badge>
        )}
        {onRemove && (
          <div className="site-remove">
            <Button variant="quiet" size="small" icon="trash" onPress={() => onRemove(index)}>
              <Trans>
                Remove <span className="unseen">site {number}</span>
              </Trans>
            </Button>
          </div>
        )}
      </div>
      <div className="pair">
        <div ref={nameBox}>
          <TextField
            name={`sites.${index}.siteName`}
            label={t`Webex URL name`}
            value={site.siteName}
            onChange={(typed) => change({ siteName: nameIn(typed) })}
            onPaste={(event) => {
              if (onPaste(event.clipboardData.getData("text/plain"))) event.preventDefault();
            }}
            suffix=".webex.com"
            checking={checking}
            note={exists ? { tone: "ok", text: t`This site exists already.` } : offer}
            isDisabled={exists}
            autoComplete="off"
            spellCheck="false"
          />
          {offered.length > 0 && (
            <div className="site-suggestions">
              {offered.map((name) => (
                <Chip key={name} onPress={() => take(name)}>
                  {name}
                </Chip>
              ))}
            </div>
          )}
        </div>
        <ZoneField
          name={`sites.${index}.timeZone`}
          zones={zones}
          value={site.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
      <Checkbox
        name={`sites.${index}.earlyRelease`}
        isSelected={site.earlyRelease}
        onChange={(earlyRelease) => change({ earlyRelease })}
        isDisabled={exists}
        hint={t`This site gets features before the normal deployment cycle. You can’t change this after provisioning.`}
      >
        <Trans>Early release schedule</Trans>
      </Checkbox>
    </section>
  );
});
