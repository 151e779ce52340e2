"""An index over the links of a person: whoever signs in may have been invited by one."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.models.person import PERSON_INDEX


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0003_dispute_organization")]

    operations = [ops.RunSQL(PERSON_INDEX, "DROP INDEX ix_setup_link_person")]
