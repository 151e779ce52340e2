import { createContext, useContext } from "react";

export const Renewal = createContext<() => void>(() => {});

/** Forgets all that was loaded: after sign-in the same questions have other answers. */
export function useRenewal(): () => void {
  return useContext(Renewal);
}
