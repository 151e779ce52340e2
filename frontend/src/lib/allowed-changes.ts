import { useSyncExternalStore } from "react";

/** How long GraphiQL may change anything after somebody said why, in milliseconds. */
export const allowedFor = 15 * 60_000;

type Allowed = { reason: string; until: number };

let allowed: Allowed | null = null;
const listeners = new Set<() => void>();

function set(next: Allowed | null): void {
  allowed = next;
  for (const listener of listeners) listener();
}

/** Lets this page send mutations for a while, for a reason that orders' timelines show. */
export function allowChanges(reason: string): void {
  set({ reason, until: Date.now() + allowedFor });
}

/** From now on the server refuses mutations of this page again. */
export function stopChanges(): void {
  set(null);
}

/** What a request says of changes. The clock is read for each one: a device that slept allows nothing more. */
export function changeHeaders(): Record<string, string> {
  return allowed && Date.now() < allowed.until
    ? { "Change-Reason": encodeURIComponent(allowed.reason.toWellFormed()) }
    : { "Read-Only": "1" };
}

/** Until when changes are allowed, by this browser's clock; null: they are not. */
export function useAllowedUntil(): number | null {
  return useSyncExternalStore(subscribe, () => allowed?.until ?? null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
