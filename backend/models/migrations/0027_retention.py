"""The timeline of an order that ended long ago may be deleted: what it told before `history_from`."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

_MAY_GO = "EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND (test OR OLD.at < history_from))"
_SQLITE = [
    "DROP TRIGGER order_event_no_delete",
    f"CREATE TRIGGER order_event_no_delete BEFORE DELETE ON order_event WHEN NOT {_MAY_GO} "
    "BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END",
]
_POSTGRES = [
    "CREATE OR REPLACE FUNCTION refuse_change_of_order_event() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF TG_OP = 'DELETE' AND {_MAY_GO} THEN RETURN OLD; END IF; "
    "RAISE EXCEPTION 'the timeline is append-only' USING ERRCODE = 'restrict_violation'; END $$",
]


async def _let_go(_apps: object, editor: BaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.DIALECT == "sqlite" else _POSTGRES:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0026_put_aside")]

    operations = [
        ops.AddField("Order", "history_from", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
        ops.RunPython(_let_go),
    ]
