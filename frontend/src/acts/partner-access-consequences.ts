import { msg } from "@lingui/core/macro";
import { list } from "../lib/format";
import type { Consequences } from "./consequences";

/** The same for who has access to a customer organization; only the page of that says it. */
export const partnerAccessConsequences = {
  endPartnerAccess: ({ partner, waiting }: Ending) => {
    const orders = list(waiting);
    return {
      follows:
        waiting.length > 0
          ? msg`${partner} sees none of your orders any more, neither its people nor its systems, and full administrator privileges end. You set up ${orders} from then on, with what was saved so far. What was submitted goes on.`
          : msg`${partner} sees none of your orders any more, neither its people nor its systems, and full administrator privileges end. What is set up stays.`,
      told: msg`The people of ${partner} who lose access get an email with your reason, and so do your other administrators.`,
      undo: msg`The partner may ask for it again, and you then decide. Orders that are placed later are not affected.`,
    };
  },
  requestPartnerAccess: ({ customer }: Asking) => ({
    follows: msg`If ${customer} agrees, your people see the orders that they had, and can set up their services.`,
    told: msg`The full administrators of ${customer} get an email with your reason.`,
    undo: msg`They have 14 days to decide. You can ask once a day and three times in 30 days.`,
  }),
  grantPartnerAccess: ({ partner }: Partner) => ({
    follows: msg`${partner} sees the orders that it had, and may set up their services. Full administrator privileges don’t come back with it.`,
    told: msg`Who asked gets an email, and so do the other administrators of ${partner}.`,
    undo: msg`You can end the access again at any time.`,
  }),
  declinePartnerAccess: ({ partner }: Partner) => ({
    follows: msg`The access of ${partner} stays ended.`,
    told: msg`Who asked gets an email, and so do the other administrators of ${partner}.`,
    undo: msg`The partner may ask again on another day.`,
  }),
} satisfies Record<string, (...facts: never[]) => Consequences>;

/** `waiting`: numbers of the orders that wait for the partner. */
type Ending = { partner: string; waiting: string[] };
type Asking = { customer: string };
type Partner = { partner: string };
