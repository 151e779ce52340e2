"""The worker: delivers mail, provisions services and does what time brings. Any number of them share one database.

A row that is worked on is leased for a few seconds and the lease renewed; if its worker dies, the next one continues.
Every step is idempotent, a mail is sent again only after an unknown outcome, with the same Message-ID.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from backend import clock, correlation, database, events
from backend.connectors.port import Connector, ConnectorFailed, ConnectorUnavailable, Task
from backend.connectors.sandbox import Sandbox
from backend.limits import rates
from backend.mail import mime
from backend.mail.backoff import next_attempt
from backend.mail.letter import MailData
from backend.mail.render import render
from backend.mail.transport import Delivery, MailboxTransport, Outcome, Transport, transport
from backend.models.order import OrderStatus
from backend.pdf.produce import summary_pdf
from backend.provisioning import delivery, dossier, handover, idempotency, intake, links, reminders, sign_in
from backend.provisioning.access import SYSTEM
from backend.provisioning.act import Act, write_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder import activity
from backend.provisioning.journey import BEFORE_MAPPED, stopped
from backend.provisioning.links import instant
from backend.settings import Settings
from backend.summaries import summary_of

logger = logging.getLogger("backend.worker")

LEASE = timedelta(seconds=5)
RENEW = 1.5  # seconds
POLL = 1.0  # seconds between looks when nothing wakes the worker
TIMES = 10.0  # seconds between looks at what time brings
AT_ONCE = 4  # mails, and services
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PAUSE = timedelta(seconds=30)  # of the whole transport
BATCH = 200
# `= (…)`, not `IN (…)`: PostgreSQL may join with the latter and run it for each row, which leases more than one.
_CLAIM = """
UPDATE {table} SET leased_until = $1 WHERE id = (
  SELECT id FROM {table} WHERE due_at <= $2 AND (leased_until IS NULL OR leased_until < $2) {ready}
  ORDER BY due_at, id LIMIT 1 {skip}
) RETURNING *
"""

_SETTLE = """
UPDATE email_message SET state = $1, attempts = attempts + 1, last_reply = $2, due_at = $3, sent_at = $4,
  data = CASE WHEN $5 = 1 THEN NULL ELSE data END, mime = CASE WHEN $6 = 1 THEN NULL ELSE mime END
