"""The tables. Everything else may import them; they import nothing of ours."""

from backend.models.idempotency import IdempotencyKey
from backend.models.limits import CostBucket, RateCounter
from backend.models.order import (
    AdministratorRequest,
    Delegation,
    Dispute,
    License,
    Order,
    OrderEvent,
    PartnerRelation,
    ProvisioningAdministrator,
    ShownOrganization,
)
from backend.models.organization import (
    ActivityDelta,
    ActivitySweep,
    FinderEntry,
    MailDomainOverride,
    Organization,
    OrganizationActivity,
    OrganizationDomain,
    OrganizationUser,
)
from backend.models.outbox import EmailMessage
from backend.models.person import ApiToken, LinkRenewal, Session, SetupLink, SignInCode, SupportPerson
from backend.models.service import Location, ProvisioningStep, Service, Site

__all__ = [
    "ActivityDelta",
    "ActivitySweep",
    "AdministratorRequest",
    "ApiToken",
    "CostBucket",
    "Delegation",
    "Dispute",
    "EmailMessage",
    "FinderEntry",
    "IdempotencyKey",
    "License",
    "LinkRenewal",
    "Location",
    "MailDomainOverride",
    "Order",
    "OrderEvent",
    "Organization",
    "OrganizationActivity",
    "OrganizationDomain",
    "OrganizationUser",
    "PartnerRelation",
    "ProvisioningAdministrator",
    "ProvisioningStep",
    "RateCounter",
    "Service",
    "Session",
    "SetupLink",
    "ShownOrganization",
    "SignInCode",
    "Site",
    "SupportPerson",
]
