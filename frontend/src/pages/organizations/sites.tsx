import { useLingui } from "@lingui/react/macro";
import { zone } from "../../lib/format";
import { provisioningTones, provisioningWords, serviceStatus } from "../../lib/words";
import { Badge, StatusWord } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import type { Organization } from "./organization";

/** The Webex sites of an organization. */
export function Sites({ sites }: { sites: Organization["sites"] }) {
  const { t, i18n } = useLingui();
  return (
    <Table caption={t`Sites`} columns={[t`Site`, t`Time zone`, t`Early release schedule`, t`Status`]}>
      {sites.map((site) => {
        const status = serviceStatus(site.state);
        return (
          <Row key={site.id}>
            <Cell>
              <strong>{site.siteUrl}</strong> {site.primary && <Badge>{t`Primary`}</Badge>}
            </Cell>
            <Cell>{zone(site.timeZoneLabel, site.timeZone)}</Cell>
            <Cell label={t`Early release schedule`}>{site.earlyRelease ? t`Yes` : t`No`}</Cell>
            <Cell>
              <StatusWord tone={provisioningTones[status]}>{i18n._(provisioningWords[status])}</StatusWord>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
