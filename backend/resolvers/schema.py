"""The schema: all types and all resolvers together."""

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types

from backend.resolvers.audience import AudienceMutations
from backend.resolvers.calling import CallingMutations
from backend.resolvers.handover import HandOverMutations
from backend.resolvers.intake import IntakeMutations
from backend.resolvers.meetings import MeetingsMutations
from backend.resolvers.organizations import OrganizationMutations
from backend.resolvers.queries import Query, SubscriptionRoot
from backend.resolvers.services import ServiceMutations
from backend.resolvers.sign_in import SignInMutations
from backend.schema.describe import describe
from backend.schema.errors import InvalidInput, LinkRefused, SiteNameTaken, StepRefused, VersionConflict
from backend.schema.order import EmailMessage, Subscription
from backend.schema.service import CallingService, IncludedService, License, MeetingsService

_MUTATIONS = (
    IntakeMutations,
    SignInMutations,
    AudienceMutations,
    OrganizationMutations,
    HandOverMutations,
    ServiceMutations,
    MeetingsMutations,
    CallingMutations,
)


def build() -> strawberry.Schema:
    """The schema that is served, exported and tested."""
    mutation = merge_types("Mutation", _MUTATIONS)
    mutation.__doc__ = "Everything that can be done. What was refused is in userErrors; then nothing was changed."
    for root in (Query, mutation, SubscriptionRoot):
        describe(root)
    return strawberry.Schema(
        query=Query,
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
        ],
        config=StrawberryConfig(auto_camel_case=True),
    )


schema = build()