WHERE id = $7
"""
_TIMES = {"deadline": date.fromisoformat, "requested_at": datetime.fromisoformat, "expires_at": datetime.fromisoformat}


class Worker:
    """One worker of this process."""

    def __init__(
        self, settings: Settings, *, connector: Connector | None = None, post: Transport | None = None
    ) -> None:
        self.settings = settings
        self.connector = connector or _connector(settings)
        self.post = post or transport(settings.smtp_url)
        self.random = Random()  # noqa: S311 – it spreads retries, nothing secret
        self.paused_until: datetime | None = None

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._forever(self.renew_one, "new links"))
                for _ in range(AT_ONCE):
                    group.create_task(self._forever(self.deliver_one, "mail"))
                    group.create_task(self._forever(self.provision_one, "provisioning"))
                group.create_task(self._clockwork(self.times, "what time brings"))
                group.create_task(self._clockwork(self.keep_house, "housekeeping"))
        finally:
            await self.post.close()

    async def send_due(self) -> int:
        """One pass over everything that is due; how many mails and services were worked on."""
        done = 0
        await self.times()
        await self.keep_house()
        while await self.renew_one() or await self.provision_one() or await self.deliver_one():
            done += 1
        return done

    async def _forever(self, work: Callable[[], Awaitable[bool]], name: str) -> None:
        async with events.watching(events.ANY) as woken:
            while True:
                woken.clear()
                try:
                    busy = await work()
                except Exception:
                    logger.exception("The worker failed at %s", name)
                    await asyncio.sleep(POLL)
                    continue
                if not busy:
                    await events.wait(woken, POLL)

    async def _clockwork(self, work: Callable[[], Awaitable[None]], name: str) -> None:
        while True:
            try:
                await work()
            except Exception:
                logger.exception("The worker failed at %s", name)
            await asyncio.sleep(TIMES)

    # ---------------------------------------------------------------- mail

    async def renew_one(self) -> bool:
        """Answer the next one who asked for a new link; False: nobody did."""
        if not await database.row("SELECT 1 AS one FROM link_renewal LIMIT 1"):
            return False
        async with database.transaction():
            return await links.renew_asked(clock.now())

    async def deliver_one(self) -> bool:
        """Send the next mail that is due; False: there is none."""
        now = clock.now()
        if self.paused_until is not None and now < self.paused_until:
            return False
        row = await _claim("email_message", now)
        if row is None:
            return False
        correlation.begin()
        async with _leased("email_message", row["id"]):
            try:
                raw = await self._bytes(row)
            except TimeoutError:  # the machine is too busy for the summary that goes with it
                reply = "The order summary was not made in time."
                await self._settled(row, Delivery(Outcome.DEFERRED, reply))
                return True
            except Exception as error:
                logger.exception("A mail could not be written")
                await _settle(
                    row, Delivery(Outcome.FAILED, f"Could not be written: {type(error).__name__}"), None, keep=False
                )
                return True
            # Asked here and not when the code was requested, whose time would tell who is known.
            if (
                row["kind"] == "SIGN_IN_CODE"
                and row["order_id"] is None
                and not await sign_in.is_known(row["recipient"])
            ):
                await database.execute("DELETE FROM email_message WHERE id = $1", [row["id"]])
                return True
            sender = mime.envelope_address(self.settings.mail_from)
            outcome = await self.post.deliver(sender, mime.ascii_address(row["recipient"]), raw)
            await self._settled(row, outcome)
        return True

    async def _bytes(self, row: dict[str, Any]) -> bytes:
        """The mail's bytes: made at the first attempt, the same at every other."""
        if row["mime"] is not None:
            return bytes(row["mime"])
        data = _data(row["data"])
        message = render(row["kind"], row["language"], data)
        files: tuple[mime.Attachment, ...] = ()
        if row["kind"] == "COMPLETION":
            files = await _summary(row["order_id"], row["language"])
        raw = mime.build(
            message,
            sender=self.settings.mail_from,
            recipient=row["recipient"],
            message_id=mime.message_id(row["message_id"], self.settings.mail_from),
            date=instant(row["queued_at"]) or clock.now(),
            attachments=files,
        )
        await database.execute(
            "UPDATE email_message SET mime = $1, subject = $2 WHERE id = $3", [raw, message.subject[:250], row["id"]]
        )
        row["subject"] = message.subject
        return raw

    async def _settled(self, row: dict[str, Any], outcome: Delivery) -> None:
        now = clock.now()
        if outcome.outcome is Outcome.PAUSED:
            self.paused_until = now + PAUSE
            await database.execute(
                "UPDATE email_message SET last_reply = $1 WHERE id = $2",
                [outcome.reply[:1000], row["id"]],
            )
            logger.warning("The mail server takes no mail: %s", outcome.reply)
            return
        due = None
        if outcome.outcome is Outcome.DEFERRED:
            due = next_attempt(row["attempts"] + 1, instant(row["queued_at"]) or now, now, self.random)
            if due is None:
                outcome = Delivery(Outcome.FAILED, outcome.reply)
        await _settle(row, outcome, due, keep=isinstance(self.post, MailboxTransport))

    # ---------------------------------------------------------------- provisioning

    async def provision_one(self) -> bool:
        """Carry out the next step of a service that is due; False: there is none."""
        row = await _claim("service", clock.now())
        if row is None:
            return False
        correlation.begin()
        async with _leased("service", row["id"]):
            pending = await delivery.next_step(row["id"])
            if pending is None:
                await database.execute("UPDATE service SET due_at = NULL WHERE id = $1", [row["id"]])
                return True
            await self._carry_out(pending)
        await events.publish(pending.order.id)
        return True

    async def _carry_out(self, pending: delivery.Pending) -> None:
        attempt = await delivery.begin(pending, clock.now())
        await events.publish(pending.order.id)
        step = pending.step
        task = Task(step.kind, step.name, f"step:{step.id}", attempt, delivery.details(pending))
        try:
            answer = await self.connector.carry_out(task)
        except ConnectorFailed as failed:
            async with database.transaction():
                await delivery.fail(pending, str(failed), clock.now())
        except ConnectorUnavailable as unavailable:
            due = next_attempt(attempt, step.started_at or clock.now(), clock.now(), self.random)
            async with database.transaction():
                if due is None:
                    await delivery.fail(pending, str(unavailable), clock.now())
                else:
                    await delivery.postpone(pending, str(unavailable), due)
        else:
            async with database.transaction():
                await delivery.finish(pending, answer, clock.now())

    # ---------------------------------------------------------------- time

    async def times(self) -> None:
        """Do what time brings: orders start, remind and close, requests expire."""
        now = clock.now()
        await _each("status = 'SCHEDULED' AND requested_start_date <= $2", [now.date()], self._start)
        waiting = "status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')"
        await _each(f"{waiting} AND deadline <= $2", [now], self._close)
        await _each(f"{waiting} AND remind_at <= $2", [now], self._remind)
        await _each("status IN ('MAPPED', 'SETTING_UP') AND hand_over_remind_at <= $2", [now], self._remind_hand_over)
        expired = "SELECT order_id FROM administrator_request WHERE state = 'PENDING' AND expires_at <= $2"
        await _each(f"id IN ({expired})", [now], self._expire_request)

    async def keep_house(self) -> None:
        """Fold what users did; each hour let figures age and old rows go, each day compare the figures with the users.

        It may take long where there is much, so nothing that is due waits for it. What a killed worker left, the next
        hour takes up.
        """
        now, folded = clock.now(), True
        while folded:
            async with database.transaction():
                folded = bool(await activity.fold(now))
        if await _first_in(HOUR, "housekeeping", now):
            await activity.sweep(now)
            await sign_in.forget(now)
            await idempotency.forget(now)
            await rates.forget(now - timedelta(days=2))
        if await _first_in(DAY, "reconciliation", now) and (drifted := await activity.reconcile(now)):
            logger.warning("The figures of %d organizations had drifted and were mended", drifted)

    async def _start(self, order: Dossier, now: datetime) -> None:
        if order.status is OrderStatus.SCHEDULED:
            await intake.start(order, now)

    async def _close(self, order: Dossier, now: datetime) -> None:
        if order.status in BEFORE_MAPPED and order.deadline and order.deadline <= now:
            await intake.close_overdue(order, now)

    async def _remind(self, order: Dossier, now: datetime) -> None:
        if order.status in BEFORE_MAPPED and order.remind_at and order.remind_at <= now:
            await _by_system(order, now, reminders.remind)

    async def _remind_hand_over(self, order: Dossier, now: datetime) -> None:
        if order.hand_over_remind_at and order.hand_over_remind_at <= now and not stopped(order):
            await _by_system(order, now, handover.remind)

    async def _expire_request(self, order: Dossier, now: datetime) -> None:
        await _by_system(order, now, handover.expire_request)


