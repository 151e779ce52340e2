"""Delivers mail: a mail is sent again only after an unknown outcome, with the same bytes and Message-ID."""

import asyncio
import logging
from datetime import datetime, timedelta
from random import Random
from typing import Any

from backend import clock, correlation, database, events, metrics, outbox, tracing
from backend.ids import public_id
from backend.mail import mime
from backend.mail.backoff import next_attempt
from backend.mail.return_path import return_path
from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome, Transport
from backend.models.order import EventKind
from backend.models.outbox import LOWEST_PRIORITY, EmailKind
from backend.provisioning import dossier, links, sign_in, undelivered
from backend.provisioning.act import by_system
from backend.settings import Settings
from backend.sql import locking
from backend.worker.compose import compose_mail, still_goes_alone
from backend.worker.digests import SELLER, mails_to_send
from backend.worker.leases import claim, leased, should_continue, write_outcome
from backend.worker.throttle import Capacity, Throttle

logger = logging.getLogger("backend.worker")

TABLE = "email_message"
DELIVERY_TIMEOUT = 400.0  # seconds; the time-outs of a delivery add up to less
WRITE_TIMEOUT = 60.0  # seconds in which an outcome is written
AFTER_DATABASE_FAILURE = (
    3.0  # seconds after a failure of the database, in which others write how their deliveries ended
)
MAX_EXPLAINED = 500  # waiting mails that are told why they wait

MAX_TRIES_OF_KEPT = 5
_NEXT_KEPT = "SELECT * FROM email_message WHERE state = 'KEPT' AND mime IS NULL ORDER BY attempts, id LIMIT 1"
_KEEP = """
UPDATE email_message SET attempts = attempts + 1, mime = $1, subject = $2, last_reply = $3 WHERE id = $4
"""
_DELETE = "DELETE FROM email_message WHERE id = $1"
_BEGIN = """
UPDATE email_message SET attempts = attempts + 1, mime = COALESCE($1, mime), subject = $2 WHERE id = $3
RETURNING attempts
"""
# Whoever accepted it has the last word, and whoever returned it: a late outcome of another worker changes nothing.
# The order of a lone mail is locked by the same statement, before the mail, as everybody does.
_SETTLE = """
UPDATE email_message SET state = $1, last_reply = $2, due_at = $3, sent_at = $4, pauses = pauses + $5,
  data = CASE WHEN $6 = 1 THEN NULL ELSE data END, mime = CASE WHEN $7 = 1 THEN NULL ELSE mime END,
  unsettled = 0, leased_until = NULL
WHERE id = $8 AND state <> 'SENT' AND bounced_at IS NULL
  AND COALESCE((SELECT id FROM orders WHERE id = $9{locking}), 0) >= 0
"""
_SETTLE_MINIMUM = """
UPDATE email_message SET state = $1, due_at = $2, sent_at = $3, last_reply = NULL,
  data = CASE WHEN $4 = 1 THEN NULL ELSE data END, mime = CASE WHEN $4 = 1 THEN NULL ELSE mime END,
  unsettled = 0, leased_until = NULL
WHERE id = $5 AND state <> 'SENT' AND bounced_at IS NULL
"""
_EXPLAIN_WAITING = """
UPDATE email_message SET state = 'DEFERRED', attempts = attempts + 1, pauses = pauses + 1, last_reply = $1
WHERE id IN (SELECT id FROM email_message WHERE due_at <= $2 AND state = 'QUEUED' AND attempts = 0
  AND (leased_until IS NULL OR leased_until < $2) {same} LIMIT {most})
RETURNING order_id
"""


