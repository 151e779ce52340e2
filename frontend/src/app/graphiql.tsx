import "graphiql/setup-workers/vite";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { buildSchema } from "graphql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";

const waiting = `# What waits, and what is missing. Run with Ctrl+Enter.
query OrdersThatWait($first: Int = 10) {
  orders(first: $first, sort: DEADLINE_FIRST) {
    edges {
      node {
        orderNumber
        companyName
        provisioningStatus
        waitingFor { role email since }
        requirements { deadline currentlyDue { step mutation field message } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const explained = `# Why does the organization finder recommend what it recommends?
query ExplainMatch($email: String = "lena.vogt@halden.example", $slot: OrganizationType = PARTNER) {
  explainOrganizationMatch(input: { email: $email, slot: $slot }) {
    outcome
    message
    basedOn
    reason
    organization { organization { displayName } evidence { message } }
    candidates {
      recommended
      flags
      organization { displayName country activeUsers latestActivityAt domains { name state } }
      evidence { code message }
    }
  }
}
`;

const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  wsClient: createClient({ url: `${location.origin.replace(/^http/, "ws")}/graphql`, lazy: true }),
});
// A link of the support desk brings its query along.
const query = new URLSearchParams(location.search).get("query");

/** The schema is public as a file; introspection is only for people who are signed in. */
async function loadSchema() {
  const response = await fetch("/schema.graphql");
  return buildSchema(await response.text());
}

async function start(root: HTMLElement) {
  const schema = await loadSchema();
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      schema={schema}
      defaultTabs={[...(query ? [{ query }] : []), { query: waiting }, { query: explained }]}
      {...(query && { initialQuery: query })}
      shouldPersistHeaders={false}
    />,
  );
}

const root = document.getElementById("graphiql");
if (root) void start(root);
