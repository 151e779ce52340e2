import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { RequestSignInDocument, SignInDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiMutation } from "../../lib/api-mutation";
import { codeLength } from "../../lib/code";
import { useHash } from "../../lib/hash";
import { page } from "../../lib/page";
import { problem } from "../../lib/problem";
import { nextPath } from "../../lib/redirects";
import { useReloadAll } from "../../lib/reload-all";
import { Banner } from "../../ui/banner";
import { Button, TextButton } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { CodeField } from "../../ui/code-field";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { TextField } from "../../ui/text-field";
import { tokenOf } from "../setup/link";

const LinkCard = page("core", () => import("./link-card"));

/** The mailbox is the account: an address, then the six digits that were mailed there; or the link of a mail. */
export default function SignIn() {
  const token = tokenOf(useHash());
  return token ? <LinkCard key={token} token={token} /> : <CodeCards />;
}

function CodeCards() {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  return sent ? (
    <CodeCard key="code" email={email} onOther={() => setSent(false)} />
  ) : (
    <EmailCard key="email" email={email} onChange={setEmail} onSent={() => setSent(true)} />
  );
}

function EmailCard({
  email,
  onChange,
  onSent,
}: {
  email: string;
  onChange: (email: string) => void;
  onSent: () => void;
}) {
  const { t } = useLingui();
  const act = useApiMutation(RequestSignInDocument);
  const hasEnded = new URLSearchParams(useSearch()).has("ended");
  async function send() {
    if (!email.includes("@")) act.refuse([problem("email", t`Enter your email address`)]);
    else if (await act.run({ input: { email: email.trim() } })) onSent();
  }
  return (
    <CardPage
      title={t`Sign in`}
      lead={<Trans>We send a code to your email address. No password.</Trans>}
      hasErrors={act.errors.length > 0}
      before={<ErrorSummary errors={act.errors} />}
    >
      {hasEnded && (
        <Banner tone="warn" title={t`Your session has ended.`}>
          <Trans>Sign in to continue where you left off.</Trans>
        </Banner>
      )}
      {act.failure && <FailureBanner failure={act.failure} during="load" onRetry={send} />}
      <Form errors={act.errors} onSubmit={send}>
        <TextField
          name="email"
          type="email"
          label={t`Email address`}
          value={email}
          onChange={onChange}
          autoComplete="email"
          autoFocus
        />
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Send me a code</Trans>
        </Button>
      </Form>
      <p className="card-aside">
        <Trans>
          No welcome email? <Link href="/lost-mail">What to do about a lost email</Link>
        </Trans>
      </p>
    </CardPage>
  );
}

function CodeCard({ email, onOther }: { email: string; onOther: () => void }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const search = useSearch();
  const reloadAll = useReloadAll();
  const [code, setCode] = useState("");
  const act = useApiMutation(SignInDocument);
  const again = useApiMutation(RequestSignInDocument);
  const failure = act.failure ?? again.failure;
  const errors = again.errors.length > 0 ? again.errors : act.errors;
  async function signIn() {
    again.refuse([]);
    if (code.length !== codeLength) act.refuse([problem("code", t`Enter the 6 digits from the email`)]);
    else if (await act.run({ input: { email: email.trim(), code } })) {
      reloadAll();
      navigate(nextPath(search), { replace: true });
    }
  }
  async function sendAgain() {
    if (await again.run({ input: { email: email.trim() } })) announce(t`A new code is on its way`);
  }
  return (
    <CardPage
      title={t`Enter the code from your email`}
      lead={
        <Trans>
          We sent 6 digits to <strong>{email}</strong>. The code works for 10 minutes, in this browser only.
        </Trans>
      }
      hasErrors={errors.length > 0}
      before={<ErrorSummary errors={errors} />}
    >
      {failure && <FailureBanner failure={failure} during="load" />}
      <Form errors={errors} onSubmit={signIn}>
        <CodeField value={code} onChange={setCode} />
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Sign in</Trans>
        </Button>
      </Form>
      <p className="small ink-2 card-help">
        <Trans>
          No email after a minute? <TextButton onPress={sendAgain}>Send a new code</TextButton>
        </Trans>
        <br />
        <Trans>
          Wrong address? <TextButton onPress={onOther}>Use another one</TextButton>
        </Trans>
      </p>
    </CardPage>
  );
}
