"""What is left to do after setup is ticked off on the order."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0027_retention")]

    operations = [ops.AddField("Order", "follow_ups_done", fields.CharField(max_length=200, db_default=""))]
