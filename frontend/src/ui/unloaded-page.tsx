import type { Failure } from "../lib/failure";
import { FailureBanner } from "./failure-banner";
import { Skeleton } from "./skeleton";

/** A page of Control Hub whose data is on its way, or why it could not be had. */
export function UnloadedPage({ failure, onRetry }: { failure: Failure | null; onRetry: () => void }) {
  return (
    <div className="hub-page">
      {failure ? (
        <FailureBanner failure={failure} during="load" onRetry={onRetry} />
      ) : (
        <Skeleton shape="page" />
      )}
    </div>
  );
}
