import { i18n, type Messages } from "@lingui/core";
import { withBase } from "./base-path";
import { type Language, languages } from "./languages";
import { isolateValues } from "./message-isolation";
import { pseudo, pseudoLanguages } from "./pseudo";

/**
 * core: what every page needs, and all that the first ones need; frame: what the others have in common; hub: Control Hub;
 * steps: the pages of the wizard; typed: that something on them is not saved yet; help: the guide; access: who has access to
 * an organization; desk: what only support sees.
 */
export type Part = "core" | "frame" | "hub" | "steps" | "typed" | "help" | "access" | "desk";

const catalogues = import.meta.glob<{ messages: Messages }>("../messages/*/*.ts");

isolateValues();

const parts = new Set<Part>(["core"]);
const loaded = new Set<unknown>();
let requested: Language | Pseudo = "en";

function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text);
}

/** The first language of the wishes ("de-AT", "en") that the application speaks, else English. */
export function firstSupported(wishes: readonly (string | undefined)[]): Language {
  return wishes.map((wish) => wish?.toLowerCase().split("-")[0]).find(isLanguage) ?? "en";
}

type Pseudo = keyof typeof pseudoLanguages;
const pseudoOnes = import.meta.env.DEV ? pseudoLanguages : null;

function isPseudo(language: string | undefined): language is Pseudo {
  return pseudoOnes !== null && language !== undefined && Object.hasOwn(pseudoOnes, language);
}

/** What this browser chose before, else what it prefers. */
export function preferredLanguage(): Language | Pseudo {
  const chosen = /(?:^|; )language=([\w-]+)/.exec(document.cookie)?.[1];
  return isPseudo(chosen) ? chosen : firstSupported([chosen, ...navigator.languages]);
}

/** Loads the language's messages and speaks it from now on. */
export async function activateLanguage(language: Language | Pseudo): Promise<void> {
  requested = language;
  await Promise.all([...parts].map((part) => load(part, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
  document.documentElement.dir = factsOf(language).direction;
}

/** Has the messages of a part at hand before its page is shown. */
export async function loadMessages(part: Part): Promise<void> {
  const needed: Part[] = part === "core" ? [part] : ["frame", part];
  for (const one of needed) parts.add(one);
  await Promise.all(needed.map((one) => load(one, requested)));
}

/** What is known of the language that is spoken. */
export function factsOf(language: string) {
  return pseudoOnes && isPseudo(language)
    ? pseudoOnes[language]
    : languages[isLanguage(language) ? language : "en"];
}

async function load(part: Part, language: Language | Pseudo): Promise<void> {
  if (import.meta.env.DEV && isPseudo(language)) {
    const english = await catalogues[`../messages/${part}/en.ts`]?.();
    i18n.load(language, pseudo(english?.messages ?? {}));
    return;
  }
  const { messages = {} } = (await catalogues[`../messages/${part}/${language}.ts`]?.()) ?? {};
  if (loaded.has(messages)) return;
  loaded.add(messages);
  i18n.load(language, messages);
}

/** Keeps the choice for a year; the server reads the same cookie where no header can be sent. */
export function rememberLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `language=${language}; Path=${withBase("/")}; Max-Age=31536000; SameSite=Lax`;
}
