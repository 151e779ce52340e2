import { useEffect, useRef } from "react";

const interval = 1500;

/** Asks again and again while something is under way, unless nobody looks at the page. */
export function useReloadWhile(isUnderWay: boolean, reload: () => void): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, interval);
    return () => clearInterval(timer);
  }, [isUnderWay]);
}
