"""Orders that have changed lately, and what of them somebody sees: for those who watch all of their orders."""

from collections.abc import Sequence
from datetime import datetime

from backend import database
from backend.provisioning import access, dossier
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.listed_orders import EVERYBODY
from backend.sql import among, first_of_each, listed, per_database

MOST = 1_000  # orders that are looked at again

# The viewer who has all orders; in each state that is there, what has changed since, by the index.
_RECENT = f"""
WITH RECURSIVE present(state) AS (
SELECT (SELECT min(state) FROM listed_order WHERE viewer = '{EVERYBODY}')
UNION ALL
SELECT (SELECT min(l.state) FROM listed_order l WHERE l.viewer = '{EVERYBODY}' AND l.state > p.state)
FROM present p WHERE p.state IS NOT NULL)
SELECT l.order_id, l.updated_at FROM {{changed}}
"""
_CHANGED = f"""
WHERE l.viewer = '{EVERYBODY}' AND l.state = p.state AND l.updated_at > $1 ORDER BY l.updated_at DESC LIMIT {MOST}
"""


async def since(moment: datetime) -> list[tuple[int, datetime]]:
    """The orders that have changed since, and when they did last: `MOST` of each state at most, the newest."""
    found = await database.rows(_statement(), [moment])
    return [(row["order_id"], database.instant(row["updated_at"])) for row in found]


async def of_interest(order_ids: Sequence[int], actor: Actor) -> list[int]:
    """Those of many orders that are in the actor's lists, in one statement."""
    if actor.order_id is not None:
        return [actor.order_id] if actor.order_id in order_ids else []
    own, values = access.viewers(actor, 2)
    sql = f"SELECT DISTINCT order_id FROM listed_order WHERE order_id {among(1)} AND viewer IN ({own})"
    return [row["order_id"] for row in await database.rows(sql, [listed(order_ids), *values])]


async def seen(order_ids: Sequence[int], actor: Actor) -> list[Dossier]:
    """Those of a few orders of which the actor sees anything, as they are now, in one statement."""
    orders = await dossier.read_where(f"o.id {among(2)}", [listed(order_ids)], actor.viewer_key, "ORDER BY o.id")
    return [order for order in orders if access.roles(order, actor)]


@per_database
def _statement() -> str:
    return _RECENT.format(changed=first_of_each("present p", "listed_order", "l", _CHANGED))
