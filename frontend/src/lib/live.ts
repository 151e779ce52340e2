import type { Client as Socket } from "graphql-ws";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import { OrderChangedDocument, type TypedDocumentString } from "../gql/graphql";
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

type Versioned = { id: string; version: number };

/** What was asked for before a person's change may arrive after its answer; it must not undo it on the page. */
export function newer<Order extends Versioned>(shown: Order | null, arrived: Order): Order {
  return shown && shown.id === arrived.id && shown.version > arrived.version ? shown : arrived;
}

type Loaded<Order> = {
  order: Order | null;
  failure: Failure | null;
  /** Puts the order of a mutation's answer in place. */
  update: (order: Order) => void;
  reload: () => void;
};

/**
 * An order that stays current: it is asked for again whenever the subscription tells of a change, and every few seconds
 * while there is no socket. The socket only tells that something changed: unlike a request, it cannot say in which
 * language the answer is wanted. What arrived last is shown,
 * unless it is older.
 */
export function useLiveOrder<Order extends Versioned>(
  query: TypedDocumentString<{ order: Order | null }, { id: string }>,
  id: string,
): Loaded<Order> {
  const client = useClient();
  const { data, failure, pending, reload } = useAsk(query, { id });
  const [order, setOrder] = useState<Order | null>(null);
  const loaded = data?.order ?? null;
  useEffect(() => {
    if (loaded) setOrder((shown) => newer(shown, loaded));
  }, [loaded]);

  useEffect(() => {
    const ask = oneAtATime(() =>
      client.query(query.toString(), { id }, { requestPolicy: "network-only" }).toPromise(),
    );
    let stopped = false;
    let unsubscribe = () => {};
    let isFirst = true;
    openSocket().then((socket) => {
      if (stopped) return;
      unsubscribe = socket.subscribe(
        { query: OrderChangedDocument.toString(), variables: { id } },
        {
          next: () => {
            // The first tells what was just loaded; later ones, also the first after a lost connection, what is new.
            if (!isFirst) ask();
            isFirst = false;
          },
          error: () => {},
          complete: () => {},
        },
      );
    });
    const timer = setInterval(() => {
      if (!connected && !document.hidden) ask();
    }, pollEvery);
    return () => {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
    };
  }, [client, query, id]);

  const missing: Failure | null = data && !data.order && !pending ? { kind: "notFound" } : null;
  return { order, failure: failure ?? missing, update: setOrder, reload };
}

/** Calls made while one is under way become one more call after it, so that the last change is never missed. */
export function oneAtATime(call: () => Promise<unknown>): () => Promise<void> {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await call();
    } while (again);
    running = false;
  };
}
