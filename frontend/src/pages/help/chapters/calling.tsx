import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { countryName } from "../../../lib/format";
import { chapterHref } from "../../../lib/guide-places";
import { Picture } from "../../../ui/picture";
import { DrawnField } from "../drawn";
import { Do, Know } from "../sections";

export function Calling() {
  const { t } = useLingui();
  return (
    <>
      <Picture caption={<Trans>The country decides which fields of the address follow.</Trans>}>
        <div className="paper">
          <DrawnField label={t`Location name`}>
            <Trans>Hamburg headquarters</Trans>
          </DrawnField>
          <DrawnField label={t`Country or region`} hint={t`Where most of your users are`} list>
            {countryName("DE")}
          </DrawnField>
        </div>
      </Picture>
      <Do>
        <ol>
          <li>
            <Trans>Name the location of your headquarters.</Trans>
          </li>
          <li>
            <Trans>Choose the country or region where most of your users are, and enter the address.</Trans>
          </li>
          <li>
            <Trans>
              Check time zone, preferred language (for users and devices) and announcement language (what
              callers hear).
            </Trans>
          </li>
        </ol>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              If the company already has Calling, its locations are listed: use one of them as it is, or add
              another.
            </Trans>
          </li>
          <li>
            <Trans>What the order says is already filled in. Correct it where needed.</Trans>
          </li>
          <li>
            <Trans>
              One location is enough to begin with. After provisioning you change it and add more{" "}
              <Link href={chapterHref("organization-page")}>on the organization’s page</Link>.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
