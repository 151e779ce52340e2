"""Anything by its global id."""

from asyncio import gather
from collections.abc import Sequence

import strawberry

from backend import clock
from backend.graphql_server.problems import log_refused
from backend.provisioning import access, batch_rows, order_events, organization_access, token_lists, webhooks
from backend.resolvers.context import Context, Info
from backend.resolvers.sites import find_site
from backend.schema.api_token import ApiToken
from backend.schema.batch import Batch
from backend.schema.ids import BadId, read_id
from backend.schema.mails import EmailMessage
from backend.schema.order import AdministratorRequest, Order
from backend.schema.organization import Organization
from backend.schema.service import License, Node, Service, location_node, service_node, site_node
from backend.schema.timeline import OrderEvent
from backend.schema.webhook import WebhookDelivery, WebhookEndpoint


@strawberry.type
class NodeQueries:
    """What is read by its id."""

    @strawberry.field
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """An object by its global id; null: it does not exist, or the caller may not see it.

        id: Global id of the object, as `id` has it.
        """
        [found] = await _find_nodes(info.context, [id])
        if found is None:
            log_refused("NOT_FOUND")
        return found

    @strawberry.field
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        """Several objects by their global ids, in the same order; null for each that does not exist for the caller.

        ids: Global ids of the objects; the first 100 are read.
        """
        return await _find_nodes(info.context, ids[:100])


async def _find_nodes(context: Context, global_ids: Sequence[str]) -> list[Node | None]:
    """The nodes with these ids; None: it does not exist for the caller. What is of a kind is read together."""
    wanted = [_read(one) for one in global_ids]
    if context.actor.anonymous:
        return [None] * len(wanted)
    numbers: dict[str, list[int]] = {}
    for kind, number in filter(None, wanted):
        numbers.setdefault(kind, []).append(number)
    own = await batch_rows.see_each(numbers.pop("Batch", []), context.actor)
    organizations = await organization_access.see_each(numbers.pop("Organization", []), context.actor)
    endpoints = await webhooks.see_each(numbers.pop("WebhookEndpoint", []), context.actor)
    deliveries = await webhooks.see_deliveries(numbers.pop("WebhookDelivery", []), context.actor)
    tokens = await token_lists.see_each(numbers.pop("ApiToken", []), context.actor, clock.now())
    owners = {(kind, n): o for kind, found in numbers.items() for n, o in (await access.orders_of(kind, found)).items()}
    orders = await access.see_each(list(set(owners.values())), context.actor)

    async def find(kind: str, number: int) -> Node | None:
        if kind == "Batch":
            return Batch.of(own[number]) if number in own else None
        if kind == "Organization":
            return Organization.seen(organizations[number]) if number in organizations else None
        if kind == "WebhookEndpoint":
            return WebhookEndpoint.of(endpoints[number], context.language) if number in endpoints else None
        if kind == "WebhookDelivery":
            return WebhookDelivery.of(deliveries[number]) if number in deliveries else None
        if kind == "ApiToken":
            return ApiToken.of(tokens[number], context.actor) if number in tokens else None
        order = orders.get(owners.get((kind, number), 0))
        found = await _part(context, Order.of(order, context.actor), kind, number) if order else None
        return await find_site(context, number) if found is None and kind == "Site" else found

    found = await gather(*(find(*one) for one in wanted if one))
    answers = iter(found)
    return [next(answers) if one else None for one in wanted]


def _read(global_id: str) -> tuple[str, int] | None:
    try:
        return read_id(global_id)
    except BadId:
        return None


async def _part(context: Context, order: Order, kind: str, key: int) -> Node | None:
    """The part of an order with this number, as far as the caller may see it."""
    if kind == "Order":
        return order
    if kind == "OrderEvent":
        event = await order_events.event(order.dossier, key, context.actor, context.language)
        return OrderEvent.of(event) if event else None
    record = order.dossier
    if kind == "EmailMessage" and order.visibility.reads_mails:
        mails = await context.loaders.mails(record)
        return next((EmailMessage.of(mail) for mail in mails if mail.id == key), None)
    if order.visibility.status_only:
        return None
    match kind:
        case "Subscription":
            return order.subscription
        case "License":
            return next((License.of(found) for found in record.licenses if found.id == key), None)
        case "Service":
            return _service(order, key, context) if any(found.id == key for found in record.services) else None
        case "Site":
            licenses = {str(found.id): License.of(found) for found in record.licenses}
            sites = (site_node(record, found, licenses, context.language) for found in record.sites if found.id == key)
            return next(sites, None)
        case "Location":
            places = (location_node(record, found, context.language) for found in record.locations if found.id == key)
            return next(places, None)
        case _:
            request = record.request
            return AdministratorRequest.of(order, request) if request and request.id == key else None


def _service(order: Order, key: int, context: Context) -> Service:
    return service_node(order.dossier, order.dossier.service(key), context.language, order.visibility)
