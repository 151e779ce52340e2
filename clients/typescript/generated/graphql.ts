/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A postal address; which of its fields a country wants, `addressFormat` says. */
export type AddressInput = {
  /** Street and number, at most 100 characters. */
  address1: string;
  /** Second line of the street address, at most 100 characters. */
  address2?: string | null | undefined;
  /** Town or city, at most 60 characters. */
  city?: string | null | undefined;
  /** A code of `countries`; others for the same, such as UK or GBR, are read too. */
  country: string;
  /** Postal code as the country writes it, at most 20 characters. */
  postalCode?: string | null | undefined;
  /** State, province or prefecture, at most 60 characters; of Australia, Canada and the United States one of the options of `addressFormat`. */
  state?: string | null | undefined;
};

/** A test order, and how much time shall pass for it. */
export type AdvanceTestOrderInput = {
  /** Duration as in ISO 8601 in days, hours, minutes and seconds, such as P3D or PT12H; more than nothing, P366D at most. */
  by: string;
  /** Global id of the order. */
  orderId: string | number;
};

/** For whom the contact sets up the order. */
export type Audience =
  /** For a customer: the order is mapped to a partner and a customer organization. */
  | 'CUSTOMER'
  /** For the contact's own company: the order is mapped to one organization. */
  | 'OWN_COMPANY';

/** An order and for whom it is. */
export type ChooseAudienceInput = {
  /** Whether it is for a customer or for the contact's own company. */
  audience: Audience;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
};

/** An order and one of the organizations that were found for it. */
export type ChooseOrganizationInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Global id of an organization of the match or of a search for this order and slot. */
  organizationId: string | number;
  /** Which of the two it is; an order for one's own company has the customer only. */
  slot: OrganizationType;
};

/** An order whose organizations are confirmed. */
export type ConfirmOrganizationsInput = {
  /** Address of a new customer's administrator; required with the above if the order's needsCustomerAdminEmail is true. */
  customerAdminEmail?: string | null | undefined;
  /** True: the customer's administrators are asked to set up the services, as by handOverToCustomer. */
  customerSetsUpServices?: boolean | null | undefined;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
};

/** An order and a new organization for it. */
export type CreateOrganizationInput = {
  /** Industry of the company: a code of `businessVerticals`. */
  businessVertical: string;
  /** Name of the company, at most 200 characters, and no web address. */
  companyName: string;
  /** Country of the company: a code of `countries`; others for the same, such as UK or GBR, are read too. */
  country: string;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Which of the two it is; an order for one's own company has the customer only. */
  slot: OrganizationType;
};

/** What a mail is about. */
export type EmailKind =
  /** Tells the customer's administrators that a partner asks for full administrator privileges. */
  | 'ADMINISTRATOR_REQUEST'
  /** Tells the contact that everything is provisioned; the order summary is attached. */
  | 'COMPLETION'
  /** Tells the former contact and the seller that the order was handed to somebody else. */
  | 'DELEGATION_NOTICE'
  /** Asks the customer's administrators to set up the services. */
  | 'HAND_OVER'
  /** Tells anything else that somebody should know. */
  | 'NOTICE'
  /** Reminds the contact of the deadline, or the customer of a hand-over; or tells of all orders that wait. */
  | 'REMINDER'
  /** Asks somebody to set up one service. */
  | 'SERVICE_DELEGATION'
  /** The welcome email with the setup link, to the contact. */
  | 'SETUP'
  /** A six-digit code, or the link that stands in for one after too many wrong codes. */
  | 'SIGN_IN_CODE'
  /** Tells the customer's administrators that a subscription was added to their organization. */
  | 'SUBSCRIPTION_ADDED';

/** What became of a mail. */
export type EmailState =
  /** It could not be handed over yet; it is tried again for 72 hours at least. */
  | 'DEFERRED'
  /** It was refused for good, given up, or came back undelivered. */
  | 'FAILED'
  /** It is about a test order: it is written, to be read here, and never sent. */
  | 'KEPT'
  /** It waits to be sent at once. */
  | 'QUEUED'
  /** The mail server accepted it. */
  | 'SENT';

/** How much a finding of checkOrder weighs. */
export type FindingSeverity =
  /** The order would be refused. */
  | 'BLOCKS'
  /** Good to know; nothing has to be done. */
  | 'INFO'
  /** Probably a mistake, or something that will hold the order up. */
  | 'WARNING';

