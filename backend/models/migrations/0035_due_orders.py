"""Indexes of what becomes due, for the worker's looks.

`ix_orders_next_deadline` serves nobody any more and stays: to drop it here would ask for a stronger lock of the table
than the one that is held by then, while others wait with theirs.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

from backend.models.order import DUE_INDEXES


class Migration(migrations.Migration):
    dependencies = [("provisioning", "0034_traces")]

    operations = [ops.RunSQL(sql, f"DROP INDEX {name}") for name, sql in DUE_INDEXES.items()]
