import { t } from "@lingui/core/macro";
import { useCallback } from "react";
import type { BaseLocationHook } from "wouter";
import { useBrowserLocation } from "wouter/use-browser-location";
import { routerBase, viewId, withBase } from "./base-path";

let unsaved = false;

/** Something was typed on this page that is not saved yet. */
export function setUnsaved(value: boolean): void {
  unsaved = value;
}

/** Where we are; leaving a page with unsaved text asks first. */
export const useGuardedLocation: BaseLocationHook = () => {
  const [path, go] = useBrowserLocation();
  const navigate = useCallback(
    (to: string, options?: { replace?: boolean }) => {
      if (unsaved && !window.confirm(t`Leave without saving what you typed?`)) return;
      unsaved = false;
      if (viewId && to.startsWith(`${routerBase}/sign-in`)) {
        location.assign(withBase(to.slice(routerBase.length))); // nobody signs in as somebody else
        return;
      }
      go(to, options);
    },
    [go],
  );
  return [path, navigate];
};
