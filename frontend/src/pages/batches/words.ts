import { msg, plural } from "@lingui/core/macro";
import type { Consequences } from "../../acts/consequences";
import type { BatchAct, BatchRowState } from "../../gql/graphql";
import type { Tone } from "../../ui/status";

/** What is done, as the buttons say. */
export const verbs: Record<BatchAct, ReturnType<typeof msg>> = {
  RESEND: msg`Resend the email`,
  DELEGATE: msg`Change the contact`,
  HAND_OVER: msg`Hand over`,
  CANCEL: msg`Cancel`,
  PUT_ASIDE: msg`Put aside`,
  TAKE_UP: msg`Take up again`,
};

/** The same of so many orders: titles and questions. */
export function titleOf(act: BatchAct, count: number): string {
  switch (act) {
    case "RESEND":
      return plural(count, { one: "Resend the email of # order", other: "Resend the email of # orders" });
    case "DELEGATE":
      return plural(count, { one: "Change the contact of # order", other: "Change the contact of # orders" });
    case "HAND_OVER":
      return plural(count, {
        one: "Hand # order over to its customer",
        other: "Hand # orders over to their customers",
      });
    case "PUT_ASIDE":
      return plural(count, { one: "Put # order aside", other: "Put # orders aside" });
    case "TAKE_UP":
      return plural(count, { one: "Take # order up again", other: "Take # orders up again" });
    default:
      return plural(count, { one: "Cancel # order", other: "Cancel # orders" });
  }
}

/** What each act brings, before it is done. */
export const consequencesOf: Record<BatchAct, Consequences> = {
  RESEND: {
    follows: msg`Each contact gets the welcome email again, with a new link.`,
    told: msg`Only the contacts get it.`,
    undo: msg`Earlier links of the contacts stop working for good.`,
  },
  DELEGATE: {
    follows: msg`The new contact completes the orders; drafts are kept. The former contacts see only where the orders stand.`,
    told: msg`The new contact gets the welcome email of each order. The former contacts and the salespeople get a note.`,
    undo: msg`Until an order is mapped, you can change its contact again.`,
  },
  HAND_OVER: {
    follows: msg`The customers set up their services. You do not lose access and can work on the services too.`,
    told: msg`The administrators of each customer get an email with a link.`,
    undo: msg`You can take service setup back at any time, one order at a time.`,
  },
  PUT_ASIDE: {
    follows: msg`You no longer see the orders among those that wait for you, until the day that you choose or until something changes on them. Deadlines run on.`,
    told: msg`Nobody gets an email, and for others nothing changes.`,
    undo: msg`You can take them up again at any time.`,
  },
  TAKE_UP: {
    follows: msg`The orders that wait for you are listed as such again.`,
    told: msg`Nobody gets an email, and for others nothing changes.`,
    undo: msg`You can put them aside again.`,
  },
  CANCEL: {
    follows: msg`The orders end, reserved site names become available, and all links stop working.`,
    told: msg`Their contacts get an email with your reason.`,
    undo: msg`This is final.`,
  },
};

export const stateWords: Record<BatchRowState, ReturnType<typeof msg>> = {
  WAITING: msg`Waiting`,
  DONE: msg`Done`,
  REFUSED: msg`Not done`,
  STOPPED: msg`Stopped`,
};

export const stateTones: Record<BatchRowState, Tone> = {
  WAITING: "wait",
  DONE: "done",
  REFUSED: "fail",
  STOPPED: "off",
};

const ofRole: Record<string, readonly BatchAct[]> = {
  PROVISIONING_CONTACT: ["DELEGATE", "HAND_OVER", "PUT_ASIDE"],
  CUSTOMER_ADMINISTRATOR: ["PUT_ASIDE"],
  PARTNER_ADMINISTRATOR: ["RESEND", "DELEGATE", "HAND_OVER", "PUT_ASIDE"],
  PROVISIONING_ADMINISTRATOR: ["HAND_OVER", "PUT_ASIDE"],
  SERVICE_DELEGATE: ["PUT_ASIDE"],
  SALESPERSON: ["RESEND", "DELEGATE"],
  SUPPORT: ["RESEND", "DELEGATE", "CANCEL", "PUT_ASIDE"],
};

/** The acts that somebody with these roles may do with some order; what is put aside is taken up again. */
export function actsFor(roles: readonly string[], isAside: boolean): BatchAct[] {
  const acts: BatchAct[] = ["RESEND", "DELEGATE", "HAND_OVER", "PUT_ASIDE", "CANCEL"];
  const mine = acts.filter((act) => roles.some((role) => ofRole[role]?.includes(act)));
  return mine.map((act) => (act === "PUT_ASIDE" && isAside ? "TAKE_UP" : act));
}
