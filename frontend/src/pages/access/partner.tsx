import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { Confirmation } from "../../acts/confirmation";
import { partnerAccessConsequences } from "../../acts/partner-access-consequences";
import { DecidePartnerAccessRequestDocument, EndPartnerAccessDocument } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { date, dateTime } from "../../lib/format";
import { AccessLine, AccessPicture } from "../../ui/access-picture";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Section } from "../../ui/hub-page";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { type PartnerAccess, rights } from "./access";

const MOST_ORDERS = 3;

type PartnerProps = {
  organizationId: string;
  access: PartnerAccess;
  mayChange: boolean;
  reload: () => void;
};

/** What one partner may do, as a picture; or that it was ended, and whether the partner asks for it again. */
export function Partner({ organizationId, access, mayChange, reload }: PartnerProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"end" | "grant" | "decline" | null>(null);
  const { people, endedAt, request } = access;
  const name = access.partnerName;
  const isAsked = request?.state === "PENDING";
  const close = () => setAsking(null);
  return (
    <Section
      title={name}
      action={
        mayChange &&
        people.length > 0 && (
          <Button size="small" onPress={() => setAsking("end")}>
            <Trans>
              End access <span className="unseen">of {name}</span>
            </Trans>
          </Button>
        )
      }
    >
      {isAsked && request && (
        <div className="access-request">
          <Banner
            tone="warn"
            title={
              <Trans>
                {request.requestedBy} asks for access again: {dateTime(request.requestedAt)}
              </Trans>
            }
          >
            {request.reason} <Trans>You can decide until {date(request.expiresAt)}.</Trans>
          </Banner>
          {mayChange && (
            <div className="access-answers">
              <Button size="small" onPress={() => setAsking("grant")}>
                <Trans>Give access again</Trans>
              </Button>
              <Button size="small" variant="quiet" onPress={() => setAsking("decline")}>
                <Trans>Decline</Trans>
              </Button>
            </div>
          )}
        </div>
      )}
      {people.length > 0 ? (
        <Picture access={access} />
      ) : (
        endedAt && (
          <p>
            <Trans>You ended its access: {dateTime(endedAt)}</Trans>
          </p>
        )
      )}
      <Dialog title={t`End the access of ${name}?`} isOpen={asking === "end"} onClose={close}>
        {asking === "end" && (
          <End organizationId={organizationId} access={access} onClose={close} reload={reload} />
        )}
      </Dialog>
      <Dialog
        title={asking === "grant" ? t`Give ${name} access again?` : t`Decline the request of ${name}?`}
        isOpen={asking === "grant" || asking === "decline"}
        onClose={close}
      >
        {asking && <Decide access={access} approve={asking === "grant"} onClose={close} reload={reload} />}
      </Dialog>
    </Section>
  );
}

function Picture({ access }: { access: PartnerAccess }) {
  const { i18n } = useLingui();
  const { partnerName, right, since, people, orders, programs } = access;
  return (
    <AccessPicture
      root={
        <>
          <strong>{partnerName}</strong> {right && <span className="ink-2">{i18n._(rights[right])}</span>}
          {since && (
            <span className="meta">
              <Trans>since {date(since)}</Trans>
            </span>
          )}
        </>
      }
    >
      {people.map((person) => (
        <AccessLine
          key={person.email}
          strong={person.right === "FULL_ADMINISTRATOR"}
          who={person.email}
          may={
            <>
              {i18n._(rights[person.right])}
              {person.since && (
                <span className="meta">
                  <Trans>since {date(person.since)}</Trans>
                </span>
              )}
            </>
          }
          because={
            person.orderIds.length === 0 ? (
              <Trans>Named by the directory</Trans>
            ) : (
              <Because orders={orders} ids={person.orderIds} />
            )
          }
        />
      ))}
      {programs && (
        <AccessLine
          who={<Trans>Systems of {partnerName}</Trans>}
          may={<Trans>See and set up these orders, by API tokens and webhooks</Trans>}
        />
      )}
    </AccessPicture>
  );
}

/** The orders because of which somebody has access. */
function Because({ orders, ids }: { orders: PartnerAccess["orders"]; ids: string[] }) {
  const shown = orders.filter(({ id }) => ids.includes(id)).slice(0, MOST_ORDERS);
  const more = ids.length - shown.length;
  return (
    <span className="access-orders">
      {shown.map(({ id, orderNumber, companyName }) => (
        <Link key={id} href={`/orders/${id}`} title={companyName}>
          {orderNumber}
        </Link>
      ))}
      {more > 0 && <Plural value={more} one="and # order" other="and # orders" />}
    </span>
  );
}

type AskingProps = { access: PartnerAccess; onClose: () => void; reload: () => void };

function End({ organizationId, access, onClose, reload }: AskingProps & { organizationId: string }) {
  const { t } = useLingui();
  const { run, ...act } = useApiMutation(EndPartnerAccessDocument);
  const [reason, setReason] = useState("");
  const { partnerId, partnerName: displayName } = access;
  const waiting = access.orders.filter((order) => order.waitsForPartner).map((order) => order.orderNumber);
  async function end() {
    const done = await run({ input: { organizationId, partnerId, reason: reason.trim() || null } });
    if (!done) return;
    toast(t`The access of ${displayName} has ended`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      danger
      verb={t`End access`}
      says={partnerAccessConsequences.endPartnerAccess({ partner: displayName, waiting })}
      act={act}
      onConfirm={end}
      onClose={onClose}
    >
      <TextField
        name="reason"
        multiline
        autoFocus
        label={t`Reason (optional)`}
        hint={t`The partner and your administrators read it.`}
        value={reason}
        onChange={setReason}
      />
    </Confirmation>
  );
}

function Decide({ access, approve, onClose, reload }: AskingProps & { approve: boolean }) {
  const { t } = useLingui();
  const { run, ...act } = useApiMutation(DecidePartnerAccessRequestDocument);
  const { partnerName, request } = access;
  const of = { partner: partnerName };
  async function decide() {
    if (!request || !(await run({ input: { requestId: request.id, approve } }))) return;
    toast(approve ? t`${of.partner} has access again` : t`You declined`);
    onClose();
    reload();
  }
  return (
    <Confirmation
      verb={approve ? t`Give access again` : t`Decline`}
      says={
        approve
          ? partnerAccessConsequences.grantPartnerAccess(of)
          : partnerAccessConsequences.declinePartnerAccess(of)
      }
      act={act}
      onConfirm={decide}
      onClose={onClose}
    />
  );
}
