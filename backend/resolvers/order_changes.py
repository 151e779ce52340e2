"""Who watches all of their orders: each that changes, in turns, however many change at once."""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice

from graphql import GraphQLError

from backend import clock, events
from backend.language import text
from backend.provisioning import changed_orders, dossier
from backend.provisioning.dossier import Dossier
from backend.resolvers.api_errors import unauthenticated
from backend.resolvers.context import Context
from backend.resolvers.shared_reads import SharedRead

PAUSE = 1.0  # seconds between two turns of one who watches
AT_ONCE = 20  # orders that are sent in a turn
OUTDATED = 5.0  # seconds after which what was read for a turn is read again before it is sent
LOOKED_THROUGH = 1_000  # changed orders of anybody that are looked through in a turn
MAX_WATCHERS = 20  # of a caller, in this process
MAX_REMEMBERED = 1_000  # orders of which is remembered what was sent
# What changed so long before the last look is looked for again: longer than a transaction takes.
LOOK_BACK = timedelta(seconds=15)

_watchers: Counter[str] = Counter()
_of_interest = SharedRead(changed_orders.of_interest)
_seen = SharedRead(changed_orders.seen)
_looked_at = 0.0


async def all_changes(context: Context) -> AsyncGenerator[Dossier, None]:
    """Each order of which the caller sees anything, whenever it has changed, until their session or token ends.

    Raises GraphQLError: UNAUTHENTICATED, RATE_LIMITED for too many who watch.
    """
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    sent: OrderedDict[int, int] = OrderedDict()
    waiting: dict[int, None] = {}
    with _place_of(context), events.collecting(clock.now()) as changes:
        while True:
            if not waiting:
                await events.wait(changes.woken, events.POLL_INTERVAL)
            turn_began = time.monotonic()
            if not await context.refresh_actor():
                return
            await _look_again()
            if changed := changes.take(LOOKED_THROUGH):
                waiting |= dict.fromkeys(await _of_interest(tuple(changed), context.actor))
            turn = tuple(islice(waiting, AT_ONCE))
            for order_id in turn:
                del waiting[order_id]
            for order in await _seen(turn, context.actor) if turn else ():
                if time.monotonic() - turn_began > OUTDATED:  # a slow reader: they may have lost the order meanwhile
                    waiting[order.id] = None
                elif _is_news(order, sent):
                    yield order
            await asyncio.sleep(PAUSE)


@contextmanager
def _place_of(context: Context) -> Iterator[None]:
    caller = context.caller
    if _watchers[caller] >= MAX_WATCHERS:
        message = text(
            context.language, "All orders are watched {most} times already. End one first.", most=MAX_WATCHERS
        )
        raise GraphQLError(message, extensions={"code": "RATE_LIMITED"})
    _watchers[caller] += 1
    try:
        yield
    finally:
        _watchers[caller] -= 1
        if not _watchers[caller]:
            del _watchers[caller]


async def _look_again() -> None:
    """Once in a few seconds for all who watch in this process: what changed without a signal that reached it.

    It may be longer ago that somebody looked: who reads slowly waits where they are sent something.
    """
    global _looked_at
    now = time.monotonic()
    passed = now - _looked_at
    if passed < events.POLL_INTERVAL:
        return
    _looked_at = now
    last = clock.now() - timedelta(seconds=passed) - LOOK_BACK
    for order_id, at in await changed_orders.since(max(last, events.collecting_since())):
        events.collect(order_id, at)


def _is_news(order: Dossier, sent: OrderedDict[int, int]) -> bool:
    """Whether the order is not as it was sent last; it is remembered as sent."""
    state = hash(dossier.encode(order))
    if sent.get(order.id) == state:
        return False
    sent[order.id] = state
    sent.move_to_end(order.id)
    if len(sent) > MAX_REMEMBERED:
        sent.popitem(last=False)
    return True
