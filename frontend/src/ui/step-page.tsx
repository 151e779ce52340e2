import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import type { Act } from "../lib/api-mutation";
import { setUnsaved } from "../lib/unsaved";
import { ErrorSummary } from "./error-summary";
import { FailureBanner } from "./failure-banner";
import { Form } from "./form";
import { Icon } from "./icon";
import { PageTitle } from "./page-title";
import "./step-page.css";

type StepPageProps = {
  back: string | null;
  /** The service that the step belongs to, above the question. */
  service?: string;
  /** The question, as plain text. */
  title: string;
  /** In place of the plain title, when the h1 bears more than text. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** 640 px for a form, 784 px for cards and tables. */
  width?: "form" | "wide";
  /** The act that the page's form carries out: its errors and failure are shown. */
  act?: Act;
  onSubmit?: () => void;
  /** Something was typed that is not saved: leaving the page asks first. */
  unsaved?: boolean;
  /** The answer, then `<div className="actions">` with Next first. */
  children: ReactNode;
};

const noProblems: never[] = [];

/** One question of the wizard in its order: Back, problems, service, question, lead, answer, buttons. */
export function StepPage({
  back,
  service,
  title,
  heading,
  lead,
  width = "form",
  act,
  onSubmit,
  unsaved = false,
  children,
}: StepPageProps) {
  useEffect(() => {
    setUnsaved(unsaved);
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => {
      setUnsaved(false);
      window.removeEventListener("beforeunload", ask);
    };
  }, [unsaved]);
  const errors = act?.errors ?? noProblems;
  const content = (
    <>
      <ErrorSummary errors={errors} />
      {act?.failure && (
        <div className="step-message">
          <FailureBanner failure={act.failure} during="save" {...(onSubmit && { onRetry: onSubmit })} />
        </div>
      )}
      {service && <p className="step-service">{service}</p>}
      <PageTitle title={title} hasErrors={errors.length > 0}>
        {heading}
      </PageTitle>
      {lead && <p className="lead step-lead">{lead}</p>}
      <div className="step-answer">{children}</div>
    </>
  );
  return (
    <div className="step" data-width={width}>
      <div className="step-back">
        {back && (
          <Link href={back}>
            <Icon name="back" size={16} />
            <Trans>Back</Trans>
          </Link>
        )}
      </div>
      {onSubmit ? (
        <Form errors={errors} onSubmit={onSubmit}>
          {content}
        </Form>
      ) : (
        content
      )}
    </div>
  );
}
