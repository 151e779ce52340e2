"""Indexes of what is being provisioned and of what is asked: the support desk begins with the oldest."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.models.order import PENDING_INDEX
from backend.models.service import PROVISIONING_INDEX


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0030_reminded_people")]

    operations = [
        ops.RunSQL(PROVISIONING_INDEX, "DROP INDEX ix_service_provisioning"),
        ops.RunSQL(PENDING_INDEX, "DROP INDEX ix_administrator_request_pending"),
    ]