/** A license that was sold. */
export type LicenseInput = {
  /** Name of the license, at most 120 characters, unique in the order. */
  name: string;
  /** Whether its units are split over the sites, which only those of Meetings can be. */
  scope: LicenseScope;
  /** The service that the license belongs to. */
  service: ServiceKind;
  /** How many units were sold: 1 to 10,000,000. */
  totalUnits: number;
};

/** Where units of a license are used. */
export type LicenseScope =
  /** The units belong to the whole organization. */
  | 'ORGANIZATION_WIDE'
  /** The units are split over the Webex sites; licenses of Meetings only. */
  | 'PER_SITE';

/** What the organization finder answers. */
export type MatchOutcome =
  /** Organizations that may be the right one; none is preselected. */
  | 'CANDIDATES'
  /** The address belongs to exactly one organization. */
  | 'EXACT'
  /** No organization matches the address or the order. */
  | 'NONE';

/** What a viewer is to an order. The first that holds is their role; their rights are the union of all that hold. */
export type OrderRole =
  /** A full administrator of the customer organization, once the order is mapped. */
  | 'CUSTOMER_ADMINISTRATOR'
  /** A person who was the contact before; sees only where the order stands. */
  | 'FORMER_CONTACT'
  /** A full administrator of the partner organization, once the order is mapped, or of the one that the order names. */
  | 'PARTNER_ADMINISTRATOR'
  /** A person of the partner who may work on this order in an existing customer organization. */
  | 'PROVISIONING_ADMINISTRATOR'
  /** The person whom the order asks for provisioning information. */
  | 'PROVISIONING_CONTACT'
  /** The person whom the seller named with `sellerEmail`, signed in by their mailbox. Sees where the order stands and all its mails, and no organizations, services or licenses; may have the welcome email sent again and change the contact, with a reason. */
  | 'SALESPERSON'
  /** The commerce system that placed the order, by its API token. */
  | 'SELLER'
  /** A person who was asked to set up one service. Sees that service and its licenses, the contact and who asked them, and nothing else of the order. */
  | 'SERVICE_DELEGATE'
  /** A person of support, or a token with the scope support. */
  | 'SUPPORT';

/** Where an order stands as a whole; lists, pages and headings say the same. */
export type OrderStanding =
  /** Something has to be entered, by the contact or, after a hand-over, by the customer. */
  | 'AWAITING_PROVISIONING_DETAILS'
  /** The seller or support cancelled the order, for good. */
  | 'CANCELLED'
  /** A service failed; correct it or try again. */
  | 'CANNOT_PROVISION'
  /** The deadline passed before the order was mapped; the seller can reopen it. */
  | 'CLOSED'
  /** The customer said "This wasn't us"; nothing goes on until support has decided. */
  | 'DISPUTED'
  /** A dispute was upheld after the first Close: what was set up stays, nothing more follows. */
  | 'ENDED'
  /** Every service is set up. */
  | 'PROVISIONED'
  /** Services are being set up, and all are submitted. */
  | 'PROVISIONING'
  /** The requested start date lies ahead. */
  | 'SCHEDULED';

/** Where an order stands in its life. */
export type OrderStatus =
  /** The provisioning contact has the welcome email and has not said for whom the order is. */
  | 'AWAITING_CONTACT'
  /** The seller or support cancelled the order, for good. */
  | 'CANCELLED'
  /** The deadline passed before the order was mapped; the seller can reopen it. */
  | 'CLOSED'
  /** Every service of the order is provisioned. */
  | 'COMPLETED'
  /** The partner and customer organization are being found, until they are confirmed. */
  | 'FINDING_ORGANIZATIONS'
  /** The organizations are confirmed; no service was submitted yet. */
  | 'MAPPED'
  /** The requested start date lies ahead; nobody was asked yet. */
  | 'SCHEDULED'
  /** At least one service was submitted, and not every one is provisioned. */
  | 'SETTING_UP';

/** The two sides of an order; an organization may be both. */
export type OrganizationType =
  /** Uses the services that were sold. */
  | 'CUSTOMER'
  /** Sells to customers and supports them. */
  | 'PARTNER';

