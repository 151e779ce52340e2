"""Domains that administrators prove by a TXT record, duplicates that support merged, and who did what to a company."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from backend.models.organization import DomainFinding

_SQLITE = [
    f"CREATE TRIGGER organization_event_no_{act.lower()} BEFORE {act} ON organization_event "
    "BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END"
    for act in ("UPDATE", "DELETE")
]
_POSTGRES = [
    "CREATE TRIGGER organization_event_append_only BEFORE UPDATE OR DELETE ON organization_event "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change_of_order_event()",
]


async def _protect(_apps: object, editor: BaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.DIALECT == "sqlite" else _POSTGRES:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0007_link_renewals")]

    operations = [
        ops.CreateModel(
            name="DomainVerification",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("domain", fields.OneToOneField("provisioning.OrganizationDomain", source_field="domain_id", db_constraint=True, to_field="id", related_name="verification", on_delete=OnDelete.CASCADE)),
                ("token", fields.CharField(max_length=64)),
                ("added_by", fields.CharField(max_length=254)),
                ("added_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("attempts", fields.IntField(default=0)),
                ("last_checked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("finding", fields.CharEnumField(null=True, enum_type=DomainFinding, max_length=20)),
                ("told", fields.JSONField(default=dict)),
                ("entered", fields.BooleanField()),
            ],
            options={"table": "domain_verification", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OrganizationMerge",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("duplicate_id", fields.BigIntField(db_index=True)),
                ("survivor_id", fields.BigIntField(db_index=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("by", fields.CharField(max_length=254)),
                ("reason", fields.TextField(unique=False)),
                ("before", fields.JSONField(default=dict)),
                ("undone_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("undone_by", fields.CharField(null=True, max_length=254)),
                ("undo_reason", fields.TextField(null=True, unique=False)),
            ],
            options={"table": "organization_merge", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OrganizationEvent",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("organization_id", fields.BigIntField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("actor", fields.CharField(max_length=254)),
                ("actor_key", fields.CharField(max_length=254)),
                ("kind", fields.CharField(max_length=48)),
                ("values", fields.JSONField(default=dict)),
                ("correlation_id", fields.CharField(null=True, max_length=64)),
            ],
            options={"table": "organization_event", "app": "provisioning", "indexes": [Index(fields=["organization_id", "id"])], "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.RunPython(_protect),
    ]
