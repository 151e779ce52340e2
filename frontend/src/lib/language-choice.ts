import { createContext, useContext } from "react";
import type { Language } from "./languages";

export const LanguageChoice = createContext<(language: Language) => void>(() => {});

/** Changes the language of the application, here and from now on. */
export function useLanguageChoice(): (language: Language) => void {
  return useContext(LanguageChoice);
}
