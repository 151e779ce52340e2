import { Trans } from "@lingui/react/macro";
import { Component, type FunctionComponent, type ReactNode } from "react";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

let TypedTexts: FunctionComponent | undefined;

/** Remembers from now on what is typed; loaded apart, since no page needs it to be shown. */
export async function rememberTyping(): Promise<void> {
  const typed = await import("./typed-texts");
  typed.listen();
  TypedTexts = typed.TypedTexts;
}

/** What a person sees when a page breaks or a file of an older release is gone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="hub-page">
        <EmptyState
          title={<Trans>This page could not be shown</Trans>}
          action={
            <Button variant="primary" onPress={() => location.reload()}>
              <Trans>Load again</Trans>
            </Button>
          }
        >
          <Trans>Everything you saved is safe.</Trans>
        </EmptyState>
        {TypedTexts && <TypedTexts />}
      </main>
    );
  }
}
