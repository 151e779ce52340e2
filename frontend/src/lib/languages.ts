type LanguageFacts = {
  /** In the language itself. */
  name: string;
  /** The locale of dates and numbers. */
  region: string;
  direction: "ltr" | "rtl";
};

/** The languages of the application, by the names of their catalogues; English is the one that all are made from. */
export const languages = {
  en: { name: "English", region: "en-GB", direction: "ltr" },
  de: { name: "Deutsch", region: "de-DE", direction: "ltr" },
} satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;
