import { msg } from "@lingui/core/macro";
import type { ApiAccessQuery } from "../../gql/graphql";

/** An organization as its page "API access" knows it. */
export type ApiAccess = NonNullable<ApiAccessQuery["organization"]>;

export type Token = ApiAccess["apiTokens"][number];

/** What a token may do, in words. */
export const scopes = {
  "orders:read": msg`See orders`,
  "orders:write": msg`See and set up orders`,
  "organizations:read": msg`See the organization`,
} as const;