/** An order as a seller's system sends it. The same order sent again is answered with the one that exists. */
export type PlaceOrderInput = {
  /** Name of the end customer, at most 200 characters. */
  companyName: string;
  /** Country of the end customer: a code of `countries`; others for the same, such as UK or GBR, are read too. */
  country?: string | null | undefined;
  /** Address of the end customer's administrator; the wizard proposes it for a hand-over. */
  customerAdminEmail?: string | null | undefined;
  /** Domain of the end customer, such as example.com; the organization finder looks for the customer by it. */
  customerDomain?: string | null | undefined;
  /** Another number of the seller's, at most 128 characters, by which the order is found too. */
  externalId?: string | null | undefined;
  /** The contact's language, such as en or de_DE; English if left out. */
  language?: string | null | undefined;
  /** What was sold, 1 to 50 licenses; the order has exactly the services that they name. */
  licenses: Array<LicenseInput>;
  /** What was sold, such as Webex Suite; at most 200 characters. */
  offer: string;
  /** The seller's number of the order: at most 64 characters, unique among the orders of one seller. */
  orderNumber: string;
  /** Id in the directory of the partner organization, if the seller knows it, at most 128 characters. Its administrators may then find the organizations too. */
  partnerOrganizationExternalId?: string | null | undefined;
  /** For a renewal: id in the directory of the customer organization of the earlier subscription, at most 128 characters. */
  previousOrganizationExternalId?: string | null | undefined;
  /** Address of the person who is asked for provisioning information. */
  provisioningContactEmail: string;
  /** Day on which the welcome email goes out, in UTC, from five years ago to two years ahead; today or earlier: at once. */
  requestedStartDate: string;
  /** Address of the salesperson, at which people can ask the seller; notices about the order go there too. Whoever has this mailbox may sign in and see where this order stands, as SALESPERSON. */
  sellerEmail?: string | null | undefined;
  /** Name by which people know the seller, at most 200 characters. */
  sellerName: string;
  /** Length of the term in months, 1 to 120. */
  termMonths: number;
  /** True: a test order. It is set up like any other on the sandbox, marked as a test wherever it is shown, and removed after 30 days. Nobody is mailed: its seller reads the emails at `emails`. It finds no organization and reserves no site name; `advanceTestOrder` lets time pass for it. */
  test?: boolean;
};

/** A calling location as it shall be: the headquarters, or one more. With `existingLocationId`, the order uses a location that the customer organization has: it stays as it is, and the other fields, which are required all the same, are ignored. */
export type SaveCallingLocationInput = {
  /** Postal address at which the location is. */
  address: AddressInput;
  /** Language of announcements to callers: a code of `languages`, such as de_DE. */
  announcementLanguage: string;
  /** Global id of one of `existingLocations`, in saveCallingLocation only; null: a new location. */
  existingLocationId?: string | number | null | undefined;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Name of the location, at most 80 characters, unique in the organization, whatever its case. */
  name: string;
  /** Language of the location's users and devices: a code of `languages`, such as de_DE. */
  preferredLanguage: string;
  /** Global id of the Calling service. */
  serviceId: string | number;
  /** Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too. */
  timeZone: string;
};

/** The sites of Meetings as they shall be. */
export type SaveMeetingSitesInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the Meetings service. */
  serviceId: string | number;
  /** All sites, 1 to 50 with different names; the first new one becomes primary where the organization has no primary site. */
  sites: Array<SiteInput>;
};

/** A service of an order. */
export type ServiceInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the service. */
  serviceId: string | number;
};

/** The services of a Webex Suite subscription. */
export type ServiceKind =
  /** Webex Calling, which is set up with locations. */
  | 'CALLING'
  /** Webex Meetings, which is set up with sites. */
  | 'MEETINGS'
  /** Messaging, which needs no input and starts with the first service that is submitted. */
  | 'MESSAGING';

/** Where a service, a site, a location or a provisioning step stands. */
export type ServiceState =
  /** Put aside to be set up later. Nothing is provisioned, nothing is lost. */
  | 'DEFERRED'
  /** Something was entered, something is missing; for a site or location: not submitted yet. */
  | 'DRAFT'
  /** It could not be set up; correct it or try again. */
  | 'FAILED'
  /** Nothing was entered or done yet. */
  | 'NOT_STARTED'
  /** It is set up completely. */
  | 'PROVISIONED'
  /** A worker is setting it up. */
  | 'PROVISIONING'
  /** Everything is entered; Close submits it. */
  | 'READY_FOR_REVIEW';

/** A Webex site as it shall be. With the name or the id of a site that the customer organization has, the order uses that site: it gets licenses; its name, time zone and release schedule stay, whatever the other fields say. */
export type SiteInput = {
  /** Whether the site gets features before the normal deployment cycle; final once provisioned. */
  earlyRelease: boolean;
  /** Global id of one of `existingSites`; null: a new site, or one of them by its name. */
  existingSiteId?: string | number | null | undefined;
  /** What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit at each end. */
  siteName: string;
  /** Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too. */
  timeZone: string;
};

