"""How many wrong codes in a row a mailbox has had."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0013_undelivered")]

    operations = [
        ops.CreateModel(
            name="WrongCode",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("email_key", fields.CharField(max_length=254)),
                ("caller", fields.CharField(max_length=80)),
                ("email", fields.CharField(max_length=254)),
                ("count", fields.IntField()),
                ("last_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("token_hash", fields.CharField(max_length=64, unique=True, null=True)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False, null=True)),
            ],
            options={
                "table": "wrong_code",
                "app": "provisioning",
                "unique_together": (("email_key", "caller"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
    ]
