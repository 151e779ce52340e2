"""Organizations have API tokens of their own; a token can be revoked, and is known by how it begins."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0020_renewals")]

    operations = [
        ops.AddField(
            "ApiToken",
            "organization",
            fields.ForeignKeyField(
                "provisioning.Organization",
                source_field="organization_id",
                db_constraint=True,
                to_field="id",
                related_name="api_tokens",
                on_delete=OnDelete.CASCADE,
                null=True,
                db_index=True,
            ),
        ),
        ops.AddField("ApiToken", "prefix", fields.CharField(max_length=16, db_default="chub_", db_index=True)),
        ops.AddField("ApiToken", "created_by", fields.CharField(max_length=254, null=True)),
        ops.AddField("ApiToken", "revoked_at", fields.DatetimeField(null=True)),
        ops.AddIndex("ApiToken", Index(fields=["organization_id"])),
        ops.AddIndex("ApiToken", Index(fields=["prefix"])),
    ]
