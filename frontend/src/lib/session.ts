import { useSyncExternalStore } from "react";

let endsAt: number | null = null;
const listeners = new Set<() => void>();

/** Notes how many seconds the session lasts if nothing more is asked; null: there is none. */
export function sessionLasts(seconds: string | null): void {
  endsAt = seconds === null ? null : Date.now() + Number(seconds) * 1000;
  for (const listener of listeners) listener();
}

/** When the session ends, by this browser's clock; null where nobody is signed in. */
export function useSessionEnd(): number | null {
  return useSyncExternalStore(subscribe, () => endsAt);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