def _connector(settings: Settings) -> Connector:
    if settings.connector == "webex":
        from backend.connectors.webex import Webex

        return Webex(settings.webex_url, settings.webex_token)
    return Sandbox()


async def _by_system(order: Dossier, now: datetime, change: Callable[[Act], Awaitable[None]]) -> None:
    act = Act(order, SYSTEM, now)
    await change(act)
    await write_system(act)


async def _each(condition: str, values: list[Any], change: Callable[[Dossier, datetime], Awaitable[None]]) -> None:
    """Let `change` happen to each order that fits, each in a transaction of its own, looked at again under its lock."""
    sql = f"SELECT id FROM orders WHERE {condition} ORDER BY id LIMIT {BATCH}".replace("$2", "$1")
    for row in await database.rows(sql, values):
        correlation.begin()
        try:
            async with database.transaction():
                await dossier.lock(row["id"])
                order = await dossier.read(row["id"])
                if order is not None:
                    await change(order, clock.now())
        except Exception:
            logger.exception("An order could not go on")
            continue
        await events.publish(row["id"])


async def _first_in(period: timedelta, name: str, now: datetime) -> bool:
    """Whether this worker does what is to be done once in each period: one of all does."""
    seconds = int(period.total_seconds())
    found = await database.rows(
        "INSERT INTO rate_counter (name, key, window_start, hits) VALUES ($1, 'worker', $2, 1)"
        " ON CONFLICT (name, key, window_start) DO NOTHING RETURNING id",
        [name, int(now.timestamp()) // seconds * seconds],
    )
    return bool(found)


async def _claim(table: str, now: datetime) -> dict[str, Any] | None:
    skip = "FOR UPDATE SKIP LOCKED" if database.dialect() == "postgres" else ""
    return await database.row(_CLAIM.format(table=table, ready="", skip=skip), [now + LEASE, now])


@asynccontextmanager
async def _leased(table: str, row_id: int) -> AsyncIterator[None]:
    """Renew the lease of a row for as long as it is worked on; then let it go."""
    done = asyncio.Event()

    async def renew() -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RENEW):
                    await done.wait()
            if done.is_set():
                return
            with contextlib.suppress(Exception):
                until = clock.now() + LEASE
                await database.execute(f"UPDATE {table} SET leased_until = $1 WHERE id = $2", [until, row_id])

    task = asyncio.create_task(renew())
    try:
        yield
    finally:
        # Not cancelled: a statement that was cancelled may still be carried out, after the lease was let go.
        done.set()
        await task
        await database.execute(f"UPDATE {table} SET leased_until = NULL WHERE id = $1", [row_id])


