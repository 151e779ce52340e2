"""Somebody may put orders aside: they are not listed as their turn for a while."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0025_test_orders")]

    operations = [
        ops.AddField("Batch", "until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
        ops.CreateModel(
            name="PutAside",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email_key", fields.CharField(max_length=254)),
                ("order", fields.ForeignKeyField("provisioning.Order", source_field="order_id", db_constraint=True, to_field="id", related_name="put_aside", on_delete=OnDelete.CASCADE, db_index=True)),
                ("until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("version", fields.IntField()),
                ("turn_since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "put_aside", "app": "provisioning", "unique_together": (("email_key", "order_id"),), "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
