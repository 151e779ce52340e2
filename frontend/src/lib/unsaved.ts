import { t } from "@lingui/core/macro";
import type { BaseLocationHook } from "wouter";
import { navigate as go, useLocationProperty } from "wouter/use-browser-location";
import { routerBase, viewId, withBase } from "./base-path";

let unsaved = false;

/** Something was typed on this page that is not saved yet. */
export function setUnsaved(value: boolean): void {
  unsaved = value;
}

function leave(to: string, options?: { replace?: boolean }): void {
  if (unsaved && !window.confirm(t`Leave without saving what you typed?`)) return;
  unsaved = false;
  if (viewId && to.startsWith(`${routerBase}/sign-in`)) {
    location.assign(withBase(to.slice(routerBase.length))); // nobody signs in as somebody else
    return;
  }
  go(to, options);
}

// Each link of a page asks where we are at each drawing: the browser is asked once a change.
let here = globalThis.location?.pathname ?? "";
for (const change of ["popstate", "hashchange", "pushState", "replaceState"]) {
  globalThis.addEventListener?.(
    change,
    () => {
      here = location.pathname;
    },
    true,
  );
}
const readHere = () => here;

/** Where we are; leaving a page with unsaved text asks first. */
export const useGuardedLocation: BaseLocationHook = () => [useLocationProperty(readHere), leave];
