import { useLingui } from "@lingui/react/macro";
import { list } from "../../lib/format";
import type { WizardOrder, WizardService } from "../../lib/order";
import { serviceNames } from "../../lib/words";

/** Was the customer asked to set up the services, and is this person not the customer? */
export function isCustomersTurn({ waitingFor, viewerRole }: WizardOrder): boolean {
  const isOwn = viewerRole === "CUSTOMER_ADMINISTRATOR" || viewerRole === "SERVICE_DELEGATE";
  return waitingFor?.role === "CUSTOMER_ADMINISTRATOR" && !isOwn;
}

const isOpen = ({ state }: WizardService) =>
  state === "NOT_STARTED" || state === "DRAFT" || state === "READY_FOR_REVIEW" || state === "DEFERRED";

/** What the page of the services asks or tells: the same that the order's status and its buttons say. */
export function useHeading(order: WizardOrder): { title: string; lead: string } {
  const { t, i18n } = useLingui();
  const named = (state: WizardService["state"]) =>
    list(order.services.filter((one) => one.state === state).map(({ kind }) => i18n._(serviceNames[kind])));
  const mayStart =
    order.allowedMutations.includes("setUpNow") || order.allowedMutations.includes("submitService");
  const isFresh = order.services.every(({ submittedAt }) => submittedAt === null);
  if (order.standing === "DISPUTED") {
    return {
      title: t`Setup is on hold until support decides`,
      lead: t`The customer disputes the mapping. Until support decides, nothing can be set up. Everything you saved is kept.`,
    };
  }
  if (order.standing === "ENDED") {
    return {
      title: t`Service setup has ended`,
      lead: t`The customer disputed the mapping and support agreed. What is already set up stays with the customer; nothing more will be set up.`,
    };
  }
  if (isCustomersTurn(order)) {
    return {
      title: t`Your customer sets up the services`,
      lead: t`We emailed the customer’s administrator. You can still work on the services too.`,
    };
  }
  if (mayStart && order.services.some((one) => isOpen(one) && one.kind !== "MESSAGING")) {
    if (order.viewerRole === "SERVICE_DELEGATE") {
      const asked = list(order.services.map(({ kind }) => i18n._(serviceNames[kind])));
      return {
        title: t`You were asked to set up ${asked}`,
        lead: t`The person who asked you can work on it too. You see nothing else of the order.`,
      };
    }
    return {
      title: t`Which service do you want to set up?`,
      lead: isFresh ? t`Nothing is provisioned yet. Set up the services in any order, now or later.` : "",
    };
  }
  const which = named("FAILED");
  const running = named("PROVISIONING");
  if (which) return { title: t`${which} could not be set up`, lead: "" };
  if (running) return { title: t`Setting up ${running}`, lead: "" };
  return { title: t`The services of this order`, lead: isFresh ? t`Nothing is provisioned yet.` : "" };
}
