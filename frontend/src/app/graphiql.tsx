import "graphiql/setup-workers/vite";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { useGraphiQLActions } from "@graphiql/react";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { GraphiQL } from "graphiql";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { changeHeaders } from "../lib/allowed-changes";
import { socketUrl, withBase } from "../lib/base-path";
import { Sentence } from "../lib/jsx/text-elements";
import { activateLanguage, loadMessages, preferredLanguage } from "../lib/language";
import { type SavedQuery, savedQueries } from "../lib/saved-queries";
import { chosenTheme, showTheme } from "../lib/theme";
import { isOurScript, isPlainMarkup, trustOnly } from "../lib/trusted-types";
import { LiveRegion } from "../ui/live-region";
import { ToastRegion } from "../ui/toast";
import { AriaLocale } from "./aria-locale";
import { CopyAs } from "./copy-as";
import { EditorBar } from "./editor-bar";
import { explorer } from "./explorer";
import "../ui/font.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "graphiql/style.css";
import "./graphiql.css";

// Descriptions of the schema are Markdown; the editor has workers.
trustOnly(isPlainMarkup, isOurScript);
showTheme(chosenTheme());

const fetcher = createGraphiQLFetcher({
  url: withBase("/graphql"),
  // Ours come last: what somebody types as headers does not take them away.
  fetch: (input, init) => {
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(changeHeaders())) headers.set(name, value);
    return fetch(input, { ...init, headers });
  },
  // Only subscriptions come this way, and they change nothing.
  wsClient: createClient({ url: socketUrl(), lazy: true, connectionParams: { "Read-Only": "1" } }),
});
// A link brings its query along, with its variables; without any, those of the last time do not belong to it.
const given = new URLSearchParams(location.search);
const query = given.get("query");
const opened =
  query === null ? savedQueries.map(asTab) : [{ query, variables: given.get("variables") ?? "" }];
// What somebody had open comes back, unless a link says otherwise.
const first = query === null && localStorage.getItem("graphiql:tabState") ? undefined : opened[0];

function asTab({ query, variables }: SavedQuery) {
  return { query, variables: JSON.stringify(variables, null, 2) };
}

/** The schema is public as a file; introspection is only for people who are signed in. */
async function loadSchema() {
  const response = await fetch(withBase("/schema.graphql"));
  return buildSchema(await response.text());
}

/** GraphiQL looks at the system's colours once, for its editors; here they change with it. */
function SystemColours() {
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    if (chosenTheme() !== "system") return;
    const isDark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setTheme(null);
    isDark.addEventListener("change", follow);
    return () => isDark.removeEventListener("change", follow);
  }, [setTheme]);
  return null;
}

async function start(root: HTMLElement) {
  const [schema] = await Promise.all([
    loadSchema(),
    loadMessages("desk"),
    activateLanguage(preferredLanguage()),
  ]);
  createRoot(root).render(
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <AriaLocale>
        <EditorBar />
        <main className="editor">
          <GraphiQL
            fetcher={fetcher}
            schema={schema}
            plugins={[explorer, HISTORY_PLUGIN]}
            defaultTabs={opened}
            {...(first && { initialQuery: first.query, initialVariables: first.variables })}
            defaultEditorToolsVisibility="variables"
            shouldPersistHeaders={false}
            forcedTheme={chosenTheme()}
          >
            <GraphiQL.Toolbar>
              {({ prettify, merge, copy }) => (
                <>
                  {prettify}
                  {merge}
                  {copy}
                  <CopyAs />
                  <SystemColours />
                </>
              )}
            </GraphiQL.Toolbar>
          </GraphiQL>
        </main>
        <LiveRegion />
        <ToastRegion />
      </AriaLocale>
    </I18nProvider>,
  );
}

const root = document.getElementById("graphiql");
if (root) void start(root);
