import { i18n } from "@lingui/core";

/** The languages of the application, in their own names. */
export const languages = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof languages;

const catalogs = {
  en: () => import("../messages/en"),
  de: () => import("../messages/de"),
};

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && text in languages;
}

/** The first language of the wishes ("de-AT", "en") that the application speaks, else English. */
export function firstSpoken(wishes: readonly (string | undefined)[]): Language {
  return wishes.map((wish) => wish?.toLowerCase().split("-")[0]).find(isLanguage) ?? "en";
}

/** What this browser chose before, else what it prefers. */
export function preferredLanguage(): Language {
  const chosen = /(?:^|; )language=(\w+)/.exec(document.cookie)?.[1];
  return firstSpoken([chosen, ...navigator.languages]);
}

/** Loads the language's messages and speaks it from now on. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogs[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

/** Keeps the choice for a year; the server reads the same cookie where no header can be sent. */
export function remember(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
