"""The loops of a worker: each does its work for as long as there is some, then waits until it is woken."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from random import Random
from typing import Any

from backend import events
from backend.connectors.port import Connector
from backend.mail.transport import Transport, transport_of
from backend.settings import Settings
from backend.worker.batches import carry_on_one
from backend.worker.domains import Verifier
from backend.worker.heartbeat import forget_loops, iteration
from backend.worker.leases import claim_several
from backend.worker.mail import Mailer
from backend.worker.provisioning import TABLE as SERVICES
from backend.worker.provisioning import Provisioner, connector_of
from backend.worker.schedule import due_batches, housekeeping, run_due_transitions
from backend.worker.site_changes import TABLE as SITE_CHANGES
from backend.worker.site_changes import SiteChanger
from backend.worker.webhooks import Deliverer

logger = logging.getLogger("backend.worker")

MINUTE = 60.0  # seconds; iterations have timeouts, and what they do has shorter ones
POLL_INTERVAL = 1.0  # seconds between looks when nothing wakes the worker
SCHEDULE_INTERVAL = 10.0  # seconds between looks for transitions that are due
BUSY_POLL_INTERVAL = 0.25  # seconds between looks while mails are under way, of which one may turn out to be slow
SCHEDULE = "due transitions"  # the name of this loop
BREATH = 0.1  # seconds at least between two looks that find nothing, however often something changes meanwhile
STEPS_AT_ONCE = 16  # services, and changes of sites: they wait for the other side, and hardly work
DRAIN_TIMEOUT = 2.0  # seconds for what is under way when the worker has to stop
QUIT_TIMEOUT = 0.5  # seconds to say goodbye to the mail server


class Worker:
    """One worker of this process."""

    def __init__(
        self,
        settings: Settings,
        *,
        connector: Connector | None = None,
        transport: Transport | None = None,
        random: Random | None = None,
    ) -> None:
        self._stopping = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        random = random or Random()  # noqa: S311 – it spreads retries, nothing secret
        self.mailer = Mailer(settings, transport or transport_of(settings.smtp_url), random)
        connector = connector or connector_of(settings)
        self.provisioner = Provisioner(connector, random)
        self.site_changer = SiteChanger(connector, random)
        self.verifier = Verifier(settings, random)
        self.webhooks = Deliverer(settings, random)

    async def renew_one(self) -> bool:
        """Answer the next one who asked for a new link; False: nobody did."""
        return await self.mailer.renew_one()

    async def keep_one(self) -> bool:
        """Write the next mail of a test order, which is kept; False: there is none."""
        return await self.mailer.keep_one()

    async def deliver_one(self) -> bool:
        """Send the next mail that is due; False: there is none."""
        return await self.mailer.deliver_one()

    async def provision_one(self) -> bool:
        """Carry out the next change of a site, or the next step of a service, that is due; False: there is none."""
        return await self.site_changer.change_one() or await self.provisioner.provision_one()

    async def verify_one(self) -> bool:
        """Look up the TXT record of the next domain that is due; False: there is none."""
        return await self.verifier.verify_one()

    async def carry_on_one(self) -> bool:
        """Carry out the next rows of a batch that is due; False: there is none."""
        return await carry_on_one()

    async def deliver_webhook(self) -> bool:
        """Deliver the next event to a webhook; False: there is none, or nobody may be sent one now."""
        return await self.webhooks.deliver_one()

    async def run_due_transitions(self) -> None:
        """Run the transitions that are due by now."""
        await run_due_transitions()

    async def housekeeping(self) -> None:
        """Fold what users did, age figures, delete old rows."""
        await housekeeping()

    async def run(self) -> None:
        """Work until told to stop, or cancelled; what is under way then has a few seconds to come to its end."""
        mailer, hooks = self.mailer, self.webhooks
        self._start(self._send("mail", _each(mailer.next_mail), mailer.deliver, lambda: mailer.throttle.busy))
        self._start(self._send("webhooks", _each(hooks.next_delivery), hooks.deliver, lambda: hooks.places.busy))
        self._start(self._carry_out("provisioning", SERVICES, self.provisioner.provision))
        self._start(self._carry_out("site changes", SITE_CHANGES, self.site_changer.change))
        self._start(self._run_loop(self.renew_one, "new links", MINUTE))
        self._start(self._run_loop(self.keep_one, "kept mails", MINUTE))
        self._start(self._run_loop(self.verify_one, "domains", 2 * MINUTE))
        self._start(self._run_loop(self.carry_on_one, "batches", 2 * MINUTE))
        self._start(self._run_periodically(self._run_due_batches, SCHEDULE))
        self._start(self._run_periodically(self._housekeeping, "housekeeping"))
        try:
            await self._stopping.wait()
        finally:
            self.stop()
            await self._drain()
            forget_loops()

    def stop(self) -> None:
        """Begin nothing new. `run` returns as soon as what is under way is done, at the latest after some seconds."""
        self._stopping.set()
        events.notify_local(events.ANY)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _drain(self) -> None:
        """Wait a moment for what is under way, then interrupt it: its rows are due again."""
        for timeout in (DRAIN_TIMEOUT, 0.5, 0.5):
            if not self._tasks:
                break
            _, left = await asyncio.wait(self._tasks, timeout=timeout)
            for task in left:  # again, too: a library may have swallowed the first
                task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(QUIT_TIMEOUT):
                await self.mailer.close()

    async def send_due(self) -> int:
        """One pass over everything that is due; how many mails and services were worked on."""
        done = 0
        await self.run_due_transitions()
        await self.housekeeping()
        while (
            await self.renew_one()
            or await self.verify_one()
            or await self.carry_on_one()
            or await self.provision_one()
            or await self.keep_one()
            or await self.deliver_one()
            or await self.deliver_webhook()
        ):
            done += 1
        return done

    def _carry_out(
        self, name: str, table: str, work: Callable[[dict[str, Any]], Awaitable[None]]
    ) -> Coroutine[Any, Any, None]:
        """Work on what is due in a table, on so much at once."""
        under_way = 0

        async def take() -> list[dict[str, Any]]:
            free = STEPS_AT_ONCE - under_way
            return await claim_several(table, free) if free else []

        async def one(row: dict[str, Any]) -> None:
            nonlocal under_way
            under_way += 1
            try:
                async with asyncio.timeout(self.provisioner.step_timeout + MINUTE):
                    await work(row)
            finally:
                under_way -= 1

        return self._send(name, take, one, lambda: under_way > 0)

    async def _send(
        self,
        name: str,
        take: Callable[[], Awaitable[list[dict[str, Any]]]],
        send: Callable[[dict[str, Any]], Awaitable[None]],
        busy: Callable[[], bool],
    ) -> None:
        """Work on what waits in a table: on as much at once as there is room for."""
        freed = asyncio.Event()

        def another(_done: asyncio.Task[None]) -> None:
            freed.set()
            woken.set()

        async with events.watching(events.ANY) as woken:
            while not self._stopping.is_set():
                woken.clear()
                freed.clear()
                try:
                    async with iteration(name, MINUTE):
                        rows = await take()
                except Exception:
                    logger.exception("The worker failed at %s", name)
                    await self._sleep(POLL_INTERVAL)
                    continue
                for row in rows:
                    self._start(self._send_one(name, send, row)).add_done_callback(another)
                if rows:
                    await asyncio.sleep(0)  # so that they are counted as under way
                else:
                    await events.wait(freed, BREATH)
                    await events.wait(woken, (BUSY_POLL_INTERVAL if busy() else POLL_INTERVAL) - BREATH)

    async def _send_one(
        self, name: str, send: Callable[[dict[str, Any]], Awaitable[None]], row: dict[str, Any]
    ) -> None:
        try:
            await send(row)
        except Exception:
            logger.exception("The worker failed at one of %s", name)
            await self._sleep(POLL_INTERVAL)

    async def _run_loop(self, work: Callable[[], Awaitable[bool]], name: str, within: float) -> None:
        async with events.watching(events.ANY) as woken:
            while not self._stopping.is_set():
                woken.clear()
                try:
                    async with iteration(name, within):
                        busy = await work()
                except Exception:
                    logger.exception("The worker failed at %s", name)
                    await self._sleep(POLL_INTERVAL)
                    continue
                if not busy:
                    await self._rest(woken)

    async def _run_periodically(self, work: Callable[[], Awaitable[None]], name: str) -> None:
        while not self._stopping.is_set():
            try:
                await work()
            except Exception:
                logger.exception("The worker failed at %s", name)
            await self._sleep(SCHEDULE_INTERVAL)

    async def _run_due_batches(self) -> None:
        """Run what is due until nothing is; each batch is an iteration, since all of them may take long."""
        batches, more = due_batches(), True
        while more and not self._stopping.is_set():
            async with iteration(SCHEDULE, 5 * MINUTE):
                more = await anext(batches, 0) > 0

    async def _housekeeping(self) -> None:
        async with iteration("housekeeping", 60 * MINUTE):
            await self.housekeeping()

    async def _rest(self, woken: asyncio.Event) -> None:
        """Wait for the next look, after one that found nothing."""
        await self._sleep(BREATH)
        await events.wait(woken, POLL_INTERVAL - BREATH)

    async def _sleep(self, seconds: float) -> None:
        await events.wait(self._stopping, seconds)


def _each(take: Callable[[], Awaitable[dict[str, Any] | None]]) -> Callable[[], Awaitable[list[dict[str, Any]]]]:
    """What takes one row, as one that takes several."""

    async def taken() -> list[dict[str, Any]]:
        row = await take()
        return [row] if row is not None else []

    return taken
