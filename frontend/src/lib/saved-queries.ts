import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type EditorQuery, wholeOrder } from "./order-query";

/** One of the queries that are asked most often. */
export type SavedQuery = EditorQuery & { title: MessageDescriptor };

const byNumber: SavedQuery = { title: msg`Order by number`, ...wholeOrder("DE-4500127") };

const mails: SavedQuery = {
  title: msg`Emails to an address`,
  query: `# Which emails went to this address, and what did its mail server answer? The address must be whole.
query EmailsToAnAddress($address: String!) {
  orders(first: 10, filter: { text: $address }, sort: UPDATED_NEWEST) {
    edges {
      node {
        orderNumber
        companyName
        undeliveredTo
        emails { kind to subject state attempts lastReply queuedAt sentAt tries { at reply } }
      }
    }
  }
}
`,
  variables: { address: "lena.vogt@halden.example" },
};

const siteNames: SavedQuery = {
  title: msg`Who changed a site name`,
  query: `# Who entered or changed this site name, and when? The changes of each event tell it before and after.
query WhoChangedASiteName($siteName: String!) {
  orders(first: 5, filter: { text: $siteName }) {
    edges {
      node {
        orderNumber
        companyName
        timeline(first: 50) {
          edges { node { at actor summary correlationId changes { field before after } } }
        }
      }
    }
  }
}
`,
  variables: { siteName: "weber-soehne.webex.com" },
};

const explained: SavedQuery = {
  title: msg`Why this organization`,
  query: `# Why does the organization finder recommend what it recommends?
query WhyThisOrganization($email: String!, $slot: OrganizationType = PARTNER) {
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
`,
  variables: { email: "lena.vogt@halden.example", slot: "PARTNER" },
};

const waiting: SavedQuery = {
  title: msg`What waits for whom`,
  query: `# What waits, for whom, and what is missing?
query WhatWaitsForWhom($first: Int = 10) {
  orders(first: $first, sort: WAITING_LONGEST) {
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
`,
  variables: { first: 10 },
};

const sites: SavedQuery = {
  title: msg`Sites of a customer`,
  query: `# Which sites does this customer have? By a domain, an address, an external id or how its name begins.
query SitesOfACustomer($customer: String!) {
  findOrganizations(text: $customer) {
    id
    displayName
    domains { name state }
    sites { siteUrl timeZone primary earlyRelease }
    history { at actor summary reason }
  }
}
`,
  variables: { customer: "brandt.example" },
};

/** What support asks most often, by topic. */
export const savedQueries = [byNumber, mails, siteNames, explained, waiting, sites];
