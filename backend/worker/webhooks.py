"""Delivers webhooks: at least once, each with the same id and bytes however often, an order's events in their order.

Each endpoint stands for itself. One that is slow, away or hostile is sent one request at a time, waits longer with each
failure, and never takes a place of those that answer as they should. The next event of an order waits for the one
before it until that is delivered, given up or an hour old.
"""

import asyncio
import base64
import hmac
import logging
import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any

from backend import clock, correlation, database, metrics, tracing
from backend.database import Row
from backend.ids import public_id
from backend.mail.backoff import next_attempt
from backend.models.webhook import DisabledReason
from backend.provisioning import webhooks
from backend.provisioning.webhook_events import with_answer
from backend.provisioning.webhooks import Owner
from backend.settings import Settings
from backend.sql import as_instant
from backend.webhook_addresses import BadUrl, read_url
from backend.worker.leases import claim, leased, should_continue, write_outcome

if TYPE_CHECKING:
    from backend.webhook_requests import Result, Sender

logger = logging.getLogger("backend.worker")

TABLE = "webhook_delivery"
CONCURRENCY = 8  # requests to receivers that answered as they should
SLOW_CONCURRENCY = 24  # to all others
CONCURRENCY_PER_ENDPOINT = 4
SLOW_AFTER = 2.0  # seconds; a request that takes longer
FIRST_PAUSE, MAX_PAUSE = 1.0, 60.0  # seconds for which an endpoint that failed is left alone; doubles with each failure
WORK_TIMEOUT = 60.0  # seconds for a delivery with everything around it
EARLIER_EVENT_PERIOD = timedelta(hours=1)  # in which an event of an order waits for the one before it
DELIVERED_INTERVAL = timedelta(minutes=1)  # between writes of when an endpoint last took a request
MAX_PAYLOAD = 64 * 1024  # bytes
USER_AGENT = "ControlHub-Webhooks/1"
GONE = 410

_WITH_DUE = """
SELECT e.id FROM webhook_endpoint e WHERE e.enabled AND EXISTS (
  SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.due_at <= $1
  AND (d.leased_until IS NULL OR d.leased_until < $1))
"""
_READY = """
AND endpoint_id = $4 AND NOT EXISTS (
  SELECT 1 FROM webhook_delivery p WHERE p.endpoint_id = webhook_delivery.endpoint_id
  AND p.order_id = webhook_delivery.order_id AND p.id < webhook_delivery.id
  AND p.due_at IS NOT NULL AND p.tried_since > $5)
"""
_ENDPOINT = """
SELECT e.id, e.seller, g.id AS organization_id, e.url, e.query, e.enabled, e.secret, e.previous_secret,
  e.previous_until, e.delivered_at, CASE WHEN e.seller IS NULL THEN g.status = 'ACTIVE' ELSE EXISTS (
    SELECT 1 FROM api_token t WHERE t.organization_id IS NULL AND t.name = e.seller AND t.revoked_at IS NULL
      AND t.expires_at > $2 AND CAST(t.scopes AS TEXT) LIKE '%orders:%'
  ) END AS reads
FROM webhook_endpoint e LEFT JOIN organization o ON o.id = e.organization_id
LEFT JOIN organization g ON g.id = COALESCE(o.survivor_id, o.id) WHERE e.id = $1
"""
_COUNT = "UPDATE webhook_delivery SET tries = tries + 1 WHERE id = $1"
_BEGIN = "UPDATE webhook_delivery SET tries = tries + 1, payload = $1, composed = true WHERE id = $2"
_ATTEMPT = """
INSERT INTO webhook_attempt (delivery_id, at, status, duration_ms, error, detail, response)
SELECT id, {at}, CAST($3 AS SMALLINT), CAST($4 AS INT), CAST($5 AS VARCHAR), CAST($6 AS VARCHAR), CAST($7 AS TEXT)
FROM webhook_delivery WHERE id = $1
"""
# Whoever delivered it has the last word. It may have been given up or asked for again meanwhile.
_DELIVERED = """
UPDATE webhook_delivery SET state = 'DELIVERED', due_at = NULL, unsettled = 0, leased_until = NULL WHERE id = $1
"""
_LATER = """
UPDATE webhook_delivery SET due_at = CASE WHEN state = 'PENDING' THEN {at} END, unsettled = 0, leased_until = NULL
WHERE id = $1 AND state <> 'DELIVERED'
"""
_GIVEN_UP = """
UPDATE webhook_delivery SET state = 'FAILED', due_at = NULL, unsettled = 0, leased_until = NULL
WHERE id = $1 AND state <> 'DELIVERED'
"""
_FOLLOWING = "UPDATE webhook_delivery SET due_at = $1 WHERE endpoint_id = $2 AND order_id = $3 AND id > $4"
_HOLD_FOLLOWING = f"{_FOLLOWING} AND due_at < $1"
_FREE_FOLLOWING = f"{_FOLLOWING} AND due_at > $1 AND tries = 0"


