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

// Milliseconds: what can be undone waits for who reads slowly or comes by the keyboard.
const shownFor = { told: 6_000, undoable: 20_000 };
const lookAgain = 2_000;

function show(toast: Toast | null): void {
  clearTimeout(timer);
  current = toast;
  if (toast) timer = setTimeout(end, toast.action ? shownFor.undoable : shownFor.told);
  for (const listener of listeners) listener();
}

/** Takes it away, but not from under the pointer or the focus. */
function end(): void {
  if (document.querySelector(".toast:is(:hover, :focus-within)")) timer = setTimeout(end, lookAgain);
  else show(null);
}

/** Says for some seconds what was done, longer if it can be undone; only for what can be undone or needs no answer. */
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
