"""What waits for a worker keeps the trace of the request that asked for it."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0033_partner_access")]

    operations = [
        ops.AddField(model, "traceparent", fields.CharField(null=True, max_length=55))
        for model in ("Batch", "EmailMessage", "Service", "SiteChange", "WebhookDelivery")
    ]
