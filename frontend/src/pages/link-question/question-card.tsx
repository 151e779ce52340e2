import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { Failure } from "../../lib/failure";
import type { Problem } from "../../lib/problem";
import { Button } from "../../ui/button";
import { CardPage } from "../../ui/card-page";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { CodeHelp, CodePart } from "../setup/code-part";
import { DeadLink } from "../setup/dead-link";
import { IncompleteLink } from "../setup/incomplete-link";
import { useOpening } from "../setup/opening";
import type { LinkFacts } from "./props";

type Opening = ReturnType<typeof useOpening>;

type QuestionCardProps = {
  token: string;
  link: LinkFacts;
  opening: Opening;
  title: string;
  lead: ReactNode;
  /** What the act that answers came to. */
  errors?: readonly Problem[];
  failure?: Failure | null;
  onSubmit: () => void;
  /** What is asked besides the click. */
  children?: ReactNode;
  /** The buttons, the primary one first, then what follows from them. */
  acts: ReactNode;
};

/** The page of a link's question: what it is about, then the answer; the code first where the link was opened before. */
export function QuestionCard(props: QuestionCardProps) {
  const { t } = useLingui();
  const { token, link, opening, title, lead, errors = [], failure, onSubmit, children, acts } = props;
  const { dead, needsCode } = opening;
  if (dead?.code === "LINK_UNKNOWN") return <IncompleteLink isUnknown />;
  if (dead) return <DeadLink token={token} refusal={dead} />;
  const problems = [...opening.errors, ...errors];
  const failed = opening.failure ?? failure;
  return (
    <CardPage
      title={needsCode ? t`Enter the code from your email` : title}
      hasErrors={problems.length > 0}
      before={<ErrorSummary errors={problems} />}
      lead={
        needsCode ? (
          <Trans>
            This link was opened before. We sent 6 digits to the address registered for this order.
          </Trans>
        ) : (
          lead
        )
      }
    >
      {failed && (
        <div className="setup-failure">
          <FailureBanner failure={failed} during="save" onRetry={onSubmit} />
        </div>
      )}
      <Form errors={problems} onSubmit={onSubmit}>
        {needsCode ? <CodePart {...opening} /> : <Facts link={link} />}
        {!needsCode && children}
        {acts}
      </Form>
      {needsCode && <CodeHelp {...opening} />}
    </CardPage>
  );
}

function Facts({ link }: { link: LinkFacts }) {
  const { t } = useLingui();
  if (!link.orderNumber) return null;
  return (
    <SummaryList>
      <SummaryRow label={t`Order`}>{link.orderNumber}</SummaryRow>
      {link.offer && <SummaryRow label={t`Subscription`}>{link.offer}</SummaryRow>}
      {link.organizationName && <SummaryRow label={t`Organization`}>{link.organizationName}</SummaryRow>}
      {link.partnerName && <SummaryRow label={t`Partner`}>{link.partnerName}</SummaryRow>}
    </SummaryList>
  );
}

type DecidedProps = { token: string; link: LinkFacts; title: string; lead: ReactNode };

/** The question was decided, or fell away: what became of it, and the way to the order. */
export function Decided({ token, link, title, lead }: DecidedProps) {
  const [, navigate] = useLocation();
  const opening = useOpening(token);
  async function open() {
    const order = await opening.open();
    if (!order) return;
    opening.renew();
    navigate(`/orders/${order.id}`, { replace: true });
  }
  return (
    <QuestionCard
      token={token}
      link={link}
      opening={opening}
      title={title}
      lead={lead}
      onSubmit={open}
      acts={
        <Button type="submit" variant="primary" isPending={opening.pending}>
          <Trans>Open order</Trans>
        </Button>
      }
    />
  );
}

/** The same, where the person has no part in the order any more: there is nothing to open. */
export function Over({ title, lead }: Pick<DecidedProps, "title" | "lead">) {
  return (
    <CardPage title={title} lead={lead}>
      <p className="small ink-3 card-help">
        <Trans>You can close this page.</Trans>
      </p>
    </CardPage>
  );
}
