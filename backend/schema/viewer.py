"""Who is signed in, and the payloads of signing in and out."""

from datetime import datetime

import strawberry

from backend.schema.context import Info
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.order import AdministratorRequest, Order, OrderConnection
from backend.schema.organization import Organization


@type_
class Viewer:
    """Who is signed in: a person by his mailbox, or an integrator by a token.

    email: The mailbox; empty for a token.
    roles: What he is anywhere: values of OrderRole, or INTEGRATOR.
    scopes: What the token allows; empty for a person.
    language: The language of the answers.
    session_expires_at: When the session ends if nothing happens; null for a token.
    """

    email: str
    roles: list[str]
    scopes: list[str]
    language: str
    session_expires_at: datetime | None

    @strawberry.field
    async def organizations(self, info: Info) -> list[Organization]:
        """The organizations that he belongs to."""
        return await info.context.loaders.viewer_organizations()

    @strawberry.field
    async def orders(self, info: Info, first: int | None = None, after: str | None = None) -> OrderConnection:
        """The orders that he may see, newest first.

        first: How many, 100 at most; 20 if left out.
        after: The cursor after which to go on.
        """
        return await info.context.loaders.orders_of_viewer(first, after)

    @strawberry.field
    async def administrator_requests(self, info: Info) -> list[AdministratorRequest]:
        """Pending requests for full administrator rights that he can decide."""
        return await info.context.loaders.viewer_requests()


@type_
class SessionPayload:
    """What signing in or out came to.

    viewer: Who is signed in now; null: nobody.
    order: The order of the setup link.
    user_errors: Why it was refused.
    """

    viewer: Viewer | None
    order: Order | None
    user_errors: list[UserError]


@type_
class RequestPayload:
    """The same answer whoever asks.

    accepted: The request was taken. It does not say whether a mail was sent.
    user_errors: What is wrong with the input.
    """

    accepted: bool
    user_errors: list[UserError]
