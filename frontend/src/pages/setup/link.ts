import type { OpenSetupLinkMutation } from "../../gql/graphql";
import { slugOf } from "../../lib/journey";

/** The token of the link in the mail: it stands in the fragment, which never reaches the server by itself. */
export function tokenOf(hash: string): string {
  return decodeURIComponent(hash.replace(/^#/, ""));
}

type Opened = NonNullable<OpenSetupLinkMutation["openSetupLink"]["order"]>;

/**
 * Where the link leads. An administrator of the customer who was not asked to set anything up was told of the
 * subscription, or is asked for privileges: the question comes first.
 */
export function arrivalAt(order: Opened): string {
  const { id, nextStep, viewerRole, allowedMutations, customerSetsUpServices } = order;
  if (allowedMutations.includes("decideAdministratorRequest")) return "/";
  const wasTold = viewerRole === "CUSTOMER_ADMINISTRATOR" && !customerSetsUpServices;
  if (wasTold && allowedMutations.includes("disputeMapping")) return `/orders/${id}?ask=disputeMapping`;
  return `/setup/${id}/${slugOf(nextStep)}`;
}
