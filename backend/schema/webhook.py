"""Webhooks: endpoints, what was delivered to them, and each attempt."""

from datetime import datetime

import strawberry

from backend import correlation
from backend.graphql_server.directives import lists, part
from backend.models.webhook import WebhookDeliveryState, WebhookEventType
from backend.provisioning import webhooks
from backend.provisioning.paging import Page
from backend.provisioning.webhook_messages import explain_disabled, explain_failure
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.paging import PageInfo, asked_page
from backend.schema.service import Node


@part
@type_
class WebhookAttempt:
    """A try to deliver an event.

    at: When the try began.
    status: Status of the HTTP answer: 200 to 299 means that it was accepted. Null: there was no answer.
    duration_ms: How long it took, in milliseconds; no try takes longer than about 15 seconds.
    error: Why there was no answer, in words, in the language of the viewer; null: there was one.
    response: The beginning of the answer's body, at most 2,048 characters; null: it was empty, or there was no answer.
    """

    at: datetime
    status: int | None
    duration_ms: int
    error: str | None
    response: str | None

    @classmethod
    def of(cls, attempt: webhooks.Attempt, language: str) -> "WebhookAttempt":
        """From its row."""
        return cls(
            at=attempt.at,
            status=attempt.status,
            duration_ms=attempt.duration_ms,
            error=explain_failure(language, attempt.error, attempt.detail),
            response=attempt.response,
        )


@part
@lists(attempts=20)
@type_
class WebhookDelivery(Node):
    """An event for one endpoint. Its id is sent as the header webhook-id and stays the same, however often it is sent.

    Deliveries are kept for 30 days.

    event: What it tells of.
    state: What became of it.
    payload: The body of the request: JSON with type, timestamp and data. Until the first try the data of an endpoint
        with a query are those of the event itself; then the body stays as it was sent.
    created_at: When the event happened.
    next_attempt_at: When it is sent next; null: no more, as it was delivered or given up.
    correlation_id: Id of the request because of which the event happened, else of the system’s own work; our log has
        it, and the header traceparent of each try. Null: it was written before this was kept.
    """

    event: WebhookEventType
    state: WebhookDeliveryState
    payload: str
    created_at: datetime
    next_attempt_at: datetime | None
    correlation_id: str | None
    number: strawberry.Private[int]

    @strawberry.field
    async def attempts(self, info: Info) -> list[WebhookAttempt]:
        """The tries, oldest first; of many the last 20."""
        found = await info.context.loaders.webhook_attempts(self.number)
        return [WebhookAttempt.of(attempt, info.context.language) for attempt in found]

    @classmethod
    def of(cls, delivery: webhooks.Delivery) -> "WebhookDelivery":
        """From its row."""
        return cls(
            id=global_id("WebhookDelivery", delivery.id),
            event=delivery.event,
            state=delivery.state,
            payload=delivery.payload,
            created_at=delivery.created_at,
            next_attempt_at=delivery.due_at,
            correlation_id=correlation.id_of(delivery.traceparent),
            number=delivery.id,
        )


@type_
class WebhookDeliveryEdge:
    """A delivery in a list.

    node: The delivery in this row.
    """

    node: WebhookDelivery
    cursor: str


@type_
class WebhookDeliveryConnection:
    """A page of deliveries.

    edges: The deliveries of this page, newest first.
    """

    edges: list[WebhookDeliveryEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[webhooks.Delivery]) -> "WebhookDeliveryConnection":
        """From a page of rows."""
        edges = zip(page.rows, page.cursors, strict=True)
        return cls(
            edges=[WebhookDeliveryEdge(node=WebhookDelivery.of(row), cursor=cursor) for row, cursor in edges],
            page_info=PageInfo.of_page(page),
        )


@part
@type_
class WebhookEndpoint(Node):
    """An address that is told of events by signed requests, as the specification Standard Webhooks has them.

    It belongs to a seller, whose tokens see it, or to an organization, whose own full administrators and tokens
    do; nobody else knows of it. Nothing is sent while no token of the seller holds, or the organization is not in use.
    Its secret is told when it is made and when it is rotated, and never again.

    url: Where requests go, at most 1,000 characters.
    events: The events that it is told of. It is told of those of orders that its owner sees.
    query: Query of GraphQL whose answer is the payload's `data`; null: the payload is the event itself.
    description: What it is for, in its owner's words; null: nothing was said.
    enabled: Whether it is told of events.
    disabled_reason: Why it was switched off, in words, in the language of the viewer; null: it is on, or a person
        switched it off.
    created_at: When it was made.
    """

    url: str
    events: list[WebhookEventType]
    query: str | None
    description: str | None
    enabled: bool
    disabled_reason: str | None
    created_at: datetime
    number: strawberry.Private[int]

    @strawberry.field
    async def deliveries(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        state: WebhookDeliveryState | None = None,
    ) -> WebhookDeliveryConnection:
        """What was delivered to it in the last 30 days, and what is to be delivered, newest first.

        state: Only deliveries in this state; left out: all.
        """
        with asked_page():
            found = await info.context.loaders.webhook_deliveries(self.number, first, after, state)
        return WebhookDeliveryConnection.of(found)

    @classmethod
    def of(cls, endpoint: webhooks.Endpoint, language: str) -> "WebhookEndpoint":
        """From its row."""
        return cls(
            id=global_id("WebhookEndpoint", endpoint.id),
            url=endpoint.url,
            events=endpoint.told_of,
            query=endpoint.query,
            description=endpoint.description,
            enabled=endpoint.enabled,
            disabled_reason=explain_disabled(language, endpoint.disabled_reason),
            created_at=endpoint.created_at,
            number=endpoint.id,
        )


@type_
class WebhookEndpointPayload:
    """What making or changing a webhook came to.

    webhook_endpoint: The endpoint as it is now; null: it was refused, or the endpoint was deleted.
    secret: Secret that requests are signed with, whsec_ and 32 bytes in base64, told only by the mutation that made it.
        Null: none was made, or the mutation was sent again with its Idempotency-Key.
    """

    webhook_endpoint: WebhookEndpoint | None
    secret: str | None
    user_errors: list[UserError]


@type_
class WebhookDeliveryPayload:
    """What sending something to a webhook came to.

    delivery: The delivery, which is sent within a second or two; null: it was refused.
    """

    delivery: WebhookDelivery | None
    user_errors: list[UserError]
