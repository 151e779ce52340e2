import type { WaitingOrderFragment, WaitingOrdersQuery } from "../../gql/graphql";
import { isDueSoon } from "../../lib/due";

const most = 5;

const hasDraft = ({ services }: WaitingOrderFragment) =>
  services.some(({ state }) => state === "DRAFT" || state === "READY_FOR_REVIEW");

/** What this person does first: what failed, what is due soon, what is begun, what is new; each order once, five at most. */
export function firstTasks({ failed, due, begun, fresh }: WaitingOrdersQuery): WaitingOrderFragment[] {
  const orders = ({ edges }: WaitingOrdersQuery["due"]) => edges.map(({ node }) => node);
  const open = orders(begun);
  const ranked = [
    ...orders(failed),
    ...orders(due).filter((order) => isDueSoon(order)),
    ...open.filter(hasDraft),
    ...open,
    ...orders(fresh),
  ];
  return [...new Map(ranked.map((order) => [order.id, order])).values()].slice(0, most);
}
