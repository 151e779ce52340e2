import { i18n } from "@lingui/core";
import { createContext, useContext } from "react";
import type { TypedDocumentString } from "../gql/graphql";
import { viewId, withBase } from "./base-path";
import { released } from "./pressing";
import { sessionLasts } from "./session";
import { newTrace, traceHeader } from "./trace";

type Document<Data, Variables> = TypedDocumentString<Data, Variables>;

/** What the API answered, or why it did not; a part of the data may be missing for an error. */
export type Answer<Data> = {
  data?: Data | undefined;
  error?: RequestError | undefined;
  /** What support finds the request by, also one that never arrived. */
  correlationId?: string | undefined;
};

export type RequestError = {
  /** Empty: nothing came, or something else than GraphQL. */
  graphQLErrors: readonly { message?: string; extensions: Record<string, unknown> }[];
  /** undefined: there is no connection. */
  response?: Response | undefined;
  correlationId?: string | undefined;
};

/** A query with its variables, which several places of a page may ask at once. */
export type Question<Data> = {
  read: () => State<Data>;
  subscribe: (listener: () => void) => () => void;
  /** Asks the server; an answer is shown unless one that was asked for later is here already. */
  ask: () => Promise<void>;
};

type State<Data> = { answer: Answer<Data> | null; pending: boolean };

/** Texts of the server come in the chosen language; all of the page is of one view. */
const headers = () => ({
  Accept: "application/graphql-response+json, application/json",
  "Content-Type": "application/json",
  "Accept-Language": i18n.locale,
  ...(viewId && { "View-As": viewId }),
});

/** Sends an operation and nothing else. Every answer tells how long the session lasts; none changes the page while a pointer is pressed. */
export async function send<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  more: Record<string, string> = {},
  /** Goes on when the page is left; then at most 64 KiB. */
  keepalive = false,
): Promise<Answer<Data>> {
  const body = JSON.stringify({ query: document.toString(), variables });
  let correlationId = newTrace();
  let response: Response | undefined;
  try {
    response = await fetch(withBase("/graphql"), {
      method: "POST",
      credentials: "same-origin",
      headers: { ...headers(), ...traceHeader(correlationId), ...more },
      body,
      keepalive,
    });
    correlationId = response.headers.get("x-correlation-id") ?? correlationId;
    sessionLasts(response.headers.get("session-expires-in"));
    await released();
    const { data, errors } = await response.json();
    const error = errors && { graphQLErrors: errors, response, correlationId };
    return { data: data ?? undefined, error, correlationId };
  } catch {
    return { error: { graphQLErrors: [], response, correlationId }, correlationId };
  }
}

/** What was asked since the application was opened, in this language and session, with the answers. */
export class Api {
  #questions = new Map<string, { question: Question<unknown>; isShown: () => boolean }>();

  /** The same one for the same query and variables. */
  question<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Question<Data> {
    const key = document + JSON.stringify(variables);
    const known = this.#questions.get(key);
    if (known) return known.question as Question<Data>;
    const made = makeQuestion(() => send(document, variables));
    this.#questions.set(key, made);
    return made.question;
  }

  /** After an act: what is shown is asked again, the rest is forgotten. */
  renew(): void {
    for (const [key, { question, isShown }] of this.#questions) {
      if (isShown()) question.ask();
      else this.#questions.delete(key);
    }
  }
}

function makeQuestion<Data>(send: () => Promise<Answer<Data>>) {
  let state: State<Data> = { answer: null, pending: false };
  let latest = 0;
  let shown = 0;
  const listeners = new Set<() => void>();
  function set(next: State<Data>) {
    state = next;
    for (const listener of listeners) listener();
  }
  const question: Question<Data> = {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask() {
      latest += 1;
      const mine = latest;
      if (!state.pending) set({ ...state, pending: true });
      const answer = await send();
      if (mine < shown) return;
      shown = mine;
      set({ answer, pending: mine < latest });
    },
  };
  return { question, isShown: () => listeners.size > 0 };
}

export const ApiContext = createContext(new Api());

/** What is asked and answered in this language and session. */
export function useApi(): Api {
  return useContext(ApiContext);
}
