"""Provisions services: each is a job of durable steps, and every step is idempotent by its key."""

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from random import Random
from typing import Any

from backend import clock, correlation, database, events, tracing
from backend.connectors.port import Connector, Task
from backend.connectors.sandbox import Sandbox
from backend.ids import public_id
from backend.mail.backoff import delay_after_unknown, next_attempt
from backend.provisioning import provisioning_steps
from backend.settings import Settings
from backend.worker.carrying_out import Done, Failed, carry_out
from backend.worker.leases import Lease, claim, leased, should_continue, write_outcome

logger = logging.getLogger("backend.worker")
TABLE = "service"
WRITE_TIMEOUT = 60.0  # seconds in which the outcome of a step is written


def connector_of(settings: Settings) -> Connector:
    """The connector that CONNECTOR names."""
    if settings.connector == "webex":
        from backend.connectors.webex import Webex

        return Webex(settings.webex_url, settings.webex_token)
    return Sandbox()


class Provisioner:
    """Carries out steps by a connector; one that takes longer than `step_timeout` seconds is tried again later."""

    def __init__(self, connector: Connector, random: Random, step_timeout: float = 90.0) -> None:
        self.connector = connector
        self.sandbox = connector if isinstance(connector, Sandbox) else Sandbox()  # for test orders
        self.random = random
        self.step_timeout = step_timeout
        self.write_timeout = WRITE_TIMEOUT

    async def provision_one(self) -> bool:
        """Carry out the next step of a service that is due; False: there is none."""
        row = await claim(TABLE)
        if row is not None:
            await self.provision(row)
        return row is not None

    async def provision(self, row: dict[str, Any]) -> None:
        """Carry out the next step of a service that was taken."""
        correlation.begin(row["traceparent"])
        with tracing.span("provisioning step", "CONSUMER", {"hub.service": row["kind"]}):
            await self._work_on(row)

    async def _work_on(self, row: dict[str, Any]) -> None:
        async with leased(TABLE, row, self.step_timeout + self.write_timeout) as lease:
            go_on = await should_continue(TABLE, row)
            pending = await provisioning_steps.next_step(row["order_id"], row["id"])
            if pending is None:
                await database.execute("UPDATE service SET due_at = NULL, unsettled = 0 WHERE id = $1", [row["id"]])
            elif go_on:
                await self._carry_out(pending, lease)
            else:
                await _write_failure(pending, "It could not be found out how the last tries ended.")

    async def _carry_out(self, pending: provisioning_steps.PendingStep, lease: Lease) -> None:
        attempt = await provisioning_steps.begin(pending, clock.now())
        await events.publish(pending.order.id)
        step = pending.step
        task = Task(step.kind, step.name, f"step:{step.id}", attempt, provisioning_steps.details(pending))
        outcome = await carry_out(self.sandbox if pending.order.test else self.connector, task, self.step_timeout)
        if isinstance(outcome, Done):
            answer = outcome.answer
            await _write(pending, lambda: _finish(pending, answer, lease))
        elif isinstance(outcome, Failed):
            await _write_failure(pending, outcome.words, name_refused=outcome.name_refused)
        else:
            words = outcome.words
            due = next_attempt(attempt, step.started_at or clock.now(), clock.now(), self.random)
            if due is None:
                await _write_failure(pending, words)
            else:
                await _write_other(pending, lambda: provisioning_steps.postpone(pending, words, due))


async def _finish(pending: provisioning_steps.PendingStep, answer: str, lease: Lease) -> None:
    """A step is done. The service is let go of with that, unless somebody else has it by now."""
    until = lease.until
    if await provisioning_steps.finish(pending, answer, clock.now(), until):
        lease.released = until


async def _write_failure(pending: provisioning_steps.PendingStep, words: str, *, name_refused: bool = False) -> None:
    order_id = public_id("Order", pending.order.id)
    logger.info("Failed: %s, order %s: %s", pending.step.kind.value, order_id, words)
    fail = partial(provisioning_steps.fail, pending, words, name_refused=name_refused)
    await _write_other(pending, lambda: fail(clock.now()))


async def _write_other(pending: provisioning_steps.PendingStep, write: Callable[[], Awaitable[None]]) -> None:
    async def settled() -> None:
        await write()
        await database.execute("UPDATE service SET unsettled = 0 WHERE id = $1", [pending.service.id])

    await _write(pending, settled)


async def _write(pending: provisioning_steps.PendingStep, write: Callable[[], Awaitable[None]]) -> None:
    """Write how a step ended. If the database refuses what is to be written, the step waits, longer each time."""

    async def whole() -> None:
        async with database.transaction():
            await write()
            events.publish_after_commit(pending.order.id)
        events.notify_local(pending.order.id)

    async def later() -> None:
        wait = delay_after_unknown(pending.step.attempts + 1)
        due = clock.now() + wait if wait is not None else None
        await database.execute("UPDATE service SET due_at = $1 WHERE id = $2", [due, pending.service.id])

    await write_outcome(whole, later)
