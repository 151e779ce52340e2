import { useSyncExternalStore } from "react";

/** Wouter tells of its own navigation by the last two. */
const changes = ["hashchange", "popstate", "pushState", "replaceState"];

/** What stands behind # in the address, kept current: another link in the same tab changes only that. */
export function useHash(): string {
  return useSyncExternalStore(onChange, () => location.hash);
}

function onChange(listener: () => void): () => void {
  for (const change of changes) window.addEventListener(change, listener);
  return () => {
    for (const change of changes) window.removeEventListener(change, listener);
  };
}
