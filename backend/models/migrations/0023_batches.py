"""One act on many orders, carried out row by row by a worker."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0022_site_changes")]

    operations = [
        ops.CreateModel(
            name="Batch",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email", fields.CharField(max_length=254)),
                ("email_key", fields.CharField(max_length=254)),
                ("only_order_id", fields.BigIntField(null=True)),
                ("act", fields.CharField(max_length=12)),
                ("target", fields.CharField(max_length=254, null=True)),
                ("reason", fields.TextField(null=True, unique=False)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("finished_at", fields.DatetimeField(auto_now=False, auto_now_add=False, null=True)),
                ("stopped_at", fields.DatetimeField(auto_now=False, auto_now_add=False, null=True)),
                ("due_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False, null=True)),
                ("leased_until", fields.DatetimeField(auto_now=False, auto_now_add=False, null=True)),
                ("unsettled", fields.IntField(default=0)),
            ],
            options={"table": "batch", "app": "provisioning", "indexes": [Index(fields=["email_key", "id"])], "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BatchRow",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("batch", fields.ForeignKeyField("provisioning.Batch", source_field="batch_id", db_constraint=True, to_field="id", related_name="rows", on_delete=OnDelete.CASCADE)),
                ("position", fields.IntField()),
                ("order_id", fields.BigIntField()),
                ("order_number", fields.CharField(max_length=64)),
                ("company_name", fields.CharField(max_length=200)),
                ("state", fields.CharField(max_length=8)),
                ("refusal", fields.JSONField(null=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False, null=True)),
            ],
            options={
                "table": "batch_row",
                "app": "provisioning",
                "unique_together": (("batch_id", "position"),),
                "indexes": [Index(fields=["batch_id", "state", "position"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
