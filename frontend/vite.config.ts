import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const backend = process.env.BACKEND ?? "http://127.0.0.1:8000";

/** Files of shared components may load before base.css: each names the order of the layers itself. */
const layerOrder: Plugin = {
  name: "layer-order",
  enforce: "pre",
  transform: {
    filter: { id: /\/src\/.*\.css$/ },
    handler: (code) => `@layer reset, tokens, base, ui, page;\n${code}`,
  },
};

export default defineConfig({
  plugins: [
    layerOrder,
    lingui({ macroTransform: true }),
    react(),
    { ...optimizeLocales.vite({ locales: ["en-US", "de-DE"] }), enforce: "pre" },
  ],
  build: {
    manifest: true,
    // A strict Content-Security-Policy: nothing inline, neither data URLs nor scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() stays as written.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      // GraphiQL's directives for a compiler that we do not use.
      checks: { moduleLevelDirective: false },
    },
    // Monaco, on the page of GraphiQL only.
    chunkSizeWarningLimit: 8_000,
  },
  // Its `?worker` imports are Vite's own and unknown to the optimizer.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  server: { proxy: { "/graphql": { target: backend, ws: true }, "/orders/.*/.*\\..*": backend } },
  test: { include: ["src/**/*.test.ts"] },
});
