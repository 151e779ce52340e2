import { useEffect, useRef, useState } from "react";
import type { TypedDocumentString } from "../gql/graphql";
import { useApiQuery } from "./api-query";
import { useApi } from "./client";
import type { Failure } from "./failure";
import { released } from "./pressing";
import { openSocket } from "./socket";
import { answered } from "./unanswered";

const pollInterval = 4_000;

type Versioned = { id: string; version: number };

/** What was asked for before a person's change may arrive after its answer; it must not undo it on the page. */
export function newer<Order extends Versioned>(shown: Order | null, arrived: Order): Order {
  return shown && shown.id === arrived.id && shown.version > arrived.version ? shown : arrived;
}

/** What a request answers while the socket tells of every change: only a change that the socket has not told yet is news. */
export function ahead<Order extends Versioned>(shown: Order | null, arrived: Order): Order {
  return shown && shown.id === arrived.id && shown.version >= arrived.version ? shown : arrived;
}

/** An answer that tells a part of the order, in place of that part. */
export function merged<Order extends Versioned>(shown: Order, changed: Versioned & Partial<Order>): Order {
  return shown.id !== changed.id || shown.version > changed.version ? shown : { ...shown, ...changed };
}

type Loaded<Order> = {
  order: Order | null;
  failure: Failure | null;
  /** It was shown before, so that its loss is news. */
  wasOpen: boolean;
  /** Puts the order of a mutation's answer in place, also one that tells less than the page shows. */
  update: (changed: Versioned & Partial<Order>) => void;
  reload: () => void;
};

/**
 * An order that stays current: the subscription brings it whenever it has changed. While nothing comes over the socket, it
 * is asked for every few seconds. What is older than what is shown is left out: the socket is always ahead of requests, and
 * a change by this person ahead of what was asked for before it.
 */
export function useLiveOrder<Order extends Versioned>(
  query: TypedDocumentString<{ order: Order | null }, { id: string }>,
  subscription: TypedDocumentString<{ orderChanged: Order }, { id: string }>,
  id: string,
): Loaded<Order> {
  const api = useApi();
  const { data, failure, correlationId, pending, reload } = useApiQuery(query, { id });
  const [order, setOrder] = useState<Order | null>(null);
  const isWatched = useRef(false);
  const loaded = data?.order ?? null;
  useEffect(() => {
    if (!loaded) return;
    setOrder((shown) => (isWatched.current ? ahead(shown, loaded) : newer(shown, loaded)));
  }, [loaded]);

  useEffect(() => {
    const ask = oneAtATime(() => api.question(query, { id }).ask());
    let stopped = false;
    let unsubscribe = () => {};
    const ended = () => {
      isWatched.current = false;
    };
    async function arrived(order: Order | undefined) {
      isWatched.current = order !== undefined;
      await Promise.all([released(), answered()]);
      if (stopped) return;
      if (order) setOrder((shown) => newer(shown, order));
      else ask();
    }
    openSocket().then((socket) => {
      if (stopped) return;
      const forget = socket.on("closed", ended);
      const end = socket.subscribe<{ orderChanged: Order }>(
        { query: subscription.toString(), variables: { id } },
        { next: ({ data }) => arrived(data?.orderChanged), error: ended, complete: ended },
      );
      unsubscribe = () => {
        end();
        forget();
      };
    });
    const timer = setInterval(() => {
      if (!isWatched.current && !document.hidden) ask();
    }, pollInterval);
    return () => {
      stopped = true;
      isWatched.current = false;
      unsubscribe();
      clearInterval(timer);
    };
  }, [api, query, subscription, id]);

  const missing: Failure | null =
    data && !data.order && !pending ? { kind: "notFound", correlationId } : null;
  const problem = failure ?? missing;
  return {
    // Who lost their part in it works on nothing any more; after other failures they go on with what they have.
    order: problem?.kind === "notFound" ? null : order,
    wasOpen: order !== null,
    failure: problem,
    update: (changed) => setOrder((shown) => shown && merged(shown, changed)),
    reload,
  };
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
