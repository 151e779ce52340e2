"""Mails that wait to be sent as one, and the mail that lists them."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.models.outbox import CROWD_INDEX, SENT_WITH_INDEX


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0015_refused_names")]

    operations = [
        ops.AddField("EmailMessage", "crowd", fields.CharField(max_length=64, null=True)),
        ops.AddField("EmailMessage", "sent_with", fields.BigIntField(null=True)),
        ops.RunSQL(CROWD_INDEX, "DROP INDEX ix_email_message_crowd"),
        ops.RunSQL(SENT_WITH_INDEX, "DROP INDEX ix_email_message_sent_with"),
    ]
