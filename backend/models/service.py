"""Tables of service setup: services with their drafts, sites, locations and the steps that provision them."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from backend.models.order import Order


PRIMARY_SITE_INDEX = "CREATE UNIQUE INDEX uq_site_primary ON site (organization_id) WHERE is_primary"
DEFAULT_LOCATION_INDEX = "CREATE UNIQUE INDEX uq_location_default ON location (organization_id) WHERE is_default"


class ServiceKind(StrEnum):
    """The services of a Webex Suite subscription."""

    MEETINGS = "MEETINGS"
    CALLING = "CALLING"
    MESSAGING = "MESSAGING"


class ServiceState(StrEnum):
    """Where a service, one of its sites or locations, or a provisioning step stands."""

    NOT_STARTED = "NOT_STARTED"
    DRAFT = "DRAFT"
    READY_FOR_REVIEW = "READY_FOR_REVIEW"
    DEFERRED = "DEFERRED"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    FAILED = "FAILED"


class StepKind(StrEnum):
    """What a provisioning step does."""

    CREATE_SITE = "CREATE_SITE"
    ASSIGN_LICENSES = "ASSIGN_LICENSES"
    CREATE_LOCATION = "CREATE_LOCATION"
    UPDATE_LOCATION = "UPDATE_LOCATION"
    SET_DEFAULT_LOCATION = "SET_DEFAULT_LOCATION"
    ENABLE_SERVICE = "ENABLE_SERVICE"
    UPDATE_SITE = "UPDATE_SITE"
    REMOVE_SITE = "REMOVE_SITE"


class Service(Model):
    """One service of an order. While it is provisioned, one worker at a time holds its lease."""

    id = fields.BigIntField(primary_key=True)
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "provisioning.Order", related_name="services", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(ServiceKind, max_length=12)
    state = fields.CharEnumField(ServiceState, max_length=20)
    saved_at = fields.DatetimeField(null=True)
    saved_by = fields.CharField(max_length=254, null=True)
    submitted_at = fields.DatetimeField(null=True)
    submitted_by = fields.CharField(max_length=254, null=True)
    failure = fields.TextField(null=True)
    delegate_email = fields.CharField(max_length=254, null=True)  # who was asked to set up this service alone
    delegate_key = fields.CharField(max_length=254, null=True)
    delegated_by = fields.CharField(max_length=254, null=True)
    due_at = fields.DatetimeField(null=True, db_index=True)  # when a worker may go on; null: nothing to do
    traceparent = fields.CharField(max_length=55, null=True)  # of who asked for it, whose trace goes on
    leased_until = fields.DatetimeField(null=True)
    unsettled = fields.IntField(db_default=0)  # how often it was taken without the outcome being written

    class Meta:
        table = "service"
        unique_together = (("order_id", "kind"),)
        indexes = (("delegate_key",),)


PROVISIONING_INDEX = (
    "CREATE INDEX ix_service_provisioning ON service (submitted_at, order_id) WHERE state = 'PROVISIONING'"
)


class Site(Model):
    """A Webex site. `held_name` is unique: it is held by a draft, or owned from the first Close on.

    An organization has one primary site: a partial unique index says so. Where an order uses a site that its
    organization has, `existing_id` names it; such a row holds and owns no name, and has the order's share of licenses.

    One that was added after setup (`added_at`) belongs to no order: its service is the one whose site stood first in
    the organization then. One that was removed (`removed_at`) keeps its name for its organization.
    """

    id = fields.BigIntField(primary_key=True)
    service: fields.ForeignKeyRelation[Service] = fields.ForeignKeyField(
        "provisioning.Service", related_name="sites", on_delete=fields.RESTRICT, db_index=True
    )
    organization_id = fields.BigIntField(null=True, db_index=True)
    position = fields.IntField()
    is_primary = fields.BooleanField(db_default=False)  # of a draft: it was to be when it was saved
    existing_id = fields.BigIntField(null=True)
    name = fields.CharField(max_length=60)
    held_name = fields.CharField(max_length=60, null=True, unique=True)
    held_at = fields.DatetimeField(null=True)
    time_zone = fields.CharField(max_length=64)
    early_release = fields.BooleanField()
    allocations = fields.JSONField[dict[str, int] | None](null=True)  # license id -> units; null: not distributed
    state = fields.CharEnumField(ServiceState, max_length=20)
    added_at = fields.DatetimeField(null=True)
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "site"


class SiteChange(Model):
    """What is changed on a site after setup, or was last: the site is created, gets a time zone, or is removed.

    A site has one at a time. It is carried out as a provisioning step is, by who holds its lease.
    """

    id = fields.BigIntField(primary_key=True)
    site: fields.OneToOneRelation[Site] = fields.OneToOneField(
        "provisioning.Site", related_name="change", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(StepKind, max_length=24)
    time_zone = fields.CharField(max_length=64, null=True)  # the one that it gets
    state = fields.CharEnumField(ServiceState, max_length=20)
    attempts = fields.IntField(default=0)
    message = fields.TextField(null=True)
    refused = fields.BooleanField(db_default=False)  # it failed, and the other side said that nothing was done
    requested_by = fields.CharField(max_length=254)
    requested_key = fields.CharField(max_length=254)
    requested_at = fields.DatetimeField()
    started_at = fields.DatetimeField(null=True)
    finished_at = fields.DatetimeField(null=True)
    due_at = fields.DatetimeField(null=True, db_index=True)  # null: nothing more to do
    traceparent = fields.CharField(max_length=55, null=True)  # of who asked for it, whose trace goes on
    leased_until = fields.DatetimeField(null=True)
    unsettled = fields.IntField(db_default=0)  # how often it was taken without the outcome being written

    class Meta:
        table = "site_change"


class Location(Model):
    """A calling location. Its name is unique in the organization from the moment it is submitted.

    An organization has one default location: a partial unique index says so. `existing_id` is as in Site.
    """

    id = fields.BigIntField(primary_key=True)
    service: fields.ForeignKeyRelation[Service] = fields.ForeignKeyField(
        "provisioning.Service", related_name="locations", on_delete=fields.RESTRICT, db_index=True
    )
    organization_id = fields.BigIntField(null=True)
    position = fields.IntField()  # 0 is the headquarters
    name = fields.CharField(max_length=80)
    name_key = fields.CharField(max_length=160)
    time_zone = fields.CharField(max_length=64)
    preferred_language = fields.CharField(max_length=16)
    announcement_language = fields.CharField(max_length=16)
    address = fields.JSONField[dict[str, str | None]]()
    is_default = fields.BooleanField(default=False)  # of a draft: it was to be when it was saved
    existing_id = fields.BigIntField(null=True)
    state = fields.CharEnumField(ServiceState, max_length=20)
    failure = fields.TextField(null=True)

    class Meta:
        table = "location"
        unique_together = (("organization_id", "name_key"),)


class ProvisioningStep(Model):
    """One durable, idempotent step of provisioning a service, with its log."""

    id = fields.BigIntField(primary_key=True)
    service: fields.ForeignKeyRelation[Service] = fields.ForeignKeyField(
        "provisioning.Service", related_name="steps", on_delete=fields.RESTRICT
    )
    position = fields.IntField()
    kind = fields.CharEnumField(StepKind, max_length=24)
    subject_id = fields.BigIntField(null=True)  # the site or location
    name = fields.CharField(max_length=120)
    state = fields.CharEnumField(ServiceState, max_length=20)
    attempts = fields.IntField(default=0)
    message = fields.TextField(null=True)
    name_refused = fields.BooleanField(db_default=False)  # it failed, and would fail again with the same name
    started_at = fields.DatetimeField(null=True)
    finished_at = fields.DatetimeField(null=True)

    class Meta:
        table = "provisioning_step"
        unique_together = (("service_id", "position"),)
