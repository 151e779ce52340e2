"""Tables of an order: what was sold, to whom it is mapped, who works on it, and everything that happened."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from backend.models.service import ServiceKind


class OrderStatus(StrEnum):
    """Where the order stands in its life."""

    SCHEDULED = "SCHEDULED"
    AWAITING_CONTACT = "AWAITING_CONTACT"
    FINDING_ORGANIZATIONS = "FINDING_ORGANIZATIONS"
    MAPPED = "MAPPED"
    SETTING_UP = "SETTING_UP"
    COMPLETED = "COMPLETED"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"


class Audience(StrEnum):
    """For whom the contact sets up the order."""

    CUSTOMER = "CUSTOMER"
    OWN_COMPANY = "OWN_COMPANY"


class LicenseScope(StrEnum):
    """Whether units of a license are split over sites or belong to the whole organization."""

    PER_SITE = "PER_SITE"
    ORGANIZATION_WIDE = "ORGANIZATION_WIDE"


class AdministratorRole(StrEnum):
    """What a partner may do in a customer organization."""

    PROVISIONING_ADMINISTRATOR = "PROVISIONING_ADMINISTRATOR"
    FULL_ADMINISTRATOR = "FULL_ADMINISTRATOR"


class AdministratorRequestState(StrEnum):
    """Where a request for full administrator rights stands."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    DENIED = "DENIED"
    EXPIRED = "EXPIRED"


class EventKind(StrEnum):
    """What happened to an order, as its timeline keeps it."""

    ORDER_PLACED = "order_placed"
    ORDER_STARTED = "order_started"
    ORDER_RESCHEDULED = "order_rescheduled"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_REOPENED = "order_reopened"
    ORDER_CLOSED = "order_closed"
    ORDER_ADVANCED = "order_advanced"
    CONTACT_CHANGED = "contact_changed"
    ORDER_TAKEN_BACK = "order_taken_back"
    SETUP_MAIL_RESENT = "setup_mail_resent"
    AUDIENCE_CHOSEN = "audience_chosen"
    ORGANIZATION_CHOSEN = "organization_chosen"
    ORGANIZATION_CREATED = "organization_created"
    ORGANIZATIONS_SEARCHED = "organizations_searched"
    ORGANIZATIONS_CONFIRMED = "organizations_confirmed"
    MAPPING_UNDONE = "mapping_undone"
    MAPPING_DISPUTED = "mapping_disputed"
    DISPUTE_UPHELD = "dispute_upheld"
    DISPUTE_DISMISSED = "dispute_dismissed"
    HANDED_OVER = "handed_over"
    HAND_OVER_TAKEN_BACK = "hand_over_taken_back"
    SET_UP_NOW = "set_up_now"
    SET_UP_LATER = "set_up_later"
    SITES_SAVED = "sites_saved"
    LICENSES_DISTRIBUTED = "licenses_distributed"
    LICENSES_MOVED = "licenses_moved"
    SITE_ZONE_CHANGED = "site_time_zone_changed"
    SITE_REMOVED = "site_removed"
    LOCATION_SAVED = "location_saved"
    LOCATION_ADDED = "location_added"
    LOCATION_CHANGED = "location_changed"
    SERVICE_SUBMITTED = "service_submitted"
    SERVICE_RETRIED = "service_retried"
    SERVICE_DELEGATED = "service_delegated"
    SERVICE_TAKEN_BACK = "service_taken_back"
    SERVICE_PROVISIONED = "service_provisioned"
    SERVICE_FAILED = "service_failed"
    ORDER_COMPLETED = "order_completed"
    MAIL_SENT = "mail_sent"
    MAIL_DEFERRED = "mail_deferred"
    MAIL_FAILED = "mail_failed"
    MAIL_GATHERED = "mail_gathered"
    REMINDED = "reminded"
    CUSTOMER_REMINDED = "customer_reminded"
    REMINDER_DROPPED = "reminder_dropped"
    ADMINISTRATOR_REQUESTED = "administrator_requested"
    REQUEST_APPROVED = "request_approved"
    REQUEST_DENIED = "request_denied"
    REQUEST_EXPIRED = "request_expired"
    PARTNER_ACCESS_ENDED = "partner_access_ended"
    PARTNER_ACCESS_GRANTED = "partner_access_granted"
    FOLLOW_UP_DONE = "follow_up_done"
    FOLLOW_UP_OPEN = "follow_up_open"
    ORGANIZATIONS_MERGED = "organizations_merged"
    MERGE_UNDONE = "merge_undone"
    STEP_FINISHED = "step_finished"
    STEP_FAILED = "step_failed"
    VIEWED_AS = "viewed_as"
    HISTORY_DELETED = "history_deleted"
    CHANGED = "changed"


