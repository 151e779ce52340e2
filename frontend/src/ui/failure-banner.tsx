import { Trans, useLingui } from "@lingui/react/macro";
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
          <Trans>There is no connection.</Trans> {kept}
        </Banner>
      );
    case "signedOut":
      return during === "save" ? (
        <Banner
          tone="warn"
          title={t`Your session has ended.`}
          action={
            <>
              <a href="/sign-in" target="_blank" rel="noreferrer">
                <Trans>Sign in in a new tab</Trans>
              </a>{" "}
              {retry}
            </>
          }
        >
          {kept} <Trans>Then try again here.</Trans>
        </Banner>
      ) : (
        <Banner
          tone="warn"
          title={t`Your session has ended.`}
          action={
            <a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
              <Trans>Sign in</Trans>
            </a>
          }
        />
      );
    case "limited":
      return (
        <Banner tone="warn" title={t`That was too often in a short time.`} action={retry}>
          {failure.retryAfter ? (
            <Trans>Wait {failure.retryAfter} seconds.</Trans>
          ) : (
            <Trans>Wait a few minutes.</Trans>
          )}{" "}
          {kept}
        </Banner>
      );
    case "forbidden":
    case "notFound":
      return (
        <Banner tone="bad" title={title}>
          {failure.kind === "forbidden" ? (
            <Trans>You may see this but not change it.</Trans>
          ) : (
            <Trans>It does not exist, or you may not see it.</Trans>
          )}
        </Banner>
      );
    case "unexpected":
      return (
        <Banner tone="bad" title={title} action={retry}>
          {kept} <Trans>This is our mistake.</Trans>{" "}
          {failure.correlationId && <Trans>If you contact support, name {failure.correlationId}.</Trans>}
        </Banner>
      );
  }
}
