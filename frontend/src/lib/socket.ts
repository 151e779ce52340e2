import { i18n } from "@lingui/core";
import type { Client as Socket } from "graphql-ws";
import { socketUrl, viewId } from "./base-path";

/** The socket is asked so often whether the other side is still there, and given up if no answer comes in time. */
const pingInterval = 10_000;
const answerTimeout = 5_000;
const maxRetryDelay = 30_000;
let open: { language: string; socket: Promise<Socket> } | undefined;

/** Milliseconds to wait before connecting again: longer each time, never the same for all pages. */
export function retryDelay(retries: number, random = Math.random()): number {
  const longest = Math.min(maxRetryDelay, 1_000 * 2 ** retries);
  return longest * (0.5 + random / 2);
}

/**
 * One socket for the page, opened with the first subscription and closed with the last. It says once in which language it
 * is answered, so that another language has another socket.
 */
export function openSocket(): Promise<Socket> {
  const language = i18n.locale;
  if (open?.language !== language) open = { language, socket: connect(language) };
  return open.socket;
}

function connect(language: string): Promise<Socket> {
  return import("graphql-ws").then(({ createClient }) => {
    let unanswered: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url: socketUrl(),
      connectionParams: { "Accept-Language": language, ...(viewId && { "View-As": viewId }) },
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (retries) => new Promise((done) => setTimeout(done, retryDelay(retries))),
      shouldRetry: () => true,
      connectionAckWaitTimeout: answerTimeout,
      keepAlive: pingInterval,
      on: {
        ping: (received) => {
          if (!received) unanswered = setTimeout(() => client.terminate(), answerTimeout);
        },
        pong: (received) => {
          if (received) clearTimeout(unanswered);
        },
        closed: () => clearTimeout(unanswered),
      },
    });
    return client;
  });
}
