"""Orders as they stand in the lists of their viewers. They are derived, so `migrate` fills them at its end.

PostgreSQL compares texts byte by byte, as SQLite does: lists are sorted alike on both.
"""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

_TEXTS = {"viewer": 280, "state": 5, "company": 60, "number": 64}


async def _compare_bytes(_apps: object, editor: BaseSchemaEditor) -> None:
    if editor.DIALECT != "sqlite":
        changed = [f'ALTER COLUMN {name} TYPE VARCHAR({most}) COLLATE "C"' for name, most in _TEXTS.items()]
        await editor.client.execute_query(f"ALTER TABLE listed_order {', '.join(changed)}")


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0017_salespeople")]

    operations = [
        ops.CreateModel(
            name="ListedOrder",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("order", fields.ForeignKeyField("provisioning.Order", source_field="order_id", db_constraint=True, to_field="id", related_name="listed", on_delete=OnDelete.CASCADE)),
                ("viewer", fields.CharField(max_length=280)),
                ("state", fields.CharField(max_length=5)),
                ("placed_at", fields.DatetimeField()),
                ("updated_at", fields.DatetimeField()),
                ("due", fields.DatetimeField()),
                ("since", fields.DatetimeField()),
                ("company", fields.CharField(max_length=60)),
                ("number", fields.CharField(max_length=64)),
            ],
            options={
                "table": "listed_order",
                "app": "provisioning",
                "unique_together": (("order_id", "viewer"),),
                "indexes": [
                    Index(fields=["viewer", "placed_at", "order_id"]),
                    Index(fields=["viewer", "due", "order_id"]),
                    Index(fields=["viewer", "state", "placed_at", "order_id"]),
                    Index(fields=["viewer", "state", "updated_at", "order_id"]),
                    Index(fields=["viewer", "state", "due", "order_id"]),
                    Index(fields=["viewer", "state", "since", "order_id"]),
                    Index(fields=["viewer", "state", "company", "order_id"]),
                    Index(fields=["viewer", "state", "number", "order_id"]),
                ],
                "pk_attr": "id",
                "table_description": "An order as it stands in the lists of one of its viewers, as `provisioning/listed_orders.py` writes it.",
            },
            bases=["Model"],
        ),
        ops.RunPython(_compare_bytes),
    ]
