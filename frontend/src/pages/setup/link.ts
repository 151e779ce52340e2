import type { OpenSetupLinkMutation } from "../../gql/graphql";
import { slugOf } from "../../lib/step-slugs";

const tokenLength = 43;

/**
 * The token of a mail's link: it stands in the fragment, which never reaches the server by itself. What mail programs
 * and security services hang on to it, put around it or encode in it is left out. "" where no whole token stands.
 */
export function tokenOf(hash: string): string {
  return new RegExp(`[\\w-]{${tokenLength}}`).exec(decoded(hash))?.[0] ?? "";
}

/** Byte by byte: what was hung on may be cut in the middle of a character, which the browser's own decoding refuses. */
function decoded(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
}

type Opened = NonNullable<OpenSetupLinkMutation["openSetupLink"]["order"]>;

/**
 * Where a link leads whose question could not be read before. An administrator of the customer who was not asked to
 * set anything up was told of the subscription, or is asked for privileges: the question comes first.
 */
export function arrivalAt(order: Opened): string {
  const { id, nextStep, viewerRole, allowedMutations, customerSetsUpServices } = order;
  if (allowedMutations.includes("decideAdministratorRequest")) return "/";
  const wasTold = viewerRole === "CUSTOMER_ADMINISTRATOR" && !customerSetsUpServices;
  if (wasTold && allowedMutations.includes("disputeMapping")) return `/orders/${id}?ask=disputeMapping`;
  return `/setup/${id}/${slugOf(nextStep)}`;
}
