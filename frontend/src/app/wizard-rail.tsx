import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { dueOf } from "../lib/due";
import { lastDay, row } from "../lib/format";
import { finderPages, isMapped, isOpen, kindOf, type StepSlug, servicePages, slugOf } from "../lib/journey";
import type { WizardOrder, WizardService } from "../lib/order";
import { setupNames } from "../lib/words";
import { Rail, type RailItem, type RailPage } from "../ui/rail";

const names = {
  audience: msg`Who the order is for`,
  "partner-organization": msg`Map to a partner org`,
  "customer-organization": msg`Map to a customer org`,
  "review-organizations": msg`Review`,
  "meetings-sites": msg`Sites`,
  "meetings-licenses": msg`Licenses`,
  "meetings-review": msg`Check`,
  "calling-location": msg`Location`,
  "calling-review": msg`Check`,
};

type Named = keyof typeof names;

type WizardRailProps = { order: WizardOrder; current: StepSlug; href: (slug: StepSlug) => string };

/** The rail of an order: both parts (of who is asked for one service that service only), the pages of the service at hand, and the order's facts. */
export function WizardRail({ order, current, href }: WizardRailProps) {
  const { t, i18n } = useLingui();
  const services = order.services.filter((service) => servicePages(service).length > 0);
  const facts = [
    ...(order.test ? [{ label: t`Test order`, value: t`None of it is real` }] : []),
    { label: t`Order`, value: order.orderNumber },
    { label: t`Customer`, value: order.companyName },
    ...(order.subscription ? [{ label: t`Offer`, value: order.subscription.offer }] : []),
    ...(order.deadline && dueOf(order) ? [{ label: t`Due`, value: lastDay(order.deadline) }] : []),
  ];
  const setup = {
    title: t`Service setup`,
    items: services.map((service) => serviceItem(order, service, current, href, i18n)),
  };
  const isOneService = order.viewerRole === "SERVICE_DELEGATE";
  return (
    <Rail
      parts={
        isOneService
          ? [setup]
          : [{ title: t`Organization finder`, items: finderItems(order, current, href, i18n) }, setup]
      }
      about={row([order.test && t`Test order`, order.companyName, order.orderNumber], " · ")}
      foot={facts}
    />
  );
}

/** An order for one's own company has one organization: one's own. */
function nameOf(order: WizardOrder, slug: Named): MessageDescriptor {
  const isOwn = slug === "customer-organization" && order.audience === "OWN_COMPANY";
  return isOwn ? msg`Your organization` : names[slug];
}

function finderItems(
  order: WizardOrder,
  current: StepSlug,
  href: WizardRailProps["href"],
  i18n: I18n,
): RailItem[] {
  const open = finderPages(order);
  const reached = isMapped(order) ? open.length : open.indexOf(slugOf(order.nextStep));
  return open.map((slug, index) => ({
    label: i18n._(nameOf(order, slug as Named)),
    state: slug === current ? "now" : index < reached ? "done" : "later",
    href: index < reached && isOpen(order, slug) ? href(slug) : undefined,
  }));
}

function serviceItem(
  order: WizardOrder,
  service: WizardService,
  current: StepSlug,
  href: WizardRailProps["href"],
  i18n: I18n,
): RailItem {
  const label = i18n._(setupNames[service.kind]);
  const onDone = current === "done" && (service.state === "PROVISIONING" || service.state === "FAILED");
  if (kindOf(current) !== service.kind) {
    return { label, state: service.state === "PROVISIONED" ? "done" : onDone ? "now" : "later" };
  }
  const open = servicePages(service);
  const reached = service.nextStep ? open.indexOf(slugOf(service.nextStep)) : open.length;
  const pages: RailPage[] = open.map((slug, index) => ({
    label: i18n._(names[slug as Named]),
    state: slug === current ? "now" : index < reached ? "done" : "later",
    href: isOpen(order, slug) ? href(slug) : undefined,
  }));
  return { label, state: "now", pages };
}
