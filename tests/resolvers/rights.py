"""The matrix of rights, after the table of the specification: who sees which field, who may call which mutation."""

# Every field of every object type, and how much of it who may read. "address": masked for former contacts, salespeople
# and support; "inside": null or empty for former contacts and salespeople; "mails": the same for former contacts only;
# "known": addresses in full only where the order shows them anyway;
# "members": empty unless the caller belongs to the organization; "admins": null unless they fully administer it;
# "support": the same, or support; "kept": for its own full administrators, whoever has the token, and support;
# "side": the contact's side only; "own": one's own; "open": to whoever sees the object; "free": nobody's secret.
_FIELDS = """
Address inside: address1 address2 city state postalCode country
AddressField free: name label required options optionLabels optionSearchNames optionsOnly
AddressFormat free: country fields
AdministratorRequest inside: id order organization requestedAt expiresAt state
AdministratorRequest address: requestedBy
Batch own: id act email reason until createdAt finishedAt stopped total done refused waiting resultUrl rows
Batch own: correlationId
ApiToken kept: id name prefix scopes createdAt expiresAt lastUsedAt revokedAt organization
ApiToken address: createdBy
ApiTokenPayload kept: apiToken secret userErrors
BatchPayload own: batch userErrors
BatchPreviewPayload own: rows userErrors
BatchPreviewRow own: orderId orderNumber companyName code message
BatchRow own: orderId orderNumber companyName state code message at
BatchRowConnection own: edges pageInfo
BatchRowEdge own: node cursor
BusinessVertical free: code name
CallingService inside: id kind state progress steps plan failure nextStep savedAt submittedAt location locations
CallingService inside: existingLocations correlationId
CallingService address: savedBy delegate
City free: name foundBy people timeZone
Country free: code name searchNames
Delegation open: since canTakeBack
Delegation address: delegateEmail
Dispute inside: at reason open upheld decidedAt endsSetup
Dispute address: by
EmailMessage mails: id kind state attempts tries queuedAt sentAt correlationId
EmailMessage own: text links
EmailTry mails: at
EmailTry known: reply
EmailMessage known: to subject lastReply
DomainPayload inside: organization userErrors
DomainVerification admins: recordName recordValue lastCheckedAt nextCheckAt expiresAt finding message
Evidence side: code domain count days message
FollowUp inside: kind done
Finding own: code severity message field
FieldChange open: field
FieldChange address: before after
IncludedService inside: id kind state progress steps plan failure nextStep savedAt submittedAt correlationId
IncludedService address: savedBy delegate
InvalidInput open: code message field
Language free: code name
License inside: id name service scope totalUnits
LicenseAllocation inside: license units
LinkRefused free: code message field at seller orderStatus newerLink
LinkRefused address: handedTo
Location inside: id name timeZone timeZoneLabel preferredLanguage announcementLanguage address default state failure
Location inside: existingLocationId
MergeMove free: kind name message
MergePayload free: survivor moves conflicts userErrors
MeetingsService inside: id kind state progress steps plan failure nextStep savedAt submittedAt sites licenses
MeetingsService inside: existingSites correlationId
MeetingsService address: savedBy delegate
Order open: id orderNumber externalId companyName country customerDomain seller placedAt updatedAt requestedStartDate
Order open: test deadline status provisioningStatus standing version audience viewerRole waitingFor nextStep delegation
Order open: customerSetsUpServices needsCustomerAdminEmail allowedMutations requirements timeline
Order mails: undeliveredSince undeliveredTo people emails
Order address: provisioningContactEmail
Order inside: partnerOrganization customerOrganization partnerRole subscription dispute summaryUrl services
Order inside: administratorRequest customerAdminEmail followUps access
Order own: typedSteps
OrderAccess address: who
OrderAccess inside: message
Order side: organizationMatch
Order own: viewedAs
OrderCheck own: userErrors findings partner customer
OrderConnection open: edges pageInfo totalCount
OrderEdge open: node cursor
OrderEvent open: id at kind correlationId
OrderEvent address: actor summary reason changes
OrderEventConnection open: edges pageInfo
FoundEventConnection open: edges pageInfo
FoundEventConnection address: actors
OrderEventEdge open: node cursor
OrderView own: name bucket status text sort
OrderViewPayload own: orderView userErrors
OrderOverview own: failed undelivered disputed dueThisWeek myTurn waitingForOthers provisioning done putAside
OrderPayload open: order userErrors
OrderPerson mails: role since
OrderPerson address: email
Organization inside: id externalId displayName types country businessVertical domains activeUsers latestActivityAt
Organization inside: createdAt status viewerRole orders
Organization admins: merges
Organization admins: webhookEndpoints
Organization support: history
Organization open: allowedMutations
Organization kept: apiTokens partnerAccess
Organization members: endedAccess
Organization members: administrators sites locations
MailDomain free: domain kind source reason decidedBy decidedAt
MailDomainPayload free: mailDomain userErrors
OrganizationCandidate side: organization basis recommended flags evidence
OrganizationCandidateConnection side: edges pageInfo basedOn reason message
OrganizationCandidateEdge side: node cursor
OrganizationDomain inside: name state
OrganizationDomain admins: verification
OrganizationEvent support: id at kind correlationId
OrganizationEvent address: actor summary reason
OrganizationMerge admins: duplicateId duplicateName duplicateExternalId mergedAt mergedBy reason undoableUntil
OrganizationMatch side: outcome message basedOn reason organization candidates candidatesLeftOut reasonMessage
PartnerAccess own: right since endedAt programs partnerId partnerName customerId customerName people orders request
PartnerAccessOrder own: id orderNumber companyName right since waitsForPartner
PartnerAccessPayload own: organization userErrors
PartnerAccessPerson own: right since orderIds
PartnerAccessPerson address: email
PartnerAccessRequest own: id requestedAt expiresAt reason state
PartnerAccessRequest address: requestedBy
PageInfo open: hasNextPage hasPreviousPage startCursor endCursor
PlaceOrdersPayload own: results
PlannedStep inside: kind irreversible
PlannedStep address: subject message
ProvisioningStep inside: name state attempts message startedAt finishedAt
RequestPayload free: accepted userErrors
ReminderChoice own: email rhythm
ReminderChoicePayload own: reminderChoice userErrors
Requirement inside: step field mutation message service
Requirements open: currentlyDue eventuallyDue deadline errors
Seller open: name
Seller address: contactEmail
SessionPayload own: viewer order userErrors
SetupLink free: purpose state answer answeredAt orderId
SetupLink own: answeredBy orderNumber offer organizationName partnerName contactEmail requestedBy expiresAt
SiteChange admins: kind state timeZone timeZoneLabel message requestedAt finishedAt correlationId
SitePayload inside: site userErrors
Site admins: change
Site inside: id siteName siteUrl timeZone timeZoneLabel earlyRelease primary state allocations existingSiteId
SiteNameAvailability free: siteName available reason suggestions
SiteNameTaken free: code message field suggestions
StepRefused open: code message field nextStep
Subscription inside: id subscriptionNumber offer termMonths startDate endDate licenses
TimeZone free: name label offset country searchNames prominence
Turn open: role since
TypedStep own: step entries version revision typedAt savedBy savedAt
TypedStepPayload own: typedStep userErrors
Turn address: email
VersionConflict open: code field currentVersion changedAt changedFields
VersionConflict address: changedBy message
Viewer own: email roles scopes language sessionExpiresAt onlyOrderId organizations orders administratorRequests
Viewer own: orderOverview orderViews batches webhookEndpoints apiTokens viewedAs reminderChoice
SupportNeed own: kind order since until mutation
SupportNeedConnection own: edges pageInfo counts
SupportNeedCount own: kind count
SupportNeedEdge own: node cursor
ViewAs own: id orderId orderNumber email reason since until
WebhookAttempt own: at status durationMs error response
WebhookDelivery own: id event state payload createdAt nextAttemptAt attempts correlationId
WebhookDeliveryConnection own: edges pageInfo
WebhookDeliveryEdge own: node cursor
WebhookDeliveryPayload own: delivery userErrors
WebhookEndpoint own: id url events query description enabled disabledReason createdAt deliveries
WebhookEndpointPayload own: webhookEndpoint secret userErrors
"""
FIELDS = {
    f"{head.split()[0]}.{name}": head.split()[1]
    for head, _, names in (line.partition(":") for line in _FIELDS.strip().splitlines())
    for name in names.split()
}

