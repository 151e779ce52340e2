/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A site for an organization that has some. */
export type AddMeetingSiteInput = {
  /** Whether the site gets features before the normal deployment cycle. It never changes. */
  earlyRelease?: boolean;
  /** Global id of the organization. */
  organizationId: string | number;
  /** What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit at each end. It never changes. */
  siteName: string;
  /** Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too. */
  timeZone: string;
};

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

/** Where a partner's request stands, for full administrator privileges or for access that was ended. */
export type AdministratorRequestState =
  /** The partner got what it asked for. */
  | 'APPROVED'
  /** The customer denied it, disputed the mapping later and was right, or ended the access. */
  | 'DENIED'
  /** Nobody decided within 14 days. */
  | 'EXPIRED'
  /** A full administrator of the customer has to decide. */
  | 'PENDING';

/** What a person or partner may do in an organization. */
export type AdministratorRole =
  /** Administer the organization, with all privileges there. */
  | 'FULL_ADMINISTRATOR'
  /** Set up the services of one order. */
  | 'PROVISIONING_ADMINISTRATOR';

/** Units of a license for a site. */
export type AllocationInput = {
  /** Global id of a license that is split over sites; at most once for each site. */
  licenseId: string | number;
  /** Name of one of the sites that were saved. */
  siteName: string;
  /** How many of its units the site gets: a whole number, 0 or more. */
  units: number;
};

/** A token of an organization. */
export type ApiTokenInput = {
  /** Global id of the token, as `apiTokens` has it. */
  tokenId: string | number;
};

/** For whom the contact sets up the order. */
export type Audience =
  /** For a customer: the order is mapped to a partner and a customer organization. */
  | 'CUSTOMER'
  /** For the contact's own company: the order is mapped to one organization. */
  | 'OWN_COMPANY';

/** What is done with each order of a batch; each as the mutation of that name, by whoever may call it; putting aside by whoever sees the order. */
export type BatchAct =
  /** Cancel the order, for good: cancelOrder. */
  | 'CANCEL'
  /** Let somebody else complete the order: delegateOrder by its contact, else changeProvisioningContact. */
  | 'DELEGATE'
  /** Ask the customer's administrators to set up the services: handOverToCustomer, unless they have to be named. */
  | 'HAND_OVER'
  /** Leave the order out of the caller's own bucket MY_TURN until a day, or until something changes on it. The order and everybody else's lists stay as they are. */
  | 'PUT_ASIDE'
  /** Send the contact the welcome email again: resendSetupEmail. */
  | 'RESEND'
  /** List what was put aside among those of the caller's turn again. */
  | 'TAKE_UP';

/** A batch that the caller started. */
export type BatchIdInput = {
  /** Global id of the batch. */
  batchId: string | number;
};

/** One act on many orders: those that are named, or all that match; exactly one of the two. */
export type BatchInput = {
  /** What to do with each order. */
  act: BatchAct;
  /** Address of the new contact; required for DELEGATE, without effect otherwise. */
  email?: string | null | undefined;
  /** Which orders; refused if they are more than 1000. */
  filter?: OrderFilter | null | undefined;
  /** Global ids of the orders, at most 1000; orders that the caller does not see are left out. */
  orderIds?: Array<string | number> | null | undefined;
  /** Why, at most 1,000 characters; the timeline of each order shows it. Whoever may do this only as support or salesperson must say it, others may. Without effect for PUT_ASIDE and TAKE_UP. */
  reason?: string | null | undefined;
  /** Day, in UTC, from which on what is put aside is listed again, later than today; null or left out: until something changes on it. Without effect for other acts. */
  until?: string | null | undefined;
};

/** What came of one order of a batch. */
export type BatchRowState =
  /** It was done with the order. */
  | 'DONE'
  /** It was refused; `message` says why. The order is as it was. */
  | 'REFUSED'
  /** The batch was stopped before its turn. */
  | 'STOPPED'
  /** Its turn has not come yet. */
  | 'WAITING';

/** What speaks against a candidate. */
export type CandidateFlag =
  /** It was created, and its users were last active, more than 365 days ago. */
  | 'DORMANT'
  /** Dormant and without any verified or claimed domain: probably not the right organization. */
  | 'LIKELY_WRONG'
  /** Its domain only looks like the one that was searched. */
  | 'LOOK_ALIKE_DOMAIN'
  /** The domain that was searched mixes letters of several scripts. */
  | 'MIXED_SCRIPT'
  /** Its domain is only related to the one that was searched. */
  | 'RELATED_DOMAIN';

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

/** How often somebody wants to be reminded of the orders that wait for them. */
export type ChooseRemindersInput = {
  /** What they choose; null or left out: nothing, so that it depends on how many orders wait. */
  rhythm?: ReminderRhythm | null | undefined;
  /** What stands behind /reminders/ in the link of a reminder: it is chosen for the mailbox that got it; null or left out: for the own mailbox of who is signed in. */
  token?: string | null | undefined;
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

/** An API token that an organization wants. */
export type CreateApiTokenInput = {
  /** Last day on which it holds, in UTC, from today to 366 days from now; left out: it holds for 365 days. */
  expiresOn?: string | null | undefined;
  /** What it is called, such as the name of the system that will use it: at most 60 characters, without @. The timeline of orders and mails show it. */
  name: string;
  /** Global id of the organization. */
  organizationId: string | number;
  /** What it may do: orders:read, orders:write (which includes reading) and organizations:read, one at least. */
  scopes: Array<string>;
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

/** The customer's decision of a request for full administrator privileges. */
export type DecideAdministratorRequestInput = {
  /** Whether the partner gets the privileges. */
  approve: boolean;
  /** Why, at most 1,000 characters; the person who asked is mailed it. Left out: no reason. */
  reason?: string | null | undefined;
  /** Global id of the request. */
  requestId: string | number;
};

/** The answer to a request for access. */
export type DecidePartnerAccessRequestInput = {
  /** Whether the partner gets its access again. */
  approve: boolean;
  /** Id of the request, as `partnerAccess` has it. */
  requestId: string | number;
};

/** A service of an order and the person who is asked to set it up. */
export type DelegateServiceInput = {
  /** Address of the person, such as name@example.com; neither the contact's nor the caller's own. */
  email: string;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the service, Meetings or Calling. */
  serviceId: string | number;
};

/** What was typed on a page of the wizard and is not wanted any more. */
export type DiscardTypedStepInput = {
  /** Global id of the order. */
  orderId: string | number;
  /** The state that is discarded. What was typed elsewhere since stays. */
  revision: string;
  /** The page that it was typed on. */
  step: WizardStep;
};

/** The split of the licenses over the sites. */
export type DistributeLicensesInput = {
  /** The units of each site and license, 0 where none are given; those of a license sum to its total, and no site goes without any. */
  allocations: Array<AllocationInput>;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the Meetings service. */
  serviceId: string | number;
};

/** What looking up the TXT record of a domain came to. */
export type DomainFinding =
  /** The record is there, and the domain is verified. */
  | 'FOUND'
  /** There is no TXT record at the name. */
  | 'NO_RECORD'
  /** The domain itself does not exist in DNS. */
  | 'NO_SUCH_DOMAIN'
  /** There is a TXT record, with another value. */
  | 'OTHER_VALUE'
  /** The name servers answered with an error, or what they said can't be relied on. */
  | 'REFUSED'
  /** No name server answered in time. */
  | 'TIMEOUT'
  /** The record is there; other organizations have verified the domain too. */
  | 'VERIFIED_ELSEWHERE';

/** How well an organization has proved a domain. */
export type DomainState =
  /** Proved, and claimed by this organization alone. */
  | 'CLAIMED'
  /** The domain was entered, and is not proved. */
  | 'PENDING'
  /** Proved by a DNS record; several organizations may have verified a domain. */
  | 'VERIFIED';

/** The mailbox that somebody signs in by. */
export type EmailInput = {
  /** Address of the mailbox, such as name@example.com. */
  email: string;
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

/** A customer organization, and the partner whose access ends. */
export type EndPartnerAccessInput = {
  /** Global id of the organization. */
  organizationId: string | number;
  /** Global id of the partner organization. */
  partnerId: string | number;
  /** Why, at most 1,000 characters; the partner and the administrators of the organization are mailed it, and the timelines of the orders show it. */
  reason?: string | null | undefined;
};

/** What an event of a timeline is about. */
export type EventTopic =
  /** Mails and reminders about the order. */
  | 'EMAILS'
  /** Everything else: the order itself. */
  | 'ORDER'
  /** The partner and customer organization, the mapping, who sets services up, and privileges. */
  | 'ORGANIZATIONS'
  /** Services with their sites, locations and licenses. */
  | 'SERVICES';

/** What people do once everything is set up. */
export type FollowUpKind =
  /** Assign the licenses to people; every order has it. */
  | 'ASSIGN_PEOPLE'
  /** Call from and to the location; where Calling was sold. */
  | 'CHECK_NUMBERS'
  /** Let another person administer the customer organization; every order has it. */
  | 'INVITE_ADMINISTRATOR'
  /** Meet on the primary site; where Meetings was sold. */
  | 'JOIN_TEST_MEETING';

/** An order whose services the customer shall set up. */
export type HandOverToCustomerInput = {
  /** Address of a new customer's administrator; required if the order's needsCustomerAdminEmail is true, else it has no effect. */
  customerAdminEmail?: string | null | undefined;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
};

/** What somebody types on a page of the wizard, before they save it. */
export type KeepTypedStepInput = {
  /** The revision that was read before and is replaced; null or left out: nothing was there. If something else was typed elsewhere since, that is kept, and VERSION_CONFLICT says when. */
  after?: string | null | undefined;
  /** All that is typed there: a JSON object, as text, at most 131,072 bytes and 8 levels deep. */
  entries: string;
  /** Counts what this writer sends, up from 0. What arrives late, after a higher number, changes nothing. */
  number: number;
  /** Global id of the order. */
  orderId: string | number;
  /** The page: AUDIENCE, PARTNER_ORGANIZATION, CUSTOMER_ORGANIZATION, REVIEW_ORGANIZATIONS, MEETINGS_SITES, MEETINGS_LICENSES or CALLING_LOCATION. */
  step: WizardStep;
  /** The order's version when they began to type. */
  version: number;
  /** Names the open page that sends it, such as a UUID made when it was opened: 8 to 40 letters, digits and hyphens. */
  writer: string;
};

/** Where units of a license are used. */
export type LicenseScope =
  /** The units belong to the whole organization. */
  | 'ORGANIZATION_WIDE'
  /** The units are split over the Webex sites; licenses of Meetings only. */
  | 'PER_SITE';

/** How the question of a setup link was decided. */
export type LinkAnswer =
  /** The partner got full administrator privileges. */
  | 'APPROVED'
  /** The order itself was cancelled. */
  | 'CANCELLED'
  /** The partner did not get full administrator privileges. */
  | 'DENIED'
  /** Support found that the order belongs to the organization. */
  | 'DISMISSED'
  /** Somebody said "This wasn't us"; support decides. */
  | 'DISPUTED'
  /** All services, or the one service, are set up. */
  | 'DONE'
  /** The setup of the services, or of the one service, was taken back. */
  | 'TAKEN_BACK'
  /** The mapping to the organization was undone. */
  | 'UNDONE'
  /** Support agreed that the order does not belong to the organization. */
  | 'UPHELD';

/** What a setup link asks of the person who opens it. */
export type LinkPurpose =
  /** Approve or deny full administrator privileges for the partner. */
  | 'ADMINISTRATOR_REQUEST'
  /** Say "This wasn't us" if the subscription was mapped to the organization by mistake. */
  | 'DISPUTE'
  /** Set up the services that the partner handed over to the customer. */
  | 'HAND_OVER'
  /** Set up one service of the order. */
  | 'SERVICE'
  /** Set up the order's services, as its provisioning contact. */
  | 'SET_UP';

/** Whether what a setup link asks can still be answered. */
export type LinkState =
  /** It was answered, or something else happened that leaves nothing to answer. */
  | 'DECIDED'
  /** The link no longer works and nothing was decided: its time ran out, or a newer link replaced it. */
  | 'EXPIRED'
  /** What it asks can be answered. */
  | 'OPEN';

/** What led to a candidate: the first of these that did. */
export type MatchBasis =
  /** The contact administers it for a partner. */
  | 'ADMINISTERED'
  /** The contact's address, or the same mailbox without its tag, is one of its users. */
  | 'CONTACT_ADDRESS'
  /** The domain of the contact's address, or the one that was searched for. */
  | 'CONTACT_DOMAIN'
  /** It was the partner of the contact's last order that was mapped. Only the contact is told. */
  | 'LAST_ORDER'
  /** The order names the organization: as its partner, or as the customer of the earlier subscription. */
  | 'NAMED_BY_ORDER'
  /** The order names the domain, or an administrator at the domain. */
  | 'ORDER_DOMAIN'
  /** It has the order's company name and country. */
  | 'ORDER_NAME';

/** What the organization finder answers. */
export type MatchOutcome =
  /** Organizations that may be the right one; none is preselected. */
  | 'CANDIDATES'
  /** The address belongs to exactly one organization. */
  | 'EXACT'
  /** No organization matches the address or the order. */
  | 'NONE';

/** Why no organization matches the address. */
export type MatchReason =
  /** The domain is of a provider of throw-away addresses. */
  | 'DISPOSABLE'
  /** The domain is of a free mail provider and says nothing about a company. */
  | 'FREE_MAIL'
  /** This is no valid address or domain. */
  | 'INVALID_ADDRESS'
  /** No organization has the address or its domain. */
  | 'NO_MATCH'
  /** The domain is one under which anybody can register names. */
  | 'PUBLIC_SUFFIX'
  /** Users of four or more organizations have the domain and none proved it, so it leads to none of them. */
  | 'SHARED_DOMAIN'
  /** The organization exists but is suspended; the message says whom to ask. */
  | 'SUSPENDED'
  /** The domain has an ending that does not exist, as in acme.con. */
  | 'UNKNOWN_SUFFIX'
  /** The organization that has the address is of the other type. */
  | 'WRONG_TYPE';

/** A duplicate and the organization that survives. */
export type MergeOrganizationsInput = {
  /** Global id of the organization that is one too many. */
  duplicateId: string | number;
  /** Why, at most 1,000 characters; the administrators of both are mailed it. A preview needs none: an empty text. */
  reason: string;
  /** Global id of the organization that stands for both from then on. */
  survivorId: string | number;
};

/** The split of an order's licenses over the sites of its organization, once Meetings is provisioned. */
export type MoveLicensesInput = {
  /** The units of each site and license, 0 where none are given; those of a license sum to its total. The sites are those that the order's organization has; a site may go without. */
  allocations: Array<AllocationInput>;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the Meetings service. */
  serviceId: string | number;
};

/** A setup link, as it came by mail. */
export type OpenSetupLinkInput = {
  /** The six digits that were mailed, which are asked for from the second browser on. Left out: they are mailed if needed. */
  code?: string | null | undefined;
  /** What stands behind # in the link: 43 characters. */
  token: string;
};

/** What orders have in common that the overview counts together. An order may be in several. */
export type OrderBucket =
  /** The customer disputes the mapping, and support has not decided: standing is DISPUTED. */
  | 'DISPUTED'
  /** Everything is provisioned: standing is PROVISIONED. */
  | 'DONE'
  /** Its deadline is running and ends within the next 7 × 24 hours. */
  | 'DUE_THIS_WEEK'
  /** A service could not be provisioned: standing is CANNOT_PROVISION. */
  | 'FAILED'
  /** It waits for the viewer, as with myTurn, and they did not put it aside. */
  | 'MY_TURN'
  /** Services are being provisioned, and nothing is left to enter: standing is PROVISIONING. */
  | 'PROVISIONING'
  /** The viewer put it aside, its day has not come, and nothing changed on it since. */
  | 'PUT_ASIDE'
  /** It waits for somebody whom its mail did not reach: undeliveredTo is not null. */
  | 'UNDELIVERED'
  /** It waits for somebody else: waitingFor is not null, and it is not the viewer's turn. */
  | 'WAITING_FOR_OTHERS';

/** An order and the person who shall be its contact. */
export type OrderEmailInput = {
  /** Address of the person, such as name@example.com; another one than the present contact's. */
  email: string;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Why, at most 1,000 characters; the timeline shows it. Whoever may do this only as support must say it, others may. */
  reason?: string | null | undefined;
};

/** Which orders to list; all that is given must hold. */
export type OrderFilter = {
  /** The order is in this bucket, as viewer.orderOverview counts them. */
  bucket?: OrderBucket | null | undefined;
  /** True: the order waits for the viewer, and they did not put it aside. False: it does not wait for them. */
  myTurn?: boolean | null | undefined;
  /** The order is mapped to, or has chosen, the organization with this global id; orders of which the viewer sees only where they stand are left out. */
  organizationId?: string | number | null | undefined;
  /** The order was placed at or after this instant. */
  placedAfter?: string | null | undefined;
  /** The order was placed before this instant. */
  placedBefore?: string | null | undefined;
  /** The order shows one of these status words; an empty list matches none. */
  provisioningStatus?: Array<ProvisioningStatus> | null | undefined;
  /** The order is in one of these states; an empty list matches none. */
  status?: Array<OrderStatus> | null | undefined;
  /** Each of its words begins one of the order's: number, external id, company, address, domain, organization, site name, subscription or seller; or it is a correlation id. Support finds an address only by all of it. The first 500 characters count. */
  text?: string | null | undefined;
};

/** An order, and perhaps why something is done with it. */
export type OrderInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Why, at most 1,000 characters; the timeline shows it. Whoever may do this only as support must say it, others may. */
  reason?: string | null | undefined;
};

/** An order, and why something is done with it. */
export type OrderReasonInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Why, at most 1,000 characters; the timeline shows it. Whoever may do this only as support must say it, others may. */
  reason?: string | null | undefined;
};

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

/** How a list of orders is sorted. */
export type OrderSort =
  /** By companyName, A to Z, without regard to case, accents, blanks and punctuation. */
  | 'COMPANY'
  /** Earliest deadline first; orders without one, or whose deadline no longer runs because they are mapped or over, come last. */
  | 'DEADLINE_FIRST'
  /** By orderNumber, character by character: digits, then capital letters, then small ones. */
  | 'NUMBER'
  /** The order that was placed last comes first. */
  | 'PLACED_NEWEST'
  /** The order that was placed first comes first. */
  | 'PLACED_OLDEST'
  /** The order that changed last comes first. */
  | 'UPDATED_NEWEST'
  /** By how long they have waited, longest first; orders that wait for nobody come last. */
  | 'WAITING_LONGEST';

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

/** A domain of an organization, or one that it wants. */
export type OrganizationDomainInput = {
  /** The domain, such as example.com; to be added at most 231 characters in ASCII. */
  domain: string;
  /** Global id of the organization. */
  organizationId: string | number;
};

/** Whether an organization can be used. */
export type OrganizationStatus =
  /** The organization is in use. */
  | 'ACTIVE'
  /** Created for one order and not confirmed yet; nobody else finds it. */
  | 'PROVISIONAL'
  /** The organization can't be used at present. */
  | 'SUSPENDED';

/** The two sides of an order; an organization may be both. */
export type OrganizationType =
  /** Uses the services that were sold. */
  | 'CUSTOMER'
  /** Sells to customers and supports them. */
  | 'PARTNER';

/** What somebody of a partner's side may do in a customer organization. */
export type PartnerRight =
  /** Administer the organization, with all privileges there but its API tokens and webhooks. */
  | 'FULL_ADMINISTRATOR'
  /** See the orders because of which they have access, and set up their services. */
  | 'PROVISIONING_ADMINISTRATOR'
  /** See these orders and change nothing: support upheld a dispute after the first Close. */
  | 'READER'
  /** Set up single services of these orders, and see nothing else of them. */
  | 'SERVICE_DELEGATE';

/** The status word of services; an order shows the most important one of its services. */
export type ProvisioningStatus =
  /** A service is not submitted yet: something has to be entered, or it was put aside. */
  | 'AWAITING_PROVISIONING_DETAILS'
  /** A service failed; correct it or try again. */
  | 'CANNOT_PROVISION'
  /** Every service is set up. */
  | 'PROVISIONED'
  /** A worker is setting services up. */
  | 'PROVISIONING';

/** How often somebody is reminded of the orders that wait for them. */
export type ReminderRhythm =
  /** By one email with all orders that wait for them, on days on which at least one of them is to be reminded of. */
  | 'DAILY'
  /** By an email for each order: 3 and 7 days after it began to wait, and 2 days before its deadline; as a customer’s administrator once, 7 days after the hand-over. */
  | 'EACH'
  /** Only of orders that wait for them as the contact, once: 2 days before the deadline. One click on “unsubscribe” chooses this. */
  | 'OWN_TURN'
  /** The same, at most every 7 days. What would be closed before the next of them is reminded of by itself. */
  | 'WEEKLY';

/** A site to remove. */
export type RemoveMeetingSiteInput = {
  /** Global id of one of the organization's sites: not the primary one, not the last, none with licenses. */
  siteId: string | number;
};

/** A saved view that is not needed any more. */
export type RemoveOrderViewInput = {
  /** Its name, in whatever case. */
  name: string;
};

/** A partner organization, and the customer that ended its access. */
export type RequestPartnerAccessInput = {
  /** Global id of the customer organization. */
  customerId: string | number;
  /** Global id of the organization. */
  organizationId: string | number;
  /** Why, at most 1,000 characters; the customer's full administrators are mailed it. */
  reason?: string | null | undefined;
};

/** An order and the day on which it shall start. */
export type RescheduleOrderInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Today or a later day within two years, in UTC; today: the order begins at once. */
  requestedStartDate: string;
};

