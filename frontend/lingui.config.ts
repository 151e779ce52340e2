import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { languages } from "./src/lib/languages.ts";

/** What the first pages may say, where a mail's link and signing in lead. */
const first = [
  "src/lib/unsaved.ts",
  "src/ui/{card-page,code-field,error-summary,failure-banner,page-title,button,reference}.tsx",
  "src/pages/setup/{setup,code-part}.tsx",
  "src/pages/setup/opening.ts",
  "src/pages/sign-in/*.tsx",
];

/** What is said of what is not saved yet: by the wizard, and in place of a page that broke. */
const typed = ["src/steps/service/typed-step.tsx", "src/app/broken-page.tsx"];

/** Who has access to an organization. */
const access = ["src/pages/access/**", "src/acts/partner-access-consequences.ts"];

/** What only support sees: its start page, what GraphiQL says beside its own words, and what is said of a view of an order as somebody else. */
const desk = [
  "src/app/{editor-bar,copy-as,explorer,viewed-as}.tsx",
  "src/lib/saved-queries.ts",
  "src/pages/order/{view-as,timeline-filter,log-search}.tsx",
  "src/pages/start/{triage,support-search}.tsx",
];

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(languages),
  // Parts, so that the first page loads no messages of pages that it does not show. Locations and acts belong to two.
  catalogs: [
    { path: "<rootDir>/src/messages/core/{locale}", include: first, exclude: ["**/*.test.ts*"] },
    {
      path: "<rootDir>/src/messages/frame/{locale}",
      include: ["src/app", "src/lib", "src/ui", "src/pages/setup"],
      exclude: [...first, ...typed, ...desk, "**/*.test.ts*"],
    },
    {
      path: "<rootDir>/src/messages/hub/{locale}",
      include: ["src/pages", "src/location", "src/acts"],
      exclude: [
        ...access,
        "src/pages/setup/**",
        "src/pages/sign-in/**",
        "src/pages/help/**",
        ...desk,
        "**/*.test.ts*",
      ],
    },
    {
      path: "<rootDir>/src/messages/steps/{locale}",
      include: ["src/steps", "src/location", "src/acts"],
      // What comes after the last step is loaded with the words of the hub, where it goes on; organizations change only there.
      exclude: ["src/acts/{follow-ups,organization-consequences}.*", ...access, ...typed, "**/*.test.ts*"],
    },
    {
      path: "<rootDir>/src/messages/access/{locale}",
      include: [...access, "src/acts/{confirmation,consequence-list}.tsx"],
      exclude: ["**/*.test.ts*"],
    },
    { path: "<rootDir>/src/messages/typed/{locale}", include: typed, exclude: ["**/*.test.ts*"] },
    { path: "<rootDir>/src/messages/desk/{locale}", include: desk, exclude: ["**/*.test.ts*"] },
    { path: "<rootDir>/src/messages/help/{locale}", include: ["src/pages/help"], exclude: ["**/*.test.ts*"] },
  ],
  compileNamespace: "ts",
  format: formatter({ lineNumbers: false }),
});
