import type { Client as Socket } from "graphql-ws";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import type { TypedDocumentString } from "../gql/graphql";
import { useAsk } from "./ask";
import type { Failure } from "./failure";

const pollEvery = 4_000;
let socket: Promise<Socket> | undefined;
let connected = false;

/** One socket for the page, opened with the first subscription and closed with the last. */
function openSocket(): Promise<Socket> {
  socket ??= import("graphql-ws").then(({ createClient }) =>
    createClient({
      url: `${location.origin.replace(/^http/, "ws")}/graphql`,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: {
        connected: () => {
          connected = true;
        },
        closed: () => {
          connected = false;
        },
      },
    }),
  );
  return socket;
}

type Loaded<Order> = {
  order: Order | null;
  failure: Failure | null;
  /** Puts the order of a mutation's answer in place. */
  update: (order: Order) => void;
  reload: () => void;
};

/**
 * An order that stays current: loaded by the query, then each change by the subscription; asked for again every few
 * seconds while there is no socket. What arrived last is shown. `live: false` only loads it.
 */
export function useLiveOrder<Order>(
  query: TypedDocumentString<{ order: Order | null }, { id: string }>,
  subscription: TypedDocumentString<{ orderChanged: Order }, { id: string }>,
  id: string,
  live = true,
): Loaded<Order> {
  const client = useClient();
  const { data, failure, pending, reload } = useAsk(query, { id });
  const [order, setOrder] = useState<Order | null>(null);
  const loaded = data?.order ?? null;
  useEffect(() => {
    if (loaded) setOrder(loaded);
  }, [loaded]);

  useEffect(() => {
    if (!live) return;
    let stopped = false;
    let unsubscribe = () => {};
    openSocket().then((opened) => {
      if (stopped) return;
      unsubscribe = opened.subscribe<{ orderChanged: Order }>(
        { query: subscription.toString(), variables: { id } },
        {
          next: (result) => result.data && setOrder(result.data.orderChanged),
          error: () => {},
          complete: () => {},
        },
      );
    });
    const timer = setInterval(() => {
      if (connected || document.hidden) return;
      client.query(query.toString(), { id }, { requestPolicy: "network-only" }).toPromise();
    }, pollEvery);
    return () => {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
    };
  }, [client, query, subscription, id, live]);

  const missing: Failure | null = data && !data.order && !pending ? { kind: "notFound" } : null;
  return {
    order,
    failure: failure ?? missing,
    update: setOrder,
    reload,
  };
}