/** What support decided of a dispute. */
export type ResolveDisputeInput = {
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the order. */
  orderId: string | number;
  /** Why, at most 1,000 characters; the contact and who disputed are mailed it. */
  reason: string;
  /** True: the customer is right, and the mapping is undone, or after the first Close the setup ends. False: setup goes on. */
  uphold: boolean;
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

/** A view of the list of orders: filter, search and sort under a name. */
export type SaveOrderViewInput = {
  /** The list shows the orders of this bucket; null or left out: of any. */
  bucket?: OrderBucket | null | undefined;
  /** Name of a view that is replaced too, as when a view is renamed; null or left out: none. */
  formerName?: string | null | undefined;
  /** Its name: 1 to 60 characters. It is saved in place of the view that has the name, whatever the case. */
  name: string;
  /** How the list is sorted. */
  sort: OrderSort;
  /** The list shows orders in one of these states; an empty list matches none, null or left out: in any. */
  status?: Array<OrderStatus> | null | undefined;
  /** What is searched, as OrderFilter.text: at most 500 characters; null or left out: nothing. */
  text?: string | null | undefined;
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

/** The link that signs the owner of a mailbox in once too many wrong codes were entered for it. */
export type SignInByLinkInput = {
  /** What stands behind # in the link: 43 characters. */
  token: string;
};

/** A mailbox and the code that was mailed to it. */
export type SignInInput = {
  /** The six digits that were mailed; they hold for 10 minutes and 5 tries, in the browser that asked for them. */
  code: string;
  /** Address of the mailbox, as given to requestSignIn. */
  email: string;
};

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

/** Why an order needs support. */
export type SupportNeedKind =
  /** The customer disputes the mapping, and support has not decided: bucket DISPUTED. */
  | 'DISPUTE'
  /** A request for full administrator privileges ends within 3 days, and nobody has decided. */
  | 'EXPIRING'
  /** A service could not be provisioned: bucket FAILED. */
  | 'FAILED'
  /** A service has been provisioned for more than an hour, which takes minutes. */
  | 'STUCK'
  /** It waits for somebody whom its mail did not reach: bucket UNDELIVERED. */
  | 'UNDELIVERED';

/** Something that is to do after setup, and whether it is done. */
export type TickFollowUpInput = {
  /** Whether it shall be ticked off. False: the tick is taken back. */
  done: boolean;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** One of the kinds in `followUps` of the order. */
  followUp: FollowUpKind;
  /** Global id of the order. */
  orderId: string | number;
};

/** A merge that shall be undone. */
export type UndoMergeInput = {
  /** Global id of the organization that was merged, as `merges` has it. */
  duplicateId: string | number;
  /** Why, at most 1,000 characters; the administrators of both are mailed it. */
  reason: string;
};

/** A calling location as it shall be from now on. */
export type UpdateLocationInput = {
  /** Postal address at which the location is. */
  address: AddressInput;
  /** Language of announcements to callers: a code of `languages`, such as de_DE. */
  announcementLanguage: string;
  /** Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check. */
  expectedVersion?: number | null | undefined;
  /** Global id of the location. */
  locationId: string | number;
  /** Name of the location, at most 80 characters, unique in the organization, whatever its case. */
  name: string;
  /** Language of the location's users and devices: a code of `languages`, such as de_DE. */
  preferredLanguage: string;
  /** Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too. */
  timeZone: string;
};

/** The time zone of a site; its name and release schedule can't change. */
export type UpdateMeetingSiteInput = {
  /** Global id of one of the organization's sites. */
  siteId: string | number;
  /** Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too. */
  timeZone: string;
};

/** A webhook and what changes of it; what is left out stays. */
export type UpdateWebhookEndpointInput = {
  /** What it is for, at most 200 characters; null: nothing. */
  description?: string | null | undefined;
  /** Whether it is told of events. */
  enabled?: boolean | null | undefined;
  /** The events that it is told of from now on, at least one. */
  events?: Array<WebhookEventType> | null | undefined;
  /** Query whose answer is the payload's `data` from now on, as for createWebhookEndpoint; null: none. */
  query?: string | null | undefined;
  /** Where requests go from now on, as for createWebhookEndpoint. */
  url?: string | null | undefined;
  /** Global id of the webhook. */
  webhookId: string | number;
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

/** Something that was delivered to a webhook, or was to be. */
export type WebhookDeliveryIdInput = {
  /** Global id of the delivery. */
  deliveryId: string | number;
};

/** What became of a delivery. */
export type WebhookDeliveryState =
  /** The receiver accepted it with a status from 200 to 299. */
  | 'DELIVERED'
  /** It was given up after three days, as the receiver was gone, or as the webhook was switched off. */
  | 'FAILED'
  /** It is still to be sent, or sent again. */
  | 'PENDING';

/** An address that is to be told of events. */
export type WebhookEndpointInput = {
  /** What it is for, at most 200 characters. */
  description?: string | null | undefined;
  /** The events that it is told of, at least one. */
  events: Array<WebhookEventType>;
  /** Global id of the organization whose orders it is told of. Left out: it belongs to the seller or the organization whose token makes it. */
  organizationId?: string | number | null | undefined;
  /** Query of GraphQL, at most 4,000 characters, that begins with query($order: ID!); its answer is the payload's `data`. It is run with the owner's rights to read when something is sent, and costs at most 200. Left out: the payload is the event itself. */
  query?: string | null | undefined;
  /** Where requests go, at most 1,000 characters: https://, the name of a host, path and query. In production without a port; in development also http://, any port, and this machine. */
  url: string;
};

/** What a webhook tells of. The payload of each has orderId, orderNumber, externalId and the order's status. */
export type WebhookEventType =
  /** A mail about an order was not delivered, for good; `emailId` is its global id. */
  | 'EMAIL_FAILED'
  /** An order was cancelled. */
  | 'ORDER_CANCELLED'
  /** An order was closed at its deadline. */
  | 'ORDER_CLOSED'
  /** Every service of an order is provisioned. */
  | 'ORDER_COMPLETED'
  /** The customer said "This wasn't us". */
  | 'ORDER_DISPUTED'
  /** The organizations of an order were confirmed. */
  | 'ORDER_MAPPED'
  /** An order was placed. */
  | 'ORDER_PLACED'
  /** The status of an order changed; `previousStatus` is the one before. */
  | 'ORDER_STATUS_CHANGED'
  /** The state of a service changed; `service` has its id, kind, state and previousState. */
  | 'SERVICE_STATE_CHANGED'
  /** Somebody called sendTestWebhook; the payload has webhookId and no order. */
  | 'TEST';

/** A webhook that something is done with. */
export type WebhookIdInput = {
  /** Global id of the webhook. */
  webhookId: string | number;
};

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

export type SignOutMutationVariables = Exact<{
  everywhere?: boolean | null | undefined;
}>;


export type SignOutMutation = { signOut: { userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ViewedAsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewedAsQuery = { viewer: { viewedAs: { orderId: string, orderNumber: string, email: string, since: string } | null } | null };

export type ChangedOrderFragment = { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    > } | null, userErrors: Array<
    | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
    | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
  > };

export type CancelOrderMutationVariables = Exact<{
  input: OrderReasonInput;
}>;


export type CancelOrderMutation = { cancelOrder: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ChangeProvisioningContactMutationVariables = Exact<{
  input: OrderEmailInput;
}>;


export type ChangeProvisioningContactMutation = { changeProvisioningContact: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ChooseAudienceMutationVariables = Exact<{
  input: ChooseAudienceInput;
}>;


export type ChooseAudienceMutation = { chooseAudience: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ChooseOrganizationMutationVariables = Exact<{
  input: ChooseOrganizationInput;
}>;


export type ChooseOrganizationMutation = { chooseOrganization: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ConfirmOrganizationsMutationVariables = Exact<{
  input: ConfirmOrganizationsInput;
}>;


export type ConfirmOrganizationsMutation = { confirmOrganizations: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DecideAdministratorRequestMutationVariables = Exact<{
  input: DecideAdministratorRequestInput;
}>;


export type DecideAdministratorRequestMutation = { decideAdministratorRequest: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DelegateOrderMutationVariables = Exact<{
  input: OrderEmailInput;
}>;


export type DelegateOrderMutation = { delegateOrder: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DelegateServiceMutationVariables = Exact<{
  input: DelegateServiceInput;
}>;


export type DelegateServiceMutation = { delegateService: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DisputeMappingMutationVariables = Exact<{
  input: OrderReasonInput;
}>;


export type DisputeMappingMutation = { disputeMapping: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DistributeLicensesMutationVariables = Exact<{
  input: DistributeLicensesInput;
}>;


export type DistributeLicensesMutation = { distributeLicenses: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type HandOverToCustomerMutationVariables = Exact<{
  input: HandOverToCustomerInput;
}>;


export type HandOverToCustomerMutation = { handOverToCustomer: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ReopenOrderMutationVariables = Exact<{
  input: OrderInput;
}>;


export type ReopenOrderMutation = { reopenOrder: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RequestFullAdministratorMutationVariables = Exact<{
  input: OrderInput;
}>;


export type RequestFullAdministratorMutation = { requestFullAdministrator: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RescheduleOrderMutationVariables = Exact<{
  input: RescheduleOrderInput;
}>;


export type RescheduleOrderMutation = { rescheduleOrder: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ResendSetupEmailMutationVariables = Exact<{
  input: OrderReasonInput;
}>;


export type ResendSetupEmailMutation = { resendSetupEmail: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ResolveDisputeMutationVariables = Exact<{
  input: ResolveDisputeInput;
}>;


export type ResolveDisputeMutation = { resolveDispute: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RetryServiceMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type RetryServiceMutation = { retryService: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SaveCallingLocationMutationVariables = Exact<{
  input: SaveCallingLocationInput;
}>;


export type SaveCallingLocationMutation = { saveCallingLocation: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SaveMeetingSitesMutationVariables = Exact<{
  input: SaveMeetingSitesInput;
}>;


export type SaveMeetingSitesMutation = { saveMeetingSites: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SetUpLaterMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type SetUpLaterMutation = { setUpLater: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SetUpNowMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type SetUpNowMutation = { setUpNow: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SubmitServiceMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type SubmitServiceMutation = { submitService: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type TakeBackOrderMutationVariables = Exact<{
  input: OrderInput;
}>;


export type TakeBackOrderMutation = { takeBackOrder: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type TakeBackServiceMutationVariables = Exact<{
  input: ServiceInput;
}>;


export type TakeBackServiceMutation = { takeBackService: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type TakeBackServiceSetupMutationVariables = Exact<{
  input: OrderInput;
}>;


export type TakeBackServiceSetupMutation = { takeBackServiceSetup: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type TickFollowUpMutationVariables = Exact<{
  input: TickFollowUpInput;
}>;


export type TickFollowUpMutation = { tickFollowUp: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type UndoMappingMutationVariables = Exact<{
  input: OrderInput;
}>;


export type UndoMappingMutation = { undoMapping: { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }>, errors: Array<
          | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
          | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
          | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        > }, services: Array<
        | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
        | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type OrganizationFactsFragment = { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> };

export type LocationFactsFragment = { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } };

type WizardService_CallingService_Fragment = { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> };

type WizardService_IncludedService_Fragment = { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> };

type WizardService_MeetingsService_Fragment = { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> };

export type WizardServiceFragment =
  | WizardService_CallingService_Fragment
  | WizardService_IncludedService_Fragment
  | WizardService_MeetingsService_Fragment
;

export type WizardOrderFragment = { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, errors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > }, services: Array<
    | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
  > };

export type TypedStepFragment = { step: WizardStep, entries: string, version: number, revision: string, typedAt: string, savedBy: string | null, savedAt: string | null };

export type WizardOrderByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type WizardOrderByIdQuery = { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, typedSteps: Array<{ step: WizardStep, entries: string, version: number, revision: string, typedAt: string, savedBy: string | null, savedAt: string | null }>, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    > } | null };

export type WizardOrderChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WizardOrderChangedSubscription = { orderChanged: { __typename: 'Order', id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    > } };

type Problem_InvalidInput_Fragment = { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> };

type Problem_LinkRefused_Fragment = { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null };

type Problem_SiteNameTaken_Fragment = { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> };

type Problem_StepRefused_Fragment = { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> };

type Problem_VersionConflict_Fragment = { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> };

export type ProblemFragment =
  | Problem_InvalidInput_Fragment
  | Problem_LinkRefused_Fragment
  | Problem_SiteNameTaken_Fragment
  | Problem_StepRefused_Fragment
  | Problem_VersionConflict_Fragment
;

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { email: string, roles: Array<string>, scopes: Array<string>, language: string, onlyOrderId: string | null, organizations: Array<{ id: string, displayName: string }>, administratorRequests: Array<{ id: string, requestedBy: string, requestedAt: string, expiresAt: string, organization: { id: string, displayName: string }, order: { id: string, orderNumber: string, companyName: string } }> } | null };

export type CountryChoiceFragment = { code: string, name: string, searchNames: Array<string> };

export type ZoneChoiceFragment = { name: string, label: string, offset: string, searchNames: Array<string>, prominence: number };

export type CitiesQueryVariables = Exact<{
  search: string;
}>;


export type CitiesQuery = { cities: Array<{ name: string, foundBy: string, timeZone: string }> };

export type LocationChoicesQueryVariables = Exact<{
  country: string;
}>;


export type LocationChoicesQuery = { countries: Array<{ code: string, name: string, searchNames: Array<string> }>, timeZones: Array<{ name: string, label: string, offset: string, searchNames: Array<string>, prominence: number }>, near: Array<{ name: string }>, languages: Array<{ code: string, name: string }>, addressFormat: { country: string, fields: Array<{ name: string, label: string, required: boolean, options: Array<string> | null, optionLabels: Array<string> | null, optionSearchNames: Array<Array<string>> | null, optionsOnly: boolean }> } };

export type WhoHasAccessQueryVariables = Exact<{
  id: string | number;
}>;


export type WhoHasAccessQuery = { organization: { id: string, displayName: string, allowedMutations: Array<string>, partnerAccess: Array<{ since: string | null, right: PartnerRight | null, programs: boolean, endedAt: string | null, partnerId: string, partnerName: string, people: Array<{ email: string, right: PartnerRight, since: string | null, orderIds: Array<string> }>, orders: Array<{ id: string, orderNumber: string, companyName: string, right: PartnerRight, since: string, waitsForPartner: boolean }>, request: { id: string, requestedBy: string, requestedAt: string, expiresAt: string, reason: string | null, state: AdministratorRequestState } | null }>, endedAccess: Array<{ endedAt: string | null, customerId: string, customerName: string, request: { requestedAt: string, expiresAt: string, state: AdministratorRequestState } | null }> } | null };

export type PartnerAccessFactsFragment = { since: string | null, right: PartnerRight | null, programs: boolean, endedAt: string | null, partnerId: string, partnerName: string, people: Array<{ email: string, right: PartnerRight, since: string | null, orderIds: Array<string> }>, orders: Array<{ id: string, orderNumber: string, companyName: string, right: PartnerRight, since: string, waitsForPartner: boolean }>, request: { id: string, requestedBy: string, requestedAt: string, expiresAt: string, reason: string | null, state: AdministratorRequestState } | null };

export type EndPartnerAccessMutationVariables = Exact<{
  input: EndPartnerAccessInput;
}>;


export type EndPartnerAccessMutation = { endPartnerAccess: { organization: { id: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RequestPartnerAccessMutationVariables = Exact<{
  input: RequestPartnerAccessInput;
}>;


export type RequestPartnerAccessMutation = { requestPartnerAccess: { organization: { id: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DecidePartnerAccessRequestMutationVariables = Exact<{
  input: DecidePartnerAccessRequestInput;
}>;


export type DecidePartnerAccessRequestMutation = { decidePartnerAccessRequest: { organization: { id: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type BatchProgressFragment = { id: string, act: BatchAct, email: string | null, total: number, done: number, refused: number, waiting: number, finishedAt: string | null, stopped: boolean };

export type MyBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBatchesQuery = { viewer: { batches: Array<{ id: string, act: BatchAct, email: string | null, total: number, done: number, refused: number, waiting: number, finishedAt: string | null, stopped: boolean }> } | null };

export type BatchQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type BatchQuery = { node:
    | { reason: string | null, createdAt: string, resultUrl: string, correlationId: string | null, id: string, act: BatchAct, email: string | null, total: number, done: number, refused: number, waiting: number, finishedAt: string | null, stopped: boolean, rows: { edges: Array<{ node: { orderId: string, orderNumber: string, companyName: string, state: BatchRowState, message: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type MatchingOrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
}>;


export type MatchingOrdersQuery = { orders: { totalCount: number } };

export type PreviewBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type PreviewBatchMutation = { previewBatch: { rows: Array<{ orderId: string, orderNumber: string, companyName: string, message: string | null }>, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type StartBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type StartBatchMutation = { startBatch: { batch: { id: string, act: BatchAct, email: string | null, total: number, done: number, refused: number, waiting: number, finishedAt: string | null, stopped: boolean } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type StopBatchMutationVariables = Exact<{
  input: BatchIdInput;
}>;


export type StopBatchMutation = { stopBatch: { batch: { id: string, act: BatchAct, email: string | null, total: number, done: number, refused: number, waiting: number, finishedAt: string | null, stopped: boolean } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type OrderPageFragment = { __typename: 'Order', externalId: string | null, placedAt: string, requestedStartDate: string, undeliveredTo: string | null, undeliveredSince: string | null, id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, people: Array<{ email: string, role: OrderRole, since: string }>, emails: Array<{ id: string, kind: EmailKind, to: string, subject: string, state: EmailState, attempts: number, lastReply: string | null, queuedAt: string, sentAt: string | null, correlationId: string | null, tries: Array<{ at: string, reply: string | null }> }>, timeline: { edges: Array<{ node: { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, errors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > }, services: Array<
    | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
  > };

export type TimelineEventFragment = { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> };

export type OrderPageByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderPageByIdQuery = { order: { __typename: 'Order', externalId: string | null, placedAt: string, requestedStartDate: string, undeliveredTo: string | null, undeliveredSince: string | null, id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, people: Array<{ email: string, role: OrderRole, since: string }>, emails: Array<{ id: string, kind: EmailKind, to: string, subject: string, state: EmailState, attempts: number, lastReply: string | null, queuedAt: string, sentAt: string | null, correlationId: string | null, tries: Array<{ at: string, reply: string | null }> }>, timeline: { edges: Array<{ node: { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    > } | null };

export type OrderPageChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type OrderPageChangedSubscription = { orderChanged: { __typename: 'Order', externalId: string | null, placedAt: string, requestedStartDate: string, undeliveredTo: string | null, undeliveredSince: string | null, id: string, orderNumber: string, companyName: string, test: boolean, country: string | null, customerDomain: string | null, customerAdminEmail: string | null, needsCustomerAdminEmail: boolean, provisioningContactEmail: string, status: OrderStatus, standing: OrderStanding, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, people: Array<{ email: string, role: OrderRole, since: string }>, emails: Array<{ id: string, kind: EmailKind, to: string, subject: string, state: EmailState, attempts: number, lastReply: string | null, queuedAt: string, sentAt: string | null, correlationId: string | null, tries: Array<{ at: string, reply: string | null }> }>, timeline: { edges: Array<{ node: { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, access: Array<{ who: string, message: string }>, waitingFor: { role: OrderRole, email: string | null, since: string } | null, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null, endsSetup: boolean } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedBy: string, requestedAt: string, expiresAt: string } | null, followUps: Array<{ kind: FollowUpKind, done: boolean }>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, location: { id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, correlationId: string | null, delegate: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, existingSiteId: string | null, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }>, plan: Array<{ kind: string, subject: string, message: string, irreversible: boolean }> }
    > } };

export type OrderTimelineQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type OrderTimelineQuery = { order: { id: string, timeline: { edges: Array<{ node: { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FindOrderEventsQueryVariables = Exact<{
  id: string | number;
  about?: EventTopic | null | undefined;
  actor: string;
  text: string;
  after?: string | null | undefined;
}>;


export type FindOrderEventsQuery = { findOrderEvents: { actors: Array<string>, edges: Array<{ node: { id: string, at: string, actor: string, kind: string, summary: string, reason: string | null, correlationId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ViewAsQueryVariables = Exact<{
  id: string | number;
  email: string;
  reason: string;
}>;


export type ViewAsQuery = { orderAs: { id: string, viewedAs: { id: string } | null } | null };

export type OrderRowFragment = { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, standing: OrderStanding, deadline: string | null, updatedAt: string, undeliveredTo: string | null, viewerRole: OrderRole | null, waitingFor: { role: OrderRole, email: string | null, since: string } | null, services: Array<
    | { id: string, kind: ServiceKind, state: ServiceState }
    | { id: string, kind: ServiceKind, state: ServiceState }
    | { id: string, kind: ServiceKind, state: ServiceState }
  > };

export type OrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
  sort?: OrderSort | null | undefined;
}>;


export type OrdersQuery = { orders: { edges: Array<{ cursor: string, node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, standing: OrderStanding, deadline: string | null, updatedAt: string, undeliveredTo: string | null, viewerRole: OrderRole | null, waitingFor: { role: OrderRole, email: string | null, since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState }
          | { id: string, kind: ServiceKind, state: ServiceState }
          | { id: string, kind: ServiceKind, state: ServiceState }
        > } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type OrderOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OrderOverviewQuery = { viewer: { orderOverview: { failed: number, undelivered: number, disputed: number, dueThisWeek: number, myTurn: number, waitingForOthers: number, provisioning: number, done: number, putAside: number }, orderViews: Array<{ name: string, bucket: OrderBucket | null, status: Array<OrderStatus> | null, text: string | null, sort: OrderSort }> } | null };

export type SavedViewFragment = { name: string, bucket: OrderBucket | null, status: Array<OrderStatus> | null, text: string | null, sort: OrderSort };

export type SaveOrderViewMutationVariables = Exact<{
  input: SaveOrderViewInput;
}>;


export type SaveOrderViewMutation = { saveOrderView: { orderView: { name: string, bucket: OrderBucket | null, status: Array<OrderStatus> | null, text: string | null, sort: OrderSort } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RemoveOrderViewMutationVariables = Exact<{
  input: RemoveOrderViewInput;
}>;


export type RemoveOrderViewMutation = { removeOrderView: { orderView: { name: string, bucket: OrderBucket | null, status: Array<OrderStatus> | null, text: string | null, sort: OrderSort } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type OrganizationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationsQuery = { viewer: { organizations: Array<{ __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> }> } | null };

export type OrganizationByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type OrganizationByIdQuery = { businessVerticals: Array<{ code: string, name: string }>, organization: { __typename: 'Organization', externalId: string | null, createdAt: string, administrators: Array<string>, allowedMutations: Array<string>, id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState, verification: { recordName: string, recordValue: string, lastCheckedAt: string | null, nextCheckAt: string | null, expiresAt: string | null, finding: DomainFinding | null, message: string | null } | null }>, merges: Array<{ duplicateId: string, duplicateName: string, duplicateExternalId: string, mergedAt: string, mergedBy: string | null, reason: string, undoableUntil: string | null }>, history: Array<{ id: string, at: string, actor: string | null, summary: string, reason: string | null, correlationId: string | null }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, state: ServiceState, change: { kind: string, state: ServiceState, timeZoneLabel: string | null, message: string | null, correlationId: string | null } | null }>, locations: Array<{ id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } }>, orders: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, standing: OrderStanding, allowedMutations: Array<string>, customerOrganization: { id: string } | null, services: Array<
            | { id: string, kind: ServiceKind, state: ServiceState }
            | { id: string, kind: ServiceKind, state: ServiceState }
            | { id: string, kind: ServiceKind, state: ServiceState }
          > } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type AddLocationMutationVariables = Exact<{
  input: SaveCallingLocationInput;
}>;


export type AddLocationMutation = { addLocation: { order: { id: string, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, locations: Array<{ id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } }>, domains: Array<{ name: string, state: DomainState }> } | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type UpdateLocationMutationVariables = Exact<{
  input: UpdateLocationInput;
}>;


export type UpdateLocationMutation = { updateLocation: { order: { id: string, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, locations: Array<{ id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } }>, domains: Array<{ name: string, state: DomainState }> } | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type AddDomainMutationVariables = Exact<{
  input: OrganizationDomainInput;
}>;


export type AddDomainMutation = { addDomain: { organization: { id: string, domains: Array<{ name: string, state: DomainState, verification: { finding: DomainFinding | null, message: string | null } | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type CheckDomainMutationVariables = Exact<{
  input: OrganizationDomainInput;
}>;


export type CheckDomainMutation = { checkDomain: { organization: { id: string, domains: Array<{ name: string, state: DomainState, verification: { finding: DomainFinding | null, message: string | null } | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ClaimDomainMutationVariables = Exact<{
  input: OrganizationDomainInput;
}>;


export type ClaimDomainMutation = { claimDomain: { organization: { id: string, domains: Array<{ name: string, state: DomainState, verification: { finding: DomainFinding | null, message: string | null } | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RemoveDomainMutationVariables = Exact<{
  input: OrganizationDomainInput;
}>;


export type RemoveDomainMutation = { removeDomain: { organization: { id: string, domains: Array<{ name: string, state: DomainState, verification: { finding: DomainFinding | null, message: string | null } | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type DomainFactsFragment = { id: string, domains: Array<{ name: string, state: DomainState, verification: { finding: DomainFinding | null, message: string | null } | null }> };

export type FindOrganizationsQueryVariables = Exact<{
  text: string;
}>;


export type FindOrganizationsQuery = { findOrganizations: Array<{ __typename: 'Organization', externalId: string | null, id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> }> };

export type PreviewMergeMutationVariables = Exact<{
  input: MergeOrganizationsInput;
}>;


export type PreviewMergeMutation = { previewMerge: { survivor: { id: string, displayName: string } | null, moves: Array<{ kind: string, name: string, message: string }>, conflicts: Array<{ kind: string, name: string, message: string }>, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type MergeOrganizationsMutationVariables = Exact<{
  input: MergeOrganizationsInput;
}>;


export type MergeOrganizationsMutation = { mergeOrganizations: { survivor: { id: string, displayName: string } | null, moves: Array<{ kind: string, name: string, message: string }>, conflicts: Array<{ kind: string, name: string, message: string }>, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type UndoMergeMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type UndoMergeMutation = { undoMerge: { survivor: { id: string, displayName: string } | null, moves: Array<{ kind: string, name: string, message: string }>, conflicts: Array<{ kind: string, name: string, message: string }>, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type MergeFactsFragment = { survivor: { id: string, displayName: string } | null, moves: Array<{ kind: string, name: string, message: string }>, conflicts: Array<{ kind: string, name: string, message: string }>, userErrors: Array<
    | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
    | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
    | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
  > };

export type OwnedSiteFragment = { id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, state: ServiceState, change: { kind: string, state: ServiceState, timeZoneLabel: string | null, message: string | null, correlationId: string | null } | null };

export type AddMeetingSiteMutationVariables = Exact<{
  input: AddMeetingSiteInput;
}>;


export type AddMeetingSiteMutation = { addMeetingSite: { site: { id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, state: ServiceState, change: { kind: string, state: ServiceState, timeZoneLabel: string | null, message: string | null, correlationId: string | null } | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type UpdateMeetingSiteMutationVariables = Exact<{
  input: UpdateMeetingSiteInput;
}>;


export type UpdateMeetingSiteMutation = { updateMeetingSite: { site: { id: string, siteName: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, state: ServiceState, change: { kind: string, state: ServiceState, timeZoneLabel: string | null, message: string | null, correlationId: string | null } | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RemoveMeetingSiteMutationVariables = Exact<{
  input: RemoveMeetingSiteInput;
}>;


export type RemoveMeetingSiteMutation = { removeMeetingSite: { site: { id: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type LicensesToMoveQueryVariables = Exact<{
  id: string | number;
}>;


export type LicensesToMoveQuery = { order: { id: string, orderNumber: string, version: number, services: Array<
      | { __typename: 'CallingService', id: string }
      | { __typename: 'IncludedService', id: string }
      | { __typename: 'MeetingsService', id: string, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, allocations: Array<{ units: number, license: { id: string } }> }>, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
    > } | null };

export type MoveLicensesMutationVariables = Exact<{
  input: MoveLicensesInput;
}>;


export type MoveLicensesMutation = { moveLicenses: { order: { id: string, orderNumber: string, version: number, services: Array<
        | { __typename: 'CallingService', id: string }
        | { __typename: 'IncludedService', id: string }
        | { __typename: 'MeetingsService', id: string, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, allocations: Array<{ units: number, license: { id: string } }> }>, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
      > } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type LicensesToMoveFragment = { id: string, orderNumber: string, version: number, services: Array<
    | { __typename: 'CallingService', id: string }
    | { __typename: 'IncludedService', id: string }
    | { __typename: 'MeetingsService', id: string, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, allocations: Array<{ units: number, license: { id: string } }> }>, steps: Array<{ name: string, state: ServiceState, message: string | null }> }
  > };

export type ApiAccessQueryVariables = Exact<{
  id: string | number;
}>;


export type ApiAccessQuery = { organization: { id: string, displayName: string, status: OrganizationStatus, allowedMutations: Array<string>, apiTokens: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdBy: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null }> } | null };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { secret: string | null, apiToken: { id: string, name: string, prefix: string, scopes: Array<string>, createdBy: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: ApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { apiToken: { id: string, name: string, prefix: string, scopes: Array<string>, createdBy: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ApiTokenFactsFragment = { id: string, name: string, prefix: string, scopes: Array<string>, createdBy: string | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null };

export type WebhookFactsFragment = { id: string, url: string, events: Array<WebhookEventType>, query: string | null, description: string | null, enabled: boolean, disabledReason: string | null };

export type DeliveryFactsFragment = { id: string, event: WebhookEventType, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, correlationId: string | null, payload: string, attempts: Array<{ at: string, status: number | null, durationMs: number, error: string | null, response: string | null }> };

export type WebhooksQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhooksQuery = { organization: { id: string, webhookEndpoints: Array<{ id: string, url: string, events: Array<WebhookEventType>, query: string | null, description: string | null, enabled: boolean, disabledReason: string | null }> } | null };

export type WebhookLogQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type WebhookLogQuery = { node:
    | { id: string, deliveries: { edges: Array<{ node: { id: string, event: WebhookEventType, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, correlationId: string | null, payload: string, attempts: Array<{ at: string, status: number | null, durationMs: number, error: string | null, response: string | null }> } }>, pageInfo: { hasNextPage: boolean } } }
    | Record<PropertyKey, never>
   | null };

export type CreateWebhookMutationVariables = Exact<{
  input: WebhookEndpointInput;
}>;


export type CreateWebhookMutation = { createWebhookEndpoint: { secret: string | null, webhookEndpoint: { id: string, url: string, events: Array<WebhookEventType>, query: string | null, description: string | null, enabled: boolean, disabledReason: string | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type UpdateWebhookMutation = { updateWebhookEndpoint: { webhookEndpoint: { id: string, url: string, events: Array<WebhookEventType>, query: string | null, description: string | null, enabled: boolean, disabledReason: string | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RemoveWebhookMutationVariables = Exact<{
  input: WebhookIdInput;
}>;


export type RemoveWebhookMutation = { deleteWebhookEndpoint: { userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: WebhookIdInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, webhookEndpoint: { id: string, url: string, events: Array<WebhookEventType>, query: string | null, description: string | null, enabled: boolean, disabledReason: string | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SendTestWebhookMutationVariables = Exact<{
  input: WebhookIdInput;
}>;


export type SendTestWebhookMutation = { sendTestWebhook: { delivery: { id: string, event: WebhookEventType, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, correlationId: string | null, payload: string, attempts: Array<{ at: string, status: number | null, durationMs: number, error: string | null, response: string | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RetryWebhookDeliveryMutationVariables = Exact<{
  input: WebhookDeliveryIdInput;
}>;


export type RetryWebhookDeliveryMutation = { retryWebhookDelivery: { delivery: { id: string, event: WebhookEventType, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, correlationId: string | null, payload: string, attempts: Array<{ at: string, status: number | null, durationMs: number, error: string | null, response: string | null }> } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ReminderChoiceFragment = { email: string, rhythm: ReminderRhythm | null };

export type OwnRemindersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnRemindersQuery = { viewer: { reminderChoice: { email: string, rhythm: ReminderRhythm | null } | null } | null };

export type RemindersOfLinkQueryVariables = Exact<{
  token: string;
}>;


export type RemindersOfLinkQuery = { reminderChoice: { email: string, rhythm: ReminderRhythm | null } | null };

export type ChooseRemindersMutationVariables = Exact<{
  input: ChooseRemindersInput;
}>;


export type ChooseRemindersMutation = { chooseReminders: { reminderChoice: { email: string, rhythm: ReminderRhythm | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type ServiceSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceSettingsQuery = { viewer: { organizations: Array<{ id: string, displayName: string, sites: Array<{ id: string, siteUrl: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean, state: ServiceState }>, locations: Array<{ id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } }> }> } | null };

export type SetupLinkQueryVariables = Exact<{
  token: string;
}>;


export type SetupLinkQuery = { setupLink: { purpose: LinkPurpose, state: LinkState, answer: LinkAnswer | null, answeredAt: string | null, answeredBy: string | null, orderId: string, orderNumber: string | null, offer: string | null, organizationName: string | null, partnerName: string | null, contactEmail: string | null, requestedBy: string | null, expiresAt: string | null } | null };

export type SetupLinkFactsFragment = { purpose: LinkPurpose, state: LinkState, answer: LinkAnswer | null, answeredAt: string | null, answeredBy: string | null, orderId: string, orderNumber: string | null, offer: string | null, organizationName: string | null, partnerName: string | null, contactEmail: string | null, requestedBy: string | null, expiresAt: string | null };

export type OpenSetupLinkMutationVariables = Exact<{
  input: OpenSetupLinkInput;
}>;


export type OpenSetupLinkMutation = { openSetupLink: { order: { id: string, nextStep: WizardStep, viewerRole: OrderRole | null, allowedMutations: Array<string>, customerSetsUpServices: boolean, administratorRequest: { id: string } | null } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RequestNewSetupLinkMutationVariables = Exact<{
  input: OpenSetupLinkInput;
}>;


export type RequestNewSetupLinkMutation = { requestNewSetupLink: { accepted: boolean, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type LostMailSellersQueryVariables = Exact<{ [key: string]: never; }>;


export type LostMailSellersQuery = { viewer: { orders: { edges: Array<{ node: { id: string, orderNumber: string, viewerRole: OrderRole | null, seller: { name: string, contactEmail: string | null } } }> } } | null };

export type RequestSignInMutationVariables = Exact<{
  input: EmailInput;
}>;


export type RequestSignInMutation = { requestSignIn: { accepted: boolean, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SignInByLinkMutationVariables = Exact<{
  input: SignInByLinkInput;
}>;


export type SignInByLinkMutation = { signInByLink: { viewer: { email: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { email: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, newerLink: boolean | null, orderStatus: OrderStatus | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type WaitingOrderFragment = { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }> }, waitingFor: { since: string } | null, services: Array<
    | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
    | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
    | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
  > };

export type WaitingOrdersFragment = { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> }, waitingFor: { since: string } | null, services: Array<
        | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
      > } }> };

export type WaitingOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingOrdersQuery = { waiting: { totalCount: number }, failed: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
              | { id: string }
              | { id: string }
              | { id: string }
             | null }> }, waitingFor: { since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        > } }> }, due: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
              | { id: string }
              | { id: string }
              | { id: string }
             | null }> }, waitingFor: { since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        > } }> }, begun: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
              | { id: string }
              | { id: string }
              | { id: string }
             | null }> }, waitingFor: { since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        > } }> }, fresh: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, deadline: string | null, updatedAt: string, nextStep: WizardStep, undeliveredTo: string | null, allowedMutations: Array<string>, requirements: { currentlyDue: Array<{ step: WizardStep, mutation: string, field: Array<string>, service:
              | { id: string }
              | { id: string }
              | { id: string }
             | null }> }, waitingFor: { since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
          | { id: string, kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null, nextStep: WizardStep | null, savedAt: string | null }
        > } }> }, others: { edges: Array<{ node: { id: string, orderNumber: string, companyName: string, test: boolean, status: OrderStatus, standing: OrderStanding, deadline: string | null, updatedAt: string, undeliveredTo: string | null, viewerRole: OrderRole | null, waitingFor: { role: OrderRole, email: string | null, since: string } | null, services: Array<
          | { id: string, kind: ServiceKind, state: ServiceState }
          | { id: string, kind: ServiceKind, state: ServiceState }
          | { id: string, kind: ServiceKind, state: ServiceState }
        > } }>, pageInfo: { hasNextPage: boolean } } };

export type TriageQueryVariables = Exact<{
  kind?: SupportNeedKind | null | undefined;
  after?: string | null | undefined;
}>;


export type TriageQuery = { supportNeeds: { edges: Array<{ node: { kind: SupportNeedKind, since: string, until: string | null, mutation: string | null, order: { id: string, orderNumber: string, companyName: string, undeliveredTo: string | null, services: Array<
            | { kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null }
            | { kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null }
            | { kind: ServiceKind, state: ServiceState, failure: string | null, correlationId: string | null }
          > } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, counts: Array<{ kind: SupportNeedKind, count: number }> } };

export type ExistingLocationsQueryVariables = Exact<{
  id: string | number;
}>;


export type ExistingLocationsQuery = { order: { services: Array<
      | { existingLocations: Array<{ id: string, name: string, timeZone: string, timeZoneLabel: string, preferredLanguage: string, announcementLanguage: string, default: boolean, existingLocationId: string | null, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } }> }
      | Record<PropertyKey, never>
    > } | null };

export type LocationLanguagesQueryVariables = Exact<{ [key: string]: never; }>;


export type LocationLanguagesQuery = { languages: Array<{ code: string, name: string }> };

export type SiteNameProposalsQueryVariables = Exact<{
  serviceId: string | number;
}>;


export type SiteNameProposalsQuery = { siteNameProposals: Array<string> };

export type SiteNameQueryVariables = Exact<{
  siteName: string;
  serviceId: string | number;
}>;


export type SiteNameQuery = { siteNameAvailability: { siteName: string, available: boolean, reason: UserErrorCode | null, suggestions: Array<string> } };

export type ExistingSitesQueryVariables = Exact<{
  id: string | number;
}>;


export type ExistingSitesQuery = { order: { services: Array<
      | { existingSites: Array<{ id: string, siteName: string, timeZone: string, timeZoneLabel: string, earlyRelease: boolean, primary: boolean }> }
      | Record<PropertyKey, never>
    > } | null };

export type CandidateFragment = { recommended: boolean, basis: MatchBasis, flags: Array<CandidateFlag>, evidence: Array<{ code: string, message: string }>, organization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } };

export type OrganizationMatchQueryVariables = Exact<{
  orderId: string | number;
  slot: OrganizationType;
}>;


export type OrganizationMatchQuery = { order: { id: string, organizationMatch: { outcome: MatchOutcome, message: string, basedOn: string, reason: MatchReason | null, reasonMessage: string | null, candidatesLeftOut: number, organization: { recommended: boolean, basis: MatchBasis, flags: Array<CandidateFlag>, evidence: Array<{ code: string, message: string }>, organization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } } | null, candidates: Array<{ recommended: boolean, basis: MatchBasis, flags: Array<CandidateFlag>, evidence: Array<{ code: string, message: string }>, organization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } }> } | null } | null };

export type SearchOrganizationsQueryVariables = Exact<{
  orderId: string | number;
  slot: OrganizationType;
  domain: string;
  after?: string | null | undefined;
}>;


export type SearchOrganizationsQuery = { searchOrganizations: { basedOn: string, reason: MatchReason | null, message: string, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { recommended: boolean, basis: MatchBasis, flags: Array<CandidateFlag>, evidence: Array<{ code: string, message: string }>, organization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } } }> } };

export type OrganizationChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationChoicesQuery = { countries: Array<{ code: string, name: string, searchNames: Array<string> }>, businessVerticals: Array<{ code: string, name: string }> };

export type PossibleDuplicatesQueryVariables = Exact<{
  orderId: string | number;
  slot: OrganizationType;
  companyName: string;
  country: string;
}>;


export type PossibleDuplicatesQuery = { possibleDuplicates: Array<{ recommended: boolean, basis: MatchBasis, flags: Array<CandidateFlag>, evidence: Array<{ code: string, message: string }>, organization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } }> };

export type TimeZonesQueryVariables = Exact<{ [key: string]: never; }>;


export type TimeZonesQuery = { timeZones: Array<{ name: string, label: string, offset: string, searchNames: Array<string>, prominence: number }> };

export type KeepTypedStepMutationVariables = Exact<{
  input: KeepTypedStepInput;
}>;


export type KeepTypedStepMutation = { keepTypedStep: { typedStep: { revision: string } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type DiscardTypedStepMutationVariables = Exact<{
  input: DiscardTypedStepInput;
}>;


export type DiscardTypedStepMutation = { discardTypedStep: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
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
export const OrganizationFactsFragmentDoc = new TypedDocumentString(`
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
    `, {"fragmentName":"OrganizationFacts"}) as unknown as TypedDocumentString<OrganizationFactsFragment, unknown>;
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const LocationFactsFragmentDoc = new TypedDocumentString(`
    fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
    `, {"fragmentName":"LocationFacts"}) as unknown as TypedDocumentString<LocationFactsFragment, unknown>;
export const WizardServiceFragmentDoc = new TypedDocumentString(`
    fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
    fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}`, {"fragmentName":"WizardService"}) as unknown as TypedDocumentString<WizardServiceFragment, unknown>;
export const WizardOrderFragmentDoc = new TypedDocumentString(`
    fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`, {"fragmentName":"WizardOrder"}) as unknown as TypedDocumentString<WizardOrderFragment, unknown>;
export const ChangedOrderFragmentDoc = new TypedDocumentString(`
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`, {"fragmentName":"ChangedOrder"}) as unknown as TypedDocumentString<ChangedOrderFragment, unknown>;
export const TypedStepFragmentDoc = new TypedDocumentString(`
    fragment TypedStep on TypedStep {
  step
  entries
  version
  revision
  typedAt
  savedBy
  savedAt
}
    `, {"fragmentName":"TypedStep"}) as unknown as TypedDocumentString<TypedStepFragment, unknown>;
export const CountryChoiceFragmentDoc = new TypedDocumentString(`
    fragment CountryChoice on Country {
  code
  name
  searchNames
}
    `, {"fragmentName":"CountryChoice"}) as unknown as TypedDocumentString<CountryChoiceFragment, unknown>;
export const ZoneChoiceFragmentDoc = new TypedDocumentString(`
    fragment ZoneChoice on TimeZone {
  name
  label
  offset
  searchNames
  prominence
}
    `, {"fragmentName":"ZoneChoice"}) as unknown as TypedDocumentString<ZoneChoiceFragment, unknown>;
export const PartnerAccessFactsFragmentDoc = new TypedDocumentString(`
    fragment PartnerAccessFacts on PartnerAccess {
  since
  right
  programs
  endedAt
  partnerId
  partnerName
  people {
    email
    right
    since
    orderIds
  }
  orders {
    id
    orderNumber
    companyName
    right
    since
    waitsForPartner
  }
  request {
    id
    requestedBy
    requestedAt
    expiresAt
    reason
    state
  }
}
    `, {"fragmentName":"PartnerAccessFacts"}) as unknown as TypedDocumentString<PartnerAccessFactsFragment, unknown>;
export const BatchProgressFragmentDoc = new TypedDocumentString(`
    fragment BatchProgress on Batch {
  id
  act
  email
  total
  done
  refused
  waiting
  finishedAt
  stopped
}
    `, {"fragmentName":"BatchProgress"}) as unknown as TypedDocumentString<BatchProgressFragment, unknown>;
export const TimelineEventFragmentDoc = new TypedDocumentString(`
    fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}
    `, {"fragmentName":"TimelineEvent"}) as unknown as TypedDocumentString<TimelineEventFragment, unknown>;
export const OrderPageFragmentDoc = new TypedDocumentString(`
    fragment OrderPage on Order {
  ...WizardOrder
  externalId
  placedAt
  requestedStartDate
  undeliveredTo
  undeliveredSince
  people {
    email
    role
    since
  }
  emails {
    id
    kind
    to
    subject
    state
    attempts
    lastReply
    tries {
      at
      reply
    }
    queuedAt
    sentAt
    correlationId
  }
  timeline(first: 8) {
    edges {
      node {
        ...TimelineEvent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}`, {"fragmentName":"OrderPage"}) as unknown as TypedDocumentString<OrderPageFragment, unknown>;
export const OrderRowFragmentDoc = new TypedDocumentString(`
    fragment OrderRow on Order {
  id
  orderNumber
  companyName
  test
  status
  standing
  deadline
  updatedAt
  undeliveredTo
  viewerRole
  waitingFor {
    role
    email
    since
  }
  services {
    id
    kind
    state
  }
}
    `, {"fragmentName":"OrderRow"}) as unknown as TypedDocumentString<OrderRowFragment, unknown>;
export const SavedViewFragmentDoc = new TypedDocumentString(`
    fragment SavedView on OrderView {
  name
  bucket
  status
  text
  sort
}
    `, {"fragmentName":"SavedView"}) as unknown as TypedDocumentString<SavedViewFragment, unknown>;
export const DomainFactsFragmentDoc = new TypedDocumentString(`
    fragment DomainFacts on Organization {
  id
  domains {
    name
    state
    verification {
      finding
      message
    }
  }
}
    `, {"fragmentName":"DomainFacts"}) as unknown as TypedDocumentString<DomainFactsFragment, unknown>;
export const MergeFactsFragmentDoc = new TypedDocumentString(`
    fragment MergeFacts on MergePayload {
  survivor {
    id
    displayName
  }
  moves {
    kind
    name
    message
  }
  conflicts {
    kind
    name
    message
  }
  userErrors {
    ...Problem
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`, {"fragmentName":"MergeFacts"}) as unknown as TypedDocumentString<MergeFactsFragment, unknown>;
export const OwnedSiteFragmentDoc = new TypedDocumentString(`
    fragment OwnedSite on Site {
  id
  siteName
  siteUrl
  timeZone
  timeZoneLabel
  earlyRelease
  primary
  state
  change {
    kind
    state
    timeZoneLabel
    message
    correlationId
  }
}
    `, {"fragmentName":"OwnedSite"}) as unknown as TypedDocumentString<OwnedSiteFragment, unknown>;
export const LicensesToMoveFragmentDoc = new TypedDocumentString(`
    fragment LicensesToMove on Order {
  id
  orderNumber
  version
  services {
    __typename
    id
    ... on MeetingsService {
      licenses {
        id
        name
        scope
        totalUnits
      }
      sites {
        id
        siteName
        allocations {
          license {
            id
          }
          units
        }
      }
      steps {
        name
        state
        message
      }
    }
  }
}
    `, {"fragmentName":"LicensesToMove"}) as unknown as TypedDocumentString<LicensesToMoveFragment, unknown>;
export const ApiTokenFactsFragmentDoc = new TypedDocumentString(`
    fragment ApiTokenFacts on ApiToken {
  id
  name
  prefix
  scopes
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"ApiTokenFacts"}) as unknown as TypedDocumentString<ApiTokenFactsFragment, unknown>;
export const WebhookFactsFragmentDoc = new TypedDocumentString(`
    fragment WebhookFacts on WebhookEndpoint {
  id
  url
  events
  query
  description
  enabled
  disabledReason
}
    `, {"fragmentName":"WebhookFacts"}) as unknown as TypedDocumentString<WebhookFactsFragment, unknown>;
export const DeliveryFactsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  createdAt
  nextAttemptAt
  correlationId
  payload
  attempts {
    at
    status
    durationMs
    error
    response
  }
}
    `, {"fragmentName":"DeliveryFacts"}) as unknown as TypedDocumentString<DeliveryFactsFragment, unknown>;
export const ReminderChoiceFragmentDoc = new TypedDocumentString(`
    fragment ReminderChoice on ReminderChoice {
  email
  rhythm
}
    `, {"fragmentName":"ReminderChoice"}) as unknown as TypedDocumentString<ReminderChoiceFragment, unknown>;
export const SetupLinkFactsFragmentDoc = new TypedDocumentString(`
    fragment SetupLinkFacts on SetupLink {
  purpose
  state
  answer
  answeredAt
  answeredBy
  orderId
  orderNumber
  offer
  organizationName
  partnerName
  contactEmail
  requestedBy
  expiresAt
}
    `, {"fragmentName":"SetupLinkFacts"}) as unknown as TypedDocumentString<SetupLinkFactsFragment, unknown>;
export const WaitingOrderFragmentDoc = new TypedDocumentString(`
    fragment WaitingOrder on Order {
  id
  orderNumber
  companyName
  test
  status
  deadline
  updatedAt
  nextStep
  undeliveredTo
  allowedMutations
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
  }
  waitingFor {
    since
  }
  services {
    id
    kind
    state
    failure
    correlationId
    nextStep
    savedAt
  }
}
    `, {"fragmentName":"WaitingOrder"}) as unknown as TypedDocumentString<WaitingOrderFragment, unknown>;
export const WaitingOrdersFragmentDoc = new TypedDocumentString(`
    fragment WaitingOrders on OrderConnection {
  edges {
    node {
      ...WaitingOrder
    }
  }
}
    fragment WaitingOrder on Order {
  id
  orderNumber
  companyName
  test
  status
  deadline
  updatedAt
  nextStep
  undeliveredTo
  allowedMutations
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
  }
  waitingFor {
    since
  }
  services {
    id
    kind
    state
    failure
    correlationId
    nextStep
    savedAt
  }
}`, {"fragmentName":"WaitingOrders"}) as unknown as TypedDocumentString<WaitingOrdersFragment, unknown>;
export const CandidateFragmentDoc = new TypedDocumentString(`
    fragment Candidate on OrganizationCandidate {
  recommended
  basis
  flags
  evidence {
    code
    message
  }
  organization {
    ...OrganizationFacts
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}`, {"fragmentName":"Candidate"}) as unknown as TypedDocumentString<CandidateFragment, unknown>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($everywhere: Boolean) {
  signOut(everywhere: $everywhere) {
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const ViewedAsDocument = new TypedDocumentString(`
    query ViewedAs {
  viewer {
    viewedAs {
      orderId
      orderNumber
      email
      since
    }
  }
}
    `) as unknown as TypedDocumentString<ViewedAsQuery, ViewedAsQueryVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($input: OrderReasonInput!) {
  cancelOrder(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const ChangeProvisioningContactDocument = new TypedDocumentString(`
    mutation ChangeProvisioningContact($input: OrderEmailInput!) {
  changeProvisioningContact(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ChangeProvisioningContactMutation, ChangeProvisioningContactMutationVariables>;
export const ChooseAudienceDocument = new TypedDocumentString(`
    mutation ChooseAudience($input: ChooseAudienceInput!) {
  chooseAudience(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ChooseAudienceMutation, ChooseAudienceMutationVariables>;
export const ChooseOrganizationDocument = new TypedDocumentString(`
    mutation ChooseOrganization($input: ChooseOrganizationInput!) {
  chooseOrganization(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ChooseOrganizationMutation, ChooseOrganizationMutationVariables>;
export const ConfirmOrganizationsDocument = new TypedDocumentString(`
    mutation ConfirmOrganizations($input: ConfirmOrganizationsInput!) {
  confirmOrganizations(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ConfirmOrganizationsMutation, ConfirmOrganizationsMutationVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const DecideAdministratorRequestDocument = new TypedDocumentString(`
    mutation DecideAdministratorRequest($input: DecideAdministratorRequestInput!) {
  decideAdministratorRequest(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DecideAdministratorRequestMutation, DecideAdministratorRequestMutationVariables>;
export const DelegateOrderDocument = new TypedDocumentString(`
    mutation DelegateOrder($input: OrderEmailInput!) {
  delegateOrder(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DelegateOrderMutation, DelegateOrderMutationVariables>;
export const DelegateServiceDocument = new TypedDocumentString(`
    mutation DelegateService($input: DelegateServiceInput!) {
  delegateService(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DelegateServiceMutation, DelegateServiceMutationVariables>;
export const DisputeMappingDocument = new TypedDocumentString(`
    mutation DisputeMapping($input: OrderReasonInput!) {
  disputeMapping(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DisputeMappingMutation, DisputeMappingMutationVariables>;
export const DistributeLicensesDocument = new TypedDocumentString(`
    mutation DistributeLicenses($input: DistributeLicensesInput!) {
  distributeLicenses(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DistributeLicensesMutation, DistributeLicensesMutationVariables>;
export const HandOverToCustomerDocument = new TypedDocumentString(`
    mutation HandOverToCustomer($input: HandOverToCustomerInput!) {
  handOverToCustomer(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<HandOverToCustomerMutation, HandOverToCustomerMutationVariables>;
export const ReopenOrderDocument = new TypedDocumentString(`
    mutation ReopenOrder($input: OrderInput!) {
  reopenOrder(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ReopenOrderMutation, ReopenOrderMutationVariables>;
export const RequestFullAdministratorDocument = new TypedDocumentString(`
    mutation RequestFullAdministrator($input: OrderInput!) {
  requestFullAdministrator(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RequestFullAdministratorMutation, RequestFullAdministratorMutationVariables>;
export const RescheduleOrderDocument = new TypedDocumentString(`
    mutation RescheduleOrder($input: RescheduleOrderInput!) {
  rescheduleOrder(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RescheduleOrderMutation, RescheduleOrderMutationVariables>;
export const ResendSetupEmailDocument = new TypedDocumentString(`
    mutation ResendSetupEmail($input: OrderReasonInput!) {
  resendSetupEmail(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ResendSetupEmailMutation, ResendSetupEmailMutationVariables>;
export const ResolveDisputeDocument = new TypedDocumentString(`
    mutation ResolveDispute($input: ResolveDisputeInput!) {
  resolveDispute(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<ResolveDisputeMutation, ResolveDisputeMutationVariables>;
export const RetryServiceDocument = new TypedDocumentString(`
    mutation RetryService($input: ServiceInput!) {
  retryService(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RetryServiceMutation, RetryServiceMutationVariables>;
export const SaveCallingLocationDocument = new TypedDocumentString(`
    mutation SaveCallingLocation($input: SaveCallingLocationInput!) {
  saveCallingLocation(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SaveCallingLocationMutation, SaveCallingLocationMutationVariables>;
export const SaveMeetingSitesDocument = new TypedDocumentString(`
    mutation SaveMeetingSites($input: SaveMeetingSitesInput!) {
  saveMeetingSites(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SaveMeetingSitesMutation, SaveMeetingSitesMutationVariables>;
export const SetUpLaterDocument = new TypedDocumentString(`
    mutation SetUpLater($input: ServiceInput!) {
  setUpLater(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SetUpLaterMutation, SetUpLaterMutationVariables>;
export const SetUpNowDocument = new TypedDocumentString(`
    mutation SetUpNow($input: ServiceInput!) {
  setUpNow(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SetUpNowMutation, SetUpNowMutationVariables>;
export const SubmitServiceDocument = new TypedDocumentString(`
    mutation SubmitService($input: ServiceInput!) {
  submitService(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SubmitServiceMutation, SubmitServiceMutationVariables>;
export const TakeBackOrderDocument = new TypedDocumentString(`
    mutation TakeBackOrder($input: OrderInput!) {
  takeBackOrder(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<TakeBackOrderMutation, TakeBackOrderMutationVariables>;
export const TakeBackServiceDocument = new TypedDocumentString(`
    mutation TakeBackService($input: ServiceInput!) {
  takeBackService(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<TakeBackServiceMutation, TakeBackServiceMutationVariables>;
export const TakeBackServiceSetupDocument = new TypedDocumentString(`
    mutation TakeBackServiceSetup($input: OrderInput!) {
  takeBackServiceSetup(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<TakeBackServiceSetupMutation, TakeBackServiceSetupMutationVariables>;
export const TickFollowUpDocument = new TypedDocumentString(`
    mutation TickFollowUp($input: TickFollowUpInput!) {
  tickFollowUp(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<TickFollowUpMutation, TickFollowUpMutationVariables>;
export const UndoMappingDocument = new TypedDocumentString(`
    mutation UndoMapping($input: OrderInput!) {
  undoMapping(input: $input) {
    ...ChangedOrder
  }
}
    fragment ChangedOrder on OrderPayload {
  order {
    ...WizardOrder
  }
  userErrors {
    ...Problem
  }
}
fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<UndoMappingMutation, UndoMappingMutationVariables>;
export const WizardOrderByIdDocument = new TypedDocumentString(`
    query WizardOrderById($id: ID!) {
  order(id: $id) {
    ...WizardOrder
    typedSteps {
      ...TypedStep
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment TypedStep on TypedStep {
  step
  entries
  version
  revision
  typedAt
  savedBy
  savedAt
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<WizardOrderByIdQuery, WizardOrderByIdQueryVariables>;
export const WizardOrderChangedDocument = new TypedDocumentString(`
    subscription WizardOrderChanged($id: ID!) {
  orderChanged(orderId: $id) {
    ...WizardOrder
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<WizardOrderChangedSubscription, WizardOrderChangedSubscriptionVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    email
    roles
    scopes
    language
    onlyOrderId
    organizations {
      id
      displayName
    }
    administratorRequests {
      id
      requestedBy
      requestedAt
      expiresAt
      organization {
        id
        displayName
      }
      order {
        id
        orderNumber
        companyName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CitiesDocument = new TypedDocumentString(`
    query Cities($search: String!) {
  cities(search: $search) {
    name
    foundBy
    timeZone
  }
}
    `) as unknown as TypedDocumentString<CitiesQuery, CitiesQueryVariables>;
export const LocationChoicesDocument = new TypedDocumentString(`
    query LocationChoices($country: String!) {
  countries {
    ...CountryChoice
  }
  timeZones {
    ...ZoneChoice
  }
  near: timeZones(country: $country) {
    name
  }
  languages {
    code
    name
  }
  addressFormat(country: $country) {
    country
    fields {
      name
      label
      required
      options
      optionLabels
      optionSearchNames
      optionsOnly
    }
  }
}
    fragment CountryChoice on Country {
  code
  name
  searchNames
}
fragment ZoneChoice on TimeZone {
  name
  label
  offset
  searchNames
  prominence
}`) as unknown as TypedDocumentString<LocationChoicesQuery, LocationChoicesQueryVariables>;
export const WhoHasAccessDocument = new TypedDocumentString(`
    query WhoHasAccess($id: ID!) {
  organization(id: $id) {
    id
    displayName
    allowedMutations
    partnerAccess {
      ...PartnerAccessFacts
    }
    endedAccess {
      endedAt
      customerId
      customerName
      request {
        requestedAt
        expiresAt
        state
      }
    }
  }
}
    fragment PartnerAccessFacts on PartnerAccess {
  since
  right
  programs
  endedAt
  partnerId
  partnerName
  people {
    email
    right
    since
    orderIds
  }
  orders {
    id
    orderNumber
    companyName
    right
    since
    waitsForPartner
  }
  request {
    id
    requestedBy
    requestedAt
    expiresAt
    reason
    state
  }
}`) as unknown as TypedDocumentString<WhoHasAccessQuery, WhoHasAccessQueryVariables>;
export const EndPartnerAccessDocument = new TypedDocumentString(`
    mutation EndPartnerAccess($input: EndPartnerAccessInput!) {
  endPartnerAccess(input: $input) {
    organization {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<EndPartnerAccessMutation, EndPartnerAccessMutationVariables>;
export const RequestPartnerAccessDocument = new TypedDocumentString(`
    mutation RequestPartnerAccess($input: RequestPartnerAccessInput!) {
  requestPartnerAccess(input: $input) {
    organization {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RequestPartnerAccessMutation, RequestPartnerAccessMutationVariables>;
export const DecidePartnerAccessRequestDocument = new TypedDocumentString(`
    mutation DecidePartnerAccessRequest($input: DecidePartnerAccessRequestInput!) {
  decidePartnerAccessRequest(input: $input) {
    organization {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<DecidePartnerAccessRequestMutation, DecidePartnerAccessRequestMutationVariables>;
export const MyBatchesDocument = new TypedDocumentString(`
    query MyBatches {
  viewer {
    batches {
      ...BatchProgress
    }
  }
}
    fragment BatchProgress on Batch {
  id
  act
  email
  total
  done
  refused
  waiting
  finishedAt
  stopped
}`) as unknown as TypedDocumentString<MyBatchesQuery, MyBatchesQueryVariables>;
export const BatchDocument = new TypedDocumentString(`
    query Batch($id: ID!, $after: String) {
  node(id: $id) {
    ... on Batch {
      ...BatchProgress
      reason
      createdAt
      resultUrl
      correlationId
      rows(first: 100, after: $after) {
        edges {
          node {
            orderId
            orderNumber
            companyName
            state
            message
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment BatchProgress on Batch {
  id
  act
  email
  total
  done
  refused
  waiting
  finishedAt
  stopped
}`) as unknown as TypedDocumentString<BatchQuery, BatchQueryVariables>;
export const MatchingOrdersDocument = new TypedDocumentString(`
    query MatchingOrders($filter: OrderFilter) {
  orders(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<MatchingOrdersQuery, MatchingOrdersQueryVariables>;
export const PreviewBatchDocument = new TypedDocumentString(`
    mutation PreviewBatch($input: BatchInput!) {
  previewBatch(input: $input) {
    rows {
      orderId
      orderNumber
      companyName
      message
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<PreviewBatchMutation, PreviewBatchMutationVariables>;
export const StartBatchDocument = new TypedDocumentString(`
    mutation StartBatch($input: BatchInput!) {
  startBatch(input: $input) {
    batch {
      ...BatchProgress
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment BatchProgress on Batch {
  id
  act
  email
  total
  done
  refused
  waiting
  finishedAt
  stopped
}`) as unknown as TypedDocumentString<StartBatchMutation, StartBatchMutationVariables>;
export const StopBatchDocument = new TypedDocumentString(`
    mutation StopBatch($input: BatchIdInput!) {
  stopBatch(input: $input) {
    batch {
      ...BatchProgress
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment BatchProgress on Batch {
  id
  act
  email
  total
  done
  refused
  waiting
  finishedAt
  stopped
}`) as unknown as TypedDocumentString<StopBatchMutation, StopBatchMutationVariables>;
export const OrderPageByIdDocument = new TypedDocumentString(`
    query OrderPageById($id: ID!) {
  order(id: $id) {
    ...OrderPage
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment OrderPage on Order {
  ...WizardOrder
  externalId
  placedAt
  requestedStartDate
  undeliveredTo
  undeliveredSince
  people {
    email
    role
    since
  }
  emails {
    id
    kind
    to
    subject
    state
    attempts
    lastReply
    tries {
      at
      reply
    }
    queuedAt
    sentAt
    correlationId
  }
  timeline(first: 8) {
    edges {
      node {
        ...TimelineEvent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<OrderPageByIdQuery, OrderPageByIdQueryVariables>;
export const OrderPageChangedDocument = new TypedDocumentString(`
    subscription OrderPageChanged($id: ID!) {
  orderChanged(orderId: $id) {
    ...OrderPage
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment WizardService on Service {
  __typename
  id
  kind
  state
  progress
  failure
  nextStep
  savedAt
  savedBy
  submittedAt
  correlationId
  delegate
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
  }
  plan {
    kind
    subject
    message
    irreversible
  }
  ... on MeetingsService {
    licenses {
      id
      name
      scope
      totalUnits
    }
    sites {
      id
      siteName
      siteUrl
      timeZone
      timeZoneLabel
      earlyRelease
      primary
      existingSiteId
      state
      allocations {
        units
        license {
          id
          name
        }
      }
    }
  }
  ... on CallingService {
    location {
      ...LocationFacts
    }
  }
}
fragment WizardOrder on Order {
  __typename
  id
  orderNumber
  companyName
  test
  country
  customerDomain
  customerAdminEmail
  needsCustomerAdminEmail
  provisioningContactEmail
  status
  standing
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  access {
    who
    message
  }
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
  waitingFor {
    role
    email
    since
  }
  seller {
    name
    contactEmail
  }
  subscription {
    offer
    termMonths
    licenses {
      id
      name
      service
      scope
      totalUnits
    }
  }
  partnerOrganization {
    ...OrganizationFacts
  }
  customerOrganization {
    ...OrganizationFacts
  }
  delegation {
    delegateEmail
    since
    canTakeBack
  }
  dispute {
    at
    by
    reason
    open
    upheld
    endsSetup
  }
  administratorRequest {
    id
    state
    requestedBy
    requestedAt
    expiresAt
  }
  followUps {
    kind
    done
  }
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
    errors {
      ...Problem
    }
  }
  services {
    ...WizardService
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment OrderPage on Order {
  ...WizardOrder
  externalId
  placedAt
  requestedStartDate
  undeliveredTo
  undeliveredSince
  people {
    email
    role
    since
  }
  emails {
    id
    kind
    to
    subject
    state
    attempts
    lastReply
    tries {
      at
      reply
    }
    queuedAt
    sentAt
    correlationId
  }
  timeline(first: 8) {
    edges {
      node {
        ...TimelineEvent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<OrderPageChangedSubscription, OrderPageChangedSubscriptionVariables>;
export const OrderTimelineDocument = new TypedDocumentString(`
    query OrderTimeline($id: ID!, $after: String) {
  order(id: $id) {
    id
    timeline(first: 50, after: $after) {
      edges {
        node {
          ...TimelineEvent
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<OrderTimelineQuery, OrderTimelineQueryVariables>;
export const FindOrderEventsDocument = new TypedDocumentString(`
    query FindOrderEvents($id: ID!, $about: EventTopic, $actor: String!, $text: String!, $after: String) {
  findOrderEvents(
    orderId: $id
    about: $about
    actor: $actor
    text: $text
    first: 50
    after: $after
  ) {
    edges {
      node {
        ...TimelineEvent
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    actors
  }
}
    fragment TimelineEvent on OrderEvent {
  id
  at
  actor
  kind
  summary
  reason
  correlationId
  changes {
    field
    before
    after
  }
}`) as unknown as TypedDocumentString<FindOrderEventsQuery, FindOrderEventsQueryVariables>;
export const ViewAsDocument = new TypedDocumentString(`
    query ViewAs($id: ID!, $email: String!, $reason: String!) {
  orderAs(id: $id, email: $email, reason: $reason) {
    id
    viewedAs {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ViewAsQuery, ViewAsQueryVariables>;
export const OrdersDocument = new TypedDocumentString(`
    query Orders($first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilter, $sort: OrderSort) {
  orders(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    sort: $sort
  ) {
    edges {
      cursor
      node {
        ...OrderRow
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment OrderRow on Order {
  id
  orderNumber
  companyName
  test
  status
  standing
  deadline
  updatedAt
  undeliveredTo
  viewerRole
  waitingFor {
    role
    email
    since
  }
  services {
    id
    kind
    state
  }
}`) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const OrderOverviewDocument = new TypedDocumentString(`
    query OrderOverview {
  viewer {
    orderOverview {
      failed
      undelivered
      disputed
      dueThisWeek
      myTurn
      waitingForOthers
      provisioning
      done
      putAside
    }
    orderViews {
      ...SavedView
    }
  }
}
    fragment SavedView on OrderView {
  name
  bucket
  status
  text
  sort
}`) as unknown as TypedDocumentString<OrderOverviewQuery, OrderOverviewQueryVariables>;
export const SaveOrderViewDocument = new TypedDocumentString(`
    mutation SaveOrderView($input: SaveOrderViewInput!) {
  saveOrderView(input: $input) {
    orderView {
      ...SavedView
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment SavedView on OrderView {
  name
  bucket
  status
  text
  sort
}`) as unknown as TypedDocumentString<SaveOrderViewMutation, SaveOrderViewMutationVariables>;
export const RemoveOrderViewDocument = new TypedDocumentString(`
    mutation RemoveOrderView($input: RemoveOrderViewInput!) {
  removeOrderView(input: $input) {
    orderView {
      ...SavedView
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment SavedView on OrderView {
  name
  bucket
  status
  text
  sort
}`) as unknown as TypedDocumentString<RemoveOrderViewMutation, RemoveOrderViewMutationVariables>;
export const OrganizationsDocument = new TypedDocumentString(`
    query Organizations {
  viewer {
    organizations {
      ...OrganizationFacts
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}`) as unknown as TypedDocumentString<OrganizationsQuery, OrganizationsQueryVariables>;
export const OrganizationByIdDocument = new TypedDocumentString(`
    query OrganizationById($id: ID!) {
  businessVerticals {
    code
    name
  }
  organization(id: $id) {
    ...OrganizationFacts
    externalId
    createdAt
    administrators
    allowedMutations
    domains {
      name
      state
      verification {
        recordName
        recordValue
        lastCheckedAt
        nextCheckAt
        expiresAt
        finding
        message
      }
    }
    merges {
      duplicateId
      duplicateName
      duplicateExternalId
      mergedAt
      mergedBy
      reason
      undoableUntil
    }
    history {
      id
      at
      actor
      summary
      reason
      correlationId
    }
    sites {
      ...OwnedSite
    }
    locations {
      ...LocationFacts
    }
    orders(first: 20) {
      edges {
        node {
          id
          orderNumber
          companyName
          test
          status
          standing
          allowedMutations
          customerOrganization {
            id
          }
          services {
            id
            kind
            state
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment OwnedSite on Site {
  id
  siteName
  siteUrl
  timeZone
  timeZoneLabel
  earlyRelease
  primary
  state
  change {
    kind
    state
    timeZoneLabel
    message
    correlationId
  }
}`) as unknown as TypedDocumentString<OrganizationByIdQuery, OrganizationByIdQueryVariables>;
export const AddLocationDocument = new TypedDocumentString(`
    mutation AddLocation($input: SaveCallingLocationInput!) {
  addLocation(input: $input) {
    order {
      id
      customerOrganization {
        ...OrganizationFacts
        locations {
          ...LocationFacts
        }
      }
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<AddLocationMutation, AddLocationMutationVariables>;
export const UpdateLocationDocument = new TypedDocumentString(`
    mutation UpdateLocation($input: UpdateLocationInput!) {
  updateLocation(input: $input) {
    order {
      id
      customerOrganization {
        ...OrganizationFacts
        locations {
          ...LocationFacts
        }
      }
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}
fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<UpdateLocationMutation, UpdateLocationMutationVariables>;
export const AddDomainDocument = new TypedDocumentString(`
    mutation AddDomain($input: OrganizationDomainInput!) {
  addDomain(input: $input) {
    organization {
      ...DomainFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DomainFacts on Organization {
  id
  domains {
    name
    state
    verification {
      finding
      message
    }
  }
}`) as unknown as TypedDocumentString<AddDomainMutation, AddDomainMutationVariables>;
export const CheckDomainDocument = new TypedDocumentString(`
    mutation CheckDomain($input: OrganizationDomainInput!) {
  checkDomain(input: $input) {
    organization {
      ...DomainFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DomainFacts on Organization {
  id
  domains {
    name
    state
    verification {
      finding
      message
    }
  }
}`) as unknown as TypedDocumentString<CheckDomainMutation, CheckDomainMutationVariables>;
export const ClaimDomainDocument = new TypedDocumentString(`
    mutation ClaimDomain($input: OrganizationDomainInput!) {
  claimDomain(input: $input) {
    organization {
      ...DomainFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DomainFacts on Organization {
  id
  domains {
    name
    state
    verification {
      finding
      message
    }
  }
}`) as unknown as TypedDocumentString<ClaimDomainMutation, ClaimDomainMutationVariables>;
export const RemoveDomainDocument = new TypedDocumentString(`
    mutation RemoveDomain($input: OrganizationDomainInput!) {
  removeDomain(input: $input) {
    organization {
      ...DomainFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DomainFacts on Organization {
  id
  domains {
    name
    state
    verification {
      finding
      message
    }
  }
}`) as unknown as TypedDocumentString<RemoveDomainMutation, RemoveDomainMutationVariables>;
export const FindOrganizationsDocument = new TypedDocumentString(`
    query FindOrganizations($text: String!) {
  findOrganizations(text: $text) {
    ...OrganizationFacts
    externalId
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}`) as unknown as TypedDocumentString<FindOrganizationsQuery, FindOrganizationsQueryVariables>;
export const PreviewMergeDocument = new TypedDocumentString(`
    mutation PreviewMerge($input: MergeOrganizationsInput!) {
  previewMerge(input: $input) {
    ...MergeFacts
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment MergeFacts on MergePayload {
  survivor {
    id
    displayName
  }
  moves {
    kind
    name
    message
  }
  conflicts {
    kind
    name
    message
  }
  userErrors {
    ...Problem
  }
}`) as unknown as TypedDocumentString<PreviewMergeMutation, PreviewMergeMutationVariables>;
export const MergeOrganizationsDocument = new TypedDocumentString(`
    mutation MergeOrganizations($input: MergeOrganizationsInput!) {
  mergeOrganizations(input: $input) {
    ...MergeFacts
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment MergeFacts on MergePayload {
  survivor {
    id
    displayName
  }
  moves {
    kind
    name
    message
  }
  conflicts {
    kind
    name
    message
  }
  userErrors {
    ...Problem
  }
}`) as unknown as TypedDocumentString<MergeOrganizationsMutation, MergeOrganizationsMutationVariables>;
export const UndoMergeDocument = new TypedDocumentString(`
    mutation UndoMerge($input: UndoMergeInput!) {
  undoMerge(input: $input) {
    ...MergeFacts
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment MergeFacts on MergePayload {
  survivor {
    id
    displayName
  }
  moves {
    kind
    name
    message
  }
  conflicts {
    kind
    name
    message
  }
  userErrors {
    ...Problem
  }
}`) as unknown as TypedDocumentString<UndoMergeMutation, UndoMergeMutationVariables>;
export const AddMeetingSiteDocument = new TypedDocumentString(`
    mutation AddMeetingSite($input: AddMeetingSiteInput!) {
  addMeetingSite(input: $input) {
    site {
      ...OwnedSite
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment OwnedSite on Site {
  id
  siteName
  siteUrl
  timeZone
  timeZoneLabel
  earlyRelease
  primary
  state
  change {
    kind
    state
    timeZoneLabel
    message
    correlationId
  }
}`) as unknown as TypedDocumentString<AddMeetingSiteMutation, AddMeetingSiteMutationVariables>;
export const UpdateMeetingSiteDocument = new TypedDocumentString(`
    mutation UpdateMeetingSite($input: UpdateMeetingSiteInput!) {
  updateMeetingSite(input: $input) {
    site {
      ...OwnedSite
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment OwnedSite on Site {
  id
  siteName
  siteUrl
  timeZone
  timeZoneLabel
  earlyRelease
  primary
  state
  change {
    kind
    state
    timeZoneLabel
    message
    correlationId
  }
}`) as unknown as TypedDocumentString<UpdateMeetingSiteMutation, UpdateMeetingSiteMutationVariables>;
export const RemoveMeetingSiteDocument = new TypedDocumentString(`
    mutation RemoveMeetingSite($input: RemoveMeetingSiteInput!) {
  removeMeetingSite(input: $input) {
    site {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RemoveMeetingSiteMutation, RemoveMeetingSiteMutationVariables>;
export const LicensesToMoveDocument = new TypedDocumentString(`
    query LicensesToMove($id: ID!) {
  order(id: $id) {
    ...LicensesToMove
  }
}
    fragment LicensesToMove on Order {
  id
  orderNumber
  version
  services {
    __typename
    id
    ... on MeetingsService {
      licenses {
        id
        name
        scope
        totalUnits
      }
      sites {
        id
        siteName
        allocations {
          license {
            id
          }
          units
        }
      }
      steps {
        name
        state
        message
      }
    }
  }
}`) as unknown as TypedDocumentString<LicensesToMoveQuery, LicensesToMoveQueryVariables>;
export const MoveLicensesDocument = new TypedDocumentString(`
    mutation MoveLicenses($input: MoveLicensesInput!) {
  moveLicenses(input: $input) {
    order {
      ...LicensesToMove
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment LicensesToMove on Order {
  id
  orderNumber
  version
  services {
    __typename
    id
    ... on MeetingsService {
      licenses {
        id
        name
        scope
        totalUnits
      }
      sites {
        id
        siteName
        allocations {
          license {
            id
          }
          units
        }
      }
      steps {
        name
        state
        message
      }
    }
  }
}`) as unknown as TypedDocumentString<MoveLicensesMutation, MoveLicensesMutationVariables>;
export const ApiAccessDocument = new TypedDocumentString(`
    query ApiAccess($id: ID!) {
  organization(id: $id) {
    id
    displayName
    status
    allowedMutations
    apiTokens {
      ...ApiTokenFacts
    }
  }
}
    fragment ApiTokenFacts on ApiToken {
  id
  name
  prefix
  scopes
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiAccessQuery, ApiAccessQueryVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    apiToken {
      ...ApiTokenFacts
    }
    secret
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment ApiTokenFacts on ApiToken {
  id
  name
  prefix
  scopes
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($input: ApiTokenInput!) {
  revokeApiToken(input: $input) {
    apiToken {
      ...ApiTokenFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment ApiTokenFacts on ApiToken {
  id
  name
  prefix
  scopes
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($id: ID!) {
  organization(id: $id) {
    id
    webhookEndpoints {
      ...WebhookFacts
    }
  }
}
    fragment WebhookFacts on WebhookEndpoint {
  id
  url
  events
  query
  description
  enabled
  disabledReason
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookLogDocument = new TypedDocumentString(`
    query WebhookLog($id: ID!, $first: Int!) {
  node(id: $id) {
    ... on WebhookEndpoint {
      id
      deliveries(first: $first) {
        edges {
          node {
            ...DeliveryFacts
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
}
    fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  createdAt
  nextAttemptAt
  correlationId
  payload
  attempts {
    at
    status
    durationMs
    error
    response
  }
}`) as unknown as TypedDocumentString<WebhookLogQuery, WebhookLogQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: WebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    webhookEndpoint {
      ...WebhookFacts
    }
    secret
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment WebhookFacts on WebhookEndpoint {
  id
  url
  events
  query
  description
  enabled
  disabledReason
}`) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = new TypedDocumentString(`
    mutation UpdateWebhook($input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(input: $input) {
    webhookEndpoint {
      ...WebhookFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment WebhookFacts on WebhookEndpoint {
  id
  url
  events
  query
  description
  enabled
  disabledReason
}`) as unknown as TypedDocumentString<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const RemoveWebhookDocument = new TypedDocumentString(`
    mutation RemoveWebhook($input: WebhookIdInput!) {
  deleteWebhookEndpoint(input: $input) {
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($input: WebhookIdInput!) {
  rotateWebhookSecret(input: $input) {
    webhookEndpoint {
      ...WebhookFacts
    }
    secret
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment WebhookFacts on WebhookEndpoint {
  id
  url
  events
  query
  description
  enabled
  disabledReason
}`) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const SendTestWebhookDocument = new TypedDocumentString(`
    mutation SendTestWebhook($input: WebhookIdInput!) {
  sendTestWebhook(input: $input) {
    delivery {
      ...DeliveryFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  createdAt
  nextAttemptAt
  correlationId
  payload
  attempts {
    at
    status
    durationMs
    error
    response
  }
}`) as unknown as TypedDocumentString<SendTestWebhookMutation, SendTestWebhookMutationVariables>;
export const RetryWebhookDeliveryDocument = new TypedDocumentString(`
    mutation RetryWebhookDelivery($input: WebhookDeliveryIdInput!) {
  retryWebhookDelivery(input: $input) {
    delivery {
      ...DeliveryFacts
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment DeliveryFacts on WebhookDelivery {
  id
  event
  state
  createdAt
  nextAttemptAt
  correlationId
  payload
  attempts {
    at
    status
    durationMs
    error
    response
  }
}`) as unknown as TypedDocumentString<RetryWebhookDeliveryMutation, RetryWebhookDeliveryMutationVariables>;
export const OwnRemindersDocument = new TypedDocumentString(`
    query OwnReminders {
  viewer {
    reminderChoice {
      ...ReminderChoice
    }
  }
}
    fragment ReminderChoice on ReminderChoice {
  email
  rhythm
}`) as unknown as TypedDocumentString<OwnRemindersQuery, OwnRemindersQueryVariables>;
export const RemindersOfLinkDocument = new TypedDocumentString(`
    query RemindersOfLink($token: String!) {
  reminderChoice(token: $token) {
    ...ReminderChoice
  }
}
    fragment ReminderChoice on ReminderChoice {
  email
  rhythm
}`) as unknown as TypedDocumentString<RemindersOfLinkQuery, RemindersOfLinkQueryVariables>;
export const ChooseRemindersDocument = new TypedDocumentString(`
    mutation ChooseReminders($input: ChooseRemindersInput!) {
  chooseReminders(input: $input) {
    reminderChoice {
      ...ReminderChoice
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}
fragment ReminderChoice on ReminderChoice {
  email
  rhythm
}`) as unknown as TypedDocumentString<ChooseRemindersMutation, ChooseRemindersMutationVariables>;
export const ServiceSettingsDocument = new TypedDocumentString(`
    query ServiceSettings {
  viewer {
    organizations {
      id
      displayName
      sites {
        id
        siteUrl
        timeZone
        timeZoneLabel
        earlyRelease
        primary
        state
      }
      locations {
        ...LocationFacts
      }
    }
  }
}
    fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}`) as unknown as TypedDocumentString<ServiceSettingsQuery, ServiceSettingsQueryVariables>;
export const SetupLinkDocument = new TypedDocumentString(`
    query SetupLink($token: String!) {
  setupLink(token: $token) {
    ...SetupLinkFacts
  }
}
    fragment SetupLinkFacts on SetupLink {
  purpose
  state
  answer
  answeredAt
  answeredBy
  orderId
  orderNumber
  offer
  organizationName
  partnerName
  contactEmail
  requestedBy
  expiresAt
}`) as unknown as TypedDocumentString<SetupLinkQuery, SetupLinkQueryVariables>;
export const OpenSetupLinkDocument = new TypedDocumentString(`
    mutation OpenSetupLink($input: OpenSetupLinkInput!) {
  openSetupLink(input: $input) {
    order {
      id
      nextStep
      viewerRole
      allowedMutations
      customerSetsUpServices
      administratorRequest {
        id
      }
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<OpenSetupLinkMutation, OpenSetupLinkMutationVariables>;
export const RequestNewSetupLinkDocument = new TypedDocumentString(`
    mutation RequestNewSetupLink($input: OpenSetupLinkInput!) {
  requestNewSetupLink(input: $input) {
    accepted
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RequestNewSetupLinkMutation, RequestNewSetupLinkMutationVariables>;
export const LostMailSellersDocument = new TypedDocumentString(`
    query LostMailSellers {
  viewer {
    orders(first: 20) {
      edges {
        node {
          id
          orderNumber
          viewerRole
          seller {
            name
            contactEmail
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LostMailSellersQuery, LostMailSellersQueryVariables>;
export const RequestSignInDocument = new TypedDocumentString(`
    mutation RequestSignIn($input: EmailInput!) {
  requestSignIn(input: $input) {
    accepted
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RequestSignInMutation, RequestSignInMutationVariables>;
export const SignInByLinkDocument = new TypedDocumentString(`
    mutation SignInByLink($input: SignInByLinkInput!) {
  signInByLink(input: $input) {
    viewer {
      email
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SignInByLinkMutation, SignInByLinkMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      email
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  __typename
  code
  message
  field
  ... on VersionConflict {
    currentVersion
    changedBy
    changedAt
    changedFields
  }
  ... on SiteNameTaken {
    suggestions
  }
  ... on StepRefused {
    nextStep
  }
  ... on LinkRefused {
    at
    handedTo
    newerLink
    orderStatus
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const WaitingOrdersDocument = new TypedDocumentString(`
    query WaitingOrders {
  waiting: orders(first: 0, filter: {myTurn: true}) {
    totalCount
  }
  failed: orders(
    first: 5
    filter: {myTurn: true, provisioningStatus: [CANNOT_PROVISION]}
    sort: UPDATED_NEWEST
  ) {
    ...WaitingOrders
  }
  due: orders(
    first: 5
    filter: {myTurn: true, status: [AWAITING_CONTACT, FINDING_ORGANIZATIONS]}
    sort: DEADLINE_FIRST
  ) {
    ...WaitingOrders
  }
  begun: orders(
    first: 5
    filter: {myTurn: true, status: [FINDING_ORGANIZATIONS, MAPPED, SETTING_UP]}
    sort: UPDATED_NEWEST
  ) {
    ...WaitingOrders
  }
  fresh: orders(
    first: 5
    filter: {myTurn: true, status: [AWAITING_CONTACT]}
    sort: PLACED_NEWEST
  ) {
    ...WaitingOrders
  }
  others: orders(first: 10, filter: {myTurn: false}, sort: UPDATED_NEWEST) {
    edges {
      node {
        ...OrderRow
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment OrderRow on Order {
  id
  orderNumber
  companyName
  test
  status
  standing
  deadline
  updatedAt
  undeliveredTo
  viewerRole
  waitingFor {
    role
    email
    since
  }
  services {
    id
    kind
    state
  }
}
fragment WaitingOrder on Order {
  id
  orderNumber
  companyName
  test
  status
  deadline
  updatedAt
  nextStep
  undeliveredTo
  allowedMutations
  requirements {
    currentlyDue {
      step
      mutation
      field
      service {
        id
      }
    }
  }
  waitingFor {
    since
  }
  services {
    id
    kind
    state
    failure
    correlationId
    nextStep
    savedAt
  }
}
fragment WaitingOrders on OrderConnection {
  edges {
    node {
      ...WaitingOrder
    }
  }
}`) as unknown as TypedDocumentString<WaitingOrdersQuery, WaitingOrdersQueryVariables>;
export const TriageDocument = new TypedDocumentString(`
    query Triage($kind: SupportNeedKind, $after: String) {
  supportNeeds(kind: $kind, first: 10, after: $after) {
    edges {
      node {
        kind
        since
        until
        mutation
        order {
          id
          orderNumber
          companyName
          undeliveredTo
          services {
            kind
            state
            failure
            correlationId
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    counts {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<TriageQuery, TriageQueryVariables>;
export const ExistingLocationsDocument = new TypedDocumentString(`
    query ExistingLocations($id: ID!) {
  order(id: $id) {
    services {
      ... on CallingService {
        existingLocations {
          ...LocationFacts
        }
      }
    }
  }
}
    fragment LocationFacts on Location {
  id
  name
  timeZone
  timeZoneLabel
  preferredLanguage
  announcementLanguage
  default
  existingLocationId
  state
  failure
  address {
    address1
    address2
    city
    state
    postalCode
    country
  }
}`) as unknown as TypedDocumentString<ExistingLocationsQuery, ExistingLocationsQueryVariables>;
export const LocationLanguagesDocument = new TypedDocumentString(`
    query LocationLanguages {
  languages {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<LocationLanguagesQuery, LocationLanguagesQueryVariables>;
export const SiteNameProposalsDocument = new TypedDocumentString(`
    query SiteNameProposals($serviceId: ID!) {
  siteNameProposals(serviceId: $serviceId)
}
    `) as unknown as TypedDocumentString<SiteNameProposalsQuery, SiteNameProposalsQueryVariables>;
export const SiteNameDocument = new TypedDocumentString(`
    query SiteName($siteName: String!, $serviceId: ID!) {
  siteNameAvailability(siteName: $siteName, serviceId: $serviceId) {
    siteName
    available
    reason
    suggestions
  }
}
    `) as unknown as TypedDocumentString<SiteNameQuery, SiteNameQueryVariables>;
export const ExistingSitesDocument = new TypedDocumentString(`
    query ExistingSites($id: ID!) {
  order(id: $id) {
    services {
      ... on MeetingsService {
        existingSites {
          id
          siteName
          timeZone
          timeZoneLabel
          earlyRelease
          primary
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExistingSitesQuery, ExistingSitesQueryVariables>;
export const OrganizationMatchDocument = new TypedDocumentString(`
    query OrganizationMatch($orderId: ID!, $slot: OrganizationType!) {
  order(id: $orderId) {
    id
    organizationMatch(slot: $slot) {
      outcome
      message
      basedOn
      reason
      reasonMessage
      organization {
        ...Candidate
      }
      candidates {
        ...Candidate
      }
      candidatesLeftOut
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment Candidate on OrganizationCandidate {
  recommended
  basis
  flags
  evidence {
    code
    message
  }
  organization {
    ...OrganizationFacts
  }
}`) as unknown as TypedDocumentString<OrganizationMatchQuery, OrganizationMatchQueryVariables>;
export const SearchOrganizationsDocument = new TypedDocumentString(`
    query SearchOrganizations($orderId: ID!, $slot: OrganizationType!, $domain: String!, $after: String) {
  searchOrganizations(
    orderId: $orderId
    slot: $slot
    domain: $domain
    after: $after
  ) {
    basedOn
    reason
    message
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...Candidate
      }
    }
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment Candidate on OrganizationCandidate {
  recommended
  basis
  flags
  evidence {
    code
    message
  }
  organization {
    ...OrganizationFacts
  }
}`) as unknown as TypedDocumentString<SearchOrganizationsQuery, SearchOrganizationsQueryVariables>;
export const OrganizationChoicesDocument = new TypedDocumentString(`
    query OrganizationChoices {
  countries {
    ...CountryChoice
  }
  businessVerticals {
    code
    name
  }
}
    fragment CountryChoice on Country {
  code
  name
  searchNames
}`) as unknown as TypedDocumentString<OrganizationChoicesQuery, OrganizationChoicesQueryVariables>;
export const PossibleDuplicatesDocument = new TypedDocumentString(`
    query PossibleDuplicates($orderId: ID!, $slot: OrganizationType!, $companyName: String!, $country: String!) {
  possibleDuplicates(
    orderId: $orderId
    slot: $slot
    companyName: $companyName
    country: $country
  ) {
    ...Candidate
  }
}
    fragment OrganizationFacts on Organization {
  __typename
  id
  displayName
  types
  country
  businessVertical
  status
  activeUsers
  latestActivityAt
  viewerRole
  domains {
    name
    state
  }
}
fragment Candidate on OrganizationCandidate {
  recommended
  basis
  flags
  evidence {
    code
    message
  }
  organization {
    ...OrganizationFacts
  }
}`) as unknown as TypedDocumentString<PossibleDuplicatesQuery, PossibleDuplicatesQueryVariables>;
export const TimeZonesDocument = new TypedDocumentString(`
    query TimeZones {
  timeZones {
    ...ZoneChoice
  }
}
    fragment ZoneChoice on TimeZone {
  name
  label
  offset
  searchNames
  prominence
}`) as unknown as TypedDocumentString<TimeZonesQuery, TimeZonesQueryVariables>;
export const KeepTypedStepDocument = new TypedDocumentString(`
    mutation KeepTypedStep($input: KeepTypedStepInput!) {
  keepTypedStep(input: $input) {
    typedStep {
      revision
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KeepTypedStepMutation, KeepTypedStepMutationVariables>;
export const DiscardTypedStepDocument = new TypedDocumentString(`
    mutation DiscardTypedStep($input: DiscardTypedStepInput!) {
  discardTypedStep(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DiscardTypedStepMutation, DiscardTypedStepMutationVariables>;