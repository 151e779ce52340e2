"""People save views of their list of orders."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0028_follow_ups")]

    operations = [
        ops.CreateModel(
            name="SavedViews",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email_key", fields.CharField(unique=True, max_length=254)),
                ("views", fields.JSONField(default=list)),
            ],
            options={"table": "saved_views", "app": "provisioning", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
