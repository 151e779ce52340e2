import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { WizardOrderByIdDocument, WizardOrderChangedDocument } from "../gql/graphql";
import { announce } from "../lib/announce";
import { viewId } from "../lib/base-path";
import { ago } from "../lib/format";
import {
  isAhead,
  isOpen,
  isOver,
  isSlug,
  openInstead,
  pageAfter,
  pageBefore,
  pagesOfPart,
  type StepSlug,
  slugOf,
} from "../lib/journey";
import { useLiveOrder } from "../lib/live";
import { isStatusOnly, type WizardOrder } from "../lib/order";
import { setUnsaved } from "../lib/unsaved";
import { useViewer } from "../lib/viewer";
import { steps } from "../steps";
import { Banner } from "../ui/banner";
import { FailureBanner } from "../ui/failure-banner";
import { NoOrder } from "../ui/no-order";
import { Skeleton } from "../ui/skeleton";
import { TopBar } from "../ui/top-bar";
import { AccountMenu } from "./account-menu";
import { AriaLocale } from "./aria-locale";
import { Forward, SignInFirst } from "./forward";
import { SessionWarning } from "./session-warning";
import { WizardRail } from "./wizard-rail";
import "./shell.css";
import "../ui/more-icons";

const prefetchAfter = 1_000;

/** The wizard of one order: the page of the step in the address, or of the first open step where that is still ahead. */
export default function Wizard({ orderId, step }: { orderId: string; step: string }) {
  const { viewer, wasSignedIn, reload } = useViewer();
  const live = useLiveOrder(WizardOrderByIdDocument, WizardOrderChangedDocument, orderId);
  const saved = useSaved(live.order);
  useEffect(() => {
    if (isSlug(step)) steps[step].prefetch();
  }, [step]);
  if (viewer === null || live.failure?.kind === "signedOut") {
    return <SignInFirst wasSignedIn={wasSignedIn} />;
  }
  if (isStatusOnly(live.order?.viewerRole)) return <Forward to={`/orders/${orderId}`} />;
  return (
    <AriaLocale>
      <TopBar
        email={viewer?.email}
        saved={saved}
        menu={<AccountMenu signedIn={Boolean(viewer)} />}
        guideBeside
      />
      {!viewId && <SessionWarning ask={reload} />}
      {live.order ? (
        <OpenWizard order={live.order} step={step} update={live.update} />
      ) : (
        <div className="wizard">
          <aside className="rail" />
          <main id="main" className="wizard-page">
            {live.failure?.kind === "notFound" ? (
              <NoOrder wasOpen={live.wasOpen} correlationId={live.failure.correlationId} />
            ) : live.failure ? (
              <FailureBanner failure={live.failure} during="load" onRetry={live.reload} />
            ) : (
              <Skeleton shape="step" />
            )}
          </main>
        </div>
      )}
    </AriaLocale>
  );
}

function OpenWizard({
  order,
  step,
  update,
}: {
  order: WizardOrder;
  step: string;
  update: (order: WizardOrder) => void;
}) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [led, setLed] = useState<{ to: StepSlug; isPast: boolean } | null>(null);
  const seen = useRef("");
  const href = (slug: StepSlug) => `/setup/${order.id}/${slug}`;
  const wanted = isSlug(step) ? step : null;
  const current =
    wanted && isOpen(order, wanted) ? wanted : wanted ? openInstead(order, wanted) : slugOf(order.nextStep);
  const shown = isOpen(order, current) ? current : openInstead(order, current);

  // Before anything else happens: an answer that comes between drawing and this would find the message not set yet.
  useLayoutEffect(() => {
    const isPast = seen.current === step;
    seen.current = shown;
    if (step === shown) return;
    if (wanted && (isPast || isAhead(order, wanted))) setLed({ to: shown, isPast });
    setUnsaved(false);
    navigate(`/setup/${order.id}/${shown}`, { replace: true });
  }, [step, shown, wanted, order, navigate]);

  useEffect(() => {
    const timer = setTimeout(() => {
      for (const slug of pagesOfPart(order)) steps[slug].prefetch();
    }, prefetchAfter);
    return () => clearTimeout(timer);
  }, [order]);

  function next(changed: WizardOrder, to?: StepSlug) {
    setUnsaved(false);
    update(changed);
    setLed(null);
    announce(t`Saved`);
    navigate(href(to ?? pageAfter(changed, shown)));
  }

  const Step = steps[shown];
  const before = pageBefore(order, shown);
  return (
    <div className="wizard">
      <WizardRail order={order} current={shown} href={href} />
      <main id="main" className="wizard-page">
        {led?.to === shown && !isOver(order) && (
          <div className="wizard-message">
            {led.isPast ? (
              <Banner title={t`This order has changed.`}>
                <Trans>Someone changed it in the meantime. The page you had open no longer applies.</Trans>
              </Banner>
            ) : (
              <Banner title={t`Do this first.`}>
                <Trans>The page you opened comes later.</Trans>
              </Banner>
            )}
          </div>
        )}
        <Suspense fallback={<Skeleton shape="step" />} key={shown}>
          <Step order={order} back={before && href(before)} href={href} next={next} update={update} />
        </Suspense>
      </main>
    </div>
  );
}

/** "Saved 12 minutes ago", kept current. */
function useSaved(order: WizardOrder | null): string | undefined {
  const { t } = useLingui();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const isUntouched = !order || order.status === "AWAITING_CONTACT" || order.status === "COMPLETED";
  if (isUntouched) return undefined;
  const when = ago(order.updatedAt);
  return t`Saved ${when}`;
}
