import { Trans, useLingui } from "@lingui/react/macro";
import { useState, useSyncExternalStore } from "react";
import { Link, useLocation } from "wouter";
import { OpenSetupLinkDocument } from "../../gql/graphql";
import { useAct } from "../../lib/act";
import { announce } from "../../lib/announce";
import { type Problem, problem } from "../../lib/problem";
import { useRenewal } from "../../lib/renewal";
import { Button, TextButton } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { CodeField, codeLength } from "../../ui/code-field";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { DeadLink, type LinkRefusal } from "./dead-link";
import { arrivalAt, tokenOf } from "./link";
import "./setup.css";

/** Where the mail's link leads; another link in the same tab changes only the fragment. */
export default function Setup() {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  return <SetupLink key={hash} token={tokenOf(hash)} />;
}

function onHash(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** Opening a link changes nothing; only Next opens the order. */
function SetupLink({ token }: { token: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const renew = useRenewal();
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const act = useAct(OpenSetupLinkDocument);
  const dead = token ? act.errors.find(isDead) : noLink;
  if (dead) return <DeadLink token={token} refusal={dead} />;

  const needsCode = asksCode || act.errors.some(({ code }) => code === "CODE_REQUIRED");
  const errors = act.errors.filter(({ code }) => code !== "CODE_REQUIRED");
  async function open() {
    setAsksCode(needsCode);
    if (needsCode && code.length !== codeLength) {
      act.refuse([problem("code", t`Enter the 6 digits from the email`)]);
      return;
    }
    const payload = await act.run({ input: { token, ...(needsCode && { code }) } });
    // The address with the token leaves the history.
    if (!payload?.order) return;
    renew();
    navigate(arrivalAt(payload.order), { replace: true });
  }
  async function sendAgain() {
    setAsksCode(true);
    setCode("");
    await act.run({ input: { token } });
    announce(t`A new code is on its way`);
  }
  return (
    <CardPage
      title={needsCode ? t`Enter the code from your email` : t`Set up your Webex services`}
      hasErrors={errors.length > 0}
      before={<ErrorSummary errors={errors} />}
      lead={
        needsCode ? (
          <Trans>
            This link was opened before. We sent 6 digits to the address registered for this order.
          </Trans>
        ) : (
          <Trans>Two parts, about 10 minutes. You can stop at any time; what you saved stays.</Trans>
        )
      }
    >
      {act.failure && (
        <div className="setup-failure">
          <FailureBanner failure={act.failure} during="load" onRetry={open} />
        </div>
      )}
      <Form errors={errors} onSubmit={open}>
        {needsCode ? (
          <CodeField value={code} onChange={setCode} />
        ) : (
          <ol className="setup-parts">
            <li>
              <strong>
                <Trans>Organization finder</Trans>
              </strong>
              <span className="small ink-2">
                <Trans>Map the order to the right organizations.</Trans>
              </span>
            </li>
            <li>
              <strong>
                <Trans>Service setup</Trans>
              </strong>
              <span className="small ink-2">
                <Trans>Name your sites and your headquarters location.</Trans>
              </span>
            </li>
          </ol>
        )}
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
      </Form>
      {needsCode && (
        <p className="small ink-2 card-help">
          <Trans>
            No email after a minute? <TextButton onPress={sendAgain}>Send a new code</TextButton>
          </Trans>
        </p>
      )}
      <p className="card-aside">
        <Trans>
          New here? <Link href="/help">Read the guide</Link>.
        </Trans>
      </p>
    </CardPage>
  );
}

const noLink: LinkRefusal = {
  __typename: "LinkRefused",
  code: "LINK_UNKNOWN",
  message: "",
  field: [],
  at: null,
  handedTo: null,
  seller: null,
};

function isDead(error: Problem): error is LinkRefusal {
  return error.__typename === "LinkRefused";
}
