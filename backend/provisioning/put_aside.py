"""Orders that somebody put aside: they are not listed as their turn until a day, or until something changes on them.

It is theirs alone: others see the order as before, and it is not written on the order.
"""

from datetime import UTC, date, datetime, time

from backend import database
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode

_PUT = """
INSERT INTO put_aside (email_key, order_id, until, version, turn_since, at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (email_key, order_id) DO UPDATE SET until = $3, version = $4, turn_since = $5, at = $6
"""
# What changed since has another version, or waits since another moment.
ORDERS = """
SELECT a.order_id FROM put_aside a JOIN orders x ON x.id = a.order_id
WHERE a.email_key = (SELECT mailbox FROM asks) AND (a.until IS NULL OR a.until > {})
AND x.version = a.version AND x.turn_since = a.turn_since
"""


def read_day(day: date | None, at: datetime) -> datetime | None:
    """When the day begins, in UTC; None: no day is set. Raises Refused for a day that is not in the future."""
    if day is None:
        return None
    entries = Entries()
    until = datetime.combine(day, time(), UTC)
    if until <= at:
        entries.refuse(ErrorCode.INVALID, "Choose a day in the future.", "until")
    entries.check()
    return until


async def put(order: Dossier, actor: Actor, until: datetime | None, at: datetime) -> None:
    """Put an order aside, in the caller's transaction; again: until another day."""
    values = [actor.email_key, order.id, until, order.version, order.turn_since, at]
    await database.execute(_PUT, values)


async def take_up(order: Dossier, actor: Actor) -> None:
    """List the order as their turn again, in the caller's transaction."""
    await database.execute("DELETE FROM put_aside WHERE email_key = $1 AND order_id = $2", [actor.email_key, order.id])
