import { i18n } from "@lingui/core";

/** The languages of the application, in their own names. */
export const languages = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof languages;

/** core: what every page needs; hub: Control Hub; steps: the pages of the wizard. */
export type Part = "core" | "hub" | "steps";

const catalogs = {
  core: { en: () => import("../messages/core/en"), de: () => import("../messages/core/de") },
  hub: { en: () => import("../messages/hub/en"), de: () => import("../messages/hub/de") },
  steps: { en: () => import("../messages/steps/en"), de: () => import("../messages/steps/de") },
} satisfies Record<Part, Record<Language, unknown>>;

const parts = new Set<Part>(["core"]);
const loaded = new Set<unknown>();
let wanted: Language = "en";

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
  wanted = language;
  await Promise.all([...parts].map((part) => load(part, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Has the messages of a part at hand before its page is shown. */
export async function prepare(part: Part): Promise<void> {
  parts.add(part);
  await load(part, wanted);
}

async function load(part: Part, language: Language): Promise<void> {
  const { messages } = await catalogs[part][language]();
  if (loaded.has(messages)) return;
  loaded.add(messages);
  i18n.load(language, messages);
}

/** Keeps the choice for a year; the server reads the same cookie where no header can be sent. */
export function remember(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
