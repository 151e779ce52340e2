import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { useSearch } from "wouter";
import { OrderPageByIdDocument, OrderPageChangedDocument } from "../../gql/graphql";
import { useLiveOrder } from "../../lib/live";
import { isStatusOnly, isSubmitted, summaryDataHref, summaryHref } from "../../lib/order";
import { page } from "../../lib/page";
import { standingTones, standingWords } from "../../lib/words";
import { ButtonLink } from "../../ui/button";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage, Section } from "../../ui/hub-page";
import { NoOrder } from "../../ui/no-order";
import { Skeleton } from "../../ui/skeleton";
import { Pill } from "../../ui/status";
import { TestBadge } from "../../ui/test-badge";
import { type ActName, actIn } from "./acts";
import { Emails } from "./emails";
import { FormerContact } from "./former-contact";
import { Manage } from "./manage";
import type { Order, Update } from "./order";
import { Organizations } from "./organizations";
import { People } from "./people";
import { Services } from "./services";
import { Standing } from "./standing";
import { SupportQuery } from "./support-query";
import { Timeline } from "./timeline";
import "./order-page.css";

const FollowUps = page("hub", () => import("../../acts/follow-ups"));

const ActDialog = page("hub", () => import("./act-dialog"));

/** One order: its services live, organizations, emails, people, timeline, and all that this person may do with it. */
export default function OrderPage({ id }: { id: string }) {
  const live = useLiveOrder(OrderPageByIdDocument, OrderPageChangedDocument, id);
  if (live.order) return <LoadedOrder order={live.order} update={live.update} />;
  return (
    <div className="hub-page">
      {live.failure?.kind === "notFound" ? (
        <NoOrder wasOpen={live.wasOpen} correlationId={live.failure.correlationId} />
      ) : live.failure ? (
        <FailureBanner failure={live.failure} during="load" onRetry={live.reload} />
      ) : (
        <Skeleton shape="page" count={4} />
      )}
    </div>
  );
}

function LoadedOrder({ order, update }: { order: Order; update: Update }) {
  const { t, i18n } = useLingui();
  const wanted = new URLSearchParams(useSearch()).get("ask");
  const [asked, setAsked] = useState<ActName | null>(() => actIn(order, wanted));
  // Who watches the last step end keeps what stands below the services where it is.
  const [wasCompleted] = useState(order.status === "COMPLETED");
  const back = { href: "/orders", label: t`Orders` };
  const pill = (
    <>
      <Pill tone={standingTones[order.standing]}>{i18n._(standingWords[order.standing])}</Pill>
      {order.test && <TestBadge />}
    </>
  );
  const [wasAsked, setWasAsked] = useState(false);
  if (asked && !wasAsked) setWasAsked(true);
  // It stays once it was loaded, so that it closes as dialogs do.
  const dialog = wasAsked && (
    <Suspense>
      <ActDialog order={order} name={asked} onClose={() => setAsked(null)} update={update} />
    </Suspense>
  );
  const summary = summaryHref(order);
  const data = summaryDataHref(order);
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
        summary &&
        data && (
          <div className="order-downloads">
            <ButtonLink size="small" icon="download" href={summary} external>
              {isSubmitted(order) ? t`Download order summary (PDF)` : t`Download draft (PDF)`}
            </ButtonLink>
            <ButtonLink variant="quiet" size="small" href={data} external>
              {t`Data (JSON)`}
            </ButtonLink>
          </div>
        )
      }
    >
      <Standing order={order} onAct={setAsked} />
      <div className="order-columns">
        <div>
          {!isStatusOnly(order.viewerRole) && (
            <Section title={t`Services`}>
              <Services order={order} update={update} />
            </Section>
          )}
          {wasCompleted && (
            <Suspense>
              <FollowUps order={order} update={update} />
            </Suspense>
          )}
          <Organizations order={order} onAct={setAsked} />
          <Manage order={order} onAct={setAsked} />
          {order.viewerRole === "SUPPORT" && <SupportQuery orderNumber={order.orderNumber} />}
          {/* It grows by itself, so that nothing to press stands below it. */}
          <Emails order={order} onAct={setAsked} />
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
