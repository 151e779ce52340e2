import type { OrderStatus } from "../gql/graphql";
import { shortLastDay } from "./format";

type Dated = { status: OrderStatus; deadline: string | null };

/** The day (UTC) by which the order has to be mapped; null once it is, and where no deadline runs. */
export function dueOf({ status, deadline }: Dated): string | null {
  return (status === "AWAITING_CONTACT" || status === "FINDING_ORGANIZATIONS") && deadline
    ? shortLastDay(deadline)
    : null;
}

const soon = 7 * 24 * 60 * 60 * 1000;

/** Does the deadline come within a week? */
export function isDueSoon(order: Dated, now = Date.now()): boolean {
  return dueOf(order) !== null && new Date(order.deadline ?? 0).getTime() - now < soon;
}
