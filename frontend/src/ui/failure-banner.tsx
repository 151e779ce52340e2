import { Trans, useLingui } from "@lingui/react/macro";
import { currentPath, withBase } from "../lib/base-path";
import type { Failure } from "../lib/failure";
import { Banner } from "./banner";
import { TextButton } from "./button";

type FailureBannerProps = {
  failure: Failure;
  /** What was under way: decides whether the message speaks of saving or of loading. */
  during: "save" | "load";
  onRetry?: () => void;
};

/** Says why there was no answer and what to do; what was typed stays where it is. */
export function FailureBanner({ failure, during, onRetry }: FailureBannerProps) {
  const { t } = useLingui();
  const retry = onRetry && <TextButton onPress={onRetry}>{t`Try again`}</TextButton>;
  const title = during === "save" ? t`We could not save this.` : t`We could not load this.`;
  const kept = during === "save" ? t`Your entries are still here.` : "";
  switch (failure.kind) {
    case "offline":
      return (
        <Banner tone="bad" title={title} action={retry}>
          <Trans>You’re offline.</Trans> {kept}
        </Banner>
      );
    case "signedOut":
      return during === "save" ? (
        <Banner
          tone="warn"
          title={t`Your session has ended.`}
          action={
            <>
              <a href={withBase("/sign-in")} target="_blank" rel="noreferrer">
                <Trans>Sign in in a new tab</Trans>
              </a>{" "}
              {retry}
            </>
          }
        >
          {kept} <Trans>Then try again here.</Trans>
          {support(failure)}
        </Banner>
      ) : (
        <Banner
          tone="warn"
          title={t`Your session has ended.`}
          action={
            <a href={withBase(`/sign-in?next=${encodeURIComponent(currentPath() + location.search)}`)}>
              <Trans>Sign in</Trans>
            </a>
          }
        />
      );
    case "limited":
      return (
        <Banner tone="warn" title={t`Too many attempts in a short time.`} action={retry}>
          {failure.retryAfter ? (
            <Trans>Wait {failure.retryAfter} seconds.</Trans>
          ) : (
            <Trans>Wait a few minutes.</Trans>
          )}{" "}
          {kept}
          {support(failure)}
        </Banner>
      );
    case "forbidden":
    case "notFound":
      return (
        <Banner tone="bad" title={title}>
          {failure.kind === "forbidden" ? (
            <Trans>You can see this but not change it.</Trans>
          ) : during === "save" ? (
            <Trans>You no longer have access to it: somebody else has it now, or it was undone.</Trans>
          ) : (
            <Trans>It doesn’t exist, or you don’t have access to it.</Trans>
          )}
          {support(failure)}
        </Banner>
      );
    case "readOnly":
      return (
        <Banner tone="warn" title={t`Nothing was changed.`}>
          <Trans>You see this order as someone else does.</Trans>
        </Banner>
      );
    case "viewEnded":
      return <Banner tone="warn" title={t`This view has ended.`} />;
    case "busy":
      return (
        <Banner tone="warn" title={title} action={retry}>
          <Trans>Control Hub is busy right now. Try again in a moment.</Trans> {kept}
          {support(failure)}
        </Banner>
      );
    case "unexpected":
      return (
        <Banner tone="bad" title={title} action={retry}>
          {kept} <Trans>This is our mistake.</Trans>
          {support(failure)}
        </Banner>
      );
  }
}

/** What support can find the request by, behind what else is said. */
export function support({ correlationId }: Pick<Failure, "correlationId">) {
  return (
    correlationId && (
      <>
        {" "}
        <Trans>If you contact support, mention {correlationId}.</Trans>
      </>
    )
  );
}
