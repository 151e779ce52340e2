"""Which customer a dispute was about, so that the order is not mapped to it again."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0002_indexes")]

    operations = [ops.AddField("Dispute", "organization_id", fields.BigIntField(null=True))]
