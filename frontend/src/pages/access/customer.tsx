import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { partnerAccessConsequences } from "../../acts/partner-access-consequences";
import { RequestPartnerAccessDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { date, dateTime } from "../../lib/format";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Section } from "../../ui/hub-page";
import { Cell, Row, Table } from "../../ui/table";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import type { Accessed, EndedAccess } from "./access";

type CustomerProps = { organization: Accessed; mayAsk: boolean; reload: () => void };

/** The customers that ended this partner's access, and asking them for it again. */
export function Customer({ organization, mayAsk, reload }: CustomerProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<EndedAccess | null>(null);
  const name = asking?.customerName ?? "";
  return (
    <Section title={t`Ended by customers`}>
      <Table
        caption={t`Ended by customers`}
        columns={[t`Customer`, t`Ended`, t`Request`, { unseen: t`Ask` }]}
      >
        {organization.endedAccess.map((ended) => (
          <Row key={ended.customerId}>
            <Cell>{ended.customerName}</Cell>
            <Cell label={t`Ended`}>{ended.endedAt && dateTime(ended.endedAt)}</Cell>
            <Cell label={t`Request`}>
              <Request request={ended.request} />
            </Cell>
            <Cell end>
              {mayAsk && ended.request?.state !== "PENDING" && (
                <Button size="small" onPress={() => setAsking(ended)}>
                  <Trans>
                    Ask for access <span className="unseen">to {ended.customerName}</span>
                  </Trans>
                </Button>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      <Dialog
        title={t`Ask ${name} for access again?`}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
      >
        {asking && (
          <Ask
            organizationId={organization.id}
            ended={asking}
            onClose={() => setAsking(null)}
            reload={reload}
          />
        )}
      </Dialog>
    </Section>
  );
}

function Request({ request }: { request: EndedAccess["request"] }) {
  switch (request?.state) {
    case "PENDING":
      return <Trans>The customer can decide until {date(request.expiresAt)}</Trans>;
    case "DENIED":
      return <Trans>Declined</Trans>;
    case "EXPIRED":
      return <Trans>Not answered</Trans>;
    default:
      return "–";
  }
}

type AskProps = { organizationId: string; ended: EndedAccess; onClose: () => void; reload: () => void };

function Ask({ organizationId, ended, onClose, reload }: AskProps) {
  const { t } = useLingui();
  const { run, ...act } = useApiMutation(RequestPartnerAccessDocument);
  const [reason, setReason] = useState("");
  const { customerId, customerName: displayName } = ended;
  async function ask() {
    const done = await run({ input: { organizationId, customerId, reason: reason.trim() || null } });
    if (!done) return;
    toast(t`We asked ${displayName}`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      verb={t`Ask for access`}
      says={partnerAccessConsequences.requestPartnerAccess({ customer: displayName })}
      act={act}
      onConfirm={ask}
      onClose={onClose}
    >
      <TextField
        name="reason"
        multiline
        autoFocus
        label={t`Reason (optional)`}
        hint={t`The customer’s administrators read it.`}
        value={reason}
        onChange={setReason}
      />
    </Confirmation>
  );
}
