import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  AdministratorRole,
  OrderRole,
  OrderStanding,
  OrderStatus,
  ProvisioningStatus,
  ServiceKind,
  ServiceState,
} from "../gql/graphql";

type Words<Key extends string> = Record<Key, MessageDescriptor>;

export const serviceNames: Words<ServiceKind> = {
  MEETINGS: msg`Meetings`,
  CALLING: msg`Calling`,
  MESSAGING: msg`Messaging`,
};

/** The services as the wizard's tabs call them. */
export const setupNames: Words<ServiceKind> = {
  MEETINGS: msg`Meeting setup`,
  CALLING: msg`Calling`,
  MESSAGING: msg`Messaging`,
};

export const serviceIcons = { MEETINGS: "video", CALLING: "phone", MESSAGING: "chat" } as const;

export const provisioningWords: Words<ProvisioningStatus> = {
  AWAITING_PROVISIONING_DETAILS: msg`Awaiting provisioning details`,
  PROVISIONING: msg`Provisioning`,
  PROVISIONED: msg`Provisioned`,
  CANNOT_PROVISION: msg`Cannot provision`,
};

export const provisioningTones = {
  AWAITING_PROVISIONING_DETAILS: "wait",
  PROVISIONING: "run",
  PROVISIONED: "done",
  CANNOT_PROVISION: "fail",
} as const satisfies Record<ProvisioningStatus, string>;

/** Where an order stands as a whole: the same words in lists, on its page and in the wizard. */
export const standingWords: Words<OrderStanding> = {
  ...provisioningWords,
  SCHEDULED: msg`Scheduled`,
  DISPUTED: msg`Disputed`,
  ENDED: msg`Setup ended`,
  CLOSED: msg`Closed`,
  CANCELLED: msg`Cancelled`,
};

export const standingTones = {
  ...provisioningTones,
  SCHEDULED: "off",
  DISPUTED: "off",
  ENDED: "off",
  CLOSED: "off",
  CANCELLED: "off",
} as const satisfies Record<OrderStanding, string>;

const statusOfService: Record<ServiceState, ProvisioningStatus> = {
  NOT_STARTED: "AWAITING_PROVISIONING_DETAILS",
  DRAFT: "AWAITING_PROVISIONING_DETAILS",
  READY_FOR_REVIEW: "AWAITING_PROVISIONING_DETAILS",
  DEFERRED: "AWAITING_PROVISIONING_DETAILS",
  PROVISIONING: "PROVISIONING",
  PROVISIONED: "PROVISIONED",
  FAILED: "CANNOT_PROVISION",
};

/** The four words that people see for a service's state. */
export function serviceStatus(state: ServiceState): ProvisioningStatus {
  return statusOfService[state];
}

export const orderStates: Words<OrderStatus> = {
  SCHEDULED: msg`Scheduled`,
  AWAITING_CONTACT: msg`Awaiting the contact`,
  FINDING_ORGANIZATIONS: msg`Finding organizations`,
  MAPPED: msg`Organizations confirmed`,
  SETTING_UP: msg`Setting up services`,
  COMPLETED: msg`Completed`,
  CLOSED: msg`Closed`,
  CANCELLED: msg`Cancelled`,
};

export const roleNames: Words<OrderRole> = {
  PROVISIONING_CONTACT: msg`Provisioning contact`,
  CUSTOMER_ADMINISTRATOR: msg`Customer full administrator`,
  PARTNER_ADMINISTRATOR: msg`Partner administrator`,
  PROVISIONING_ADMINISTRATOR: msg`Provisioning administrator`,
  SELLER: msg`Seller`,
  SUPPORT: msg`Support`,
  SERVICE_DELEGATE: msg`Sets up one service`,
  SALESPERSON: msg`Salesperson`,
  FORMER_CONTACT: msg`Former contact`,
};

export const administratorRoles: Words<AdministratorRole> = {
  PROVISIONING_ADMINISTRATOR: msg`Provisioning administrator`,
  FULL_ADMINISTRATOR: msg`Full administrator`,
};
