"""A link keeps what it asks; links of before are told by the mail that was written in the same instant."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.models.person import LinkPurpose

MAILS = {"HAND_OVER": "HAND_OVER", "SUBSCRIPTION_ADDED": "DISPUTE", "ADMINISTRATOR_REQUEST": "ADMINISTRATOR_REQUEST"}
OF_MAILS = "CASE e.kind " + " ".join(f"WHEN '{kind}' THEN '{purpose}'" for kind, purpose in MAILS.items()) + " END"
WRITTEN_WITH = (
    "FROM email_message e WHERE e.order_id = setup_link.order_id AND e.recipient = setup_link.email"
    " AND e.queued_at = setup_link.issued_at AND e.kind IN ('HAND_OVER', 'SUBSCRIPTION_ADDED', 'ADMINISTRATOR_REQUEST')"
)
# A link that two mails of one instant carried asks what the later one did.
FILL = f"UPDATE setup_link SET purpose = COALESCE((SELECT {OF_MAILS} {WRITTEN_WITH} ORDER BY e.id DESC LIMIT 1), 'SET_UP')"


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0009_mail_in_order")]

    operations = [
        ops.AddField(
            "SetupLink",
            "purpose",
            fields.CharEnumField(enum_type=LinkPurpose, max_length=24, db_default="SET_UP"),
        ),
        ops.RunSQL(FILL, ""),
        ops.RunSQL(
            "CREATE INDEX ix_delegation_delegate ON delegation (delegate_key)", "DROP INDEX ix_delegation_delegate"
        ),
    ]