class Mailer:
    """Sends what is in the outbox."""

    def __init__(self, settings: Settings, transport: Transport, random: Random) -> None:
        self.settings = settings
        self.transport = transport
        self.random = random
        self.throttle = Throttle()
        self._avoid_unsettled_until = 0.0

    async def close(self) -> None:
        """Let go of all connections."""
        await self.transport.close()

    async def renew_one(self) -> bool:
        """Answer the next one who asked for a new link; False: nobody did."""
        if not await database.row("SELECT 1 AS one FROM link_renewal LIMIT 1"):
            return False
        async with database.transaction():
            return await links.renew_next(clock.now())

    async def keep_one(self) -> bool:
        """Write the next mail of a test order, which is kept and never sent; False: there is none."""
        async with database.transaction():
            row = await database.row(_NEXT_KEPT + locking(skip=True))
            if row is None:
                return False
            raw = await compose_mail(row, [row], self.settings.mail_from)
            if isinstance(raw, DeliveryResult):  # its file takes too long: it does without in the end
                kept, words = (b"" if row["attempts"] + 1 >= MAX_TRIES_OF_KEPT else None), raw.reply
            else:
                kept, words = raw, None
            await database.execute(_KEEP, [kept, row["subject"], words, row["id"]])
        await events.publish(row["order_id"])
        return True

    async def deliver_one(self) -> bool:
        """Send the next mail that is due; False: there is none."""
        row = await self.next_mail()
        if row is not None:
            await self.deliver(row)
        return row is not None

    async def next_mail(self) -> dict[str, Any] | None:
        """Take the most urgent mail that may be sent now; None: there is none."""
        capacity = self.throttle.capacity()
        if capacity is None:
            return None
        try:
            row = await self._claim(capacity)
        except Exception:
            self._avoid_unsettled_until = asyncio.get_running_loop().time() + AFTER_DATABASE_FAILURE
            raise
        # A mail whose lease ran out while the database was away may still be in our own hands.
        return None if row is None or self.throttle.is_delivering(row["id"]) else row

    async def _claim(self, capacity: Capacity) -> dict[str, Any] | None:
        also = ""
        if capacity.excluded:
            places = ", ".join(f"${number}" for number in range(4, 4 + len(capacity.excluded)))
            also += f" AND destination NOT IN ({places})"
        if asyncio.get_running_loop().time() < self._avoid_unsettled_until:
            also += " AND unsettled = 0"
        most = 0 if capacity.urgent_only else LOWEST_PRIORITY
        ready = tuple(f"AND priority = {priority}{also}" for priority in range(most + 1))
        return await claim(TABLE, ready, capacity.excluded, told=SELLER)

    async def deliver(self, row: dict[str, Any]) -> None:
        """Send a mail that was taken, and write what became of it."""
        correlation.begin(row["traceparent"])
        span = tracing.span("mail", "CONSUMER", {"hub.mail.kind": row["kind"]})
        with span, self.throttle.delivering(row["id"], row["destination"]):
            async with leased(TABLE, row, DELIVERY_TIMEOUT + WRITE_TIMEOUT) as lease:
                await self._deliver(row)
                lease.released = lease.until  # with the outcome

    async def _deliver(self, row: dict[str, Any]) -> None:
        if not await should_continue(TABLE, row):
            await self._finish_attempt(
                row, DeliveryResult(Outcome.FAILED, "It could not be found out whether this mail was sent.")
            )
            return
        # Asked here and not when the code was requested, whose time would tell who is known.
        if (
            row["kind"] == EmailKind.SIGN_IN_CODE
            and row["order_id"] is None
            and not await sign_in.is_known(row["recipient"])
        ):
            await database.execute(_DELETE, [row["id"]])
            return
        if _is_lone_reminder(row) and not await still_goes_alone(row):
            return
        mails = await mails_to_send(row) if row["mime"] is None else [row]
        if not mails:
            return
        raw = await compose_mail(row, mails, self.settings.mail_from)
        if raw is None:
            await database.execute(_DELETE, [row["id"]])
            return
        if isinstance(raw, DeliveryResult):
            row["attempts"] += 1
            await database.execute("UPDATE email_message SET attempts = attempts + 1 WHERE id = $1", [row["id"]])
            await self._finish_attempt(row, raw)
            return
        begun = await database.row(_BEGIN, [None if row["mime"] else raw, row["subject"], row["id"]])
        row["attempts"] = begun["attempts"] if begun else row["attempts"] + 1
        await outbox.copy_outcome(row)
        address = self.settings.bounce_address or mime.envelope_address(self.settings.mail_from)
        sender = return_path(address, row["id"], self.settings.secret_key)
        try:
            async with asyncio.timeout(DELIVERY_TIMEOUT):
                with (
                    metrics.MAIL_SECONDS.time(),
                    tracing.span("send", "CLIENT", {"network.protocol.name": "smtp"}) as span,
                ):
                    outcome = await self.transport.deliver(sender, mime.ascii_address(row["recipient"]), raw)
                    span.set(hub__outcome=outcome.outcome.value.lower(), hub__attempt=row["attempts"])
        except TimeoutError:
            outcome = DeliveryResult(Outcome.DEFERRED, "The mail server did not come to an end.")
        await self._finish_attempt(row, outcome)

    async def _finish_attempt(self, row: dict[str, Any], outcome: DeliveryResult) -> None:
        """Write what became of an attempt, and let others wait if it says that they have to."""
        now, due = clock.now(), None
        if outcome.outcome is Outcome.DEFERRED:
            tries = row["attempts"] - row["pauses"]
            due = next_attempt(tries, database.instant(row["queued_at"]), now, self.random)
            if due is None:
                outcome = DeliveryResult(Outcome.FAILED, outcome.reply)
        elif outcome.outcome is Outcome.PAUSED:
            due = now + timedelta(seconds=self.throttle.server_unavailable())
            logger.warning("The mail server takes no mail: %s", outcome.reply)
        if outcome.outcome in {Outcome.DEFERRED, Outcome.FAILED}:
            mail_id = public_id("EmailMessage", row["id"])
            logger.info("%s: mail, try %d of %s: %s", outcome.outcome.value, row["attempts"], mail_id, outcome.reply)
        metrics.MAILS.labels(outcome.outcome.value.lower()).inc()
        erase = due is None and not isinstance(self.transport, MailboxTransport)
        await write_outcome(
            lambda: _settle(row, outcome, due, erase=erase), lambda: _settle_minimum(row, outcome, due, erase=erase)
        )
        await self._update_throttle(row, outcome)

    async def _update_throttle(self, row: dict[str, Any], outcome: DeliveryResult) -> None:
        """What an answer tells about the server and the destination; who waits because of it is told."""
        if outcome.outcome is Outcome.PAUSED:
            await _explain_waiting(outcome.reply)
        elif outcome.busy:
            self.throttle.server_answered()
            if self.throttle.destination_busy(row["destination"]):
                await _explain_waiting(outcome.reply, row["destination"])
        else:
            self.throttle.destination_answered(row["destination"])


