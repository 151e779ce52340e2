import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { OpenSetupLinkDocument, type OpenSetupLinkMutation } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { codeLength } from "../../lib/code";
import { type Problem, problem } from "../../lib/problem";
import { useReloadAll } from "../../lib/reload-all";

export type LinkRefusal = Extract<Problem, { __typename: "LinkRefused" }>;
type Opened = NonNullable<OpenSetupLinkMutation["openSetupLink"]["order"]>;

/**
 * Opens a link by a person's click, and asks for the mailed code where another browser opened it before. Whoever leaves
 * the page afterwards says so by `renew`: another session has other answers.
 */
export function useOpening(token: string) {
  const { t } = useLingui();
  const renew = useReloadAll();
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const act = useApiMutation(OpenSetupLinkDocument);
  const wasMailed = act.errors.some((error) => error.code === "CODE_REQUIRED");
  const needsCode = asksCode || wasMailed;
  const asksAgain = useRef(false);
  useEffect(() => {
    if (act.pending || !asksAgain.current) return;
    asksAgain.current = false;
    if (wasMailed) announce(t`A new code is on its way`);
  }, [act.pending, wasMailed, t]);

  /** Its order; null: refused, or a code is needed first. */
  async function open(): Promise<Opened | null> {
    setAsksCode(needsCode);
    if (needsCode && code.length !== codeLength) {
      act.refuse([problem("code", t`Enter the 6 digits from the email`)]);
      return null;
    }
    const payload = await act.run({ input: { token, ...(needsCode && { code }) } });
    if (!payload?.order) return null;
    return payload.order;
  }

  async function sendAgain() {
    setAsksCode(true);
    setCode("");
    asksAgain.current = true;
    await act.run({ input: { token } });
  }

  return {
    open,
    renew,
    sendAgain,
    code,
    setCode,
    needsCode,
    dead: act.errors.find(isDead),
    errors: act.errors.filter((error) => error.code !== "CODE_REQUIRED"),
    failure: act.failure,
    pending: act.pending,
  };
}

function isDead(error: Problem): error is LinkRefusal {
  return error.__typename === "LinkRefused";
}
