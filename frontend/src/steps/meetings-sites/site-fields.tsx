import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { Button, Chip } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Combobox } from "../../ui/combobox";
import type { Option } from "../../ui/option";
import { Badge } from "../../ui/status";
import { TextField } from "../../ui/text-field";
import { useSiteName } from "./site-name";
import { nameIn, type SiteDraft } from "./sites";

type SiteFieldsProps = {
  serviceId: string;
  index: number;
  site: SiteDraft;
  /** After a failure: the site was created already. */
  exists: boolean;
  zones: Option[];
  onChange: (site: SiteDraft) => void;
  /** Left out for the first and an existing site. */
  onRemove?: (() => void) | undefined;
};

/** Name, time zone and release schedule of one site. */
export function SiteFields({ serviceId, index, site, exists, zones, onChange, onRemove }: SiteFieldsProps) {
  const { t } = useLingui();
  const number = index + 1;
  const heading = `site-${index}`;
  const nameBox = useRef<HTMLDivElement>(null);
  const { checking, note, suggestions } = useSiteName(site.siteName, serviceId, exists);
  function take(siteName: string) {
    onChange({ ...site, siteName });
    nameBox.current?.querySelector("input")?.focus();
  }
  return (
    <section className="site" aria-labelledby={heading}>
      <div className="site-head">
        <h2 id={heading}>
          <Trans>Site {number}</Trans>
        </h2>
        {index === 0 && (
          <Badge>
            <Trans>Primary</Trans>
          </Badge>
        )}
        {onRemove && (
          <div className="site-remove">
            <Button variant="quiet" size="small" icon="trash" onPress={onRemove}>
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
            onChange={(typed) => onChange({ ...site, siteName: nameIn(typed) })}
            suffix=".webex.com"
            checking={checking}
            note={exists ? { tone: "ok", text: t`This site exists already.` } : note}
            isDisabled={exists}
            autoComplete="off"
            spellCheck="false"
          />
          {suggestions.length > 0 && (
            <div className="site-suggestions">
              {suggestions.map((name) => (
                <Chip key={name} onPress={() => take(name)}>
                  {name}
                </Chip>
              ))}
            </div>
          )}
        </div>
        <Combobox
          name={`sites.${index}.timeZone`}
          label={t`Time zone`}
          options={zones}
          value={site.timeZone}
          onChange={(timeZone) => onChange({ ...site, timeZone })}
        />
      </div>
      <Checkbox
        name={`sites.${index}.earlyRelease`}
        isSelected={site.earlyRelease}
        onChange={(earlyRelease) => onChange({ ...site, earlyRelease })}
        isDisabled={exists}
        hint={t`This site gets features before the normal deployment cycle. You can’t change this after provisioning.`}
      >
        <Trans>Early release schedule</Trans>
      </Checkbox>
    </section>
  );
}
