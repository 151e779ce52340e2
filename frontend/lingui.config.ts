import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { languages } from "./src/lib/languages.ts";

export default defineConfig({
  sourceLocale: "en",
  locales: Object.keys(languages),
  // Four parts, so that the first page loads no messages of pages that it does not show. Locations belong to two.
  catalogs: [
    {
      path: "<rootDir>/src/messages/core/{locale}",
      include: ["src/app", "src/lib", "src/ui", "src/pages/setup", "src/pages/sign-in"],
    },
    {
      path: "<rootDir>/src/messages/hub/{locale}",
      include: ["src/pages", "src/location"],
      exclude: ["src/pages/setup/**", "src/pages/sign-in/**", "src/pages/help/**"],
    },
    { path: "<rootDir>/src/messages/steps/{locale}", include: ["src/steps", "src/location"] },
    { path: "<rootDir>/src/messages/help/{locale}", include: ["src/pages/help"] },
  ],
  compileNamespace: "ts",
  format: formatter({ lineNumbers: false }),
});
