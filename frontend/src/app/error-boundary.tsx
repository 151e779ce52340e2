import { Trans } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

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
              <Trans>Load it again</Trans>
            </Button>
          }
        >
          <Trans>What you saved is safe on the server.</Trans>
        </EmptyState>
      </main>
    );
  }
}