class WordKind(StrEnum):
    """What a word of an order comes from; it decides who finds the order by it (see `provisioning/order_search.py`)."""

    NUMBER = "NUMBER"  # order number, external id
    COMPANY = "COMPANY"  # the end customer as sold, and its domain
    SELLER = "SELLER"
    SUBSCRIPTION = "SUBSCRIPTION"
    ORGANIZATION = "ORGANIZATION"
    SITE = "SITE"
    DOMAIN = "DOMAIN"  # of the addresses, which masked addresses show too
    ADDRESS = "ADDRESS"  # of people that the order shows
    RECIPIENT = "RECIPIENT"  # of its mails, if the order does not show them anyway


class Order(Model):
    """An order for a Webex Suite subscription. `version` grows with people's changes only."""

    id = fields.BigIntField(primary_key=True)
    seller = fields.CharField(max_length=100)  # the integrator whose token placed it
    order_number = fields.CharField(max_length=64)
    external_id = fields.CharField(max_length=128, null=True)
    placed_body = fields.CharField(max_length=64)  # SHA-256 of the order as first placed
    offer = fields.CharField(max_length=200)
    company_name = fields.CharField(max_length=200)
    country = fields.CharField(max_length=2, null=True)
    customer_domain = fields.CharField(max_length=253, null=True)
    customer_admin_email = fields.CharField(max_length=254, null=True)
    contact_email = fields.CharField(max_length=254)
    contact_key = fields.CharField(max_length=254, db_index=True)
    requested_start_date = fields.DateField()
    seller_name = fields.CharField(max_length=200)
    seller_email = fields.CharField(max_length=254, null=True)
    seller_key = fields.CharField(max_length=254, null=True)
    term_months = fields.IntField()
    language = fields.CharField(max_length=8)
    previous_organization = fields.CharField(max_length=128, null=True)  # external id of the renewal's customer
    named_partner = fields.CharField(max_length=128, null=True)  # external id of the partner that the order names
    subscription_number = fields.CharField(max_length=64, unique=True)
    placed_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    version = fields.IntField(default=1)
    status = fields.CharEnumField(OrderStatus, max_length=24)
    audience = fields.CharEnumField(Audience, max_length=16, null=True)
    audience_confirmed = fields.BooleanField(default=False)  # false: what is chosen is a proposal to the new contact
    partner_organization_id = fields.BigIntField(null=True, db_index=True)
    customer_organization_id = fields.BigIntField(null=True, db_index=True)
    mapped_at = fields.DatetimeField(null=True)
    partner_access_ended_at = fields.DatetimeField(null=True)  # the customer ended what the partner’s side could do
    customer_sets_up_services = fields.BooleanField(default=False)
    customer_contact = fields.CharField(max_length=254, null=True)  # address of a new customer's administrator
    issued_at = fields.DatetimeField(null=True)  # when the deadline began to run
    deadline = fields.DatetimeField(null=True)
    deadline_days = fields.IntField(default=30)
    remind_at = fields.DatetimeField(null=True)  # the next reminder; waits while the order is mapped
    hand_over_remind_at = fields.DatetimeField(null=True)
    closed_from = fields.CharEnumField(OrderStatus, max_length=24, null=True)
    turn_since = fields.DatetimeField()
    undelivered_to = fields.CharField(max_length=254, null=True)  # the order waits for them, and their mail failed
    undelivered_at = fields.DatetimeField(null=True)
    generation = fields.IntField(default=0)  # of links and mails, so that a resend is a new mail
    history_from = fields.DatetimeField(null=True)  # what the timeline told before may be deleted, and was
    test = fields.BooleanField(db_default=False)  # walked like others, and touches nothing real: see decision 31
    follow_ups_done = fields.CharField(max_length=200, db_default="")  # kinds, with spaces between them

    class Meta:
        table = "orders"
        unique_together = (("seller", "order_number"),)
        indexes = (("placed_at", "id"), ("updated_at", "id"), ("order_number",), ("named_partner",), ("seller_key",))


