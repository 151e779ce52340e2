import { useSyncExternalStore } from "react";
import { lastAnnouncement, subscribeToAnnouncements } from "../lib/announce";

/** The page's one place for status messages, read out politely; `announce` fills it. */
export function LiveRegion() {
  const message = useSyncExternalStore(subscribeToAnnouncements, lastAnnouncement);
  return (
    <div className="unseen" role="status">
      {message}
    </div>
  );
}
