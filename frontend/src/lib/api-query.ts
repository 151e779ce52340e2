import { useDeferredValue } from "react";
import { type AnyVariables, useQuery } from "urql";
import type { TypedDocumentString } from "../gql/graphql";
import { failureOf } from "./failure";

/** Asks the API: the data as soon as it is known, why it could not be had, and `reload` to ask again. `pause` waits. */
export function useApiQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  pause = false,
) {
  const [state, execute] = useQuery<Data>({
    query: document.toString(),
    variables: variables ?? {},
    pause,
  });
  // Long answers are drawn in short slices.
  const { data, error, fetching, stale } = useDeferredValue(state);
  return {
    data,
    failure: error ? failureOf(error) : null,
    /** Nothing is known yet, or newer data is on its way. */
    pending: fetching || stale,
    reload: () => execute({ requestPolicy: "network-only" }),
  };
}