async def _settle(row: dict[str, Any], outcome: Delivery, due: datetime | None, *, keep: bool) -> None:
    """Write what became of a mail. Sent or refused for good, it keeps no link, but in the built-in mailbox."""
    now = clock.now()
    final = due is None
    erase = final and not keep
    await database.execute(
        _SETTLE,
        [
            outcome.outcome.value,
            outcome.reply[:1000],
            due,
            now if outcome.outcome is Outcome.SENT else None,
            int(final),
            int(erase),
            row["id"],
        ],
    )
    if row["order_id"] is None or row["kind"] == "SIGN_IN_CODE":
        return
    async with database.transaction():
        await dossier.lock(row["order_id"])
        order = await dossier.read(row["order_id"])
        if order is not None:
            act = Act(order, SYSTEM, now)
            act.tell(f"mail_{outcome.outcome.value.lower()}", subject=row["subject"], to=row["recipient"])
            await write_system(act)
    await events.publish(row["order_id"])


async def _summary(order_id: int, language: str) -> tuple[mime.Attachment, ...]:
    order = await dossier.read(order_id)
    if order is None:
        return ()
    content = await summary_pdf(summary_of(order), language)
    return (mime.Attachment(f"order-{order.order_number}.pdf", "application/pdf", content),)


def _data(stored: Any) -> MailData:
    fields: dict[str, Any] = json.loads(stored) if isinstance(stored, str) else dict(stored or {})
    for name, read in _TIMES.items():
        if isinstance(fields.get(name), str):
            fields[name] = read(fields[name])
    for name in ("licenses", "services"):
        if name in fields:
            fields[name] = tuple(tuple(item) if isinstance(item, list) else item for item in fields[name])
    return MailData(**fields)
