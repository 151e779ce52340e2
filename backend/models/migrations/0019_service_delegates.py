"""Somebody may be asked to set up one service of an order, and nothing else of it."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0018_listed_orders")]

    operations = [
        ops.AddField("Service", "delegate_email", fields.CharField(max_length=254, null=True)),
        ops.AddField("Service", "delegate_key", fields.CharField(max_length=254, null=True)),
        ops.AddField("Service", "delegated_by", fields.CharField(max_length=254, null=True)),
        ops.AddIndex("Service", Index(fields=["delegate_key"])),
    ]
