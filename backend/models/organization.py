"""Tables of organizations: who they are, their domains and users, their activity, and the finder's index over them."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

# An organization that was deleted or merged has released its claims; the model's own partial index is never unique.
CLAIM_INDEX = (
    "CREATE UNIQUE INDEX uq_organization_domain_claim ON organization_domain (name) "
    "WHERE state = 'CLAIMED' AND NOT released"
)
ADMINISTRATOR_INDEX = (
    "CREATE INDEX ix_organization_user_administrator ON organization_user (organization_id) WHERE administrator"
)


class OrganizationStatus(StrEnum):
    """Whether an organization can be found and used."""

    PROVISIONAL = "PROVISIONAL"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    MERGED = "MERGED"
    DELETED = "DELETED"


class OrganizationType(StrEnum):
    """The two sides of an order; an organization may be both."""

    PARTNER = "PARTNER"
    CUSTOMER = "CUSTOMER"


class DomainState(StrEnum):
    """How well an organization has proved a domain: not at all, by a DNS record, or exclusively."""

    PENDING = "PENDING"
    VERIFIED = "VERIFIED"
    CLAIMED = "CLAIMED"


class UserStatus(StrEnum):
    """Whether a user may sign in."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    DELETED = "DELETED"


class OrganizationEventKind(StrEnum):
    """What was done to an organization beside its orders."""

    DOMAIN_ADDED = "domain_added"
    DOMAIN_VERIFIED = "domain_verified"
    DOMAIN_NOT_VERIFIED = "domain_not_verified"
    DOMAIN_CLAIMED = "domain_claimed"
    DOMAIN_REMOVED = "domain_removed"
    SITE_ADDITION_STARTED = "site_addition_started"
    SITE_ADDED = "site_added"
    SITE_ZONE_STARTED = "site_time_zone_started"
    SITE_ZONE_CHANGED = "site_time_zone_changed"
    SITE_REMOVAL_STARTED = "site_removal_started"
    SITE_REMOVED = "site_removed"
    SITE_CHANGE_FAILED = "site_change_failed"
    LICENSES_MOVED = "licenses_moved"
    ORGANIZATIONS_MERGED = "organizations_merged"
    MERGE_UNDONE = "merge_undone"
    WEBHOOK_ADDED = "webhook_added"
    WEBHOOK_CHANGED = "webhook_changed"
    WEBHOOK_SECRET_ROTATED = "webhook_secret_rotated"  # noqa: S105 – a word
    WEBHOOK_SWITCHED_OFF = "webhook_switched_off"
    WEBHOOK_REMOVED = "webhook_removed"
    TOKEN_CREATED = "token_created"  # noqa: S105 – a word, no secret
    TOKEN_REVOKED = "token_revoked"  # noqa: S105
    PARTNER_ACCESS_ENDED = "partner_access_ended"
    PARTNER_ACCESS_REQUESTED = "partner_access_requested"
    PARTNER_ACCESS_GRANTED = "partner_access_granted"
    PARTNER_ACCESS_DECLINED = "partner_access_declined"
    CHANGED = "changed"


class MailDomainKind(StrEnum):
    """Whose a mail domain is: one company's, or nobody's that could be told from it."""

    COMPANY = "COMPANY"
    FREE_MAIL = "FREE_MAIL"
    DISPOSABLE = "DISPOSABLE"
    SHARED = "SHARED"


class FinderSlot(StrEnum):
    """The part of the finder's index that a search reads.

    OBSERVED holds customer organizations that merely have users of the domain: they don't count where a partner
    proved it, so they are kept apart. PAUSED holds suspended organizations at what they proved: they are only told of.
    """

    PARTNER = "PARTNER"
    CUSTOMER = "CUSTOMER"
    OBSERVED = "OBSERVED"
    PAUSED = "PAUSED"


