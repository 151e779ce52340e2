/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AdministratorRequestState =
  | 'APPROVED'
  | 'DENIED'
  | 'EXPIRED'
  | 'PENDING';

export type AdministratorRole =
  | 'FULL_ADMINISTRATOR'
  | 'PROVISIONING_ADMINISTRATOR';

export type Audience =
  | 'CUSTOMER'
  | 'OWN_COMPANY';

export type DomainState =
  | 'CLAIMED'
  | 'PENDING'
  | 'VERIFIED';

export type EmailInput = {
  email: string;
};

export type LicenseScope =
  | 'ORGANIZATION_WIDE'
  | 'PER_SITE';

export type OpenSetupLinkInput = {
  code?: string | null | undefined;
  token: string;
};

export type OrderRole =
  | 'CUSTOMER_ADMINISTRATOR'
  | 'FORMER_CONTACT'
  | 'PARTNER_ADMINISTRATOR'
  | 'PROVISIONING_ADMINISTRATOR'
  | 'PROVISIONING_CONTACT'
  | 'SELLER'
  | 'SUPPORT';

export type OrderStatus =
  | 'AWAITING_CONTACT'
  | 'CANCELLED'
  | 'CLOSED'
  | 'COMPLETED'
  | 'FINDING_ORGANIZATIONS'
  | 'MAPPED'
  | 'SCHEDULED'
  | 'SETTING_UP';

export type OrganizationStatus =
  | 'ACTIVE'
  | 'PROVISIONAL'
  | 'SUSPENDED';

export type OrganizationType =
  | 'CUSTOMER'
  | 'PARTNER';

export type ProvisioningStatus =
  | 'AWAITING_PROVISIONING_DETAILS'
  | 'CANNOT_PROVISION'
  | 'PROVISIONED'
  | 'PROVISIONING';

export type ServiceKind =
  | 'CALLING'
  | 'MEETINGS'
  | 'MESSAGING';

export type ServiceState =
  | 'DEFERRED'
  | 'DRAFT'
  | 'FAILED'
  | 'NOT_STARTED'
  | 'PROVISIONED'
  | 'PROVISIONING'
  | 'READY_FOR_REVIEW';

export type SignInInput = {
  code: string;
  email: string;
};

export type UserErrorCode =
  | 'CODE_INVALID'
  | 'CODE_REQUIRED'
  | 'DISPUTED'
  | 'EXPIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID'
  | 'LICENSE_SUM_MISMATCH'
  | 'LINK_HANDED_OVER'
  | 'LINK_REPLACED'
  | 'LINK_UNKNOWN'
  | 'LOCATION_NAME_TAKEN'
  | 'MAPPING_INCOMPLETE'
  | 'NOT_ELIGIBLE'
  | 'ORDER_CLOSED'
  | 'ORDER_CONFLICT'
  | 'REQUIRED'
  | 'SAME_ADDRESS'
  | 'SITE_NAME_RESERVED'
  | 'SITE_NAME_TAKEN'
  | 'STEP_NOT_ALLOWED'
  | 'TOO_LONG'
  | 'TOO_MANY_ATTEMPTS'
  | 'VERSION_CONFLICT';

export type WizardStep =
  | 'AUDIENCE'
  | 'CALLING_LOCATION'
  | 'CALLING_REVIEW'
  | 'CUSTOMER_ORGANIZATION'
  | 'DONE'
  | 'MEETINGS_LICENSES'
  | 'MEETINGS_REVIEW'
  | 'MEETINGS_SITES'
  | 'PARTNER_ORGANIZATION'
  | 'REVIEW_ORGANIZATIONS'
  | 'SERVICES'
  | 'START';

export type SignOutMutationVariables = Exact<{
  everywhere?: boolean | null | undefined;
}>;


