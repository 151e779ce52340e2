"""The finder's index holds all that the finder tells. It is derived, so it is made anew: `migrate` fills it at the end."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.models.organization import FinderSlot


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0004_links_of_a_person")]

    operations = [
        ops.DeleteModel("FinderEntry"),
        ops.CreateModel(
            name="FinderEntry",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("organization_id", fields.BigIntField()),
                ("slot", fields.CharEnumField(description="PARTNER: PARTNER\nCUSTOMER: CUSTOMER\nOBSERVED: OBSERVED", enum_type=FinderSlot, max_length=8)),
                ("domain", fields.CharField(max_length=253)),
                ("proof", fields.SmallIntField()),
                ("rank", fields.IntField()),
                ("registrable", fields.CharField(max_length=253)),
                ("canonical_name", fields.CharField(max_length=200)),
                ("country", fields.CharField(max_length=2)),
                ("profile", fields.TextField(unique=False)),
            ],
            options={
                "table": "finder_entry",
                "app": "provisioning",
                "unique_together": (("organization_id", "slot", "domain"),),
                "indexes": [
                    Index(fields=["domain", "slot", "rank", "organization_id", "proof", "canonical_name", "country", "profile"]),
                    Index(fields=["domain", "slot", "canonical_name", "rank", "organization_id", "proof", "country", "profile"]),
                    Index(fields=["domain", "slot", "country", "rank", "organization_id", "proof", "canonical_name", "profile"]),
                    Index(fields=["registrable", "slot", "rank", "organization_id"]),
                ],
                "pk_attr": "id",
                "table_description": "The finder's index: a row for each eligible organization, slot and domain, kept by finder/index.py.",
            },
            bases=["Model"],
        ),
        ops.RunSQL("DELETE FROM activity_sweep", ""),
    ]
