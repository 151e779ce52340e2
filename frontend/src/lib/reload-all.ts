import { createContext, useContext } from "react";

export const ReloadAll = createContext<() => void>(() => {});

/** Forgets all that was loaded: after sign-in the same questions have other answers. */
export function useReloadAll(): () => void {
  return useContext(ReloadAll);
}
