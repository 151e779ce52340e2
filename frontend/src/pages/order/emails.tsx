import { msg, plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { dateTime } from "../../lib/format";
import { oneEmail } from "../../lib/order-query";
import { TextButton } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import { Icon, type IconName } from "../../ui/icon";
import { Reference } from "../../ui/reference";
import { Cell, Row, Table } from "../../ui/table";
import { type ActName, may } from "./acts";
import type { Order } from "./order";
import { Subject } from "./subject";
import { RowQuery } from "./support-query";
import "./emails.css";

type Email = Order["emails"][number];

const states = {
  QUEUED: { word: msg`Queued`, icon: "clock" },
  SENT: { word: msg`Accepted`, icon: "check" },
  DEFERRED: { word: msg`Deferred`, icon: "clock" },
  FAILED: { word: msg`Failed`, icon: "warning" },
  KEPT: { word: msg`Kept, not sent`, icon: "info" },
} as const satisfies Record<Email["state"], { word: unknown; icon: IconName }>;

/** Every email of the order and what became of it. */
export function Emails({ order, onAct }: { order: Order; onAct: (name: ActName) => void }) {
  const { t } = useLingui();
  if (order.emails.length === 0) return null;
  const latestSetup = order.emails.find(({ kind }) => kind === "SETUP");
  return (
    <Section title={t`Emails`}>
      <Table caption={t`Emails`} columns={[t`Subject`, t`To`, t`Delivery`, { unseen: t`Resend` }]}>
        {order.emails.map((email) => (
          // The row of the button stays as a newer mail takes it, so the focus stays on the button.
          <Row key={email === latestSetup ? "latest setup" : email.id}>
            <Cell>
              <span className="email-subject">
                <Subject text={email.subject} />
              </span>
              <span className="meta">
                {dateTime(email.sentAt ?? email.queuedAt)}
                {order.viewerRole === "SUPPORT" && (
                  <RowQuery asked={oneEmail(order.id, email.id)} label={t`This email in GraphiQL`} />
                )}
              </span>
            </Cell>
            <Cell>
              <span className="email-to">{email.to}</span>
            </Cell>
            <Cell>
              <Delivery email={email} />
            </Cell>
            <Cell end>
              {email === latestSetup && may(order, "resendSetupEmail") && (
                <TextButton onPress={() => onAct("resendSetupEmail")}>
                  <Trans>Resend</Trans>
                </TextButton>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

/** What the mail server said at each try, folded below the one line of the mail. */
function Tries({ email }: { email: Email }) {
  const count = plural(email.tries.length, { one: "# try deferred", other: "# tries deferred" });
  return (
    <>
      {email.state !== "DEFERRED" && email.lastReply && (
        <span className="meta email-reply">{email.lastReply}</span>
      )}
      <details className="email-tries meta">
        <summary>{count}</summary>
        <ol>
          {email.tries.map(({ at, reply }) => (
            <li key={at}>
              <span className="tabular">{dateTime(at)}</span>
              {reply && <span className="email-reply"> {reply}</span>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Delivery({ email }: { email: Email }) {
  const { t, i18n } = useLingui();
  const { word, icon } = states[email.state];
  const isTroubled = email.state === "DEFERRED" || email.state === "FAILED";
  const tries = email.state === "DEFERRED" ? t`, try ${email.attempts}` : "";
  return (
    <>
      <span className="email-state" data-state={email.state}>
        <Icon name={icon} size={16} />
        <span>
          {i18n._(word)}
          {tries}
        </span>
      </span>
      {email.tries.length > 0 ? (
        <Tries email={email} />
      ) : (
        email.lastReply && <span className="meta email-reply">{email.lastReply}</span>
      )}
      {isTroubled && <Reference id={email.correlationId} />}
    </>
  );
}
