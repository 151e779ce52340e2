import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CreateWebhookDocument, UpdateWebhookDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { problem } from "../../lib/problem";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { TextField } from "../../ui/text-field";
import { type Event, events, type Webhook } from "./webhook";

const usual: Event[] = ["ORDER_STATUS_CHANGED"];

type WebhookFormProps = {
  organizationId: string;
  /** What is changed; none: a new one is made. */
  webhook?: Webhook;
  onSaved: (secret: string | null) => void;
  onCancel: () => void;
};

/** Asks where a webhook goes and what it is told of. */
export function WebhookForm({ organizationId, webhook, onSaved, onCancel }: WebhookFormProps) {
  const { t, i18n } = useLingui();
  const create = useApiMutation(CreateWebhookDocument);
  const update = useApiMutation(UpdateWebhookDocument);
  const act = webhook ? update : create;
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [chosen, setChosen] = useState<string[]>(webhook?.events ?? usual);
  const [query, setQuery] = useState(webhook?.query ?? "");
  const [description, setDescription] = useState(webhook?.description ?? "");

  async function run() {
    const missing = [
      ...(url.trim() ? [] : [problem("url", t`Enter an address.`)]),
      ...(chosen.length > 0 ? [] : [problem("events", t`Choose at least one event.`)]),
    ];
    if (missing.length > 0) {
      act.refuse(missing);
      return;
    }
    const told = Object.keys(events).filter((event) => chosen.includes(event)) as Event[];
    const input = { url, events: told, query: query.trim() || null, description: description.trim() || null };
    if (webhook) {
      if (await update.run({ input: { webhookId: webhook.id, ...input } })) onSaved(null);
      return;
    }
    const payload = await create.run({ input: { organizationId, ...input } });
    if (payload) onSaved(payload.secret ?? null);
  }

  return (
    <div className="domain-form">
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={run} />}
      <Form errors={act.errors} onSubmit={run}>
        <div className="stack">
          <TextField
            name="url"
            label={t`Address`}
            hint={t`Where your system takes events, such as https://example.com/webhooks.`}
            value={url}
            onChange={setUrl}
            inputMode="url"
            spellCheck="false"
            autoComplete="off"
            maxLength={1000}
            autoFocus
          />
          <fieldset className="webhook-events" data-field="events" tabIndex={-1}>
            <legend>
              <Trans>Events</Trans>
            </legend>
            {Object.entries(events).map(([event, words]) => (
              <Checkbox
                key={event}
                name={event}
                isSelected={chosen.includes(event)}
                onChange={(isChosen) =>
                  setChosen(isChosen ? [...chosen, event] : chosen.filter((one) => one !== event))
                }
              >
                {i18n._(words)}
              </Checkbox>
            ))}
            {act.errors
              .filter(({ field }) => field[0] === "events")
              .map(({ message }) => (
                <p key={message} className="domain-refused">
                  {message}
                </p>
              ))}
          </fieldset>
          <TextField
            name="description"
            label={t`What it is for (optional)`}
            value={description}
            onChange={setDescription}
            autoComplete="off"
            maxLength={200}
          />
          <TextField
            name="query"
            label={t`GraphQL query (optional)`}
            hint={t`The query’s answer is sent in place of the event itself. The query begins with query($order: ID!).`}
            value={query}
            onChange={setQuery}
            multiline
            rows={5}
            spellCheck="false"
            autoComplete="off"
            maxLength={4000}
          />
        </div>
        <div className="actions">
          <Button type="submit" variant="primary" isPending={act.pending}>
            {webhook ? t`Save` : t`Add the webhook`}
          </Button>
          <Button variant="quiet" onPress={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </Form>
    </div>
  );
}
