import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { languages } from "./src/lib/languages.ts";

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(languages),
  // Four parts, so that the first page loads no messages of pages that it does not show. Locations and acts belong to two.
  catalogs: [
    {
      path: "<rootDir>/src/messages/core/{locale}",
      include: ["src/app", "src/lib", "src/ui", "src/pages/setup", "src/pages/sign-in"],
      exclude: ["**/*.test.ts*"],
    },
    {
      path: "<rootDir>/src/messages/hub/{locale}",
      include: ["src/pages", "src/location", "src/acts"],
      exclude: ["src/pages/setup/**", "src/pages/sign-in/**", "src/pages/help/**", "**/*.test.ts*"],
    },
    {
      path: "<rootDir>/src/messages/steps/{locale}",
      include: ["src/steps", "src/location", "src/acts"],
      exclude: ["**/*.test.ts*"],
    },
    { path: "<rootDir>/src/messages/help/{locale}", include: ["src/pages/help"], exclude: ["**/*.test.ts*"] },
  ],
  compileNamespace: "ts",
  format: formatter({ lineNumbers: false }),
});
