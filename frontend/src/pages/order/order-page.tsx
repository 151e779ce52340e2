import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSearch } from "wouter";
import { OrderPageByIdDocument, type OrderPageFragment } from "../../gql/graphql";
import { useLiveOrder } from "../../lib/live";
import { isSubmitted, summaryHref } from "../../lib/order";
import { orderStates, provisioningTones, provisioningWords } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage, Section } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { Pill } from "../../ui/status";
import { ActDialog } from "./act-dialog";
import { type ActName, actIn } from "./acts";
import { Emails } from "./emails";
import { FormerContact } from "./former-contact";
import { Manage } from "./manage";
import { Organizations } from "./organizations";
import { People } from "./people";
import { Services } from "./services";
import { Standing } from "./standing";
import { SupportQuery } from "./support-query";
import { Timeline } from "./timeline";
import "./order-page.css";

export type Order = OrderPageFragment;

/** One order: its services live, organizations, emails, people, timeline, and all that this person may do with it. */
export default function OrderPage({ id }: { id: string }) {
  const live = useLiveOrder(OrderPageByIdDocument, id);
  if (live.order) return <LoadedOrder order={live.order} update={live.update} />;
  return (
    <div className="hub-page">
      {live.failure ? (
        <FailureBanner failure={live.failure} during="load" onRetry={live.reload} />
      ) : (
        <Skeleton shape="page" count={4} />
      )}
    </div>
  );
}

function LoadedOrder({ order, update }: { order: Order; update: (order: Order) => void }) {
  const { t, i18n } = useLingui();
  const wanted = new URLSearchParams(useSearch()).get("ask");
  const [asked, setAsked] = useState<ActName | null>(() => actIn(order, wanted));
  const back = { href: "/orders", label: t`Orders` };
  const isOver = order.status === "CLOSED" || order.status === "CANCELLED" || order.status === "SCHEDULED";
  const pill = isOver ? (
    <Pill tone="off">{i18n._(orderStates[order.status])}</Pill>
  ) : (
    <Pill tone={provisioningTones[order.provisioningStatus]}>
      {i18n._(provisioningWords[order.provisioningStatus])}
    </Pill>
  );
  const dialog = <ActDialog order={order} name={asked} onClose={() => setAsked(null)} update={update} />;
  const summary = summaryHref(order);
  const offer = order.subscription;
  const lead = offer ? (
    <Trans>
      Order {order.orderNumber}, {offer.offer} for {offer.termMonths} months, sold by {order.seller.name}
    </Trans>
  ) : (
    <Trans>
      Order {order.orderNumber}, sold by {order.seller.name}
    </Trans>
  );
  if (order.viewerRole === "FORMER_CONTACT") {
    return (
      <HubPage title={order.companyName} pill={pill} lead={lead} back={back}>
        <FormerContact order={order} onAct={setAsked} />
        {dialog}
      </HubPage>
    );
  }
  return (
    <HubPage
      title={order.companyName}
      pill={pill}
      lead={lead}
      back={back}
      action={
        summary && (
          <ButtonLink size="small" icon="download" href={summary} external>
            {isSubmitted(order) ? t`Download order summary (PDF)` : t`Download draft (PDF)`}
          </ButtonLink>
        )
      }
    >
      <Standing order={order} onAct={setAsked} />
      <div className="order-columns">
        <div>
          <Section title={t`Services`}>
            <Services order={order} update={update} />
          </Section>
          <Organizations order={order} onAct={setAsked} />
          <Emails order={order} onAct={setAsked} />
          <Manage order={order} onAct={setAsked} />
          {order.viewerRole === "SUPPORT" && <SupportQuery orderNumber={order.orderNumber} />}
        </div>
        <aside>
          <People order={order} />
          <Timeline order={order} />
        </aside>
      </div>
      {dialog}
    </HubPage>
  );
}
