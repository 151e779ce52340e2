"""Changes the sites of organizations after setup: each change is one durable task, idempotent by its key."""

import logging
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

from backend import clock, correlation, database, tracing
from backend.connectors.port import Connector, Task
from backend.ids import public_id
from backend.mail.backoff import delay_after_unknown, next_attempt
from backend.provisioning import site_changes
from backend.provisioning.site_changes import PendingChange
from backend.worker.carrying_out import Done, Failed, carry_out
from backend.worker.leases import claim, leased, should_continue, write_outcome

logger = logging.getLogger("backend.worker")
TABLE = "site_change"
WRITE_TIMEOUT = 60.0  # seconds in which the outcome of a change is written
NOT_FOUND_OUT = "It could not be found out how the last tries ended."


class SiteChanger:
    """Carries out changes by a connector; one that takes longer than `step_timeout` seconds is tried again later."""

    def __init__(self, connector: Connector, random: Random, step_timeout: float = 90.0) -> None:
        self.connector = connector
        self.random = random
        self.step_timeout = step_timeout

    async def change_one(self) -> bool:
        """Carry out the next change that is due; False: there is none."""
        row = await claim(TABLE)
        if row is not None:
            await self.change(row)
        return row is not None

    async def change(self, row: dict[str, Any]) -> None:
        """Carry out a change that was taken."""
        correlation.begin(row["traceparent"])
        with tracing.span("change of a site", "CONSUMER"):
            await self._work_on(row)

    async def _work_on(self, row: dict[str, Any]) -> None:
        async with leased(TABLE, row, self.step_timeout + WRITE_TIMEOUT):
            go_on = await should_continue(TABLE, row)
            change = await site_changes.pending(row["id"])
            if change is None:
                await database.execute(f"UPDATE {TABLE} SET due_at = NULL, unsettled = 0 WHERE id = $1", [row["id"]])
            elif go_on:
                await self._carry_out(change)
            else:
                await _fail(change, NOT_FOUND_OUT)

    async def _carry_out(self, change: PendingChange) -> None:
        attempt = await site_changes.begin(change, clock.now())
        task = Task(change.kind, change.name, f"site-change:{change.id}", attempt, site_changes.details(change))
        outcome = await carry_out(self.connector, task, self.step_timeout)
        if isinstance(outcome, Done):
            await _write(change, lambda: site_changes.finish(change, outcome.answer, clock.now()))
            return
        if isinstance(outcome, Failed):
            await _fail(change, outcome.words, refused=attempt == 1)
            return
        words = outcome.words
        due = next_attempt(attempt, change.started_at or clock.now(), clock.now(), self.random)
        if due is None:
            await _fail(change, words)
        else:
            await _write(change, lambda: site_changes.postpone(change, words, due))


async def _fail(change: PendingChange, words: str, *, refused: bool = False) -> None:
    organization_id = public_id("Organization", change.organization_id)
    logger.info("Failed: %s, organization %s: %s", change.kind.value, organization_id, words)
    await _write(change, lambda: site_changes.fail(change, words, clock.now(), refused=refused))


async def _write(change: PendingChange, write: Callable[[], Awaitable[None]]) -> None:
    """Write how a change ended. If the database refuses what is to be written, it waits, longer each time."""

    async def whole() -> None:
        async with database.transaction():
            await write()
            await database.execute(f"UPDATE {TABLE} SET unsettled = 0 WHERE id = $1", [change.id])

    async def later() -> None:
        wait = delay_after_unknown(change.attempts + 1)
        due = clock.now() + wait if wait is not None else None
        await database.execute(f"UPDATE {TABLE} SET due_at = $1 WHERE id = $2", [due, change.id])

    await write_outcome(whole, later)