class _Endpoint(Row, frozen=True, kw_only=True):
    """Where an event goes; `reads`: its owner may read orders now, being in use, or having a token that holds."""

    id: int
    seller: str | None
    organization_id: int | None
    url: str
    query: str | None
    enabled: bool
    secret: str
    previous_secret: str | None
    previous_until: datetime | None
    delivered_at: datetime | None
    reads: bool

    @property
    def owner(self) -> Owner:
        return Owner(seller=self.seller, organization_id=self.organization_id)

    def secrets(self, at: datetime) -> list[str]:
        """The secrets to sign with now, the newest first."""
        previous = self.previous_secret if self.previous_until and self.previous_until > at else None
        return [secret for secret in (self.secret, previous) if secret]


def signature(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """The signature of Standard Webhooks: HMAC-SHA256 of id, timestamp and body, in base64."""
    key = base64.b64decode(secret.removeprefix(webhooks.SECRET_PREFIX))
    signed = b".".join((id.encode(), str(timestamp).encode(), body))
    return f"v1,{base64.b64encode(hmac.digest(key, signed, sha256)).decode()}"


@dataclass(slots=True)
class Places:
    """The requests of one worker that are under way, and which endpoints have to wait.

    Endpoints that took their last request at once have places of their own, and several each. All others, also those
    that nothing is known of yet, share the rest, and get one at a time.
    """

    _under_way: dict[int, tuple[int, float]] = field(default_factory=dict)  # by delivery: the endpoint, and since when
    _good: set[int] = field(default_factory=set)
    _failures: Counter[int] = field(default_factory=Counter)  # in a row
    _until: dict[int, float] = field(default_factory=dict)
    _served: dict[int, float] = field(default_factory=dict)

    def next_of(self, endpoints: list[int]) -> list[int]:
        """Those of the endpoints that may be sent something now, who was served longest ago first."""
        now = _now()
        each = Counter(one for one, _ in self._under_way.values())
        late = {one for one, since in self._under_way.values() if now - since >= SLOW_AFTER}
        good = self._good - late
        fast = sum(one in good for one, _ in self._under_way.values())
        room = CONCURRENCY - fast, SLOW_CONCURRENCY - (len(self._under_way) - fast)
        fitting = [
            one
            for one in endpoints
            if now >= self._until.get(one, 0.0)
            and room[one not in good] > 0
            and each[one] < (CONCURRENCY_PER_ENDPOINT if one in good else 1)
        ]
        return sorted(fitting, key=lambda one: self._served.get(one, 0.0))

    @contextmanager
    def taken(self, delivery: int, endpoint: int) -> Iterator[None]:
        """Hold a place for a request for as long as it is under way."""
        since = self._served[endpoint] = _now()
        self._under_way[delivery] = (endpoint, since)
        try:
            yield
        finally:
            del self._under_way[delivery]
            if _now() - since >= SLOW_AFTER:
                self._good.discard(endpoint)

    def is_under_way(self, delivery: int) -> bool:
        """Whether this worker is sending this delivery."""
        return delivery in self._under_way

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    def took(self, endpoint: int) -> None:
        """An endpoint took a request."""
        self._good.add(endpoint)
        del self._failures[endpoint]
        self._until.pop(endpoint, None)

    def failed(self, endpoint: int) -> None:
        """An endpoint did not take a request: it is left alone for a moment, longer with each failure."""
        self._good.discard(endpoint)
        if _now() < self._until.get(endpoint, 0.0):
            return  # it was sent this one before the other failed
        self._failures[endpoint] += 1
        self._until[endpoint] = _now() + min(FIRST_PAUSE * 2.0 ** (self._failures[endpoint] - 1), MAX_PAUSE)


class Deliverer:
    """Delivers events to endpoints."""

    def __init__(self, settings: Settings, random: Random, *, tls: ssl.SSLContext | None = None) -> None:
        self.settings = settings
        self.random = random
        self.places = Places()
        self._tls = tls
        self._sender: Sender | None = None

    @property
    def sender(self) -> "Sender":
        """What sends requests; made at the first one."""
        if self._sender is None:
            from backend.webhook_requests import Sender

            self._sender = Sender(
                development=self.settings.development, dns_servers=self.settings.dns_servers, tls=self._tls
            )
        return self._sender

    async def deliver_one(self) -> bool:
        """Deliver the next event that is due; False: there is none, or nobody may be sent one now."""
        row = await self.next_delivery()
        if row is not None:
            await self.deliver(row)
        return row is not None

    async def next_delivery(self) -> dict[str, Any] | None:
        """Take the next event of an endpoint whose turn it is; None: there is none."""
        now = clock.now()
        due = [row["id"] for row in await database.rows(_WITH_DUE, [now])]
        for endpoint in self.places.next_of(due):
            row = await claim(TABLE, (_READY,), (endpoint, now - EARLIER_EVENT_PERIOD))
            # One whose lease ran out while the database was away may still be in our own hands.
            if row is not None and not self.places.is_under_way(row["id"]):
                return row
        return None

    async def deliver(self, row: dict[str, Any]) -> None:
        """Send an event that was taken, and write what came of it."""
        correlation.begin(row["traceparent"])
        span = tracing.span("webhook", "CONSUMER", {"hub.webhook.event": row["event"]})
        with span, self.places.taken(row["id"], row["endpoint_id"]):
            async with leased(TABLE, row, WORK_TIMEOUT) as lease:
                endpoint = await database.record(_Endpoint, _ENDPOINT, [row["endpoint_id"], clock.now()])
                if endpoint is not None and endpoint.enabled and await should_continue(TABLE, row):
                    await self._deliver(row, endpoint)
                else:
                    await database.execute(_GIVEN_UP, [row["id"]])
                lease.released = lease.until  # with the outcome

    async def _deliver(self, row: dict[str, Any], endpoint: _Endpoint) -> None:
        from backend.webhook_requests import Failure, Result

        begun = clock.now()
        try:
            target = read_url(endpoint.url, development=self.settings.development)
            body = await _body(row, endpoint)
        except _NotAllowed:
            await database.execute(_COUNT, [row["id"]])
            result = Result(failure=Failure.OWNER)
        except _NotComposed:
            await database.execute(_COUNT, [row["id"]])
            result = Result(failure=Failure.QUERY)
        except BadUrl:  # it was good in development
            await database.execute(_COUNT, [row["id"]])
            result = Result(failure=Failure.ADDRESS_REFUSED)
        else:
            await database.execute(_BEGIN, [body, row["id"]])
            values = {"http.request.method": "POST", "server.address": target.host, "hub.attempt": row["tries"] + 1}
            with tracing.span("POST", "CLIENT", values) as span:
                result = await self.sender.post(target, self._headers(row, endpoint, begun, body), body.encode())
                span.set(http__response__status_code=result.status)
                if not result.accepted:
                    span.fail(str(result.status or result.failure))
        row["tries"] += 1
        await self._finish_attempt(row, endpoint, result, begun)

    def _headers(self, row: dict[str, Any], endpoint: _Endpoint, at: datetime, body: str) -> dict[str, str]:
        id, timestamp = public_id("WebhookDelivery", row["id"]), int(at.timestamp())
        signatures = [signature(secret, id, timestamp, body.encode()) for secret in endpoint.secrets(at)]
        return {
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "webhook-id": id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": " ".join(signatures),
            **correlation.headers(),
        }

    async def _finish_attempt(
        self, row: dict[str, Any], endpoint: _Endpoint, result: "Result", begun: datetime
    ) -> None:
        """Write what came of an attempt, and let the endpoint wait if it says so."""
        now, attempt = clock.now(), _Attempt(result, begun)
        metrics.WEBHOOKS.labels("accepted" if result.accepted else "failed").inc()
        if result.accepted:
            self.places.took(endpoint.id)
            await write_outcome(
                lambda: _write_delivered(row, endpoint, attempt, now),
                lambda: _execute(_DELIVERED, row["id"]),
            )
            return
        self.places.failed(endpoint.id)
        delivery_id = public_id("WebhookDelivery", row["id"])
        logger.info("Failed: webhook, try %d of %s: %s", row["tries"], delivery_id, result.status or result.failure)
        due = self._next_attempt(row, result, now)
        if due is None:
            reason = _reason_to_switch_off(row, endpoint, result)
            await write_outcome(
                lambda: _write_given_up(row, attempt, reason, now), lambda: _execute(_GIVEN_UP, row["id"])
            )
        else:
            await write_outcome(
                lambda: _write_postponed(row, attempt, due, now),
                lambda: _execute(_LATER.format(at=as_instant("$2")), row["id"], due),
            )

    def _next_attempt(self, row: dict[str, Any], result: "Result", now: datetime) -> datetime | None:
        """When it is tried again; None: no more. A test is tried once: somebody waits for what it shows."""
        if result.status == GONE or row["order_id"] is None:
            return None
        return next_attempt(row["tries"], database.instant(row["tried_since"]), now, self.random)


async def _body(row: dict[str, Any], endpoint: _Endpoint) -> str:
    """The body of a request, as it was first sent if it was. Raises _NotAllowed, _NotComposed."""
    if not endpoint.reads:
        raise _NotAllowed
    return str(row["payload"]) if row["composed"] else await _compose(row, endpoint)


async def _compose(row: dict[str, Any], endpoint: _Endpoint) -> str:
    """The body of a request: the event itself, or with the answer to the endpoint's query. Raises _NotComposed."""
    event = str(row["payload"])
    if endpoint.query is None or row["order_id"] is None:
        return event
    from backend.resolvers.webhook_queries import NotNow, answer

    try:
        data, errors = await answer(endpoint.query, row["order_id"], endpoint.owner.actor(), endpoint.owner.key)
    except NotNow as error:
        raise _NotComposed from error
    body = with_answer(event, data, errors)
    if len(body.encode()) > MAX_PAYLOAD:
        message = f"The answer is longer than {MAX_PAYLOAD} bytes."
        body = with_answer(event, None, [{"message": message, "extensions": {"code": "TOO_LONG"}}])
    return body


class _NotAllowed(Exception):
    """The endpoint's owner may not read orders now."""


class _NotComposed(Exception):
    """The body of a request can't be made now."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    result: "Result"
    begun: datetime

    async def write(self, row: dict[str, Any], now: datetime) -> None:
        result, lasted = self.result, max(0, round((now - self.begun).total_seconds() * 1000))
        values = [row["id"], self.begun, result.status, lasted, result.failure, result.detail, result.response]
        await database.execute(_ATTEMPT.format(at=as_instant("$2")), values)


def _reason_to_switch_off(row: dict[str, Any], endpoint: _Endpoint, result: "Result") -> DisabledReason | None:
    """An endpoint that is gone, or took nothing for as long as an event was tried, is switched off."""
    from backend.webhook_requests import Failure

    if result.status == GONE:
        return DisabledReason.GONE
    if row["order_id"] is None or result.failure in {Failure.QUERY, Failure.OWNER}:
        return None
    took_since = endpoint.delivered_at is not None and endpoint.delivered_at >= database.instant(row["tried_since"])
    return None if took_since else DisabledReason.FAILING


async def _write_delivered(row: dict[str, Any], endpoint: _Endpoint, attempt: _Attempt, now: datetime) -> None:
    async with database.transaction():
        if endpoint.delivered_at is None or not timedelta() <= now - endpoint.delivered_at < DELIVERED_INTERVAL:
            await database.execute("UPDATE webhook_endpoint SET delivered_at = $1 WHERE id = $2", [now, endpoint.id])
        await attempt.write(row, now)
        await _execute(_DELIVERED, row["id"])
        await _free_following(row, now)


async def _write_postponed(row: dict[str, Any], attempt: _Attempt, due: datetime, now: datetime) -> None:
    async with database.transaction():
        await attempt.write(row, now)
        await _execute(_LATER.format(at=as_instant("$2")), row["id"], due)
        held = min(due, database.instant(row["tried_since"]) + EARLIER_EVENT_PERIOD)
        if row["order_id"] is not None and held > now:
            await database.execute(_HOLD_FOLLOWING, [held, row["endpoint_id"], row["order_id"], row["id"]])


async def _write_given_up(row: dict[str, Any], attempt: _Attempt, reason: DisabledReason | None, now: datetime) -> None:
    async with database.transaction():
        if reason is not None and await webhooks.switch_off(row["endpoint_id"], reason, now):
            logger.warning("Webhook %s is switched off: %s", row["endpoint_id"], reason)
        await attempt.write(row, now)
        await _execute(_GIVEN_UP, row["id"])
        await _free_following(row, now)


async def _free_following(row: dict[str, Any], now: datetime) -> None:
    """What waited for this event of its order goes on."""
    if row["order_id"] is not None:
        await database.execute(_FREE_FOLLOWING, [now, row["endpoint_id"], row["order_id"], row["id"]])


async def _execute(sql: str, *values: Any) -> None:
    await database.execute(sql, list(values))


def _now() -> float:
    return asyncio.get_running_loop().time()