def _is_lone_reminder(row: dict[str, Any]) -> bool:
    """Whether it is a reminder of one order that was not tried yet and waits for no others."""
    return row["kind"] == EmailKind.REMINDER and row["order_id"] is not None and not (row["mime"] or row["crowd"])


_EVENTS = {
    Outcome.SENT: EventKind.MAIL_SENT,
    Outcome.DEFERRED: EventKind.MAIL_DEFERRED,
    Outcome.FAILED: EventKind.MAIL_FAILED,
}


async def _settle(row: dict[str, Any], outcome: DeliveryResult, due: datetime | None, *, erase: bool) -> None:
    """Write what became of a mail, with its event. Sent or refused for good, it keeps no link, but in the mailbox."""
    now = clock.now()
    paused = outcome.outcome is Outcome.PAUSED
    state = Outcome.DEFERRED if paused else outcome.outcome
    told = (
        (row["order_id"] is not None or row["crowd"])
        and row["kind"] != EmailKind.SIGN_IN_CODE
        and not (paused and row["state"] != "QUEUED")
    )
    values = [
        state.value,
        outcome.reply,
        due,
        now if state is Outcome.SENT else None,
        int(paused),
        int(due is None),
        int(erase),
        row["id"],
    ]
    mails = [mail for mail in await outbox.mails_sent_with(row) if mail["order_id"] is not None] if told else []
    alone = mails[0]["order_id"] if len(mails) == 1 else None
    async with database.transaction():
        if alone is None:
            await dossier.lock(*(mail["order_id"] for mail in mails))
        if not await database.execute(_SETTLE.format(locking=locking()), [*values, alone]):
            return
        await outbox.copy_outcome(row)
        for mail in mails:
            await _record_outcome(mail | {"subject": row["subject"]}, state, outcome.reply, now)
            events.publish_after_commit(mail["order_id"])
    for mail in mails:
        events.notify_local(mail["order_id"])


async def _record_outcome(mail: dict[str, Any], state: Outcome, reply: str | None, now: datetime) -> None:
    """Tell the order of a mail what became of it."""
    order = await dossier.read(mail["order_id"])
    if order is None:
        return
    async with by_system(order, now) as act:
        act.record_event(_EVENTS[state], subject=mail["subject"], to=mail["recipient"], mail=mail["id"], reply=reply)
        if state is Outcome.FAILED:
            await undelivered.raise_alarm(act, mail)
        elif state is Outcome.SENT:
            undelivered.lower_alarm(act, mail)


async def _settle_minimum(row: dict[str, Any], outcome: DeliveryResult, due: datetime | None, *, erase: bool) -> None:
    """Only that it is done with, or when it goes on."""
    logger.error("Of mail %s only this is kept: %s %s", row["id"], outcome.outcome.value, outcome.reply)
    state = Outcome.DEFERRED if outcome.outcome is Outcome.PAUSED else outcome.outcome
    sent_at = clock.now() if state is Outcome.SENT else None
    await database.execute(_SETTLE_MINIMUM, [state.value, due, sent_at, int(erase), row["id"]])
    await outbox.copy_outcome(row)


async def _explain_waiting(reply: str, destination: str | None = None) -> None:
    """Let the mails that wait for a server, and were not tried for themselves, show why."""
    same, values = "", [reply, clock.now()]
    if destination is not None:
        same, values = "AND destination = $3", [*values, destination]
    waiting = await database.rows(_EXPLAIN_WAITING.format(same=same, most=MAX_EXPLAINED), values)
    for order_id in {row["order_id"] for row in waiting if row["order_id"] is not None}:
        await events.publish(order_id)
