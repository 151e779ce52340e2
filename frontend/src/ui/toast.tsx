import { useEffect, useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import { announce } from "../lib/announce";
import { TextButton } from "./button";
import { focusHeading } from "./focus";
import { Icon } from "./icon";
import "./toast.css";

type Toast = { text: string; action?: { label: string; run: () => void } };

let current: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(toast: Toast | null): void {
  clearTimeout(timer);
  current = toast;
  if (toast) timer = setTimeout(() => show(null), 6_000);
  for (const listener of listeners) listener();
}

/** Says for six seconds what was done; only for what can be undone or needs no answer. */
export function toast(text: string, action?: Toast["action"]): void {
  announce(text);
  show(action ? { text, action } : { text });
}

/** What can be undone no longer can. */
function withdraw(): void {
  if (current?.action) show(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear: bottom left of the window. */
export function ToastRegion() {
  const toast = useSyncExternalStore(subscribe, () => current);
  const [page] = useLocation();
  // What it undoes is the page that offered it: on another page the button would do nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the page that changes
  useEffect(() => withdraw, [page]);
  if (!toast) return null;
  return (
    <div className="toast">
      <Icon name="check" size={16} />
      {toast.text}
      {toast.action && (
        <TextButton
          onPress={() => {
            focusHeading();
            toast.action?.run();
            show(null);
          }}
        >
          {toast.action.label}
        </TextButton>
      )}
    </div>
  );
}
