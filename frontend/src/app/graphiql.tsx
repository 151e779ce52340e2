import "graphiql/setup-workers/vite";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { socketUrl, withBase } from "../lib/base-path";
import { savedQueries } from "../lib/saved-queries";
import { isOurScript, isPlainMarkup, trustOnly } from "../lib/trusted-types";
import "graphiql/style.css";
import "./graphiql.css";

// Descriptions of the schema are Markdown; the editor has workers.
trustOnly(isPlainMarkup, isOurScript);

const fetcher = createGraphiQLFetcher({
  url: withBase("/graphql"),
  wsClient: createClient({ url: socketUrl(), lazy: true }),
});
// A link of the support desk brings its query along.
const query = new URLSearchParams(location.search).get("query");

/** The schema is public as a file; introspection is only for people who are signed in. */
async function loadSchema() {
  const response = await fetch(withBase("/schema.graphql"));
  return buildSchema(await response.text());
}

async function start(root: HTMLElement) {
  const schema = await loadSchema();
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      schema={schema}
      defaultTabs={[...(query ? [query] : []), ...savedQueries].map((query) => ({ query }))}
      {...(query && { initialQuery: query })}
      shouldPersistHeaders={false}
    />,
  );
}

const root = document.getElementById("graphiql");
if (root) void start(root);
