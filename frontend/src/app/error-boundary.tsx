import { Component, type ReactNode } from "react";
import { loadMessages } from "../lib/language";
import { reportPageError } from "../lib/page-error";
import { FailureBanner } from "../ui/failure-banner";

let loaded: typeof import("./broken-page") | undefined;

type State = {
  broken: boolean;
  /** What support finds the report by. */
  reference?: string | undefined;
};

/** Loads the page in place of a broken one: apart, since it is needed last. */
export async function prepareForBreaks(): Promise<void> {
  const [page] = await Promise.all([import("./broken-page"), loadMessages("typed")]);
  loaded = page;
}

/** What a person sees when a page breaks or a file of an older release is gone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    this.setState({ reference: reportPageError(error) });
    // It broke before that was loaded, or a file is gone: then what is shown says enough.
    if (!loaded)
      prepareForBreaks().then(
        () => this.forceUpdate(),
        () => {},
      );
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    if (loaded) return <loaded.BrokenPage reference={this.state.reference} />;
    const failure = { kind: "unexpected", correlationId: this.state.reference } as const;
    return <FailureBanner failure={failure} during="load" onRetry={() => location.reload()} />;
  }
}
