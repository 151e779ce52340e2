"""The schema: all types and all resolvers together."""

from collections.abc import Sequence
from datetime import date, datetime

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types

from backend.models.order import OrderStatus
from backend.provisioning.journey import TRANSITIONS, OrderRole, Transition
from backend.resolvers.api_tokens import ApiTokenMutations
from backend.resolvers.audience import AudienceMutations
from backend.resolvers.batches import BatchMutations
from backend.resolvers.calling import CallingMutations
from backend.resolvers.domains import DomainMutations
from backend.resolvers.finder import FinderQueries
from backend.resolvers.handover import HandOverMutations
from backend.resolvers.intake import IntakeMutations, IntakeQueries
from backend.resolvers.mail_domains import MailDomainMutations, MailDomainQueries
from backend.resolvers.meetings import MeetingsMutations, SiteNameQueries
from backend.resolvers.merging import MergeMutations
from backend.resolvers.nodes import NodeQueries
from backend.resolvers.orders import OrderQueries, SubscriptionRoot
from backend.resolvers.organizations import OrganizationMutations, OrganizationQueries
from backend.resolvers.partner_access import PartnerAccessMutations
from backend.resolvers.reference import ReferenceQueries
from backend.resolvers.reminders import ReminderMutations, ReminderQueries
from backend.resolvers.saved_views import SavedViewMutations
from backend.resolvers.services import ServiceMutations
from backend.resolvers.sign_in import SignInMutations, SignInQueries
from backend.resolvers.sites import SiteMutations
from backend.resolvers.triage import TriageQueries
from backend.resolvers.typed_steps import TypedStepMutations
from backend.resolvers.webhooks import WebhookMutations
from backend.schema.batch import Batch
from backend.schema.describe import describe
from backend.schema.errors import InvalidInput, LinkRefused, SiteNameTaken, StepRefused, VersionConflict
from backend.schema.mails import EmailMessage
from backend.schema.scalars import Day, Instant
from backend.schema.service import CallingService, IncludedService, License, MeetingsService
from backend.schema.subscription import Subscription

_QUERIES = (
    NodeQueries,
    SignInQueries,
    OrderQueries,
    TriageQueries,
    IntakeQueries,
    OrganizationQueries,
    FinderQueries,
    MailDomainQueries,
    SiteNameQueries,
    ReferenceQueries,
    ReminderQueries,
)
_MUTATIONS = (
    IntakeMutations,
    SignInMutations,
    AudienceMutations,
    OrganizationMutations,
    MailDomainMutations,
    DomainMutations,
    ApiTokenMutations,
    MergeMutations,
    WebhookMutations,
    HandOverMutations,
    ServiceMutations,
    MeetingsMutations,
    CallingMutations,
    SiteMutations,
    PartnerAccessMutations,
    BatchMutations,
    SavedViewMutations,
    ReminderMutations,
    TypedStepMutations,
)
_QUERY = """
Everything that can be read. Texts for people are in English or German, as the header Accept-Language asks for.

What somebody has to sign in for fails with UNAUTHENTICATED, what they may not do with FORBIDDEN, and what does not
exist for them with NOT_FOUND.
"""
_MUTATION = """
Everything that can be done. What was refused is in userErrors; then nothing was changed.

A mutation of an order, a domain, a site, a webhook, an API token or a merge, and startBatch, that comes with the
header Idempotency-Key, of at most 200 characters, is carried out once: sent again by the same caller within 24 hours,
it changes nothing more. The header Read-Only: 1 refuses every mutation with READ_ONLY before anything is done, and so
does View-As, which lets support see an order as somebody else (orderAs).

The header Change-Reason, 1 to 1,000 characters of UTF-8 in percent-encoding, is the reason of a mutation of an order
and of startBatch whose input says none: the timeline shows it.
"""


def _rights(rule: Transition) -> str:
    """Who may call the mutation of a transition, and in which states of the order, as the table has it."""
    partner = f"{OrderRole.PARTNER_ADMINISTRATOR} of the partner that the order names"
    names = [
        partner if rule.needs_named_partner and role is OrderRole.PARTNER_ADMINISTRATOR else str(role)
        for role in OrderRole
        if role in rule.roles
    ]
    states = [status for status in OrderStatus if status in rule.states]
    said = f"For {_one_of(names)}, while the order is {_one_of(states)}."
    if rule.halted_by_dispute:
        said += " Not while the mapping is disputed, nor after a dispute that ended the setup."
    if rule.left_to_support_in_dispute:
        said += f" While the mapping is disputed, for {OrderRole.SUPPORT} alone."
    return said


def _one_of(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def build() -> strawberry.Schema:
    """The schema that is served, exported and tested."""
    query = merge_types("Query", _QUERIES)
    query.__doc__ = _QUERY
    mutation = merge_types("Mutation", _MUTATIONS)
    mutation.__doc__ = _MUTATION
    describe(mutation, {called.name.lower(): _rights(rule) for called, rule in TRANSITIONS.items()})
    for root in (query, SubscriptionRoot):
        describe(root)
    return strawberry.Schema(
        query=query,
        mutation=mutation,
        subscription=SubscriptionRoot,
        types=[
            InvalidInput,
            StepRefused,
            VersionConflict,
            SiteNameTaken,
            LinkRefused,
            MeetingsService,
            CallingService,
            IncludedService,
            License,
            EmailMessage,
            Subscription,
            Batch,
        ],
        config=StrawberryConfig(auto_camel_case=True, scalar_map={date: Day, datetime: Instant}),
    )


schema = build()
