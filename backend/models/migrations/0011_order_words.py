"""Words by which orders are found. They are derived, so `migrate` fills them at its end.

PostgreSQL compares them byte by byte, as SQLite does: a range of them means the same on both. "Next deadline first"
has its index; orders without a deadline come last. Who sees an order because it names their partner organization finds
it by an index, too.
"""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from backend.models.order import WordKind

_DEADLINE_INDEX = """
CREATE INDEX ix_orders_next_deadline ON orders ((CASE
WHEN status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS') AND deadline IS NOT NULL THEN deadline
ELSE '9999-12-31 00:00:00+00:00' END), id)
"""


async def _compare_bytes(_apps: object, editor: BaseSchemaEditor) -> None:
    if editor.DIALECT != "sqlite":
        await editor.client.execute_query('ALTER TABLE order_word ALTER COLUMN word TYPE VARCHAR(254) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0010_link_purposes")]

    operations = [
        ops.CreateModel(
            name="OrderWord",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("order", fields.ForeignKeyField("provisioning.Order", source_field="order_id", db_constraint=True, to_field="id", related_name="words", on_delete=OnDelete.CASCADE)),
                ("kind", fields.CharEnumField(description="NUMBER: NUMBER\nCOMPANY: COMPANY\nSELLER: SELLER\nSUBSCRIPTION: SUBSCRIPTION\nORGANIZATION: ORGANIZATION\nSITE: SITE\nDOMAIN: DOMAIN\nADDRESS: ADDRESS\nRECIPIENT: RECIPIENT", enum_type=WordKind, max_length=12)),
                ("word", fields.CharField(max_length=254)),
            ],
            options={
                "table": "order_word",
                "app": "provisioning",
                "unique_together": (("order_id", "kind", "word"),),
                "indexes": [Index(fields=["kind", "word", "order_id"])],
                "pk_attr": "id",
                "table_description": "A word by which an order is found, as `provisioning/order_words.py` folds it. A search reads a range of them.",
            },
            bases=["Model"],
        ),
        ops.RunPython(_compare_bytes),
        ops.AddIndex("Order", Index(fields=["named_partner"])),
        ops.RunSQL(_DEADLINE_INDEX, "DROP INDEX ix_orders_next_deadline"),
    ]
