import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { organizationConsequences } from "../../acts/organization-consequences";
import { RevokeApiTokenDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { ago, date, dateTime, row, shortLastDay } from "../../lib/format";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Section } from "../../ui/hub-page";
import { Cell, Row, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import { type ApiAccess, scopes, type Token } from "./api-access";
import { NewToken } from "./new-token";
import "./api-access.css";
import "./domains.css";

type ApiTokensProps = { organization: ApiAccess; mayChange: boolean; reload: () => void };

/** The tokens of an organization; who may makes new ones and revokes them. */
export function ApiTokens({ organization, mayChange, reload }: ApiTokensProps) {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const [wasMaking, setWasMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const tokens = organization.apiTokens;
  return (
    <Section
      title={t`API tokens`}
      action={
        mayChange &&
        !making && (
          <Button size="small" icon="plus" autoFocus={wasMaking} onPress={() => setMaking(true)}>
            <Trans>Make a token</Trans>
          </Button>
        )
      }
    >
      <div className="api-tokens">
        {making && (
          <NewToken
            organizationId={organization.id}
            onMade={reload}
            onClose={() => {
              setMaking(false);
              setWasMaking(true);
            }}
          />
        )}
        <p className="small ink-2">
          <Trans>
            A token belongs to the organization: it keeps working when the person who made it leaves. Revoke
            it when nobody needs it any more.
          </Trans>
        </p>
        {tokens.length > 0 && (
          <Table
            caption={t`API tokens`}
            columns={[t`Name`, t`Made by`, t`Last used`, t`Last day`, { unseen: t`Revoke` }]}
          >
            {tokens.map((token) => (
              <TokenRow
                key={token.id}
                token={token}
                onRevoke={mayChange ? () => setRevoking(token) : undefined}
              />
            ))}
          </Table>
        )}
      </div>
      <Dialog
        title={t`Revoke ${revoking?.name ?? ""}?`}
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
      >
        {revoking && <Revoke token={revoking} onClose={() => setRevoking(null)} reload={reload} />}
      </Dialog>
    </Section>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: (() => void) | undefined }) {
  const { t, i18n } = useLingui();
  const { name, prefix, createdBy, createdAt, lastUsedAt, expiresAt, revokedAt } = token;
  const holds = !revokedAt && new Date(expiresAt) > new Date();
  const lastDay = shortLastDay(new Date(Date.parse(expiresAt) - 1).toISOString());
  // Who sets up orders sees them: the words say so.
  const told = token.scopes.filter(
    (scope) => scope !== "orders:read" || !token.scopes.includes("orders:write"),
  );
  const may = told.map((scope) => (scope in scopes ? i18n._(scopes[scope as keyof typeof scopes]) : scope));
  return (
    <Row>
      <Cell>
        <span>{name}</span>
        <span className="meta">
          <code translate="no">{prefix}…</code>
        </span>
        <span className="meta">{row(may)}</span>
      </Cell>
      <Cell label={t`Made by`}>
        <span>{createdBy}</span>
        <span className="meta">{date(createdAt)}</span>
      </Cell>
      <Cell label={t`Last used`}>{lastUsedAt ? ago(lastUsedAt) : t`Never`}</Cell>
      <Cell label={t`Last day`}>
        {revokedAt ? (
          <Trans>Revoked {dateTime(revokedAt)}</Trans>
        ) : holds ? (
          lastDay
        ) : (
          <Trans>Expired {lastDay}</Trans>
        )}
      </Cell>
      <Cell end>
        {holds && onRevoke && (
          <Button size="small" variant="quiet" onPress={onRevoke}>
            <Trans>
              Revoke <span className="unseen">{name}</span>
            </Trans>
          </Button>
        )}
      </Cell>
    </Row>
  );
}

type RevokeProps = { token: Token; onClose: () => void; reload: () => void };

function Revoke({ token, onClose, reload }: RevokeProps) {
  const { t } = useLingui();
  const act = useApiMutation(RevokeApiTokenDocument);
  async function run() {
    if (!(await act.run({ input: { tokenId: token.id } }))) return;
    toast(t`${token.name} is revoked`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      says={organizationConsequences.revokeApiToken()}
      verb={t`Revoke`}
      danger
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}
