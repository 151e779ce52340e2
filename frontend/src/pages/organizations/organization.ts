import type { OrganizationByIdQuery } from "../../gql/graphql";

/** An organization as its page knows it. */
export type Organization = NonNullable<OrganizationByIdQuery["organization"]>;

export type Domain = Organization["domains"][number];

/** One of its Webex sites. */
export type Site = Organization["sites"][number];
