"""What people type on a page of the wizard waits for them on all their devices."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0031_triage")]

    operations = [
        ops.CreateModel(
            name="TypedStep",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email_key", fields.CharField(max_length=254)),
                ("order", fields.ForeignKeyField("provisioning.Order", source_field="order_id", db_constraint=True, to_field="id", related_name="typed_steps", on_delete=OnDelete.CASCADE, db_index=True)),
                ("step", fields.CharField(max_length=32)),
                ("entries", fields.TextField(unique=False)),
                ("version", fields.IntField()),
                ("writer", fields.CharField(max_length=40)),
                ("number", fields.IntField()),
                ("typed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "typed_step", "app": "provisioning", "unique_together": (("email_key", "order_id", "step"),), "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
