import { Trans, useLingui } from "@lingui/react/macro";
import { date } from "../../../lib/format";
import { DrawnCandidate } from "../../../ui/drawn-card";
import { Picture } from "../../../ui/picture";
import { ActiveUsers, LastActive, Verified } from "../drawn-facts";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function Warnings() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <Picture
          caption={<Trans>An abandoned trial, and a domain that only resembles halden.example.</Trans>}
        >
          <DrawnCandidate
            title="Halden Trial"
            country="DE"
            facts={[
              t`No verified domains`,
              <ActiveUsers key="users" count={0} />,
              <LastActive key="when" when={date("2024-03-12")} />,
            ]}
            warning={{
              title: t`Probably not the right organization.`,
              text: t`No verified domains and no user activity in the last year.`,
            }}
          />
          <DrawnCandidate
            title="Ha1den Networks"
            country="FR"
            facts={[
              <Verified key="domain" domain="ha1den.example" />,
              <ActiveUsers key="users" count={3} />,
              <LastActive key="when" when={date("2026-11-19")} />,
            ]}
            warning={{
              title: t`Look-alike domain.`,
              text: t`It only looks like the domain you searched for.`,
            }}
          />
        </Picture>
        <Meanings>
          <Meaning of={<Trans>“Probably not the right organization.”</Trans>}>
            <Trans>
              It has neither a verified nor a claimed domain, and nobody has used it for a year. It comes
              last.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“Not in use.”</Trans>}>
            <Trans>Nobody has used it for a year. It may still be the right one.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Look-alike domain.”</Trans>}>
            <Trans>Only the search shows it: a typo, another ending, or a fake.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Mixed letters.”</Trans>}>
            <Trans>The domain mixes letters from several scripts, as forged addresses do.</Trans>
          </Meaning>
        </Meanings>
      </See>
      <Do>
        <p>
          <Trans>
            Compare the domain letter by letter. If in doubt, ask who administers Webex in that company before
            you choose, or search by another domain.
          </Trans>
        </p>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>A warning doesn’t stop you: you can still choose the organization.</Trans>
          </li>
          <li>
            <Trans>
              Chose the wrong one? You can undo the mapping until you click “Close” for the first service.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
