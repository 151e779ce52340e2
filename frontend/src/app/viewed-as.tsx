import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import { ViewedAsDocument, type ViewedAsQuery } from "../gql/graphql";
import { announce } from "../lib/announce";
import { useApiQuery } from "../lib/api-query";
import { currentPath, withBase } from "../lib/base-path";
import { time } from "../lib/format";
import { useReloadWhile } from "../lib/reload-while";
import { useSessionEnd } from "../lib/session";
import { Banner } from "../ui/banner";
import { ButtonLink } from "../ui/button";
import { CardPage } from "../ui/card-page";
import "./shell.css";

const minute = 60_000;

type View = NonNullable<NonNullable<ViewedAsQuery["viewer"]>["viewedAs"]>;

/**
 * Pages of an order as somebody else sees it. Above each of them, wherever one scrolls: whose view it is, how long it lasts,
 * and how to end it. Whether it lasts the server says; once it has ended, no page of it is left.
 */
export default function ViewedAs({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { data, failure, reload } = useApiQuery(ViewedAsDocument, {});
  const minutes = useMinutesLeft();
  useReloadWhile(minutes === 0, reload);
  const view = data?.viewer?.viewedAs;
  const isOver = failure?.kind === "viewEnded";
  useEffect(() => {
    if (isOver) announce(t`This view has ended.`);
  }, [isOver, t]);
  if (isOver) return <Ended />;
  return (
    <>
      {view && <Whose view={view} minutes={minutes === 0 ? 1 : minutes} />}
      {children}
    </>
  );
}

function Whose({ view, minutes }: { view: View; minutes: number | null }) {
  const { t } = useLingui();
  const { orderNumber, email } = view;
  const since = time(view.since);
  return (
    <aside className="view-banner" aria-label={t`View of someone else`}>
      <Banner
        tone="warn"
        title={t`You see order ${orderNumber} as ${email} does.`}
        action={<a href={withBase(`/orders/${view.orderId}`)}>{t`Stop`}</a>}
      >
        <Trans>Since {since}. Nothing can be changed.</Trans>{" "}
        {minutes !== null &&
          plural(minutes, { one: "This view ends in # minute.", other: "This view ends in # minutes." })}
      </Banner>
    </aside>
  );
}

/** Minutes until the view ends, 0 when it should have; null: the server has not said when. */
function useMinutesLeft(): number | null {
  const end = useSessionEnd();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return end === null ? null : Math.max(0, Math.ceil((end - now) / minute));
}

function Ended() {
  const { t } = useLingui();
  const [, id] = /^\/(?:orders|setup)\/([\w-]+)/.exec(currentPath()) ?? [];
  return (
    <CardPage
      title={t`This view has ended.`}
      lead={<Trans>You saw an order as someone else does. That lasts 30 minutes at most.</Trans>}
    >
      <ButtonLink variant="primary" external href={id ? `/orders/${id}` : "/"}>
        {id ? t`Open the order as yourself` : t`To the start page`}
      </ButtonLink>
    </CardPage>
  );
}
