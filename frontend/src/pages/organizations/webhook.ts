import { msg } from "@lingui/core/macro";
import type { WebhookFactsFragment, WebhookLogQuery } from "../../gql/graphql";

export type Webhook = WebhookFactsFragment;

type Logged = Extract<NonNullable<WebhookLogQuery["node"]>, { deliveries: unknown }>;

export type Delivery = Logged["deliveries"]["edges"][number]["node"];

/** What a webhook can be told of, in words. */
export const events = {
  ORDER_PLACED: msg`An order is placed`,
  ORDER_MAPPED: msg`Organizations are confirmed`,
  ORDER_STATUS_CHANGED: msg`The status of an order changes`,
  SERVICE_STATE_CHANGED: msg`The state of a service changes`,
  ORDER_COMPLETED: msg`An order is completed`,
  ORDER_CLOSED: msg`An order is closed at its deadline`,
  ORDER_CANCELLED: msg`An order is cancelled`,
  ORDER_DISPUTED: msg`A mapping is disputed`,
  EMAIL_FAILED: msg`An email is not delivered`,
} as const;

export type Event = keyof typeof events;

export const deliveryStates = {
  PENDING: { tone: "run", words: msg`Waiting` },
  DELIVERED: { tone: "done", words: msg`Delivered` },
  FAILED: { tone: "fail", words: msg`Failed` },
} as const;
