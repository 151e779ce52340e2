import { readFile } from "node:fs/promises";
import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { languages } from "./src/lib/languages.ts";

const target = process.env.BACKEND ?? "http://127.0.0.1:8000";

/** What the API serves beside the application's pages: see `backend/web/app.py`. */
const pages =
  "graphql|schema\\.graphql|dev/mailbox.*|orders/[^/]+/(summary\\.pdf|timeline\\.jsonl)|mail/bounces|csp-reports|page-errors|\\.well-known/.*|healthz|readyz|metrics";
const proxy = {
  [`^/(${pages})([?]|$)`]: { target, ws: true },
  "^/graphiql([?]|$)": { target, bypass: () => "/graphiql.html" },
};

/** Files of shared components may load before base.css: each names the order of the layers itself. */
const layerOrder: Plugin = {
  name: "layer-order",
  enforce: "pre",
  transform: {
    filter: { id: /\/src\/.*\.css$/ },
    handler: (code) => `@layer reset, tokens, base, ui, page;\n${code}`,
  },
};

/**
 * Each GraphQL document a module of its own: a page brings along those that it asks, instead of the first page all.
 * The generated file remains as the list of them.
 */
const documentsApart: Plugin = {
  name: "documents-apart",
  apply: "build",
  load: {
    filter: { id: /\/src\/gql\/graphql\.ts(\?only=\w+)?$/ },
    async handler(id) {
      const [file = "", only] = id.split("?only=");
      const code = await readFile(file, "utf8");
      const documents = new Map(
        [...code.matchAll(/^export const (\w+) = new TypedDocumentString[\s\S]*?;$/gm)].map(
          ([whole, name]) => [name, whole],
        ),
      );
      const from = (name = "") => `export { ${name} } from "${file}?only=${name}";\n`;
      const listed = [...documents.keys(), "TypedDocumentString"].map(from).join("");
      const alone =
        only === "TypedDocumentString"
          ? code.slice(code.indexOf("export class"), code.indexOf("export const"))
          : `import { TypedDocumentString } from "${file}?only=TypedDocumentString";\n${documents.get(only)}`;
      return { code: only ? alone : listed, moduleType: "ts", moduleSideEffects: false };
    },
  },
};

/**
 * Few files, since a connection carries one at a time: what every page needs and all that the first ones need, what the
 * other pages have in common, what the wizard needs.
 * A group takes along what its modules import. The first one is shared with GraphiQL.
 */
const groups = [
  {
    name: "react",
    test: /node_modules\/(react|react-dom)\/|preload-helper|rolldown\/runtime|src\/lib\/(jsx\/|trusted-types)/,
    priority: 4,
  },
  {
    name: "first",
    test: /src\/ui\/(font|tokens|base|brand|button|banner|card-page|empty-state|error-summary|field|spinner|status|toast)\.css$|src\/pages\/setup\/setup\.css$/,
    priority: 4,
  },
  { name: "style", test: /src\/(ui|steps)\/.*\.css$|shell\.css$/, priority: 4 },
  {
    name: "app",
    test: /src\/(app\/app|ui\/(text-field|code-field|form|card-page|error-summary|failure-banner))\.tsx$|src\/lib\/(hash|api-query|api-mutation|redirects|theme)\.ts$|src\/pages\/setup\/(link\.ts|code-part\.tsx|opening\.ts)$|only=TypedDocumentString$/,
    priority: 3,
  },
  { name: "frame", test: /src\/app\/hub\.tsx$/, priority: 2 },
  { name: "wizard", test: /src\/app\/wizard\.tsx$|src\/ui\/(step-page|summary-list)\.tsx$/, priority: 1 },
];

/** Tests that need a document. */
const inDocument = ["src/**/*.test.tsx", "src/lib/pressing.test.ts"];

export default defineConfig({
  // React has what wouter brings along for those that have not.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  plugins: [
    layerOrder,
    documentsApart,
    lingui({ macroTransform: true }),
    // All our JSX: texts stand in elements of their own.
    react({ jsxImportSource: "/src/lib/jsx" }),
    { ...optimizeLocales.vite({ locales: Object.keys(languages) }), enforce: "pre" },
  ],
  // Files find each other by their own place; only the pages name it, and the server writes it there.
  experimental: {
    renderBuiltUrl: (_file, { hostType }) => (hostType === "html" ? undefined : { relative: true }),
  },
  build: {
    manifest: true,
    // A strict Content-Security-Policy: nothing inline, neither data URLs nor scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() stays as written.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: {
      input: ["index.html", "graphiql.html", "src/traces.ts"],
      // GraphiQL's directives for a compiler that we do not use.
      checks: { moduleLevelDirective: false },
      output: { codeSplitting: { groups } },
    },
    // Monaco, on the page of GraphiQL only.
    chunkSizeWarningLimit: 8_000,
  },
  // Its `?worker` imports are Vite's own and unknown to the optimizer.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  // The mailbox has the fonts of the build.
  server: { host: "127.0.0.1", strictPort: true, proxy: { ...proxy, "^/assets/": { target } } },
  preview: { proxy },
  test: {
    testTimeout: 60_000, // milliseconds: a test that does not end fails; a busy machine is slow
    projects: [
      { extends: true, test: { name: "rules", include: ["src/**/*.test.ts"], exclude: inDocument } },
      {
        extends: true,
        // One document for all files of a worker: making one takes longer than the tests.
        test: {
          name: "components",
          include: inDocument,
          environment: "jsdom",
          isolate: false,
          setupFiles: "src/ui/testing-setup.ts",
        },
      },
    ],
  },
});
