import { withBase } from "./base-path";

/** A query with its variables, to be filled in; it only reads. */
export type EditorQuery = { query: string; variables: Record<string, unknown> };

/** All that is known of one order. */
export function wholeOrder(orderNumber: string): EditorQuery {
  return { query: byNumber, variables: { orderNumber } };
}

/** The address at which GraphiQL opens with a query filled in, from inside the application or outside. */
export function editorHref({ query, variables }: EditorQuery): string {
  const filled = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  return withBase(`/graphiql?${filled}`);
}

const byNumber = `# Where does this order stand, and what happened to it? Run with Ctrl+Enter.
query OrderByNumber($orderNumber: String!) {
  orderByNumber(orderNumber: $orderNumber) {
    id
    status
    provisioningStatus
    version
    nextStep
    waitingFor { role email since }
    requirements { currentlyDue { step mutation message } errors { code message field } }
    services { kind state failure steps { name state attempts message } }
    emails { kind to state attempts lastReply queuedAt sentAt }
    timeline(first: 20) { edges { node { at actor kind summary reason correlationId } } }
  }
}
`;