WITHOUT_ORDER = {
    "placeOrder",
    "placeOrders",
    "openSetupLink",
    "requestNewSetupLink",
    "requestSignIn",
    "signIn",
    "signInByLink",
    "signOut",
}
OF_PARTNER = {"partner", "partner's program", "partner's reader"}  # an administrator, and their organization's tokens
OF_CUSTOMER = {"customer", "customer's program"}
_PARTNER = {"partner", "partner's program"}
_WORKERS = {"contact", *_PARTNER, "provisioner", *OF_CUSTOMER}
_ONE_SERVICE = {*_WORKERS, "delegate"}
_PARTNERS = {"contact", *_PARTNER, "provisioner"}
_SUPPORT = {"support", "support's program"}
MUTATIONS: dict[str, set[str]] = {
    "cancelOrder": {"seller", *_SUPPORT},
    "rescheduleOrder": {"seller"},
    "reopenOrder": {"seller"},
    "advanceTestOrder": {"seller"},
    "changeProvisioningContact": {"seller", "salesperson", *_PARTNER, *_SUPPORT},
    "resendSetupEmail": {"seller", "salesperson", *_PARTNER, *_SUPPORT},
    "chooseAudience": {"contact", *_PARTNER},
    "delegateOrder": {"contact"},
    "takeBackOrder": {"former"},
    "chooseOrganization": {"contact", *_PARTNER},
    "createOrganization": {"contact", *_PARTNER},
    "confirmOrganizations": {"contact", *_PARTNER},
    "undoMapping": {*_PARTNERS, *_SUPPORT},
    "handOverToCustomer": _PARTNERS,
    "takeBackServiceSetup": _PARTNERS,
    "disputeMapping": OF_CUSTOMER,
    "resolveDispute": _SUPPORT,
    "setUpNow": _ONE_SERVICE,
    "setUpLater": _ONE_SERVICE,
    "saveMeetingSites": _ONE_SERVICE,
    "distributeLicenses": _ONE_SERVICE,
    "saveCallingLocation": _ONE_SERVICE,
    "submitService": _ONE_SERVICE,
    "retryService": {*_ONE_SERVICE, *_SUPPORT},
    "delegateService": _WORKERS,
    "takeBackService": _WORKERS,
    "moveLicenses": OF_CUSTOMER,  # and the partner, with full rights
    "addLocation": _WORKERS,
    "updateLocation": _WORKERS,
    "requestFullAdministrator": _PARTNERS,
    "decideAdministratorRequest": OF_CUSTOMER,
    "tickFollowUp": _WORKERS,
}
# Mutations of an organization's domains, tested beside them.
OF_DOMAINS = {"addDomain", "checkDomain", "claimDomain", "removeDomain"}
# Mutations of an organization's sites, tested beside them.
OF_SITES = {"addMeetingSite", "updateMeetingSite", "removeMeetingSite"}
# Mutations of webhooks, tested beside them.
OF_WEBHOOKS = {
    *("createWebhookEndpoint", "updateWebhookEndpoint", "deleteWebhookEndpoint", "rotateWebhookSecret"),
    *("sendTestWebhook", "retryWebhookDelivery"),
}
# Mutations of an organization's API tokens, tested beside them.
OF_TOKENS = {"createApiToken", "revokeApiToken"}
# Mutations of who has access, tested beside them.
OF_ACCESS = {"endPartnerAccess", "requestPartnerAccess", "decidePartnerAccessRequest"}
# Support’s mutations of organizations and mail domains, tested beside them.
OF_MERGES = {"previewMerge", "mergeOrganizations", "undoMerge", "setMailDomain"}
# One act on many orders, each by its own rule, tested beside them.
OF_BATCHES = {"previewBatch", "startBatch", "stopBatch"}
# A person's own views of the list, tested beside them.
OF_VIEWS = {"saveOrderView", "removeOrderView"}
# How often one is reminded, tested beside it.
OF_REMINDERS = {"chooseReminders"}
# What a person types before they save it, tested beside them.
OF_TYPING = {"keepTypedStep", "discardTypedStep"}
# What a partner may do only on orders that name their organization: elsewhere they come in once it is mapped.
IF_NAMED = {
    *("changeProvisioningContact", "resendSetupEmail", "chooseAudience"),
    *("chooseOrganization", "createOrganization", "confirmOrganizations"),
}
ALWAYS = {"seller", "reader", "salesperson", "contact", "former", *_SUPPORT}  # who sees the order in every stage
ONCE_MAPPED = {*OF_PARTNER, "provisioner", *OF_CUSTOMER}
STATUS_ONLY = {"former", "salesperson"}
# What a salesperson reads of a timeline, beside their own acts.
OF_SALE = {
    *("order_placed", "order_started", "order_rescheduled", "order_cancelled", "order_reopened", "order_closed"),
    *("order_completed", "contact_changed", "order_taken_back", "setup_mail_resent", "reminded", "customer_reminded"),
    *("mail_sent", "mail_deferred", "mail_failed", "mail_gathered", "reminder_dropped"),
}
PARTLY = {*STATUS_ONLY, "delegate"}
MASKED = {*PARTLY, *_SUPPORT}
# What an order hides from the delegate of one of its services, beside the other services.
NOT_OF_ONE_SERVICE = {
    f"Order.{name}"
    for name in (
        *("partnerOrganization", "customerOrganization", "partnerRole", "subscription", "dispute", "summaryUrl"),
        *("administratorRequest", "customerAdminEmail", "undeliveredTo", "undeliveredSince", "people", "emails"),
        *("delegation", "organizationMatch", "followUps", "access"),
    )
}