export type SignOutMutation = { signOut: { userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type OrganizationFactsFragment = { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> };

export type LocationFactsFragment = { id: string, name: string, timeZone: string, preferredLanguage: string, announcementLanguage: string, default: boolean, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } };

type WizardService_CallingService_Fragment = { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, location: { id: string, name: string, timeZone: string, preferredLanguage: string, announcementLanguage: string, default: boolean, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> };

type WizardService_IncludedService_Fragment = { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> };

type WizardService_MeetingsService_Fragment = { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, earlyRelease: boolean, primary: boolean, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> };

export type WizardServiceFragment =
  | WizardService_CallingService_Fragment
  | WizardService_IncludedService_Fragment
  | WizardService_MeetingsService_Fragment
;

export type WizardOrderFragment = { __typename: 'Order', id: string, orderNumber: string, companyName: string, customerDomain: string | null, provisioningContactEmail: string, status: OrderStatus, provisioningStatus: ProvisioningStatus, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedAt: string, expiresAt: string } | null, requirements: { errors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > }, services: Array<
    | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, location: { id: string, name: string, timeZone: string, preferredLanguage: string, announcementLanguage: string, default: boolean, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
    | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
    | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, earlyRelease: boolean, primary: boolean, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
  > };

export type WizardOrderByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type WizardOrderByIdQuery = { order: { __typename: 'Order', id: string, orderNumber: string, companyName: string, customerDomain: string | null, provisioningContactEmail: string, status: OrderStatus, provisioningStatus: ProvisioningStatus, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedAt: string, expiresAt: string } | null, requirements: { errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, location: { id: string, name: string, timeZone: string, preferredLanguage: string, announcementLanguage: string, default: boolean, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, earlyRelease: boolean, primary: boolean, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
    > } | null };

export type WizardOrderChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WizardOrderChangedSubscription = { orderChanged: { __typename: 'Order', id: string, orderNumber: string, companyName: string, customerDomain: string | null, provisioningContactEmail: string, status: OrderStatus, provisioningStatus: ProvisioningStatus, version: number, updatedAt: string, deadline: string | null, audience: Audience | null, viewerRole: OrderRole | null, partnerRole: AdministratorRole | null, allowedMutations: Array<string>, nextStep: WizardStep, summaryUrl: string | null, customerSetsUpServices: boolean, seller: { name: string, contactEmail: string | null }, subscription: { offer: string, termMonths: number, licenses: Array<{ id: string, name: string, service: ServiceKind, scope: LicenseScope, totalUnits: number }> } | null, partnerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, customerOrganization: { __typename: 'Organization', id: string, displayName: string, types: Array<OrganizationType>, country: string, businessVertical: string | null, status: OrganizationStatus, activeUsers: number, latestActivityAt: string | null, viewerRole: AdministratorRole | null, domains: Array<{ name: string, state: DomainState }> } | null, delegation: { delegateEmail: string, since: string, canTakeBack: boolean } | null, dispute: { at: string, by: string, reason: string | null, open: boolean, upheld: boolean | null } | null, administratorRequest: { id: string, state: AdministratorRequestState, requestedAt: string, expiresAt: string } | null, requirements: { errors: Array<
        | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
        | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
        | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      > }, services: Array<
      | { __typename: 'CallingService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, location: { id: string, name: string, timeZone: string, preferredLanguage: string, announcementLanguage: string, default: boolean, state: ServiceState, failure: string | null, address: { address1: string, address2: string | null, city: string | null, state: string | null, postalCode: string | null, country: string } } | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
      | { __typename: 'IncludedService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
      | { __typename: 'MeetingsService', id: string, kind: ServiceKind, state: ServiceState, progress: number, failure: string | null, nextStep: WizardStep | null, savedAt: string | null, savedBy: string | null, submittedAt: string | null, licenses: Array<{ id: string, name: string, scope: LicenseScope, totalUnits: number }>, sites: Array<{ id: string, siteName: string, siteUrl: string, timeZone: string, earlyRelease: boolean, primary: boolean, state: ServiceState, allocations: Array<{ units: number, license: { id: string, name: string } }> }>, steps: Array<{ name: string, state: ServiceState, attempts: number, message: string | null, startedAt: string | null, finishedAt: string | null }> }
    > } };

type Problem_InvalidInput_Fragment = { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> };

type Problem_LinkRefused_Fragment = { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null };

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


export type ViewerQuery = { viewer: { email: string, roles: Array<string>, scopes: Array<string>, language: string, sessionExpiresAt: string | null, organizations: Array<{ id: string, displayName: string }>, administratorRequests: Array<{ id: string, requestedBy: string, requestedAt: string, expiresAt: string, organization: { id: string, displayName: string }, order: { id: string, orderNumber: string, companyName: string } }> } | null };

export type OpenSetupLinkMutationVariables = Exact<{
  input: OpenSetupLinkInput;
}>;


export type OpenSetupLinkMutation = { openSetupLink: { order: { id: string, nextStep: WizardStep } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type RequestNewSetupLinkMutationVariables = Exact<{
  input: OpenSetupLinkInput;
}>;


export type RequestNewSetupLinkMutation = { requestNewSetupLink: { accepted: boolean, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type LostMailSellersQueryVariables = Exact<{ [key: string]: never; }>;


export type LostMailSellersQuery = { viewer: { orders: { edges: Array<{ node: { id: string, orderNumber: string, seller: { name: string, contactEmail: string | null } } }> } } | null };

export type RequestSignInMutationVariables = Exact<{
  input: EmailInput;
}>;


export type RequestSignInMutation = { requestSignIn: { accepted: boolean, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { email: string } | null, userErrors: Array<
      | { __typename: 'InvalidInput', code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'LinkRefused', at: string | null, handedTo: string | null, code: UserErrorCode, message: string, field: Array<string>, seller: { name: string, contactEmail: string | null } | null }
      | { __typename: 'SiteNameTaken', suggestions: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'StepRefused', nextStep: WizardStep | null, code: UserErrorCode, message: string, field: Array<string> }
      | { __typename: 'VersionConflict', currentVersion: number, changedBy: string, changedAt: string, changedFields: Array<string>, code: UserErrorCode, message: string, field: Array<string> }
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
  preferredLanguage
  announcementLanguage
  default
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
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
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
      earlyRelease
      primary
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
  preferredLanguage
  announcementLanguage
  default
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
  customerDomain
  provisioningContactEmail
  status
  provisioningStatus
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
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
  }
  administratorRequest {
    id
    state
    requestedAt
    expiresAt
  }
  requirements {
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
  preferredLanguage
  announcementLanguage
  default
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
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
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
      earlyRelease
      primary
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
    seller {
      name
      contactEmail
    }
  }
}`, {"fragmentName":"WizardOrder"}) as unknown as TypedDocumentString<WizardOrderFragment, unknown>;
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
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const WizardOrderByIdDocument = new TypedDocumentString(`
    query WizardOrderById($id: ID!) {
  order(id: $id) {
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
  preferredLanguage
  announcementLanguage
  default
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
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
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
      earlyRelease
      primary
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
  customerDomain
  provisioningContactEmail
  status
  provisioningStatus
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
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
  }
  administratorRequest {
    id
    state
    requestedAt
    expiresAt
  }
  requirements {
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
  preferredLanguage
  announcementLanguage
  default
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
  steps {
    name
    state
    attempts
    message
    startedAt
    finishedAt
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
      earlyRelease
      primary
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
  customerDomain
  provisioningContactEmail
  status
  provisioningStatus
  version
  updatedAt
  deadline
  audience
  viewerRole
  partnerRole
  allowedMutations
  nextStep
  summaryUrl
  customerSetsUpServices
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
  }
  administratorRequest {
    id
    state
    requestedAt
    expiresAt
  }
  requirements {
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
    sessionExpiresAt
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
export const OpenSetupLinkDocument = new TypedDocumentString(`
    mutation OpenSetupLink($input: OpenSetupLinkInput!) {
  openSetupLink(input: $input) {
    order {
      id
      nextStep
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
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<RequestSignInMutation, RequestSignInMutationVariables>;
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
    seller {
      name
      contactEmail
    }
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;