"""Mails go in the order of their urgency and by destination; work whose outcome was never written is counted."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from backend.models.outbox import DUE_INDEX

_URGENCY = """
UPDATE email_message SET priority = CASE
  WHEN kind = 'SIGN_IN_CODE' THEN 0 WHEN kind IN ('SETUP', 'HAND_OVER') THEN 1 ELSE 2 END,
  destination = LOWER({domain})
"""
_DOMAIN = {"sqlite": "SUBSTR(recipient, INSTR(recipient, '@') + 1)", "postgres": "SPLIT_PART(recipient, '@', 2)"}


async def _sort(_apps: object, editor: BaseSchemaEditor) -> None:
    domain = _DOMAIN["sqlite" if editor.DIALECT == "sqlite" else "postgres"]
    await editor.client.execute_query(_URGENCY.format(domain=domain))


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0008_domains_and_merges")]

    operations = [
        ops.AddField("EmailMessage", "priority", fields.SmallIntField(db_default=2)),
        ops.AddField("EmailMessage", "destination", fields.CharField(max_length=254, db_default="")),
        ops.AddField("EmailMessage", "unsettled", fields.IntField(db_default=0)),
        ops.AddField("EmailMessage", "pauses", fields.IntField(db_default=0)),
        ops.AddField("EmailMessage", "bounced_at", fields.DatetimeField(null=True)),
        ops.AddField("Service", "unsettled", fields.IntField(db_default=0)),
        ops.AddField("DomainVerification", "unsettled", fields.IntField(db_default=0)),
        ops.RunPython(_sort),
        ops.RunSQL(DUE_INDEX, "DROP INDEX ix_email_message_due"),
    ]
