"""The outbox: every mail is a row first, written in the transaction of the change that causes it."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class EmailKind(StrEnum):
    """What a mail is about."""

    SETUP = "SETUP"
    SIGN_IN_CODE = "SIGN_IN_CODE"
    DELEGATION_NOTICE = "DELEGATION_NOTICE"
    HAND_OVER = "HAND_OVER"
    SUBSCRIPTION_ADDED = "SUBSCRIPTION_ADDED"
    REMINDER = "REMINDER"
    COMPLETION = "COMPLETION"
    ADMINISTRATOR_REQUEST = "ADMINISTRATOR_REQUEST"
    NOTICE = "NOTICE"


class EmailState(StrEnum):
    """What became of a mail: the server's word, not ours."""

    QUEUED = "QUEUED"
    SENT = "SENT"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"


class EmailMessage(Model):
    """One mail to one address. `data` holds the link and is erased, like the MIME bytes, once the mail was accepted."""

    id = fields.BigIntField(primary_key=True)
    unique_key = fields.CharField(max_length=400, unique=True)
    order_id = fields.BigIntField(null=True)
    kind = fields.CharEnumField(EmailKind, max_length=24)
    recipient = fields.CharField(max_length=254)
    language = fields.CharField(max_length=8)
    subject = fields.CharField(max_length=250)
    data = fields.JSONField[dict[str, object] | None](null=True)
    mime = fields.BinaryField(null=True)
    message_id = fields.CharField(max_length=120)
    state = fields.CharEnumField(EmailState, max_length=12)
    attempts = fields.IntField(default=0)
    last_reply = fields.TextField(null=True)
    queued_at = fields.DatetimeField()
    due_at = fields.DatetimeField(null=True, db_index=True)  # null: nothing more to do
    leased_until = fields.DatetimeField(null=True)
    sent_at = fields.DatetimeField(null=True)

    class Meta:
        table = "email_message"
        indexes = (("order_id", "id"),)
