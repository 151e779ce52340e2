"""API tokens, without their secrets."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.graphql_server.directives import part
from backend.provisioning.access import Actor
from backend.provisioning.token_lists import TokenRecord
from backend.provisioning.validation import masked
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.service import Node

if TYPE_CHECKING:
    from backend.schema.organization import Organization


@part
@type_
class ApiToken(Node):
    """A token with which a program calls the API, as the header Authorization: Bearer and the token.

    It belongs to a seller, for whom it is made by command, or to an organization, whose full administrators make it. An
    organization's token acts with the rights of its full administrators, as far as its scopes go; it changes no
    organization and makes no tokens. It is looked up for each request, so that it ends at once everywhere when it is
    revoked.

    name: Name of the token, at most 100 characters; of a seller's token the name of the seller's system.
    prefix: How the token begins, chub_ and 8 characters, to tell it from others. Of tokens made before this was kept,
        only chub_ is known.
    scopes: What it may do: orders:read, orders:write (which includes reading), organizations:read; for tokens of
        Control Hub's own programs also support.
    created_by: Address of who made it; masked for support. Null: it was made by command.
    created_at: When it was made.
    expires_at: Until when it holds.
    last_used_at: When it was last used, to the minute; null: never.
    revoked_at: When it was revoked; null: it was not.
    """

    name: str
    prefix: str
    scopes: list[str]
    created_by: str | None
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    owner: strawberry.Private[int | None]

    @strawberry.field
    async def organization(
        self, info: Info
    ) -> Annotated[Organization, strawberry.lazy("backend.schema.organization")] | None:
        """The organization whose token it is. Null: it is a seller's, or the viewer does not see the organization."""
        from backend.schema.organization import Organization

        if self.owner is None:
            return None
        found = await info.context.loaders.organization(self.owner)
        return Organization.seen(found) if found else None

    @classmethod
    def of(cls, token: TokenRecord, actor: Actor) -> ApiToken:
        """From its row, as the actor may see it."""
        support = actor.is_support
        return cls(
            id=global_id("ApiToken", token.id),
            name=token.name,
            prefix=token.prefix,
            scopes=token.scopes,
            created_by=masked(token.created_by) if token.created_by and support else token.created_by,
            created_at=token.created_at,
            expires_at=token.expires_at,
            last_used_at=token.used_at,
            revoked_at=token.revoked_at,
            owner=token.organization_id,
        )


@type_
class ApiTokenPayload:
    """What making or revoking a token came to.

    api_token: The token; null: it was refused.
    secret: The token itself, which is told once, to who made it: 48 characters. Null: nothing was made, or it was told
        before.
    """

    api_token: ApiToken | None
    secret: str | None
    user_errors: list[UserError]
