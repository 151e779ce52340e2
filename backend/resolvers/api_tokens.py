"""The mutations of an organization's API tokens."""

import strawberry

from backend import clock, database
from backend.models.organization import OrganizationStatus
from backend.provisioning import idempotency, organization_access, organization_tokens, token_lists
from backend.provisioning.organization_access import NONE
from backend.provisioning.organization_tokens import NewToken
from backend.provisioning.token_lists import TokenRecord
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.api_token import ApiToken, ApiTokenPayload
from backend.schema.errors import errors_of
from backend.schema.inputs.api_tokens import ApiTokenInput, CreateApiTokenInput


@strawberry.type
class ApiTokenMutations:
    """Tokens of an organization: made and revoked by its full administrators, who hear of it by mail."""

    @strawberry.mutation
    async def create_api_token(self, info: Info, input: CreateApiTokenInput) -> ApiTokenPayload:
        """Make an API token for an organization. For its own full administrators; no token makes tokens. All full
        administrators hear of it by mail.

        An organization has 50 tokens at most that hold, and makes at most 20 a day.

        input: The organization, and what the token is for.
        """
        context, new = info.context, NewToken(name=input.name, scopes=input.scopes, expires_on=input.expires_on)
        organization_id = await _kept(context, number("Organization", input.organization_id, context))
        key = context.idempotency_key and idempotency.key_for(context.idempotency_key, "createApiToken", input)
        caller, at, secret = context.actor.key, clock.now(), None
        try:
            async with database.transaction():
                before = await idempotency.find_in_turn(caller, key, at) if key else None
                if before is None:
                    made, secret = await organization_tokens.create(organization_id, new, context.actor, at)
                    if key:
                        await idempotency.keep(caller, key, str(made), at)
                else:
                    made = int(before)
        except Refused as refused:
            return ApiTokenPayload(api_token=None, secret=None, user_errors=errors_of(refused, context.language))
        return await _payload(context, made, secret)

    @strawberry.mutation
    async def revoke_api_token(self, info: Info, input: ApiTokenInput) -> ApiTokenPayload:
        """Revoke a token of an organization: from now on it is refused, and what it watches ends. For the own full
        administrators of the organization, who all hear of it by mail.

        input: The token to revoke.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        token = await _token(context, number("ApiToken", input.token_id, context))
        await _kept(context, token.organization_id or 0)
        async with database.transaction():
            await organization_tokens.revoke(token, context.actor, clock.now())
        return await _payload(context, token.id, None)


async def _kept(context: Context, organization_id: int) -> int:
    """The number of an organization whose tokens the caller makes and revokes. Raises the API's errors."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    seen = await organization_access.see(organization_id, context.actor)
    if seen is None:
        raise not_found(context.language)
    held = (await organization_access.rights([seen.record.id], context.actor)).get(seen.record.id, NONE)
    if not held.keeps_tokens or seen.record.status is not OrganizationStatus.ACTIVE:
        raise forbidden(context)
    return seen.record.id


async def _token(context: Context, token_id: int) -> TokenRecord:
    """A token of an organization that the caller sees. Raises the API's NOT_FOUND."""
    found = (await token_lists.read_tokens([token_id])).get(token_id)
    if found is None or found.organization_id is None:
        raise not_found(context.language)
    return found


async def _payload(context: Context, token_id: int, secret: str | None) -> ApiTokenPayload:
    token = await _token(context, token_id)
    return ApiTokenPayload(api_token=ApiToken.of(token, context.actor), secret=secret, user_errors=[])
