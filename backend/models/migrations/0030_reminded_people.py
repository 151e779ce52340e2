"""Each mailbox has a rhythm of reminders, and those of many orders are sent as a digest."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.models.person import ReminderRhythm


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0029_saved_views")]

    operations = [
        ops.CreateModel(
            name="RemindedPerson",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email_key", fields.CharField(unique=True, max_length=254)),
                ("email", fields.CharField(max_length=254)),
                ("rhythm", fields.CharEnumField(enum_type=ReminderRhythm, max_length=16, null=True)),
                ("language", fields.CharField(max_length=8, null=True)),
                ("reminded_at", fields.DatetimeField(null=True)),
                ("digest_due_at", fields.DatetimeField(null=True, db_index=True)),
                ("digest_sent_at", fields.DatetimeField(null=True)),
            ],
            options={"table": "reminded_person", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
