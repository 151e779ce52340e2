import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { CreateApiTokenDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { problem } from "../../lib/problem";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { TextField } from "../../ui/text-field";
import { scopes } from "./api-access";
import { CopiedValue } from "./copied-value";

const day = 24 * 60 * 60 * 1000;
const usual = 90; // days
const longest = 366;

type NewTokenProps = { organizationId: string; onMade: () => void; onClose: () => void };

/** Asks what a new token is for, makes it, and shows it once. */
export function NewToken({ organizationId, onMade, onClose }: NewTokenProps) {
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) return <Secret secret={secret} onClose={onClose} />;
  return (
    <TokenForm
      organizationId={organizationId}
      onMade={(made) => {
        setSecret(made);
        onMade();
      }}
      onCancel={onClose}
    />
  );
}

type TokenFormProps = { organizationId: string; onMade: (secret: string) => void; onCancel: () => void };

function TokenForm({ organizationId, onMade, onCancel }: TokenFormProps) {
  const { t, i18n } = useLingui();
  const act = useApiMutation(CreateApiTokenDocument);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>(["orders:write"]);
  const [expiresOn, setExpiresOn] = useState(() => dayFromToday(usual));

  async function run() {
    const missing = [
      ...(name.trim() ? [] : [problem("name", t`Enter a name.`)]),
      ...(expiresOn ? [] : [problem("expiresOn", t`Enter a date.`)]),
    ];
    if (missing.length > 0) {
      act.refuse(missing);
      return;
    }
    const payload = await act.run({ input: { organizationId, name, scopes: chosen, expiresOn } });
    if (payload?.secret) onMade(payload.secret);
  }

  return (
    <div className="domain-form">
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={run} />}
      <Form errors={act.errors} onSubmit={run}>
        <div className="stack">
          <TextField
            name="name"
            label={t`Name`}
            hint={t`The system that will use it. Timelines and emails show this name.`}
            value={name}
            onChange={setName}
            autoComplete="off"
            maxLength={60}
            autoFocus
          />
          <fieldset className="scopes" data-field="scopes">
            <legend>
              <Trans>What it may do</Trans>
            </legend>
            {Object.entries(scopes).map(([scope, words]) => (
              <Checkbox
                key={scope}
                name={scope}
                isSelected={chosen.includes(scope)}
                onChange={(isChosen) =>
                  setChosen(isChosen ? [...chosen, scope] : chosen.filter((one) => one !== scope))
                }
                hint={<code translate="no">{scope}</code>}
              >
                {i18n._(words)}
              </Checkbox>
            ))}
            {act.errors
              .filter(({ field }) => field[0] === "scopes")
              .map(({ message }) => (
                <p key={message} className="domain-refused">
                  {message}
                </p>
              ))}
          </fieldset>
          <TextField
            name="expiresOn"
            type="date"
            label={t`Last day`}
            hint={t`A year from now at the latest. The token ends with this day, in UTC.`}
            value={expiresOn}
            onChange={setExpiresOn}
            min={dayFromToday(0)}
            max={dayFromToday(longest)}
          />
        </div>
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            <Trans>Make the token</Trans>
          </Button>
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useLingui();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <div className="domain-form domain-proof" ref={shown} tabIndex={-1}>
      <Banner tone="ok" title={<Trans>The token is made.</Trans>}>
        <Trans>Copy it now and keep it where only its system reads it: it is shown this once.</Trans>
      </Banner>
      <dl className="domain-record">
        <CopiedValue label={t`Token`} value={secret} copied={t`Token copied`} />
      </dl>
      <div className="actions">
        <Button onPress={onClose}>
          <Trans>I have copied it</Trans>
        </Button>
      </div>
    </div>
  );
}

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}
