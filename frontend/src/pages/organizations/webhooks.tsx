import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { organizationConsequences } from "../../acts/organization-consequences";
import {
  RemoveWebhookDocument,
  RotateWebhookSecretDocument,
  SendTestWebhookDocument,
  UpdateWebhookDocument,
  WebhooksDocument,
} from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { useApiQuery } from "../../lib/api-query";
import { list } from "../../lib/format";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { FailureBanner } from "../../ui/failure-banner";
import { Section } from "../../ui/hub-page";
import { Reference } from "../../ui/reference";
import { StatusWord } from "../../ui/status";
import { toast } from "../../ui/toast";
import { CopiedValue } from "./copied-value";
import { type Event, events, type Webhook } from "./webhook";
import { WebhookForm } from "./webhook-form";
import { WebhookLog } from "./webhook-log";
import "./domains.css";
import "./webhooks.css";

/** The webhooks of an organization, for those who fully administer it. */
export function Webhooks({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const { data, failure, reload } = useApiQuery(WebhooksDocument, { id: organizationId });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = data?.organization?.webhookEndpoints ?? [];
  return (
    <Section
      title={t`Webhooks`}
      action={
        !adding && (
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            <Trans>Add a webhook</Trans>
          </Button>
        )
      }
    >
      <p className="small ink-2 webhooks-lead">
        <Trans>
          A webhook tells a system of yours what happens to your orders, by signed requests to its address.
        </Trans>
      </p>
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {adding && (
        <WebhookForm
          organizationId={organizationId}
          onCancel={() => setAdding(false)}
          onSaved={(made) => {
            setAdding(false);
            setSecret(made);
            reload();
          }}
        />
      )}
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
      {webhooks.length > 0 && (
        <ul className="domains">
          {webhooks.map((webhook) => (
            <WebhookItem
              key={webhook.id}
              organizationId={organizationId}
              webhook={webhook}
              onSecret={setSecret}
              reload={reload}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

type WebhookItemProps = {
  organizationId: string;
  webhook: Webhook;
  onSecret: (secret: string | null) => void;
  reload: () => void;
};

function WebhookItem({ organizationId, webhook, onSecret, reload }: WebhookItemProps) {
  const { t, i18n } = useLingui();
  const update = useApiMutation(UpdateWebhookDocument);
  const test = useApiMutation(SendTestWebhookDocument);
  const [shown, setShown] = useState<"form" | "log" | null>(null);
  const [asked, setAsked] = useState<"rotate" | "remove" | null>(null);
  const { id, url, enabled, disabledReason, description } = webhook;
  const told = webhook.events
    .filter((event) => event !== "TEST")
    .map((event) => i18n._(events[event as Event]));
  const close = () => setAsked(null);
  async function toggle() {
    if (await update.run({ input: { webhookId: id, enabled: !enabled } })) reload();
  }
  async function sendTest() {
    if (await test.run({ input: { webhookId: id } })) setShown("log");
  }
  return (
    <li className="domain webhook">
      <div className="domain-head">
        <h3>{url}</h3>
        <StatusWord tone={enabled ? "done" : disabledReason ? "fail" : "off"}>
          {enabled ? t`On` : t`Off`}
        </StatusWord>
      </div>
      {disabledReason && <p className="domain-refused">{disabledReason}</p>}
      {description && <p className="small">{description}</p>}
      <p className="small ink-2">{list(told)}</p>
      <div className="webhook-actions">
        {enabled && (
          <Button size="small" isPending={test.pending} onPress={sendTest}>
            <Trans>
              Send a test event <span className="unseen">{url}</span>
            </Trans>
          </Button>
        )}
        <Button
          size="small"
          aria-expanded={shown === "log"}
          onPress={() => setShown(shown === "log" ? null : "log")}
        >
          <Trans>
            Delivery log <span className="unseen">{url}</span>
          </Trans>
        </Button>
        <Button size="small" variant="quiet" onPress={() => setShown("form")}>
          <Trans>
            Edit <span className="unseen">{url}</span>
          </Trans>
        </Button>
        <Button size="small" variant="quiet" isPending={update.pending} onPress={toggle}>
          {enabled ? t`Switch off` : t`Switch on`} <span className="unseen">{url}</span>
        </Button>
        <Button size="small" variant="quiet" onPress={() => setAsked("rotate")}>
          <Trans>
            New secret <span className="unseen">{url}</span>
          </Trans>
        </Button>
        <Button size="small" variant="quiet" onPress={() => setAsked("remove")}>
          <Trans>
            Remove <span className="unseen">{url}</span>
          </Trans>
        </Button>
      </div>
      {[update, test].map(
        ({ errors: [error], failure }) =>
          (error && (
            <p key={error.message} className="domain-refused" role="alert">
              {error.message} <Reference id={error.reference} />
            </p>
          )) ||
          (failure && <FailureBanner key={failure.kind} failure={failure} during="save" onRetry={reload} />),
      )}
      {shown === "form" && (
        <WebhookForm
          organizationId={organizationId}
          webhook={webhook}
          onCancel={() => setShown(null)}
          onSaved={() => {
            setShown(null);
            toast(t`The webhook is saved`);
            reload();
          }}
        />
      )}
      {shown === "log" && <WebhookLog webhookId={id} mayRetry={enabled} />}
      <Dialog title={t`Make a new secret?`} isOpen={asked === "rotate"} onClose={close}>
        <Rotate webhook={webhook} onClose={close} onSecret={onSecret} />
      </Dialog>
      <Dialog title={t`Remove the webhook?`} isOpen={asked === "remove"} onClose={close}>
        <Remove webhook={webhook} onClose={close} reload={reload} />
      </Dialog>
    </li>
  );
}

type RotateProps = { webhook: Webhook; onClose: () => void; onSecret: (secret: string | null) => void };

function Rotate({ webhook, onClose, onSecret }: RotateProps) {
  const { t } = useLingui();
  const act = useApiMutation(RotateWebhookSecretDocument);
  async function run() {
    const payload = await act.run({ input: { webhookId: webhook.id } });
    if (!payload) return;
    onClose();
    onSecret(payload.secret ?? null);
  }
  return (
    <Confirmation
      says={organizationConsequences.rotateWebhookSecret()}
      verb={t`Make a new secret`}
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}

function Remove({ webhook, onClose, reload }: { webhook: Webhook; onClose: () => void; reload: () => void }) {
  const { t } = useLingui();
  const act = useApiMutation(RemoveWebhookDocument);
  async function run() {
    if (!(await act.run({ input: { webhookId: webhook.id } }))) return;
    toast(t`The webhook is removed`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      says={organizationConsequences.removeWebhook()}
      verb={t`Remove`}
      danger
      act={act}
      onConfirm={run}
      onClose={onClose}
    />
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useLingui();
  const shown = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each secret that is shown takes the focus
  useEffect(() => shown.current?.focus(), [secret]);
  return (
    <div className="domain-form domain-proof" ref={shown} tabIndex={-1}>
      <Banner tone="ok" title={<Trans>The secret is made.</Trans>}>
        <Trans>
          Copy it now: your system checks the signature of each request with it. It is shown this once.
        </Trans>
      </Banner>
      <dl className="domain-record">
        <CopiedValue label={t`Secret`} value={secret} copied={t`Secret copied`} />
      </dl>
      <div className="actions">
        <Button onPress={onClose}>
          <Trans>I have copied it</Trans>
        </Button>
      </div>
    </div>
  );
}
