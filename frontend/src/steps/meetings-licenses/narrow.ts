import { useSyncExternalStore } from "react";

const query = matchMedia("(max-width: 639px)");

/** Is the window below 640 px, where a table does not fit? */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
