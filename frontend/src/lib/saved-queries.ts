/** What support asks most often, with values to be replaced. */

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

/** All that is known of one order. */
export function wholeOrder(orderNumber: string): string {
  return `# Where does this order stand, and what happened to it?
query WholeOrder($orderNumber: String = ${JSON.stringify(orderNumber)}) {
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
}

/** Queries that GraphiQL opens with, one a tab; they only read. */
export const savedQueries = [waiting, wholeOrder("DE-4500127"), explained];
