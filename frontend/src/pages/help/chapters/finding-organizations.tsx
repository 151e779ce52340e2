import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { date } from "../../../lib/format";
import { chapterHref } from "../../../lib/guide-places";
import { DrawnCandidate, DrawnCard } from "../../../ui/drawn-card";
import { Picture } from "../../../ui/picture";
import { Badge } from "../../../ui/status";
import { ActiveUsers, Claimed, LastActive, Verified } from "../drawn-facts";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function FindingOrganizations() {
  const { t } = useLingui();
  const domain = "halden.example";
  return (
    <>
      <See>
        <Meanings>
          <Meaning
            of={<Trans>“Based on your email address, we mapped your order to your organization.”</Trans>}
          >
            <Trans>
              You have an account in this organization. Check it and click “Next”. “This isn’t the right
              organization” leads to the search.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“We found matching organizations based on your email address.”</Trans>}>
            <Trans>Your domain belongs to one or more organizations. Choose one; none is chosen yet.</Trans>
          </Meaning>
          <Meaning of={<Trans>“No matching organization found.”</Trans>}>
            <Trans>
              Search by another domain, or <Link href={chapterHref("new-organization")}>create one</Link>.
            </Trans>
          </Meaning>
        </Meanings>
        <Picture caption={<Trans>The last line of each card says why the organization is proposed.</Trans>}>
          <DrawnCandidate
            title="Halden Networks GmbH"
            country="DE"
            selected
            badge={<Badge kind="recommended">{t`Recommended`}</Badge>}
            facts={[
              <Claimed key="domain" domain={domain} />,
              <ActiveUsers key="users" count={1200} />,
              <LastActive key="when" when={date("2026-11-20")} />,
            ]}
            evidence={<Trans>Claimed {domain}.</Trans>}
          />
          <DrawnCandidate
            title="Halden Networks Austria"
            country="AT"
            facts={[
              <Verified key="domain" domain={domain} />,
              <ActiveUsers key="users" count={86} />,
              <LastActive key="when" when={date("2026-11-22")} />,
            ]}
            evidence={<Trans>Verified {domain}.</Trans>}
          />
          <DrawnCard title={t`None of these`} meta={t`Next, you create a new organization`} />
        </Picture>
      </See>
      <Do>
        <p>
          <Trans>
            Compare domains, active users and latest activity. “Recommended” marks the one whose proof is
            clearly the strongest. If yours is missing, search by its domain; “None of these” leads to a new
            organization.
          </Trans>
        </p>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              Only one organization can claim a domain. Several can verify it, each with a record in its DNS.
            </Trans>
          </li>
          <li>
            <Trans>
              An address at a free email service says nothing about your company. Search for the company’s
              domain.
            </Trans>
          </li>
          <li>
            <Trans>
              Partners do this twice: for their own organization, then for the customer’s. The second search
              begins with the domain that the order names.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
