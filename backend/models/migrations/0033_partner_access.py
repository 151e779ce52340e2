"""A customer may end what a partner's side can do in their organization, and the partner may ask for it again."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0032_typed_steps")]

    operations = [
        ops.AddField("Order", "partner_access_ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
        ops.CreateModel(
            name="PartnerAccessRequest",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("partner_organization_id", fields.BigIntField(db_index=True)),
                ("customer_organization_id", fields.BigIntField(db_index=True)),
                ("requested_by", fields.CharField(max_length=254)),
                ("requested_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(null=True, unique=False)),
                ("approved", fields.BooleanField(null=True)),
                ("decided_by", fields.CharField(null=True, max_length=254)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={"table": "partner_access_request", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
