"""No indexes of orders that nothing reads by any more: each order that is placed or changed wrote them.

Lists are read from `listed_order`, what is due by the indexes of 0035, and an external id by `order_word`.
"""

from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

_NEXT_DEADLINE = """
CREATE INDEX ix_orders_next_deadline ON orders ((CASE
WHEN status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS') AND deadline IS NOT NULL THEN deadline
ELSE '9999-12-31 00:00:00+00:00' END), id)
"""
_UNREAD: dict[str, tuple[str, fields.Field[Any]]] = {
    "idx_orders_externa_cac79a": ("external_id", fields.CharField(max_length=128, null=True)),
    "idx_orders_deadlin_097121": ("deadline", fields.DatetimeField(null=True)),
    "idx_orders_remind__560ef9": ("remind_at", fields.DatetimeField(null=True)),
    "idx_orders_hand_ov_72f3bc": ("hand_over_remind_at", fields.DatetimeField(null=True)),
}


class _Told(ops.AlterField):
    """What the models are like from now on: SQLite would copy the whole table for it."""

    async def database_forward(self, *_: Any) -> None:
        """Nothing is left to do."""

    async def database_backward(self, *_: Any) -> None:
        """Nothing is left to do."""


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0035_due_orders")]

    operations = [
        ops.RunSQL("DROP INDEX ix_orders_next_deadline", _NEXT_DEADLINE),
        *(ops.RunSQL(f"DROP INDEX {name}", f"CREATE INDEX {name} ON orders ({of})") for name, (of, _) in _UNREAD.items()),
        *(_Told("Order", of, field) for of, field in _UNREAD.values()),
    ]
