import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  catalogs: [{ path: "<rootDir>/src/messages/{locale}", include: ["src"] }],
  compileNamespace: "ts",
  format: formatter({ lineNumbers: false }),
});
