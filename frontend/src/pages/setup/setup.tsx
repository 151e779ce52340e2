import { Trans, useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { Link, useLocation } from "wouter";
import { SetupLinkDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { useHash } from "../../lib/hash";
import { page } from "../../lib/page";
import { Button } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { CodeHelp, CodePart } from "./code-part";
import { arrivalAt, tokenOf } from "./link";
import { useOpening } from "./opening";
import "./setup.css";

const IncompleteLink = page("frame", async () => ({
  default: (await import("./incomplete-link")).IncompleteLink,
}));
const DeadLink = page("frame", async () => ({ default: (await import("./dead-link")).DeadLink }));
const Question = page("hub", () => import("../link-question/question"));

/** Where the mail's link leads; another link in the same tab changes only the fragment. */
export default function Setup() {
  const token = tokenOf(useHash());
  return token ? <Landing key={token} token={token} /> : <IncompleteLink />;
}

/** The page that the link's purpose asks for; where that can't be read, the one that leads on in any case. */
function Landing({ token }: { token: string }) {
  const { data, failure } = useApiQuery(SetupLinkDocument, { token });
  const link = data?.setupLink;
  if (link && link.purpose !== "SET_UP") {
    return (
      <Suspense>
        <Question token={token} link={link} />
      </Suspense>
    );
  }
  return data || failure ? <SetupLink token={token} /> : null;
}

/** Opening a link changes nothing; only Next opens the order. */
function SetupLink({ token }: { token: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const opening = useOpening(token);
  const { needsCode, errors, failure, dead } = opening;
  if (dead?.code === "LINK_UNKNOWN") return <IncompleteLink isUnknown reference={dead.reference} />;
  if (dead) return <DeadLink token={token} refusal={dead} />;

  async function open() {
    const order = await opening.open();
    if (!order) return;
    opening.renew();
    // The address with the token leaves the history.
    navigate(arrivalAt(order), { replace: true });
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
          <Trans>Two parts, about 10 minutes. You can stop at any time; everything you saved is kept.</Trans>
        )
      }
    >
      {failure && (
        <div className="setup-failure">
          <FailureBanner failure={failure} during="load" onRetry={open} />
        </div>
      )}
      <Form errors={errors} onSubmit={open}>
        {needsCode ? (
          <CodePart {...opening} />
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
        <Button type="submit" variant="primary" isPending={opening.pending}>
          <Trans>Next</Trans>
        </Button>
      </Form>
      {needsCode && <CodeHelp {...opening} />}
      <p className="card-aside">
        <Trans>
          New here? <Link href="/help">Read the guide</Link>.
        </Trans>
      </p>
    </CardPage>
  );
}
