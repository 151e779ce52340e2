"""Webhooks: endpoints, what is delivered to them, and each attempt."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.models.webhook import DUE_INDEX, DisabledReason, WebhookDeliveryState, WebhookEventType


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0023_batches")]

    operations = [
        ops.CreateModel(
            name="WebhookEndpoint",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("seller", fields.CharField(null=True, db_index=True, max_length=100)),
                ("organization", fields.ForeignKeyField("provisioning.Organization", source_field="organization_id", null=True, db_index=True, db_constraint=True, to_field="id", related_name="webhooks", on_delete=OnDelete.CASCADE)),
                ("url", fields.CharField(max_length=1000)),
                ("events", fields.CharField(max_length=250)),
                ("query", fields.TextField(null=True, unique=False)),
                ("description", fields.CharField(null=True, max_length=200)),
                ("enabled", fields.BooleanField(db_default=True)),
                ("disabled_reason", fields.CharEnumField(null=True, enum_type=DisabledReason, max_length=24)),
                ("secret", fields.CharField(max_length=64)),
                ("previous_secret", fields.CharField(null=True, max_length=64)),
                ("previous_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("delivered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "webhook_endpoint", "app": "provisioning", "pk_attr": "id", "table_description": "An address that is told of events. It belongs to a seller or to an organization."},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="WebhookDelivery",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("endpoint", fields.ForeignKeyField("provisioning.WebhookEndpoint", source_field="endpoint_id", db_constraint=True, to_field="id", related_name="deliveries", on_delete=OnDelete.CASCADE)),
                ("order_id", fields.BigIntField(null=True)),
                ("event", fields.CharEnumField(description="", enum_type=WebhookEventType, max_length=24)),
                ("state", fields.CharEnumField(description="", enum_type=WebhookDeliveryState, max_length=12)),
                ("payload", fields.TextField(unique=False)),
                ("composed", fields.BooleanField(db_default=False)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("tried_since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("tries", fields.IntField(db_default=0)),
                ("unsettled", fields.IntField(db_default=0)),
                ("due_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "webhook_delivery", "app": "provisioning", "indexes": [Index(fields=["endpoint_id", "id"]), Index(fields=["endpoint_id", "order_id", "id"])], "pk_attr": "id", "table_description": "One event for one endpoint, written in the transaction of the change."},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="WebhookAttempt",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("delivery", fields.ForeignKeyField("provisioning.WebhookDelivery", source_field="delivery_id", db_index=True, db_constraint=True, to_field="id", related_name="attempts", on_delete=OnDelete.CASCADE)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("status", fields.SmallIntField(null=True)),
                ("duration_ms", fields.IntField()),
                ("error", fields.CharField(null=True, max_length=24)),
                ("detail", fields.CharField(null=True, max_length=200)),
                ("response", fields.TextField(null=True, unique=False)),
            ],
            options={"table": "webhook_attempt", "app": "provisioning", "pk_attr": "id", "table_description": "One try to send a delivery, and what came of it."},
            bases=["Model"],
        ),
        ops.RunSQL(DUE_INDEX, "DROP INDEX ix_webhook_delivery_due"),
    ]
