"""A timeline to which rows are only ever added: the database itself refuses to change or delete one."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

_SQLITE = [
    f"CREATE TRIGGER order_event_no_{act.lower()} BEFORE {act} ON order_event "
    "BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END"
    for act in ("UPDATE", "DELETE")
]
_POSTGRES = [
    "CREATE FUNCTION refuse_change_of_order_event() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the timeline is append-only' USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER order_event_append_only BEFORE UPDATE OR DELETE ON order_event "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change_of_order_event()",
]


async def _protect(_apps: object, editor: BaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.DIALECT == "sqlite" else _POSTGRES:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0005_finder_profiles")]

    operations = [ops.RunPython(_protect)]
