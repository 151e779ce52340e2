"""Whom an order waits for in vain because their mail was not delivered."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0012_right_customer")]

    operations = [
        ops.AddField("Order", "undelivered_to", fields.CharField(max_length=254, null=True)),
        ops.AddField("Order", "undelivered_at", fields.DatetimeField(null=True)),
    ]
