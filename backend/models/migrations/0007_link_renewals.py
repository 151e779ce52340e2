"""Requests for new links wait for the worker, so that the time of their answer tells nothing."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0006_append_only_timeline")]

    operations = [
        ops.CreateModel(
            name="LinkRenewal",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("token_hash", fields.CharField(max_length=64)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={"table": "link_renewal", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
