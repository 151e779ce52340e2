"""What Tortoise's models cannot say: partial indexes."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.models.organization import ADMINISTRATOR_INDEX, CLAIM_INDEX


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0001_initial")]

    operations = [
        ops.RunSQL(CLAIM_INDEX, "DROP INDEX uq_organization_domain_claim"),
        ops.RunSQL(ADMINISTRATOR_INDEX, "DROP INDEX ix_organization_user_administrator"),
    ]
