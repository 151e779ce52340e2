import { msg } from "@lingui/core/macro";
import type { WhoHasAccessQuery } from "../../gql/graphql";

/** An organization as the page of who has access knows it. */
export type Accessed = NonNullable<WhoHasAccessQuery["organization"]>;

export type PartnerAccess = Accessed["partnerAccess"][number];
export type EndedAccess = Accessed["endedAccess"][number];

/** What somebody may do, in words. */
export const rights = {
  FULL_ADMINISTRATOR: msg`Administers the whole organization`,
  PROVISIONING_ADMINISTRATOR: msg`Sees and sets up these orders`,
  SERVICE_DELEGATE: msg`Sets up single services`,
  READER: msg`Sees these orders`,
} as const;
