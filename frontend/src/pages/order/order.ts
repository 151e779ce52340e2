import type { OrderPageFragment } from "../../gql/graphql";
import type { WizardOrder } from "../../lib/order";

/** The order as its page knows it. */
export type Order = OrderPageFragment;

/** Puts in place what an act answers; the rest of the page follows over the socket. */
export type Update = (changed: WizardOrder) => void;