class Organization(Model):
    """A partner or customer organization.

    A merged one stands for its survivor. The figures count the users of everything that the organization stands for:
    `enabled_users` may sign in, `active_users` of them were seen in the last 30 days; `reference_on` is the later of
    latest activity and creation. They are zero or empty in a merged organization.
    """

    id = fields.BigIntField(primary_key=True)
    external_id = fields.CharField(max_length=128, unique=True)
    display_name = fields.CharField(max_length=200)
    canonical_name = fields.CharField(max_length=200)  # without legal form, case and punctuation
    is_partner = fields.BooleanField()
    is_customer = fields.BooleanField()
    country = fields.CharField(max_length=2)
    business_vertical = fields.CharField(max_length=48, null=True)
    status = fields.CharEnumField(OrganizationStatus, max_length=12)
    merged_into_id = fields.BigIntField(null=True)  # as the directory says; it may itself have been merged
    survivor_id = fields.BigIntField(null=True, db_index=True)  # the end of that chain; empty unless merged
    consumer_pool = fields.BooleanField(default=False)
    created_at = fields.DatetimeField()
    created_for_order_id = fields.BigIntField(null=True, db_index=True)  # while PROVISIONAL: found by that order only
    enabled_users = fields.IntField(default=0)
    active_users = fields.IntField(default=0)
    latest_activity_on = fields.DateField(null=True)
    reference_on = fields.DateField(null=True, db_index=True)
    has_proven_domain = fields.BooleanField(default=False)

    class Meta:
        table = "organization"
        indexes = (("canonical_name", "country", "id"),)


class OrganizationDomain(Model):
    """A domain of an organization: `name` as A-label, `typed_name` as entered. At most one has claimed it."""

    id = fields.BigIntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField(
        "provisioning.Organization", related_name="domains", on_delete=fields.RESTRICT
    )
    name = fields.CharField(max_length=253)
    typed_name = fields.CharField(max_length=253)
    state = fields.CharEnumField(DomainState, max_length=12)
    released = fields.BooleanField(default=False)  # the organization was deleted or merged: its claim binds nobody

    class Meta:
        table = "organization_domain"
        unique_together = (("organization_id", "name"),)
        indexes = (("name",),)


class DomainFinding(StrEnum):
    """What the last look-up of a domain's TXT record came to.

    VERIFIED_ELSEWHERE is FOUND, where other organizations have proved the domain too.
    """

    NO_SUCH_DOMAIN = "NO_SUCH_DOMAIN"
    NO_RECORD = "NO_RECORD"
    OTHER_VALUE = "OTHER_VALUE"
    TIMEOUT = "TIMEOUT"
    REFUSED = "REFUSED"
    VERIFIED_ELSEWHERE = "VERIFIED_ELSEWHERE"
    FOUND = "FOUND"


class DomainVerification(Model):
    """The proof of a domain that an administrator added: which TXT record is looked for, when, and what was found.

    It stays when the domain is verified; domains that the directory brought have none.
    """

    id = fields.BigIntField(primary_key=True)
    domain: fields.OneToOneRelation[OrganizationDomain] = fields.OneToOneField(
        "provisioning.OrganizationDomain", related_name="verification", on_delete=fields.CASCADE
    )
    token = fields.CharField(max_length=64)  # what the record's value ends with; not secret
    added_by = fields.CharField(max_length=254)
    added_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()  # until then it is looked up again and again
    due_at = fields.DatetimeField(null=True, db_index=True)  # null: nothing more to do
    leased_until = fields.DatetimeField(null=True)
    unsettled = fields.IntField(db_default=0)  # how often it was taken without the outcome being written
    attempts = fields.IntField(default=0)
    last_checked_at = fields.DatetimeField(null=True)
    finding = fields.CharEnumField(DomainFinding, max_length=20, null=True)
    told = fields.JSONField[dict[str, object]](default=dict)  # of the last answer: values, servers, what else helps
    entered = fields.BooleanField()  # false: the domain itself came from the directory

    class Meta:
        table = "domain_verification"


class OrganizationMerge(Model):
    """Support merged a duplicate into the organization that survives. `before` says how the duplicate was then."""

    id = fields.BigIntField(primary_key=True)
    duplicate_id = fields.BigIntField(db_index=True)
    survivor_id = fields.BigIntField(db_index=True)
    at = fields.DatetimeField()
    by = fields.CharField(max_length=254)
    reason = fields.TextField()
    before = fields.JSONField[dict[str, object]](default=dict)
    undone_at = fields.DatetimeField(null=True)
    undone_by = fields.CharField(max_length=254, null=True)
    undo_reason = fields.TextField(null=True)

    class Meta:
        table = "organization_merge"


class OrganizationEvent(Model):
    """One thing that a person did to an organization, beside its orders. Rows are only ever added."""

    id = fields.BigIntField(primary_key=True)
    organization_id = fields.BigIntField()
    at = fields.DatetimeField()
    actor = fields.CharField(max_length=254)
    actor_key = fields.CharField(max_length=254)
    kind = fields.CharField(max_length=48)
    values = fields.JSONField[dict[str, object]](default=dict)
    correlation_id = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "organization_event"
        indexes = (("organization_id", "id"),)


