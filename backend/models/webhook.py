"""Webhooks: where programs are told of events, the requests that tell them, and each attempt at one."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from backend.models.organization import Organization


class WebhookEventType(StrEnum):
    """What a webhook tells of."""

    ORDER_PLACED = "ORDER_PLACED"
    ORDER_MAPPED = "ORDER_MAPPED"
    ORDER_STATUS_CHANGED = "ORDER_STATUS_CHANGED"
    SERVICE_STATE_CHANGED = "SERVICE_STATE_CHANGED"
    ORDER_COMPLETED = "ORDER_COMPLETED"
    ORDER_CLOSED = "ORDER_CLOSED"
    ORDER_CANCELLED = "ORDER_CANCELLED"
    ORDER_DISPUTED = "ORDER_DISPUTED"
    EMAIL_FAILED = "EMAIL_FAILED"
    TEST = "TEST"


class WebhookDeliveryState(StrEnum):
    """What became of a delivery."""

    PENDING = "PENDING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


class DisabledReason(StrEnum):
    """Why an endpoint was switched off, unless a person did it."""

    GONE = "GONE"
    FAILING = "FAILING"


class WebhookEndpoint(Model):
    """An address that is told of events. It belongs to a seller or to an organization.

    `events` are the types that it is told of, each with a blank on both sides: ` ORDER_PLACED TEST `. The secrets are
    kept as they are, since each request is signed with them.
    """

    id = fields.BigIntField(primary_key=True)
    seller = fields.CharField(max_length=100, null=True, db_index=True)
    organization: fields.ForeignKeyNullableRelation["Organization"] = fields.ForeignKeyField(
        "provisioning.Organization", related_name="webhooks", on_delete=fields.CASCADE, null=True, db_index=True
    )
    url = fields.CharField(max_length=1000)
    events = fields.CharField(max_length=250)
    query = fields.TextField(null=True)  # of GraphQL; null: the event itself is the payload
    description = fields.CharField(max_length=200, null=True)
    enabled = fields.BooleanField(db_default=True)
    disabled_reason = fields.CharEnumField(DisabledReason, max_length=24, null=True)
    secret = fields.CharField(max_length=64)
    previous_secret = fields.CharField(max_length=64, null=True)
    previous_until = fields.DatetimeField(null=True)  # until when requests are signed with the previous one too
    created_at = fields.DatetimeField()
    delivered_at = fields.DatetimeField(null=True)  # when it last took a request

    class Meta:
        table = "webhook_endpoint"


DUE_INDEX = (
    "CREATE INDEX ix_webhook_delivery_due ON webhook_delivery (endpoint_id, due_at, id) WHERE due_at IS NOT NULL"
)


class WebhookDelivery(Model):
    """One event for one endpoint, written in the transaction of the change.

    `payload` is the event itself until the endpoint's query was answered (`composed`); then it stays as it was first
    sent. `tries` count from `tried_since` on, which is when it was written or last asked for again. `unsettled` counts
    how often the row was taken without its outcome being written.
    """

    id = fields.BigIntField(primary_key=True)
    endpoint: fields.ForeignKeyRelation["WebhookEndpoint"] = fields.ForeignKeyField(
        "provisioning.WebhookEndpoint", related_name="deliveries", on_delete=fields.CASCADE
    )
    order_id = fields.BigIntField(null=True)  # null: a test
    event = fields.CharEnumField(WebhookEventType, max_length=24)
    state = fields.CharEnumField(WebhookDeliveryState, max_length=12)
    payload = fields.TextField()
    composed = fields.BooleanField(db_default=False)
    created_at = fields.DatetimeField(db_index=True)
    tried_since = fields.DatetimeField()
    traceparent = fields.CharField(max_length=55, null=True)  # of who asked for it, whose trace goes on
    tries = fields.IntField(db_default=0)
    unsettled = fields.IntField(db_default=0)
    due_at = fields.DatetimeField(null=True)  # null: nothing more to do
    leased_until = fields.DatetimeField(null=True)

    class Meta:
        table = "webhook_delivery"
        indexes = (("endpoint_id", "id"), ("endpoint_id", "order_id", "id"))


class WebhookAttempt(Model):
    """One try to send a delivery, and what came of it."""

    id = fields.BigIntField(primary_key=True)
    delivery: fields.ForeignKeyRelation["WebhookDelivery"] = fields.ForeignKeyField(
        "provisioning.WebhookDelivery", related_name="attempts", on_delete=fields.CASCADE, db_index=True
    )
    at = fields.DatetimeField()
    status = fields.SmallIntField(null=True)  # of HTTP; null: there was no answer
    duration_ms = fields.IntField()
    error = fields.CharField(max_length=24, null=True)  # a `Failure`; null: there was an answer
    detail = fields.CharField(max_length=200, null=True)  # what a library said of the error
    response = fields.TextField(null=True)  # the first bytes of the answer's body

    class Meta:
        table = "webhook_attempt"