TEST_INDEX = "CREATE INDEX ix_orders_test ON orders (placed_at) WHERE test"
NEVER = "9999-12-31 00:00:00+00:00"


# What the worker looks for, as `provisioning/due.py` asks for it: an order that went on keeps its times, and there are
# ever more of these.
_DUE_BY = {
    "requested_start_date": "status = 'SCHEDULED'",
    "deadline": "status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')",
    "remind_at": "status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')",
    "hand_over_remind_at": "status IN ('MAPPED', 'SETTING_UP')",
}
DUE_INDEXES = {
    f"ix_orders_due_{by}": f"CREATE INDEX ix_orders_due_{by} ON orders ({by}, id) WHERE {condition}"
    for by, condition in _DUE_BY.items()
}


class License(Model):
    """Units of a product that the order carries, and the service they belong to."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="licenses", on_delete=fields.RESTRICT, db_index=True
    )
    position = fields.IntField()
    name = fields.CharField(max_length=120)
    service = fields.CharEnumField(ServiceKind, max_length=12)
    scope = fields.CharEnumField(LicenseScope, max_length=20)
    total_units = fields.IntField()


class Delegation(Model):
    """A contact handed the order to somebody else, and can take it back until that person first signs in."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="delegations", on_delete=fields.RESTRICT, db_index=True
    )
    former_email = fields.CharField(max_length=254)
    former_key = fields.CharField(max_length=254, db_index=True)
    delegate_email = fields.CharField(max_length=254)
    delegate_key = fields.CharField(max_length=254, db_index=True)
    by_contact = fields.BooleanField()  # false: the seller, a partner or support changed the contact
    since = fields.DatetimeField()
    status_before = fields.CharEnumField(OrderStatus, max_length=24)
    audience_confirmed_before = fields.BooleanField()
    opened_at = fields.DatetimeField(null=True)  # the delegate signed in
    taken_back_at = fields.DatetimeField(null=True)


class OrderEvent(Model):
    """One thing that happened to an order. Rows are only ever added.

    `scope` says what a person's change touched (`mapping`, `service:<id>`, `order` …) and `version` which order version
    it made; both are empty for what the system did.
    """

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="events", on_delete=fields.RESTRICT
    )
    at = fields.DatetimeField()
    actor = fields.CharField(max_length=254)
    actor_key = fields.CharField(max_length=254)
    kind = fields.CharField(max_length=48)
    values = fields.JSONField[dict[str, object]](default=dict)
    changes = fields.JSONField[list[dict[str, object]]](default=list)
    scope = fields.CharField(max_length=40, null=True)
    version = fields.IntField(null=True)
    correlation_id = fields.CharField(max_length=64, null=True, db_index=True)

    class Meta:
        table = "order_event"
        indexes = (("order_id", "id"), ("order_id", "version"))


class ProvisioningAdministrator(Model):
    """A person of the partner who may work on this order in an existing customer's organization, and on no other."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="administrators", on_delete=fields.RESTRICT
    )
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254, db_index=True)
    since = fields.DatetimeField()

    class Meta:
        table = "provisioning_administrator"
        unique_together = (("order_id", "email_key"),)


class PartnerRelation(Model):
    """A partner organization administers a customer organization, because of one order."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="relations", on_delete=fields.RESTRICT, unique=True
    )
    partner_organization_id = fields.BigIntField(db_index=True)
    customer_organization_id = fields.BigIntField(db_index=True)
    role = fields.CharEnumField(AdministratorRole, max_length=28)
    since = fields.DatetimeField()

    class Meta:
        table = "partner_relation"


