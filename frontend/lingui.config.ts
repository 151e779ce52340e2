import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  // Three parts, so that the first page loads no messages of pages that it does not show.
  catalogs: [
    {
      path: "<rootDir>/src/messages/core/{locale}",
      include: ["src/app", "src/lib", "src/ui", "src/pages/setup", "src/pages/sign-in"],
    },
    {
      path: "<rootDir>/src/messages/hub/{locale}",
      include: ["src/pages"],
      exclude: ["src/pages/setup/**", "src/pages/sign-in/**"],
    },
    { path: "<rootDir>/src/messages/steps/{locale}", include: ["src/steps"] },
  ],
  compileNamespace: "ts",
  format: formatter({ lineNumbers: false }),
});
