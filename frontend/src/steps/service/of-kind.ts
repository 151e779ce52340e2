import type { CallingService, MeetingsService, WizardOrder } from "../../lib/order";

/** The order's Meetings; the wizard opens its pages only where there is one. */
export function meetingsOf(order: WizardOrder): MeetingsService {
  return order.services.find((service) => service.__typename === "MeetingsService") as MeetingsService;
}

/** The order's Calling; the wizard opens its pages only where there is one. */
export function callingOf(order: WizardOrder): CallingService {
  return order.services.find((service) => service.__typename === "CallingService") as CallingService;
}
