import { msg, plural, t } from "@lingui/core/macro";
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

/** What it brings, before it is done. */
export function consequenceOf(act: BatchAct): string {
  switch (act) {
    case "RESEND":
      return t`Each contact gets the welcome email again, with a new link. Earlier links no longer work.`;
    case "DELEGATE":
      return t`The new contact gets the welcome email of each order. The former contacts see only where the orders stand.`;
    case "HAND_OVER":
      return t`The administrators of each customer get an email and can set up the services. You lose nothing.`;
    case "PUT_ASIDE":
      return t`You no longer see the orders among those that wait for you, until the day that you choose or until something changes on them. For others nothing changes, and deadlines run on.`;
    case "TAKE_UP":
      return t`The orders that wait for you are listed as such again.`;
    default:
      return t`The orders are cancelled for good. Their contacts are told.`;
  }
}

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
