"""Inputs of webhooks."""

import strawberry

from backend.models.webhook import WebhookEventType
from backend.schema.describe import input_


@input_
class WebhookEndpointInput:
    """An address that is to be told of events.

    organization_id: Global id of the organization whose orders it is told of. Left out: it belongs to the seller
        or the organization whose token makes it.
    url: Where requests go, at most 1,000 characters: https://, the name of a host, path and query. In production
        without a port; in development also http://, any port, and this machine.
    events: The events that it is told of, at least one.
    query: Query of GraphQL, at most 4,000 characters, that begins with query($order: ID!); its answer is the payload's
        `data`. It is run with the owner's rights to read when something is sent, and costs at most 200. Left out: the
        payload is the event itself.
    description: What it is for, at most 200 characters.
    """

    organization_id: strawberry.ID | None = strawberry.UNSET
    url: str
    events: list[WebhookEventType]
    query: str | None = strawberry.UNSET
    description: str | None = strawberry.UNSET


@input_
class UpdateWebhookEndpointInput:
    """A webhook and what changes of it; what is left out stays.

    url: Where requests go from now on, as for createWebhookEndpoint.
    events: The events that it is told of from now on, at least one.
    query: Query whose answer is the payload's `data` from now on, as for createWebhookEndpoint; null: none.
    enabled: Whether it is told of events.
    description: What it is for, at most 200 characters; null: nothing.
    """

    webhook_id: strawberry.ID
    url: str | None = strawberry.UNSET
    events: list[WebhookEventType] | None = strawberry.UNSET
    query: str | None = strawberry.UNSET
    enabled: bool | None = strawberry.UNSET
    description: str | None = strawberry.UNSET


@input_
class WebhookIdInput:
    """A webhook that something is done with."""

    webhook_id: strawberry.ID


@input_
class WebhookDeliveryIdInput:
    """Something that was delivered to a webhook, or was to be.

    delivery_id: Global id of the delivery.
    """

    delivery_id: strawberry.ID
