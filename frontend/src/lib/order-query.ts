import { withBase } from "./base-path";

/** A query with its variables, to be filled in; it only reads. */
export type EditorQuery = { query: string; variables: Record<string, unknown> };

/** What became of one email of an order, and where the order stands. */
export function oneEmail(orderId: string, id: string): EditorQuery {
  return { query: emailById, variables: { email: id, order: orderId } };
}

/** One event of a timeline, and which orders the same request changed. */
export function oneEvent(id: string, correlationId: string | null): EditorQuery {
  return correlationId
    ? { query: eventAndRequest, variables: { event: id, correlationId } }
    : { query: eventById, variables: { event: id } };
}

/** All that is known of one order. */
export function wholeOrder(orderNumber: string): EditorQuery {
  return { query: byNumber, variables: { orderNumber } };
}

/** The address at which GraphiQL opens with a query filled in, from inside the application or outside. */
export function editorHref({ query, variables }: EditorQuery): string {
  return editorAddress({ query, variables: JSON.stringify(variables, null, 2) });
}

/** The same for what stands in its editors; variables are JSON. */
export function editorAddress(texts: { query: string; variables: string }): string {
  return withBase(`/graphiql?${new URLSearchParams(texts)}`);
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

const emailById = `# What became of this email, and where does its order stand?
query ThisEmail($email: ID!, $order: ID!) {
  node(id: $email) {
    ... on EmailMessage { kind to subject state attempts lastReply tries { at reply } queuedAt sentAt }
  }
  order(id: $order) {
    orderNumber
    status
    undeliveredTo
    undeliveredSince
    waitingFor { role email since }
    emails { id kind to state attempts sentAt }
  }
}
`;

const event = `node(id: $event) {
    ... on OrderEvent { at actor kind summary reason correlationId changes { field before after } }
  }`;

const eventAndRequest = `# What happened here, and what else did the same request change?
query ThisEvent($event: ID!, $correlationId: String!) {
  ${event}
  orders(first: 10, filter: { text: $correlationId }) {
    edges { node { orderNumber companyName status } }
  }
}
`;

const eventById = `# What happened here?
query ThisEvent($event: ID!) {
  ${event}
}
`;
