"""The mutations of webhooks."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import msgspec
import strawberry

from backend import clock, database, events
from backend.limits.rates import require
from backend.provisioning import idempotency, webhooks
from backend.provisioning.access import Forbidden, NotFound
from backend.refusals import Refused
from backend.resolvers import webhook_queries
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.webhooks import (
    UpdateWebhookEndpointInput,
    WebhookDeliveryIdInput,
    WebhookEndpointInput,
    WebhookIdInput,
)
from backend.schema.webhook import WebhookDelivery, WebhookDeliveryPayload, WebhookEndpoint, WebhookEndpointPayload

logger = logging.getLogger("backend.rights")

MAX_CHANGES = 600  # an hour, of one caller
HOUR = timedelta(hours=1)


class _Done(msgspec.Struct, frozen=True):
    """What a mutation came to, as it is kept for when it is sent again: without the secret."""

    number: int


@strawberry.type
class WebhookMutations:
    """Endpoints of webhooks: made, changed, tried and removed by their owner."""

    @strawberry.mutation
    async def create_webhook_endpoint(self, info: Info, input: WebhookEndpointInput) -> WebhookEndpointPayload:
        """Let events be sent to an address. For tokens with the scope orders:write, and for the organization's own full
        administrators. At most 10 for a seller or an organization.

        A query may read whatever the organization may: its tokens set one, or send it elsewhere, only with the scope
        organizations:read too.

        In production the address has to start with https://, without a port, and to be on the public Internet.

        input: The address and what is sent there.
        """
        given = _given(input)
        made: list[str] = []

        async def rule() -> int:
            actor = info.context.actor
            named = given.get("organization_id")
            organization = number("Organization", named, info.context) if named is not None else None
            owner = await webhooks.owner_for(actor, organization)
            columns = webhooks.read_fields({"query": None, "description": None} | given)
            if columns["query"] is not None:
                webhook_queries.check(columns["query"])
            endpoint, secret = await webhooks.create(owner, columns, actor, clock.now())
            made.append(secret)
            return endpoint

        return await _change(info.context, "createWebhookEndpoint", given, rule, made)

    @strawberry.mutation
    async def update_webhook_endpoint(self, info: Info, input: UpdateWebhookEndpointInput) -> WebhookEndpointPayload:
        """Change a webhook, or switch it on or off. For its owner, as for createWebhookEndpoint.

        Switched off, it is told of nothing, and what was still to be delivered is given up: retryWebhookDelivery sends
        it again.

        input: The webhook and what changes of it; what is left out stays.
        """
        given = _given(input)

        async def rule() -> int:
            columns = webhooks.read_fields(
                {name: value for name, value in given.items() if value is not None or name in {"query", "description"}}
            )
            if columns.get("query") is not None:
                webhook_queries.check(columns["query"])
            endpoint = _number(info.context, input)
            await webhooks.update(endpoint, columns, info.context.actor, clock.now())
            return endpoint

        return await _change(info.context, "updateWebhookEndpoint", given, rule)

    @strawberry.mutation
    async def delete_webhook_endpoint(self, info: Info, input: WebhookIdInput) -> WebhookEndpointPayload:
        """Remove a webhook with its delivery log. For its owner, as for createWebhookEndpoint.

        input: The webhook that is meant.
        """

        async def rule() -> int:
            await webhooks.delete(_number(info.context, input), info.context.actor, clock.now())
            return 0

        return await _change(info.context, "deleteWebhookEndpoint", _given(input), rule)

    @strawberry.mutation
    async def rotate_webhook_secret(self, info: Info, input: WebhookIdInput) -> WebhookEndpointPayload:
        """Make a new secret. For its owner, as for createWebhookEndpoint. For 24 hours requests carry two signatures,
        one made with the secret before; rotated again within that time, only the last two secrets are good.

        input: The webhook that is meant.
        """
        made: list[str] = []

        async def rule() -> int:
            endpoint = _number(info.context, input)
            made.append(await webhooks.rotate(endpoint, info.context.actor, clock.now()))
            return endpoint

        return await _change(info.context, "rotateWebhookSecret", _given(input), rule, made)

    @strawberry.mutation
    async def send_test_webhook(self, info: Info, input: WebhookIdInput) -> WebhookDeliveryPayload:
        """Send an event of type TEST, which says nothing of any order, whichever events the webhook is told of. It is
        tried once. For its owner, as for createWebhookEndpoint; at most 60 an hour.

        input: The webhook that is meant.
        """

        async def rule() -> int:
            return await webhooks.send_test(_number(info.context, input), info.context.actor, clock.now())

        return await _send(info.context, "sendTestWebhook", _given(input), rule)

    @strawberry.mutation
    async def retry_webhook_delivery(self, info: Info, input: WebhookDeliveryIdInput) -> WebhookDeliveryPayload:
        """Send a delivery again, at once and then for three days: one that failed, or one that was delivered and got
        lost. It has the same webhook-id and the same body. For its owner, as for createWebhookEndpoint.

        input: The delivery that is sent again.
        """

        async def rule() -> int:
            delivery = number("WebhookDelivery", input.delivery_id, info.context)
            await webhooks.retry(delivery, info.context.actor, clock.now())
            return delivery

        return await _send(info.context, "retryWebhookDelivery", _given(input), rule)


def _number(context: Context, input: WebhookIdInput | UpdateWebhookEndpointInput) -> int:
    return number("WebhookEndpoint", input.webhook_id, context)


def _given(input: Any) -> dict[str, Any]:
    """The fields that were sent; what was left out stays as it is, which null does not mean everywhere."""
    return {name: value for name, value in vars(input).items() if value is not strawberry.UNSET}


async def _change(
    context: Context,
    mutation: str,
    given: dict[str, Any],
    rule: Callable[[], Awaitable[int]],
    made: list[str] | None = None,
) -> WebhookEndpointPayload:
    """Let a rule change an endpoint; the answer of the mutation."""
    try:
        endpoint = await _run(context, mutation, given, rule)
    except Refused as refused:
        return WebhookEndpointPayload(
            webhook_endpoint=None, secret=None, user_errors=errors_of(refused, context.language)
        )
    seen = (await webhooks.see_each([endpoint], context.actor)).get(endpoint)
    return WebhookEndpointPayload(
        webhook_endpoint=WebhookEndpoint.of(seen, context.language) if seen else None,
        secret=made[-1] if made else None,
        user_errors=[],
    )


async def _send(
    context: Context, mutation: str, given: dict[str, Any], rule: Callable[[], Awaitable[int]]
) -> WebhookDeliveryPayload:
    """Let a rule send something; the answer of the mutation."""
    try:
        delivery = await _run(context, mutation, given, rule)
    except Refused as refused:
        return WebhookDeliveryPayload(delivery=None, user_errors=errors_of(refused, context.language))
    events.notify_local(events.ANY)
    seen = (await webhooks.see_deliveries([delivery], context.actor)).get(delivery)
    return WebhookDeliveryPayload(delivery=WebhookDelivery.of(seen) if seen else None, user_errors=[])


async def _run(context: Context, mutation: str, given: dict[str, Any], rule: Callable[[], Awaitable[int]]) -> int:
    """Run a rule in one transaction; the number of what it worked on. Sent again with its key it changes nothing.

    Raises the API's errors, and Refused.
    """
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    key = idempotency.key_for(context.idempotency_key, mutation, given) if context.idempotency_key else None
    await require("webhook-changes", context.actor.key, MAX_CHANGES, HOUR, clock.now())
    try:
        async with database.transaction():
            if key is not None and (answered := await idempotency.find_in_turn(context.actor.key, key, clock.now())):
                return msgspec.json.decode(answered, type=_Done).number
            done = await rule()
            if key is not None:
                kept = msgspec.json.encode(_Done(done)).decode()
                await idempotency.keep(context.actor.key, key, kept, clock.now())
            return done
    except NotFound:
        raise not_found(context.language) from None
    except Forbidden as error:
        logger.warning("%s may not do %s", context.actor.key, mutation)
        raise forbidden(context, scope=error.scope) from None
