import { useRef, useState } from "react";
import type { TypedDocumentString } from "../gql/graphql";
import { send, useApi } from "./client";
import { type Failure, failureOf } from "./failure";
import type { Problem } from "./problem";
import { expectAnswer } from "./unanswered";

type Payload = { userErrors: readonly Problem[] };
type PayloadOf<Data> = Extract<NonNullable<Data[keyof Data]>, Payload>;

type Status<Data> = {
  pending: boolean;
  errors: readonly Problem[];
  failure: Failure | null;
  /** The last answer, also of a refused act: `payload.order` is then the current order. */
  payload: PayloadOf<Data> | null;
};

/** Refused because somebody changed something; after other refusals all is as it was. */
const isNews = ({ __typename }: Problem) => __typename === "VersionConflict";

export type Act = Pick<Status<unknown>, "pending" | "errors" | "failure">;

/**
 * One act of a person: `run` sends the mutation and resolves with its payload, or with null after a refusal or failure,
 * which then stand in `errors` and `failure`. While it runs, further calls do nothing. What was wrong with an earlier try
 * goes with its answer, also if there is none; a conflict stays until it is settled. Trying the same again after a failure
 * sends the same Idempotency-Key, so that it takes effect once.
 */
export function useApiMutation<Data, Variables>(mutation: TypedDocumentString<Data, Variables>) {
  const api = useApi();
  const running = useRef(false);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const [state, setState] = useState<Status<Data>>({
    pending: false,
    errors: [],
    failure: null,
    payload: null,
  });

  async function run(variables: Variables): Promise<PayloadOf<Data> | null> {
    if (running.current) return null;
    running.current = true;
    return expectAnswer(act(variables));
  }

  async function act(variables: Variables): Promise<PayloadOf<Data> | null> {
    setState((before) => ({ ...before, pending: true, failure: null }));
    const body = JSON.stringify(variables);
    if (attempt.current?.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    const key = { "Idempotency-Key": attempt.current.key };
    const { data, error, correlationId: reference } = await send(mutation, variables, key);
    running.current = false;
    if (error || !data) {
      setState((before) => ({
        ...before,
        pending: false,
        errors: before.errors.filter(isNews),
        failure: error ? failureOf(error) : { kind: "offline", correlationId: reference },
      }));
      return null;
    }
    attempt.current = null;
    const payload = Object.values(data).find((value) => typeof value === "object") as PayloadOf<Data>;
    const errors = payload.userErrors.map((error) => ({ ...error, reference }));
    setState({ pending: false, errors, failure: null, payload });
    // Once the page has drawn what follows: where the act led elsewhere, nobody asks again for what was shown before.
    if (payload.userErrors.every(isNews)) setTimeout(() => api.renew());
    return payload.userErrors.length > 0 ? null : payload;
  }

  /** Shows problems found before anything was sent. */
  function refuse(errors: readonly Problem[]): void {
    setState({ pending: false, errors, failure: null, payload: null });
  }

  return { ...state, run, refuse };
}
