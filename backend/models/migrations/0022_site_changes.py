"""Sites of an organization are added, changed and removed after setup; one that was removed keeps its name."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

from backend.models.service import ServiceState, StepKind


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0021_tokens_of_organizations")]

    operations = [
        ops.AddField("Site", "added_at", fields.DatetimeField(null=True)),
        ops.AddField("Site", "removed_at", fields.DatetimeField(null=True)),
        ops.CreateModel(
            name="SiteChange",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("site", fields.OneToOneField("provisioning.Site", source_field="site_id", db_constraint=True, to_field="id", related_name="change", on_delete=OnDelete.RESTRICT)),
                ("kind", fields.CharEnumField(enum_type=StepKind, max_length=24)),
                ("time_zone", fields.CharField(null=True, max_length=64)),
                ("state", fields.CharEnumField(enum_type=ServiceState, max_length=20)),
                ("attempts", fields.IntField(default=0)),
                ("message", fields.TextField(null=True, unique=False)),
                ("refused", fields.BooleanField(db_default=False)),
                ("requested_by", fields.CharField(max_length=254)),
                ("requested_key", fields.CharField(max_length=254)),
                ("requested_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("started_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("finished_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("unsettled", fields.IntField(db_default=0)),
            ],
            options={"table": "site_change", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