/** Why an input was refused, and what to do about it. */
export type UserErrorCode =
  /** The code is not right. Remedy: enter the newest code, or ask for another one. */
  | 'CODE_INVALID'
  /** The link was opened in another browser before. Remedy: enter the code that was mailed. */
  | 'CODE_REQUIRED'
  /** The customer disputes the mapping, or support agreed to that; service setup rests or has ended. Remedy: wait for support's decision, or ask them. */
  | 'DISPUTED'
  /** The link, code, hold, request or time for it has expired. Remedy: ask for a new one. */
  | 'EXPIRED'
  /** The Idempotency-Key came with another request before. Remedy: send a new key with each new request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** It is not of the expected form, or not one of the allowed values. Remedy: correct it as the message says. */
  | 'INVALID'
  /** The units of a license do not sum to its total. Remedy: distribute all of its `totalUnits`. */
  | 'LICENSE_SUM_MISMATCH'
  /** The order was handed to somebody else. Remedy: ask them, or the seller. */
  | 'LINK_HANDED_OVER'
  /** A newer link replaced this one, or nothing is asked of its person any more. Remedy: use the link of the newest mail, or ask for a new one. */
  | 'LINK_REPLACED'
  /** There is no such link. Remedy: use the link of the newest mail. */
  | 'LINK_UNKNOWN'
  /** The organization has a location of this name. Remedy: enter another name, or use that location. */
  | 'LOCATION_NAME_TAKEN'
  /** The organizations have to be chosen and confirmed first. Remedy: do what `requirements` of the order says is due. */
  | 'MAPPING_INCOMPLETE'
  /** The organization or domain can't be used for this; an organization may not have been found for the order. Remedy: choose one that the match or a search of this order shows. */
  | 'NOT_ELIGIBLE'
  /** The order is closed or cancelled. Remedy: ask the seller, who can reopen a closed order. */
  | 'ORDER_CLOSED'
  /** The order number was placed before with other content. Remedy: use another number, or change that order. */
  | 'ORDER_CONFLICT'
  /** It is missing, empty or only white space. Remedy: enter it. */
  | 'REQUIRED'
  /** This is the address that is there already. Remedy: enter another person's. */
  | 'SAME_ADDRESS'
  /** This site name is reserved. Remedy: take one of the `suggestions`. */
  | 'SITE_NAME_RESERVED'
  /** Somebody holds or owns this site name. Remedy: take one of the `suggestions`. */
  | 'SITE_NAME_TAKEN'
  /** What it is about is in a state that does not allow this, or it is not this person's turn. Remedy: read `allowedMutations` and `requirements` again. */
  | 'STEP_NOT_ALLOWED'
  /** It is longer than allowed, or there are too many of it. Remedy: shorten it; the message says by how much. */
  | 'TOO_LONG'
  /** It was done too often for this order, organization, mailbox or code. Remedy: come back when the message says. */
  | 'TOO_MANY_ATTEMPTS'
  /** Somebody changed the same thing since it was read. Nothing was written. Remedy: read the order, compare, and send it with the current version. */
  | 'VERSION_CONFLICT';

/** A page of the wizard. The server decides which one is next. */
export type WizardStep =
  /** The page that asks for whom the order is. */
  | 'AUDIENCE'
  /** The page for the headquarters location of Calling. */
  | 'CALLING_LOCATION'
  /** The page on which Calling is reviewed and submitted. */
  | 'CALLING_REVIEW'
  /** The page that asks which one is the customer organization. */
  | 'CUSTOMER_ORGANIZATION'
  /** No page: nothing is left to do. */
  | 'DONE'
  /** The page on which the licenses are distributed across several sites. */
  | 'MEETINGS_LICENSES'
  /** The page on which Meetings is reviewed and submitted. */
  | 'MEETINGS_REVIEW'
  /** The page for names, time zones and release schedule of the Webex sites. */
  | 'MEETINGS_SITES'
  /** The page that asks which one is the partner organization. */
  | 'PARTNER_ORGANIZATION'
  /** The page on which the organizations are reviewed and confirmed. */
  | 'REVIEW_ORGANIZATIONS'
  /** The page of all services, each to be set up now or later. */
  | 'SERVICES'
  /** The page behind the setup link, before a session exists. */
  | 'START';

