import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function at every drawing, doing what the newest one does: a memoised part that is given it is not drawn again for it. */
export function useStable<Args extends unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
