"""Test orders, whose mails are kept; they alone may be deleted, with their timeline."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from backend.models.order import TEST_INDEX
from backend.models.outbox import KEPT_INDEX

_OF_TEST = "EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND test)"
_SQLITE = [
    "DROP TRIGGER order_event_no_delete",
    f"CREATE TRIGGER order_event_no_delete BEFORE DELETE ON order_event WHEN NOT {_OF_TEST} "
    "BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END",
]
_POSTGRES = [
    "CREATE OR REPLACE FUNCTION refuse_change_of_order_event() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF TG_OP = 'DELETE' AND {_OF_TEST} THEN RETURN OLD; END IF; "
    "RAISE EXCEPTION 'the timeline is append-only' USING ERRCODE = 'restrict_violation'; END $$",
]


async def _spare_tests(_apps: object, editor: BaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.DIALECT == "sqlite" else _POSTGRES:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0024_webhooks")]

    operations = [
        ops.AddField("Order", "test", fields.BooleanField(db_default=False)),
        ops.RunSQL(TEST_INDEX, "DROP INDEX ix_orders_test"),
        ops.RunSQL(KEPT_INDEX, "DROP INDEX ix_email_message_kept"),
        ops.RunPython(_spare_tests),
    ]
