"""Whether a provisioning step failed because its name was refused."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0014_wrong_codes")]

    operations = [ops.AddField("ProvisioningStep", "name_refused", fields.BooleanField(db_default=False))]
