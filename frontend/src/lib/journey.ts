import type { ServiceKind } from "../gql/graphql";
import type { WizardOrder, WizardService } from "./order";
import { type StepSlug, slugOf } from "./step-slugs";

export { isSlug, type StepSlug, slugOf, slugs } from "./step-slugs";

/** What the journey needs to know of an order. */
export type OrderProgress = Pick<WizardOrder, "status" | "standing" | "audience" | "nextStep"> & {
  viewerRole?: WizardOrder["viewerRole"];
  services: readonly ServiceProgress[];
};
type ServiceProgress = Pick<WizardService, "kind" | "state" | "nextStep"> & { sites?: readonly unknown[] };

const finder: StepSlug[] = [
  "audience",
  "partner-organization",
  "customer-organization",
  "review-organizations",
];
const pages: Partial<Record<ServiceKind, StepSlug[]>> = {
  MEETINGS: ["meetings-sites", "meetings-licenses", "meetings-review"],
  CALLING: ["calling-location", "calling-review"],
};

/** The pages of the organization finder on this order: only partners choose a partner organization. */
export function finderPages(order: Pick<OrderProgress, "audience">): StepSlug[] {
  return order.audience === "OWN_COMPANY" ? finder.filter((slug) => slug !== "partner-organization") : finder;
}

/** The pages of a service: licenses are distributed only over several sites. */
export function servicePages(service: ServiceProgress): StepSlug[] {
  const all = pages[service.kind] ?? [];
  return (service.sites?.length ?? 0) > 1 ? all : all.filter((slug) => slug !== "meetings-licenses");
}

/** The service that a page belongs to. */
export function kindOf(slug: StepSlug): ServiceKind | null {
  const entry = Object.entries(pages).find(([, slugs]) => slugs.includes(slug));
  return entry ? (entry[0] as ServiceKind) : null;
}

export function isMapped(order: Pick<OrderProgress, "status">): boolean {
  return order.status === "MAPPED" || order.status === "SETTING_UP" || order.status === "COMPLETED";
}

export function isOver({ status }: Pick<OrderProgress, "status">): boolean {
  return status === "CLOSED" || status === "CANCELLED";
}

/** Does a dispute halt service setup, until support decides or for good? */
export function isHalted({ standing }: Pick<OrderProgress, "standing">): boolean {
  return standing === "DISPUTED" || standing === "ENDED";
}

const wasSubmitted = ({ state }: ServiceProgress) =>
  state === "PROVISIONING" || state === "PROVISIONED" || state === "FAILED";

/** May this page be shown now? Earlier pages stay open until what they decide is carried out. */
export function isOpen(order: OrderProgress, slug: StepSlug): boolean {
  if (isOver(order)) return slug === "done";
  if (slug === "done") return order.services.some(wasSubmitted);
  if (!isMapped(order)) {
    const open = finderPages(order);
    return open.includes(slug) && open.indexOf(slug) <= open.indexOf(slugOf(order.nextStep));
  }
  if (slug === "review-organizations") return order.viewerRole !== "SERVICE_DELEGATE";
  if (slug === "services") return true;
  if (isHalted(order)) return false;
  const service = order.services.find(({ kind }) => kind === kindOf(slug));
  if (!service || service.state === "PROVISIONING" || service.state === "PROVISIONED") return false;
  const open = servicePages(service);
  const furthest = service.nextStep ? open.indexOf(slugOf(service.nextStep)) : open.length - 1;
  return open.includes(slug) && open.indexOf(slug) <= furthest;
}

/** Is this page, which is not open, still to come? */
export function isAhead(order: OrderProgress, slug: StepSlug): boolean {
  if (isHalted(order)) return false;
  if (!isMapped(order)) return !isOver(order);
  const service = order.services.find(({ kind }) => kind === kindOf(slug));
  return service !== undefined && !wasSubmitted(service);
}

/** The page to show when the wanted one is not open. */
export function openInstead(order: OrderProgress, slug: StepSlug): StepSlug {
  const service = order.services.find(({ kind }) => kind === kindOf(slug));
  if (isMapped(order) && service) {
    if (wasSubmitted(service) && service.state !== "FAILED") return "done";
    if (service.nextStep && isOpen(order, slugOf(service.nextStep))) return slugOf(service.nextStep);
  }
  const next = slugOf(order.nextStep);
  return isOpen(order, next) ? next : isMapped(order) ? "services" : "audience";
}

/** The page before this one; null on the first of each part. */
export function pageBefore(order: OrderProgress, slug: StepSlug): StepSlug | null {
  if (slug === "services" || slug === "done") return null;
  const service = order.services.find(({ kind }) => kind === kindOf(slug));
  if (!service)
    return isMapped(order) ? null : (finderPages(order)[finderPages(order).indexOf(slug) - 1] ?? null);
  const open = servicePages(service);
  return open[open.indexOf(slug) - 1] ?? "services";
}

/** The page after a saved step: the service's own next page, else the order's. */
export function pageAfter(order: OrderProgress, slug: StepSlug): StepSlug {
  const service = order.services.find(({ kind }) => kind === kindOf(slug));
  const goesOn =
    service && (service.state === "DRAFT" || service.state === "READY_FOR_REVIEW") && service.nextStep;
  return slugOf(goesOn || order.nextStep);
}

/** The pages of the part at hand, and the one after it. */
export function pagesOfPart(order: OrderProgress): StepSlug[] {
  return isMapped(order)
    ? ["services", ...order.services.flatMap(servicePages), "done"]
    : [...finderPages(order), "services"];
}
