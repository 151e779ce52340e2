import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentProps } from "react";
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
export function FailureBanner(props: FailureBannerProps) {
  return <Banner {...useMessage(props)} reference={props.failure.correlationId} />;
}

function useMessage({ failure, during, onRetry }: FailureBannerProps): ComponentProps<typeof Banner> {
  const { t } = useLingui();
  const retry = onRetry && <TextButton onPress={onRetry}>{t`Try again`}</TextButton>;
  const isSaving = during === "save";
  const title = isSaving ? t`We could not save this.` : t`We could not load this.`;
  const kept = isSaving ? t`Your entries are still here.` : "";
  const failed = { tone: "bad", title, action: retry } as const;
  switch (failure.kind) {
    case "offline":
      return {
        ...failed,
        children: (
          <>
            <Trans>You’re offline.</Trans> {kept}
          </>
        ),
      };
    case "signedOut":
      return isSaving
        ? {
            tone: "warn",
            title: t`Your session has ended.`,
            action: (
              <>
                <a href={withBase("/sign-in")} target="_blank" rel="noreferrer">
                  <Trans>Sign in in a new tab</Trans>
                </a>{" "}
                {retry}
              </>
            ),
            children: (
              <>
                {kept} <Trans>Then try again here.</Trans>
              </>
            ),
          }
        : {
            tone: "warn",
            title: t`Your session has ended.`,
            action: (
              <a href={withBase(`/sign-in?next=${encodeURIComponent(currentPath() + location.search)}`)}>
                <Trans>Sign in</Trans>
              </a>
            ),
          };
    case "limited":
      return {
        tone: "warn",
        title: t`Too many attempts in a short time.`,
        action: retry,
        children: (
          <>
            {failure.retryAfter ? (
              <Trans>Wait {failure.retryAfter} seconds.</Trans>
            ) : (
              <Trans>Wait a few minutes.</Trans>
            )}{" "}
            {kept}
          </>
        ),
      };
    case "forbidden":
      return { tone: "bad", title, children: <Trans>You can see this but not change it.</Trans> };
    case "notFound":
      return {
        tone: "bad",
        title,
        children: isSaving ? (
          <Trans>You no longer have access to it: somebody else has it now, or it was undone.</Trans>
        ) : (
          <Trans>It doesn’t exist, or you don’t have access to it.</Trans>
        ),
      };
    case "readOnly":
      return {
        tone: "warn",
        title: t`Nothing was changed.`,
        children: <Trans>You see this order as someone else does.</Trans>,
      };
    case "viewEnded":
      return { tone: "warn", title: t`This view has ended.` };
    case "busy":
      return {
        ...failed,
        tone: "warn",
        children: (
          <>
            <Trans>Control Hub is busy right now. Try again in a moment.</Trans> {kept}
          </>
        ),
      };
    case "unexpected":
      return {
        ...failed,
        children: (
          <>
            {kept} <Trans>This is our mistake.</Trans>
          </>
        ),
      };
  }
}
