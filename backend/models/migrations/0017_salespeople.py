"""Salespeople see their orders: their addresses in the form in which addresses are compared, of the orders of before too.

They were kept with their domains in ASCII and small letters, so nothing is left to do but to lower the rest.
"""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

_LOWERED = "UPDATE orders SET seller_key = lower(seller_email) WHERE seller_email IS NOT NULL"
_FOUND = "SELECT DISTINCT seller_email, seller_key FROM orders WHERE seller_email IS NOT NULL"


async def _fill(_apps: object, editor: BaseSchemaEditor) -> None:
    await editor.client.execute_query(_LOWERED)
    _, found = await editor.client.execute_query(_FOUND)
    for email, key in ((row["seller_email"], row["seller_key"]) for row in found):
        if email.lower() != key:  # databases lower letters beyond ASCII in their own ways, or not at all
            places = ("?", "?") if editor.DIALECT == "sqlite" else ("$1", "$2")
            sql = "UPDATE orders SET seller_key = {} WHERE seller_email = {}".format(*places)
            await editor.client.execute_query(sql, [email.lower(), email])


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0016_mails_sent_together")]

    operations = [
        ops.AddField("Order", "seller_key", fields.CharField(max_length=254, null=True)),
        ops.RunPython(_fill),
        ops.AddIndex("Order", Index(fields=["seller_key"])),
    ]