export type CheckOrderQueryVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type CheckOrderQuery = { checkOrder: { userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    >, findings: Array<{ code: string, severity: FindingSeverity, field: Array<string>, message: string }>, customer: { outcome: MatchOutcome, message: string } | null } };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder: { order: { id: string, orderNumber: string, test: boolean, status: OrderStatus, deadline: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type WhatIsDueQueryVariables = Exact<{
  id: string | number;
}>;


export type WhatIsDueQuery = { order: { status: OrderStatus, nextStep: WizardStep, allowedMutations: Array<string>, waitingFor: { role: OrderRole, since: string } | null, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, message: string, service:
          | { id: string, kind: ServiceKind }
          | { id: string, kind: ServiceKind }
          | { id: string, kind: ServiceKind }
         | null }> } } | null };

export type ChooseAudienceMutationVariables = Exact<{
  input: ChooseAudienceInput;
}>;


export type ChooseAudienceMutation = { chooseAudience: { order: { nextStep: WizardStep } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type SearchOrganizationsQueryVariables = Exact<{
  id: string | number;
  slot: OrganizationType;
  domain: string;
}>;


export type SearchOrganizationsQuery = { searchOrganizations: { edges: Array<{ node: { organization: { id: string, displayName: string }, evidence: Array<{ message: string }> } }> } };

export type ChooseOrganizationMutationVariables = Exact<{
  input: ChooseOrganizationInput;
}>;


export type ChooseOrganizationMutation = { chooseOrganization: { order: { nextStep: WizardStep } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { order: { nextStep: WizardStep, customerOrganization: { id: string, displayName: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type ConfirmOrganizationsMutationVariables = Exact<{
  input: ConfirmOrganizationsInput;
}>;


export type ConfirmOrganizationsMutation = { confirmOrganizations: { order: { status: OrderStatus, services: Array<
        | { id: string, kind: ServiceKind, state: ServiceState }
        | { id: string, kind: ServiceKind, state: ServiceState }
        | { id: string, kind: ServiceKind, state: ServiceState }
      > } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type SaveMeetingSitesMutationVariables = Exact<{
  input: SaveMeetingSitesInput;
}>;


export type SaveMeetingSitesMutation = { saveMeetingSites: { order: { version: number } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { suggestions: Array<string>, code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type SaveCallingLocationMutationVariables = Exact<{
  input: SaveCallingLocationInput;
}>;


export type SaveCallingLocationMutation = { saveCallingLocation: { order: { version: number } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type SubmitServiceMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type SubmitServiceMutation = { submitService: { order: { version: number } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export type WatchOrderSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WatchOrderSubscription = { orderChanged: { status: OrderStatus, standing: OrderStanding, services: Array<
      | { kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
      | { kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
      | { kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
    > } };

export type WatchOrdersSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchOrdersSubscription = { orderChanged: { id: string, orderNumber: string, status: OrderStatus, standing: OrderStanding, waitingFor: { role: OrderRole, since: string } | null } };

export type GetOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type GetOrderQuery = { order: { status: OrderStatus, summaryUrl: string | null, services: Array<
      | { kind: ServiceKind, state: ServiceState }
      | { kind: ServiceKind, state: ServiceState }
      | { kind: ServiceKind, state: ServiceState }
    > } | null };

export type FindOrdersQueryVariables = Exact<{
  text: string;
  after?: string | null | undefined;
}>;


export type FindOrdersQuery = { orders: { edges: Array<{ node: { id: string, orderNumber: string, status: OrderStatus, undeliveredTo: string | null, waitingFor: { role: OrderRole, since: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, viewer: { orderOverview: { failed: number, undelivered: number, disputed: number, dueThisWeek: number, provisioning: number, done: number } } | null };

export type AdvanceTestOrderMutationVariables = Exact<{
  input: AdvanceTestOrderInput;
}>;


export type AdvanceTestOrderMutation = { advanceTestOrder: { order: { status: OrderStatus, emails: Array<{ kind: EmailKind, state: EmailState, subject: string, text: string | null, links: Array<string> }> } | null, userErrors: Array<
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
      | { code: UserErrorCode, field: Array<string>, message: string }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CheckOrderDocument = new TypedDocumentString(`
    query CheckOrder($input: PlaceOrderInput!) {
  checkOrder(input: $input) {
    userErrors {
      code
      field
      message
    }
    findings {
      code
      severity
      field
      message
    }
    customer {
      outcome
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CheckOrderQuery, CheckOrderQueryVariables>;
export const PlaceOrderDocument = new TypedDocumentString(`
    mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    order {
      id
      orderNumber
      test
      status
      deadline
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const WhatIsDueDocument = new TypedDocumentString(`
    query WhatIsDue($id: ID!) {
  order(id: $id) {
    status
    nextStep
    allowedMutations
    waitingFor {
      role
      since
    }
    requirements {
      currentlyDue {
        step
        mutation
        field
        message
        service {
          id
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhatIsDueQuery, WhatIsDueQueryVariables>;
export const ChooseAudienceDocument = new TypedDocumentString(`
    mutation ChooseAudience($input: ChooseAudienceInput!) {
  chooseAudience(input: $input) {
    order {
      nextStep
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChooseAudienceMutation, ChooseAudienceMutationVariables>;
export const SearchOrganizationsDocument = new TypedDocumentString(`
    query SearchOrganizations($id: ID!, $slot: OrganizationType!, $domain: String!) {
  searchOrganizations(orderId: $id, slot: $slot, domain: $domain) {
    edges {
      node {
        organization {
          id
          displayName
        }
        evidence {
          message
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchOrganizationsQuery, SearchOrganizationsQueryVariables>;
export const ChooseOrganizationDocument = new TypedDocumentString(`
    mutation ChooseOrganization($input: ChooseOrganizationInput!) {
  chooseOrganization(input: $input) {
    order {
      nextStep
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChooseOrganizationMutation, ChooseOrganizationMutationVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    order {
      nextStep
      customerOrganization {
        id
        displayName
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const ConfirmOrganizationsDocument = new TypedDocumentString(`
    mutation ConfirmOrganizations($input: ConfirmOrganizationsInput!) {
  confirmOrganizations(input: $input) {
    order {
      status
      services {
        id
        kind
        state
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmOrganizationsMutation, ConfirmOrganizationsMutationVariables>;
export const SaveMeetingSitesDocument = new TypedDocumentString(`
    mutation SaveMeetingSites($input: SaveMeetingSitesInput!) {
  saveMeetingSites(input: $input) {
    order {
      version
    }
    userErrors {
      code
      field
      message
      ... on SiteNameTaken {
        suggestions
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMeetingSitesMutation, SaveMeetingSitesMutationVariables>;
export const SaveCallingLocationDocument = new TypedDocumentString(`
    mutation SaveCallingLocation($input: SaveCallingLocationInput!) {
  saveCallingLocation(input: $input) {
    order {
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveCallingLocationMutation, SaveCallingLocationMutationVariables>;
export const SubmitServiceDocument = new TypedDocumentString(`
    mutation SubmitService($input: ServiceInput!) {
  submitService(input: $input) {
    order {
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitServiceMutation, SubmitServiceMutationVariables>;
export const WatchOrderDocument = new TypedDocumentString(`
    subscription WatchOrder($id: ID!) {
  orderChanged(orderId: $id) {
    status
    standing
    services {
      kind
      state
      progress
      steps {
        name
        state
        message
      }
      failure
    }
  }
}
    `) as unknown as TypedDocumentString<WatchOrderSubscription, WatchOrderSubscriptionVariables>;
export const WatchOrdersDocument = new TypedDocumentString(`
    subscription WatchOrders {
  orderChanged {
    id
    orderNumber
    status
    standing
    waitingFor {
      role
      since
    }
  }
}
    `) as unknown as TypedDocumentString<WatchOrdersSubscription, WatchOrdersSubscriptionVariables>;
export const GetOrderDocument = new TypedDocumentString(`
    query GetOrder($id: ID!) {
  order(id: $id) {
    status
    summaryUrl
    services {
      kind
      state
    }
  }
}
    `) as unknown as TypedDocumentString<GetOrderQuery, GetOrderQueryVariables>;
export const FindOrdersDocument = new TypedDocumentString(`
    query FindOrders($text: String!, $after: String) {
  orders(first: 20, after: $after, filter: {text: $text}, sort: UPDATED_NEWEST) {
    edges {
      node {
        id
        orderNumber
        status
        waitingFor {
          role
          since
        }
        undeliveredTo
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  viewer {
    orderOverview {
      failed
      undelivered
      disputed
      dueThisWeek
      provisioning
      done
    }
  }
}
    `) as unknown as TypedDocumentString<FindOrdersQuery, FindOrdersQueryVariables>;
export const AdvanceTestOrderDocument = new TypedDocumentString(`
    mutation AdvanceTestOrder($input: AdvanceTestOrderInput!) {
  advanceTestOrder(input: $input) {
    order {
      status
      emails {
        kind
        state
        subject
        text
        links
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AdvanceTestOrderMutation, AdvanceTestOrderMutationVariables>;