class OrganizationUser(Model):
    """A mailbox that belongs to an organization, where `administrator` means full administrator.

    `for_partner`: only as a person of its partner, who is no user of it: the finder doesn't count it.
    """

    id = fields.BigIntField(primary_key=True)
    organization: fields.ForeignKeyRelation[Organization] = fields.ForeignKeyField(
        "provisioning.Organization", related_name="users", on_delete=fields.RESTRICT
    )
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=254)
    domain = fields.CharField(max_length=253)
    status = fields.CharEnumField(UserStatus, max_length=12)
    administrator = fields.BooleanField(default=False)
    for_partner = fields.BooleanField(db_default=False)
    last_active_on = fields.DateField(null=True)

    class Meta:
        table = "organization_user"
        unique_together = (("email_key", "organization_id"),)
        indexes = (("organization_id", "status", "domain"),)


class OrganizationActivity(Model):
    """How many enabled users of an organization were last active on a day."""

    id = fields.BigIntField(primary_key=True)
    organization_id = fields.BigIntField()
    day = fields.DateField(db_index=True)
    users = fields.IntField()

    class Meta:
        table = "organization_activity"
        unique_together = (("organization_id", "day"),)


class ActivityDelta(Model):
    """A change of OrganizationActivity that is not folded in yet. Rows are appended, folded and removed."""

    id = fields.BigIntField(primary_key=True)
    organization_id = fields.BigIntField()
    day = fields.DateField()
    users = fields.IntField()

    class Meta:
        table = "activity_delta"


class ActivitySweep(Model):
    """The day up to which the figures that only time changes are right. One row."""

    id = fields.IntField(primary_key=True)
    day = fields.DateField()

    class Meta:
        table = "activity_sweep"


class FinderEntry(Model):
    """The finder's index: a row for each eligible organization, slot and domain, kept by finder/index.py.

    `rank` packs dormancy, proof, activity class and users, best first; `registrable` is the domain that a registrar
    sells, empty if there is none. `profile` is what else the finder ranks by and shows (finder/profiles.py): the
    indexes end with it, so that the best of a domain that 100,000 share are a few neighbouring pages, read alone.
    """

    id = fields.BigIntField(primary_key=True)
    organization_id = fields.BigIntField()
    slot = fields.CharEnumField(FinderSlot, max_length=8)
    domain = fields.CharField(max_length=253)
    proof = fields.SmallIntField()
    rank = fields.IntField()
    registrable = fields.CharField(max_length=253)
    canonical_name = fields.CharField(max_length=200)
    country = fields.CharField(max_length=2)
    profile = fields.TextField()

    class Meta:
        table = "finder_entry"
        unique_together = (("organization_id", "slot", "domain"),)
        indexes = (
            ("domain", "slot", "rank", "organization_id", "proof", "canonical_name", "country", "profile"),
            ("domain", "slot", "canonical_name", "rank", "organization_id", "proof", "country", "profile"),
            ("domain", "slot", "country", "rank", "organization_id", "proof", "canonical_name", "profile"),
            ("registrable", "slot", "rank", "organization_id"),
        )


class FinderPresence(Model):
    """That an organization which can be found has enabled users of a domain, however few; kept by finder/index.py.

    Of four names at a domain that nobody proved the finder concludes that it is nobody's: one index tells it, however
    many organizations there are.
    """

    id = fields.BigIntField(primary_key=True)
    organization_id = fields.BigIntField()
    domain = fields.CharField(max_length=253)
    canonical_name = fields.CharField(max_length=200)

    class Meta:
        table = "finder_presence"
        unique_together = (("organization_id", "domain"),)
        indexes = (("domain", "canonical_name"),)


class MailDomainOverride(Model):
    """A correction of a mail domain: it wins over the shipped lists, at once on every node."""

    id = fields.BigIntField(primary_key=True)
    domain = fields.CharField(max_length=253, unique=True)
    kind = fields.CharEnumField(MailDomainKind, max_length=12)

    class Meta:
        table = "mail_domain_override"


class MailDomainDecision(Model):
    """Who corrected a mail domain, when and why. Rows are only added; no `kind`: back to the lists."""

    id = fields.BigIntField(primary_key=True)
    domain = fields.CharField(max_length=253, db_index=True)
    kind = fields.CharEnumField(MailDomainKind, max_length=12, null=True)
    reason = fields.TextField()
    decided_by = fields.CharField(max_length=254)
    decided_at = fields.DatetimeField()

    class Meta:
        table = "mail_domain_decision"
