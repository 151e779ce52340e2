import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense } from "react";
import { useLocation } from "wouter";
import { viewId } from "../lib/base-path";
import { guideHref } from "../lib/guide-places";
import { useViewer } from "../lib/viewer";
import { FailureBanner } from "../ui/failure-banner";
import { Skeleton } from "../ui/skeleton";
import { TopBar } from "../ui/top-bar";
import { AccountMenu } from "./account-menu";
import { AriaLocale } from "./aria-locale";
import { SignInFirst } from "./forward";
import { SessionWarning } from "./session-warning";
import "./shell.css";
import "../ui/more-icons";

/** Pages that ask for what they show while it is still unknown who is signed in. */
const asksEarly = ["/", "/orders"];

/** The frame of Control Hub; all but the guide needs a signed-in person. */
export default function Hub({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [path] = useLocation();
  const { viewer, wasSignedIn, failure, reload } = useViewer();
  const isPublic = path.startsWith(guideHref);
  if (viewer === null && !isPublic) {
    return <SignInFirst wasSignedIn={wasSignedIn} />;
  }
  // Support works on orders of others; it has no organizations of its own.
  const own = !viewer?.roles.includes("SUPPORT") || viewer.organizations.length > 0;
  const sections = [
    { href: "/orders", label: t`Orders` },
    ...(own
      ? [
          { href: "/organizations", label: t`Organizations` },
          { href: "/settings", label: t`Service settings` },
        ]
      : []),
  ];
  const frame = (
    <div className="hub-page">
      <Skeleton shape="page" />
    </div>
  );
  return (
    <AriaLocale>
      <TopBar
        sections={viewer ? sections : []}
        email={viewer?.email}
        organization={viewer?.organizations[0]?.displayName}
        menu={<AccountMenu signedIn={Boolean(viewer)} />}
      />
      {!viewId && <SessionWarning ask={reload} />}
      <main id="main">
        {failure && !viewer && !isPublic ? (
          <div className="hub-page">
            <FailureBanner failure={failure} during="load" onRetry={reload} />
          </div>
        ) : viewer || isPublic || asksEarly.includes(path) ? (
          <Suspense fallback={frame}>{children}</Suspense>
        ) : (
          frame
        )}
      </main>
    </AriaLocale>
  );
}
