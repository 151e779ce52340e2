import type { OrderPageFragment, OrderRole } from "../../gql/graphql";
import type { WizardOrder } from "../../lib/order";

/** The order as its page knows it. */
export type Order = OrderPageFragment;

/** Puts in place what an act answers; the rest of the page follows over the socket. */
export type Update = (changed: WizardOrder) => void;

/** Each person of the order, with all that they are to it. */
export function rolesOf({ people }: Pick<Order, "people">): [email: string, roles: OrderRole[]][] {
  const roles = new Map<string, OrderRole[]>();
  for (const { email, role } of people) roles.set(email, [...(roles.get(email) ?? []), role]);
  return [...roles];
}
