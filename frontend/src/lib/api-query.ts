import { useDeferredValue, useEffect, useState, useSyncExternalStore } from "react";
import type { TypedDocumentString } from "../gql/graphql";
import { type Answer, type Question, useApi } from "./client";
import { failureOf } from "./failure";

/**
 * Asks the API: the data as soon as it is known, why it could not be had, and `reload` to ask again. `pause` waits. What
 * was asked before is shown at once, and asked again; while other variables are on their way, what is known stays. What
 * was asked without a connection is asked again as soon as there is one.
 */
export function useApiQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  pause = false,
) {
  const api = useApi();
  const question = pause ? null : api.question(document, variables);
  const state = useQuestion(question);
  const [asked, setAsked] = useState<Question<Data> | null>(null);
  useEffect(() => {
    if (!question) return;
    if (!question.read().pending) question.ask();
    setAsked(question);
    const askAgain = () => isUnheard(question) && question.ask();
    window.addEventListener("online", askAgain);
    return () => window.removeEventListener("online", askAgain);
  }, [question]);
  const [last, setLast] = useState<Answer<Data>>({});
  if (state.answer && state.answer !== last) setLast(state.answer);
  // Long answers are drawn in short slices.
  const { data, error, correlationId } = useDeferredValue(state.answer ?? last);
  const pending = question !== null && (state.pending || asked !== question);
  return {
    data,
    failure: error ? failureOf(error) : null,
    correlationId,
    /** Nothing is known yet, or newer data is on its way. */
    pending: useDeferredValue(pending),
    reload: async () => question?.ask(),
  };
}

/** Whether the last time that it was asked there was no connection. */
function isUnheard(question: Question<unknown>): boolean {
  const { answer, pending } = question.read();
  return !pending && answer?.error !== undefined && answer.error.response === undefined;
}

/** What is known already, because another part of the page asked. */
export function useKnown<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Data | undefined {
  return useQuestion(useApi().question(document, variables)).answer?.data;
}

function useQuestion<Data>(question: Question<Data> | null) {
  return useSyncExternalStore(question?.subscribe ?? never, question?.read ?? (() => unasked));
}

const never = () => () => {};
const unasked = { answer: null, pending: false };
