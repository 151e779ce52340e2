"""Tables of batches: one act that a person asked for on many orders, which a worker carries out row by row."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from backend.models.order import Order


class BatchAct(StrEnum):
    """What is done with each order of a batch."""

    RESEND = "RESEND"
    DELEGATE = "DELEGATE"
    HAND_OVER = "HAND_OVER"
    CANCEL = "CANCEL"
    PUT_ASIDE = "PUT_ASIDE"
    TAKE_UP = "TAKE_UP"


class BatchRowState(StrEnum):
    """What came of one order of a batch."""

    WAITING = "WAITING"
    DONE = "DONE"
    REFUSED = "REFUSED"
    STOPPED = "STOPPED"


class Batch(Model):
    """One act on many orders, as somebody asked for it. A worker takes it up while `due_at` is set."""

    id = fields.BigIntField(primary_key=True)
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254)
    only_order_id = fields.BigIntField(null=True)  # the session covered this order alone
    act = fields.CharEnumField(BatchAct, max_length=12)
    target = fields.CharField(max_length=254, null=True)  # the address that the act names
    reason = fields.TextField(null=True)
    until = fields.DatetimeField(null=True)  # when what is put aside is to be seen again
    created_at = fields.DatetimeField(db_index=True)
    finished_at = fields.DatetimeField(null=True)
    stopped_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True, db_index=True)
    traceparent = fields.CharField(max_length=55, null=True)  # of who asked for it, whose trace goes on
    leased_until = fields.DatetimeField(null=True)
    unsettled = fields.IntField(default=0)

    class Meta:
        table = "batch"
        indexes = (("email_key", "id"),)


class BatchRow(Model):
    """One order of a batch, and what came of it. It is written in the transaction of the change itself."""

    id = fields.BigIntField(primary_key=True)
    batch: fields.ForeignKeyRelation["Batch"] = fields.ForeignKeyField(
        "provisioning.Batch", related_name="rows", on_delete=fields.CASCADE
    )
    position = fields.IntField()
    order_id = fields.BigIntField()
    order_number = fields.CharField(max_length=64)
    company_name = fields.CharField(max_length=200)
    state = fields.CharEnumField(BatchRowState, max_length=8)
    refusal = fields.JSONField[dict[str, object]](null=True)  # code, message with its places, values
    at = fields.DatetimeField(null=True)

    class Meta:
        table = "batch_row"
        unique_together = (("batch_id", "position"),)
        indexes = (("batch_id", "state", "position"),)


class PutAside(Model):
    """An order that somebody put aside: it is not listed as their turn as long as it stands as it stood then."""

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="put_aside", on_delete=fields.CASCADE, db_index=True
    )
    until = fields.DatetimeField(null=True)
    version = fields.IntField()  # of the order as it was
    turn_since = fields.DatetimeField()  # the order's as it was
    at = fields.DatetimeField()

    class Meta:
        table = "put_aside"
        unique_together = (("email_key", "order_id"),)