class Dispute(Model):
    """A customer's administrator said "This wasn't us", and support decides."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="disputes", on_delete=fields.RESTRICT, db_index=True
    )
    at = fields.DatetimeField()
    by = fields.CharField(max_length=254)
    organization_id = fields.BigIntField(null=True)  # the customer that disputes
    reason = fields.TextField(null=True)
    upheld = fields.BooleanField(null=True)
    decided_at = fields.DatetimeField(null=True)


class AdministratorRequest(Model):
    """The partner asks the customer's full administrators for full administrator rights."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="requests", on_delete=fields.RESTRICT, db_index=True
    )
    organization_id = fields.BigIntField(db_index=True)
    requested_by = fields.CharField(max_length=254)
    requested_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    state = fields.CharEnumField(AdministratorRequestState, max_length=12)
    decided_by = fields.CharField(max_length=254, null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "administrator_request"


PENDING_INDEX = (
    "CREATE INDEX ix_administrator_request_pending ON administrator_request (requested_at, order_id)"
    " WHERE state = 'PENDING'"
)


class PartnerAccessRequest(Model):
    """A partner whose access a customer ended asks for it again. Without an answer it ends by itself."""

    id = fields.BigIntField(primary_key=True)
    partner_organization_id = fields.BigIntField(db_index=True)
    customer_organization_id = fields.BigIntField(db_index=True)
    requested_by = fields.CharField(max_length=254)
    requested_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    reason = fields.TextField(null=True)
    approved = fields.BooleanField(null=True)  # null: nobody decided
    decided_by = fields.CharField(max_length=254, null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "partner_access_request"


class ShownOrganization(Model):
    """An organization that the match or a search showed for an order and slot, with the evidence it rested on."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="shown", on_delete=fields.RESTRICT
    )
    slot = fields.CharField(max_length=12)
    organization_id = fields.BigIntField()
    based_on = fields.CharField(max_length=254)
    evidence = fields.JSONField[list[dict[str, object]]](default=list)
    at = fields.DatetimeField()

    class Meta:
        table = "shown_organization"
        unique_together = (("order_id", "slot", "organization_id"),)


MAX_WORD_LENGTH = 254  # characters: an address


class OrderWord(Model):
    """A word by which an order is found, as `provisioning/order_words.py` folds it. A search reads a range of them."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="words", on_delete=fields.CASCADE
    )
    kind = fields.CharEnumField(WordKind, max_length=12)
    word = fields.CharField(max_length=MAX_WORD_LENGTH)

    class Meta:
        table = "order_word"
        unique_together = (("order_id", "kind", "word"),)
        indexes = (("kind", "word", "order_id"),)


MAX_VIEWER_LENGTH = 280  # characters: what a viewer is to an order, and their mailbox
MAX_SORTED_LENGTH = 60  # characters of a text that lists are sorted by


class ListedOrder(Model):
    """An order as it stands in the lists of one of its viewers, as `provisioning/listed_orders.py` writes it.

    A list reads ranges of these rows by their indexes: of the viewer, of what is asked for, as it is sorted.
    """

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="listed", on_delete=fields.CASCADE
    )
    viewer = fields.CharField(max_length=MAX_VIEWER_LENGTH)  # such as `contact:pat@partner.example`, `customer:17`
    state = fields.CharField(max_length=5)  # a letter each: see `listed_orders.State`
    placed_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    due = fields.DatetimeField()  # `NEVER` unless a deadline runs
    since = fields.DatetimeField()  # when the turn began; `NEVER` if it is nobody's
    company = fields.CharField(max_length=MAX_SORTED_LENGTH)
    number = fields.CharField(max_length=64)

    class Meta:
        table = "listed_order"
        unique_together = (("order_id", "viewer"),)
        indexes = (
            ("viewer", "placed_at", "order_id"),
            ("viewer", "due", "order_id"),
            ("viewer", "state", "placed_at", "order_id"),
            ("viewer", "state", "updated_at", "order_id"),
            ("viewer", "state", "due", "order_id"),
            ("viewer", "state", "since", "order_id"),
            ("viewer", "state", "company", "order_id"),
            ("viewer", "state", "number", "order_id"),
        )
