"""Tables of who is there: setup links, codes, sessions, API tokens, support people, what people chose and typed.

Secrets are kept as hashes.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from backend.models.order import Order
    from backend.models.organization import Organization

PERSON_INDEX = "CREATE INDEX ix_setup_link_person ON setup_link (email_key)"


class LinkEnd(StrEnum):
    """Why a setup link no longer works (besides its expiry)."""

    REPLACED = "REPLACED"
    HANDED_OVER = "HANDED_OVER"
    ORDER_CLOSED = "ORDER_CLOSED"


class LinkPurpose(StrEnum):
    """What a setup link asks of the person who opens it."""

    SET_UP = "SET_UP"
    HAND_OVER = "HAND_OVER"
    DISPUTE = "DISPUTE"
    ADMINISTRATOR_REQUEST = "ADMINISTRATOR_REQUEST"
    SERVICE = "SERVICE"


class LinkState(StrEnum):
    """Whether what a setup link asks can still be answered."""

    OPEN = "OPEN"
    DECIDED = "DECIDED"
    EXPIRED = "EXPIRED"


class LinkAnswer(StrEnum):
    """How the question of a setup link was decided."""

    DISPUTED = "DISPUTED"
    UPHELD = "UPHELD"
    DISMISSED = "DISMISSED"
    UNDONE = "UNDONE"
    APPROVED = "APPROVED"
    DENIED = "DENIED"
    TAKEN_BACK = "TAKEN_BACK"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class SetupLink(Model):
    """A personal link to one order, for one purpose. From the second browser on it also asks for a mailed code."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="links", on_delete=fields.RESTRICT
    )
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254)
    token_hash = fields.CharField(max_length=64, unique=True)
    purpose = fields.CharEnumField(LinkPurpose, max_length=24, db_default="SET_UP")
    issued_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    end = fields.CharEnumField(LinkEnd, max_length=16, null=True)
    handed_to = fields.CharField(max_length=254, null=True)  # no longer written: the order says who has it
    browser_hash = fields.CharField(max_length=64, null=True)  # of the first browser that opened it

    class Meta:
        table = "setup_link"
        indexes = (("order_id", "email_key"),)


class LinkRenewal(Model):
    """Somebody asks for a new link in place of an old one. The worker finds out whether there is anything to send."""

    id = fields.BigIntField(primary_key=True)
    token_hash = fields.CharField(max_length=64)
    asked_at = fields.DatetimeField()

    class Meta:
        table = "link_renewal"


class SignInCode(Model):
    """A six-digit code that was mailed to an address, for the browser that asked."""

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254)
    browser_hash = fields.CharField(max_length=64)
    purpose = fields.CharField(max_length=32)  # `sign-in`, or `link:<id>`
    code_hash = fields.CharField(max_length=64)
    issued_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)
    tries_left = fields.IntField()

    class Meta:
        table = "sign_in_code"
        unique_together = (("email_key", "browser_hash", "purpose"),)


class WrongCode(Model):
    """How many wrong codes in a row were entered for a mailbox; and the one link that starts the count anew."""

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254)
    caller = fields.CharField(max_length=80)  # a browser that is known to the mailbox; empty: all others together
    email = fields.CharField(max_length=254)
    count = fields.IntField()
    last_at = fields.DatetimeField(db_index=True)
    token_hash = fields.CharField(max_length=64, unique=True, null=True)
    expires_at = fields.DatetimeField(null=True)

    class Meta:
        table = "wrong_code"
        unique_together = (("email_key", "caller"),)


class Session(Model):
    """A signed-in browser: for one order (opened by its link), or for everything of a mailbox (signed in by code)."""

    id = fields.BigIntField(primary_key=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254, db_index=True)
    order_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "session"


class ApiToken(Model):
    """A bearer token of a seller, where tokens of one name are one seller, or of an organization."""

    id = fields.BigIntField(primary_key=True)
    organization: fields.ForeignKeyNullableRelation["Organization"] = fields.ForeignKeyField(
        "provisioning.Organization", related_name="api_tokens", on_delete=fields.CASCADE, null=True, db_index=True
    )
    name = fields.CharField(max_length=100, db_index=True)
    prefix = fields.CharField(max_length=16, db_default="chub_", db_index=True)  # how it begins; of old ones no more
    token_hash = fields.CharField(max_length=64, unique=True)
    scopes = fields.JSONField[list[str]]()
    created_by = fields.CharField(max_length=254, null=True)  # an address; null: made by command
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "api_token"


class SupportPerson(Model):
    """An address whose mailbox code opens the support desk."""

    email_key = fields.CharField(max_length=254, primary_key=True)
    email = fields.CharField(max_length=254)
    since = fields.DatetimeField()

    class Meta:
        table = "support_person"


class SavedViews(Model):
    """All views of the list of orders that somebody saved."""

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254, unique=True)
    views = fields.JSONField[list[dict[str, object]]](default=list)  # name, sort, bucket, status, text

    class Meta:
        table = "saved_views"


class ReminderRhythm(StrEnum):
    """How often somebody wants to be reminded of the orders that wait for them."""

    EACH = "EACH"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    OWN_TURN = "OWN_TURN"


class RemindedPerson(Model):
    """A mailbox to which reminders go, and how often it wants them, also of who never signed in.

    Its digest goes out when `digest_due_at` is reached, the last one did at `digest_sent_at`.
    """

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254, unique=True)
    email = fields.CharField(max_length=254)
    rhythm = fields.CharEnumField(ReminderRhythm, max_length=16, null=True)  # null: nothing was chosen
    language = fields.CharField(max_length=8, null=True)  # in which it was chosen; null: that of the orders
    reminded_at = fields.DatetimeField(null=True)
    digest_due_at = fields.DatetimeField(null=True, db_index=True)  # null: nothing waits for one
    digest_sent_at = fields.DatetimeField(null=True)

    class Meta:
        table = "reminded_person"


class TypedStep(Model):
    """What somebody typed on a page of the wizard and did not save yet."""

    id = fields.BigIntField(primary_key=True)
    email_key = fields.CharField(max_length=254)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="typed_steps", on_delete=fields.CASCADE, db_index=True
    )
    step = fields.CharField(max_length=32)
    entries = fields.TextField()  # a JSON object, as the page has it
    version = fields.IntField()  # of the order when they began
    writer = fields.CharField(max_length=40)  # with `number`, the revision
    number = fields.IntField()
    typed_at = fields.DatetimeField()

    class Meta:
        table = "typed_step"
        unique_together = (("email_key", "order_id", "step"),)
