"""Endpoints of webhooks: whose they are, who changes them, and what was delivered to them.

An endpoint belongs to a seller, whose tokens change it, or to an organization, whose own full administrators and tokens
do. It stays when they go, so a partner's people, who lose their rights with the order, keep none.
"""

import base64
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend import correlation, database
from backend.database import Row
from backend.ids import public_id
from backend.limits.rates import hit
from backend.models.organization import OrganizationEventKind, OrganizationStatus
from backend.models.outbox import MailTopic
from backend.models.webhook import DisabledReason, WebhookDeliveryState, WebhookEventType
from backend.provisioning import history, notices, organization_access
from backend.provisioning.access import SYSTEM, Actor, Forbidden, NotFound
from backend.provisioning.organization_access import NONE
from backend.provisioning.paging import Page, RowNumber, read_cursor, size, write_cursor
from backend.provisioning.survivors import everything_of, survivor_of, survivors_of
from backend.provisioning.validation import Entries
from backend.provisioning.webhook_events import payload
from backend.refusals import ErrorCode, Refused
from backend.settings import settings
from backend.sql import among, listed, locking_all_but_keys
from backend.webhook_addresses import BadUrl, UrlProblem, read_url

MAX_ENDPOINTS = 10  # of a seller or an organization
MAX_DESCRIPTION_LENGTH = 200  # characters
MAX_QUERY_LENGTH = 4_000  # characters
MAX_ATTEMPTS_SHOWN = 20  # of a delivery, the newest
MAX_TESTS = 60  # an hour, of an endpoint
ROTATION_PERIOD = timedelta(hours=24)  # in which the previous secret is good too
RETENTION_PERIOD = timedelta(days=30)  # of deliveries
SECRET_PREFIX = "whsec_"  # noqa: S105 – the same for all
SECRET_BYTES = 32
HOUR = timedelta(hours=1)
_DELETED_AT_ONCE = 1_000  # deliveries

_COLUMNS = """e.id, e.seller, e.organization_id, e.url, e.events, e.query, e.description, e.enabled, e.disabled_reason,
  e.created_at"""
_OF_SELLER = f"SELECT {_COLUMNS} FROM webhook_endpoint e WHERE e.seller = $1 ORDER BY e.id"
_OF_ORGANIZATIONS = f"""
SELECT m.stands, {_COLUMNS} FROM webhook_endpoint e JOIN {{members}} m ON m.id = e.organization_id ORDER BY e.id
"""
_BY_ID = f"SELECT {_COLUMNS} FROM webhook_endpoint e WHERE e.id {{among}} ORDER BY e.id"
_EVERY = f"""
SELECT {_COLUMNS}, o.display_name AS organization, e.delivered_at FROM webhook_endpoint e
LEFT JOIN organization o ON o.id = e.organization_id ORDER BY e.organization_id, e.seller, e.id
"""
_INSERT = """
INSERT INTO webhook_endpoint (seller, organization_id, url, events, query, description, enabled, secret, created_at)
VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8) RETURNING id
"""
_ROTATE = """
UPDATE webhook_endpoint SET previous_secret = secret, previous_until = $1, secret = $2 WHERE id = $3
"""
_TEST = """
INSERT INTO webhook_delivery (
  endpoint_id, event, state, payload, composed, created_at, tried_since, due_at, traceparent)
VALUES ($1, 'TEST', 'PENDING', $2, true, $3, $3, $3, $4) RETURNING id
"""
_RETRY = """
UPDATE webhook_delivery SET state = 'PENDING', due_at = $1, tried_since = $1, tries = 0, unsettled = 0 WHERE id = $2
"""
_GIVE_UP_ALL = """
UPDATE webhook_delivery SET state = 'FAILED', due_at = NULL, unsettled = 0 WHERE endpoint_id = $1 AND state = 'PENDING'
"""
_SWITCH_OFF = "UPDATE webhook_endpoint SET enabled = false, disabled_reason = $1 WHERE id = $2 AND enabled"
_DELIVERIES = "SELECT id, endpoint_id, event, state, payload, created_at, due_at, traceparent FROM webhook_delivery"
_ATTEMPTS = f"""
SELECT delivery_id, at, status, duration_ms, error, detail, response FROM (
  SELECT a.*, row_number() OVER (PARTITION BY a.delivery_id ORDER BY a.id DESC) AS place
  FROM webhook_attempt a WHERE a.delivery_id {{among}}
) t WHERE place <= {MAX_ATTEMPTS_SHOWN} ORDER BY id
"""
_EXPIRED = f"SELECT id FROM webhook_delivery WHERE created_at < $1 ORDER BY created_at LIMIT {_DELETED_AT_ONCE}"
_URL_PROBLEMS = {
    UrlProblem.FORM: "Enter an address such as https://example.com/webhooks.",
    UrlProblem.SCHEME: "The address has to start with https://.",
    UrlProblem.USER: "Leave user name and password out of the address: requests are signed.",
    UrlProblem.FRAGMENT: "Leave the part from # on out of the address.",
    UrlProblem.PORT: "Leave the port out of the address: requests go to port 443.",
    UrlProblem.LENGTH: "This address is too long.",
    UrlProblem.IP_ADDRESS: "Use the name of a host, not its IP address.",
    UrlProblem.NOT_PUBLIC: "This address is not on the public Internet.",
}
_TOPICS = {DisabledReason.GONE: MailTopic.WEBHOOK_GONE, DisabledReason.FAILING: MailTopic.WEBHOOK_FAILING}


class Endpoint(Row, frozen=True, kw_only=True):
    """An endpoint as its owner sees it; its secret is told when it is made."""

    id: int
    seller: str | None
    organization_id: int | None
    url: str
    events: str
    query: str | None
    description: str | None
    enabled: bool
    disabled_reason: DisabledReason | None
    created_at: datetime

    @property
    def told_of(self) -> list[WebhookEventType]:
        """The types of events that it is told of."""
        return [WebhookEventType(name) for name in self.events.split()]


class ListedEndpoint(Endpoint, frozen=True, kw_only=True):
    """An endpoint as who operates the product sees it."""

    organization: str | None  # its name
    delivered_at: datetime | None  # when it last took a request

    @property
    def host(self) -> str:
        """Where it is: its path may hold a key."""
        return _host(self.url)


class _OfOrganization(Endpoint, frozen=True, kw_only=True):
    stands: int


class Delivery(Row, frozen=True, kw_only=True):
    """An event for an endpoint."""

    id: int
    endpoint_id: int
    event: WebhookEventType
    state: WebhookDeliveryState
    payload: str
    created_at: datetime
    due_at: datetime | None
    traceparent: str | None


class Attempt(Row, frozen=True, kw_only=True):
    """A try to deliver."""

    delivery_id: int
    at: datetime
    status: int | None
    duration_ms: int
    error: str | None
    detail: str | None
    response: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose an endpoint is: a seller's, or an organization's."""

    seller: str | None = None
    organization_id: int | None = None

    @property
    def key(self) -> str:
        """Names the owner, for limits."""
        return f"seller:{self.seller}" if self.seller else f"organization:{self.organization_id}"

    def actor(self) -> Actor:
        """Who reads an endpoint's payload: with the rights of its owner, and to read only."""
        scopes = {"orders:read"} if self.organization_id is None else {"orders:read", "organizations:read"}
        return Actor(token=self.seller or "webhook", scopes=frozenset(scopes), organization_id=self.organization_id)


# ---------------------------------------------------------------- who may


async def owner_for(actor: Actor, organization_id: int | None) -> Owner:
    """The owner of an endpoint that the actor makes: the organization that is named, or whose token it is.

    Raises NotFound, Forbidden, or Refused if none was named or it is not in use.
    """
    if actor.token and not actor.may("orders:write"):
        raise Forbidden("orders:write")
    if organization_id is None:
        if not actor.token:
            raise Refused(ErrorCode.REQUIRED, "Say for which organization.", ("organizationId",))
        return Owner(seller=actor.seller or None, organization_id=actor.organization_id)
    if actor.organization_id is not None:
        if await survivor_of(organization_id) != actor.organization_id:
            raise NotFound
        return Owner(organization_id=actor.organization_id)
    seen = await organization_access.see(organization_id, actor)
    if seen is None:
        raise NotFound
    held = await organization_access.rights([seen.record.id], actor)
    if not held.get(seen.record.id, NONE).keeps_tokens:
        raise Forbidden
    if seen.record.status is not OrganizationStatus.ACTIVE:
        raise Refused(ErrorCode.NOT_ELIGIBLE, "This organization can’t be used at present. Ask support.")
    return Owner(organization_id=seen.record.id)


async def _seen(endpoints: Iterable[Endpoint], actor: Actor) -> dict[int, Endpoint]:
    """Those of the endpoints that the actor sees, by their numbers."""
    found = {endpoint.id: endpoint for endpoint in endpoints}
    owners = {endpoint.organization_id for endpoint in found.values() if endpoint.organization_id is not None}
    stands = await survivors_of(owners) if owners else {}
    held = await organization_access.rights(sorted(set(stands.values())), actor) if stands else {}

    def sees(endpoint: Endpoint) -> bool:
        if endpoint.organization_id is None:
            return bool(actor.seller) and endpoint.seller == actor.seller and actor.reads_orders
        organization = stands[endpoint.organization_id]
        return is_own(actor, organization) or held.get(organization, NONE).keeps_tokens

    return {number: endpoint for number, endpoint in found.items() if sees(endpoint)}


def is_own(actor: Actor, organization_id: int) -> bool:
    """Whether it is a token of this organization that may read orders."""
    return actor.organization_id == organization_id and actor.reads_orders


async def _open(endpoint_id: int, actor: Actor) -> Endpoint:
    """The endpoint, locked, for who may change it. Raises NotFound, Forbidden."""
    endpoint = await database.record(
        Endpoint, f"{_BY_ID.format(among=among(1))}{locking_all_but_keys()}", [listed([endpoint_id])]
    )
    if endpoint is None or not await _seen([endpoint], actor):
        raise NotFound
    if actor.token and not actor.may("orders:write"):
        raise Forbidden("orders:write")
    return endpoint


# ---------------------------------------------------------------- what is read


async def of_viewer(actor: Actor) -> list[Endpoint]:
    """The endpoints of the seller or the organization whose token it is."""
    if not actor.token or not actor.reads_orders:
        return []
    if actor.organization_id is not None:
        return (await of_organizations([actor.organization_id])).get(actor.organization_id, [])
    return await database.records(Endpoint, _OF_SELLER, [actor.seller])


async def of_organizations(organization_ids: Sequence[int]) -> dict[int, list[Endpoint]]:
    """The endpoints of each organization and of what was merged into it."""
    found: dict[int, list[Endpoint]] = defaultdict(list)
    sql = _OF_ORGANIZATIONS.format(members=everything_of(1))
    for endpoint in await database.records(_OfOrganization, sql, [listed(organization_ids)]):
        found[endpoint.stands].append(endpoint)
    return found


async def see_each(endpoint_ids: Sequence[int], actor: Actor) -> dict[int, Endpoint]:
    """Those of the endpoints that the actor sees."""
    if not endpoint_ids:
        return {}
    found = await database.records(Endpoint, _BY_ID.format(among=among(1)), [listed(endpoint_ids)])
    return await _seen(found, actor)


async def see_deliveries(delivery_ids: Sequence[int], actor: Actor) -> dict[int, Delivery]:
    """Those of the deliveries that the actor sees."""
    if not delivery_ids:
        return {}
    found = await database.records(Delivery, f"{_DELIVERIES} WHERE id {among(1)}", [listed(delivery_ids)])
    seen = await see_each(list({delivery.endpoint_id for delivery in found}), actor)
    return {delivery.id: delivery for delivery in found if delivery.endpoint_id in seen}


async def every_endpoint() -> list[ListedEndpoint]:
    """For who operates the product: all endpoints, those of one owner together."""
    return await database.records(ListedEndpoint, _EVERY)


async def page_of_each(
    endpoint_ids: Sequence[int], first: int | None, after: str | None, state: WebhookDeliveryState | None
) -> dict[int, Page[Delivery]]:
    """A page of the deliveries to each endpoint, newest first, in one statement. Raises InvalidPage."""
    limit = size(first)
    begins = None if after is None else read_cursor(after, tuple[RowNumber])[0]
    selects, values = list[str](), list[Any]()
    for endpoint_id in endpoint_ids:
        values.append(endpoint_id)
        condition = f"endpoint_id = ${len(values)}"
        if begins is not None:
            values.append(begins)
            condition += f" AND id < ${len(values)}"
        if state is not None:
            values.append(state.value)
            condition += f" AND state = ${len(values)}"
        page = f"{_DELIVERIES} WHERE {condition} ORDER BY id DESC LIMIT {limit + 1}"
        selects.append(f"SELECT * FROM ({page}) d{len(values)}")
    found: dict[int, list[Delivery]] = defaultdict(list)
    for row in await database.records(Delivery, " UNION ALL ".join(selects), values):
        found[row.endpoint_id].append(row)
    pages = {}
    for endpoint_id in endpoint_ids:
        rows = sorted(found[endpoint_id], key=lambda row: -row.id)
        shown = rows[:limit]
        pages[endpoint_id] = Page(shown, [write_cursor(one.id) for one in shown], len(rows) > limit, after is not None)
    return pages


async def attempts_of(delivery_ids: Sequence[int]) -> dict[int, list[Attempt]]:
    """The last attempts at each delivery, oldest first."""
    found: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in await database.records(Attempt, _ATTEMPTS.format(among=among(1)), [listed(delivery_ids)]):
        found[attempt.delivery_id].append(attempt)
    return found


# ---------------------------------------------------------------- what is changed


def read_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of an endpoint that were entered, checked. Raises Refused with all that is wrong."""
    entries, columns = Entries(), dict[str, Any]()
    if "url" in given:
        columns["url"] = _read_url(given["url"], entries)
    if "events" in given:
        events = [event for event in WebhookEventType if event in given["events"]]
        if not events:
            entries.refuse(ErrorCode.REQUIRED, "Choose at least one event.", "events")
        columns["events"] = f" {' '.join(events)} "
    if "query" in given:
        query = (given["query"] or "").strip()
        if len(query) > MAX_QUERY_LENGTH:
            entries.refuse(ErrorCode.TOO_LONG, "Use {most} characters at most.", "query", most=MAX_QUERY_LENGTH)
        columns["query"] = query or None
    if "description" in given:
        text = entries.text(given["description"], "description", most=MAX_DESCRIPTION_LENGTH, required=False)
        columns["description"] = text or None
    if "enabled" in given:
        columns["enabled"] = given["enabled"]
    entries.check()
    return columns


def _read_url(text: str, entries: Entries) -> str:
    try:
        return read_url(text, development=settings().development).url
    except BadUrl as bad:
        code = ErrorCode.INVALID if text.strip() else ErrorCode.REQUIRED
        entries.refuse(code, _URL_PROBLEMS[bad.problem], "url")
        return ""


def new_secret() -> str:
    """A secret as Standard Webhooks has it: `whsec_` and 32 random bytes in base64."""
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


async def create(owner: Owner, columns: Mapping[str, Any], actor: Actor, at: datetime) -> tuple[int, str]:
    """Make an endpoint; its number, and its secret, which is told now and never again. Raises Forbidden, Refused."""
    _check_query(owner.organization_id, columns["query"], actor)
    # One after the other, so that the limit holds.
    if owner.organization_id is not None:
        lock = f"SELECT id FROM organization WHERE id = $1{locking_all_but_keys()}"
        await database.rows(lock, [owner.organization_id])
        others: Sequence[Endpoint] = (await of_organizations([owner.organization_id]))[owner.organization_id]
    else:
        lock = (
            f"SELECT id FROM api_token WHERE name = $1 AND organization_id IS NULL ORDER BY id{locking_all_but_keys()}"
        )
        await database.rows(lock, [owner.seller])
        others = await database.records(Endpoint, _OF_SELLER, [owner.seller])
    if len(others) >= MAX_ENDPOINTS:
        text = "There are {count} webhooks already, and no more are possible. Remove one first."
        raise Refused(ErrorCode.NOT_ELIGIBLE, text, values={"count": MAX_ENDPOINTS})
    secret = new_secret()
    values = [columns[name] for name in ("url", "events", "query", "description")]
    made = await database.row(_INSERT, [owner.seller, owner.organization_id, *values, secret, at])
    assert made is not None
    kind, topic = OrganizationEventKind.WEBHOOK_ADDED, MailTopic.WEBHOOK_ADDED
    await _record(owner.organization_id, kind, columns["url"], actor, at, topic=topic)
    return int(made["id"]), secret


async def update(endpoint_id: int, columns: Mapping[str, Any], actor: Actor, at: datetime) -> None:
    """Change an endpoint. Switched off, it is told of nothing, and what was still to be delivered is given up."""
    endpoint = await _open(endpoint_id, actor)
    changed = {name: value for name, value in columns.items() if value != getattr(endpoint, name)}
    if not changed:
        return
    if changed.keys() & {"query", "url"}:
        _check_query(endpoint.organization_id, changed.get("query", endpoint.query), actor)
    if "enabled" in changed:
        changed["disabled_reason"] = None
        if not changed["enabled"]:
            await database.execute(_GIVE_UP_ALL, [endpoint.id])
    pairs = ", ".join(f"{name} = ${place}" for place, name in enumerate(changed, 2))
    await database.execute(f"UPDATE webhook_endpoint SET {pairs} WHERE id = $1", [endpoint.id, *changed.values()])
    url = changed.get("url", endpoint.url)
    topic = MailTopic.WEBHOOK_REDIRECTED if _host(url) != _host(endpoint.url) else None
    await _record(endpoint.organization_id, OrganizationEventKind.WEBHOOK_CHANGED, url, actor, at, topic=topic)


def _check_query(organization_id: int | None, query: str | None, actor: Actor) -> None:
    """A query reads with all rights of the organization: none is sent anywhere by a token that has fewer."""
    if organization_id is not None and query is not None and not actor.reads_own_organizations:
        raise Forbidden("organizations:read")


async def delete(endpoint_id: int, actor: Actor, at: datetime) -> None:
    """Remove an endpoint with everything that was delivered to it."""
    endpoint = await _open(endpoint_id, actor)
    await database.execute("DELETE FROM webhook_endpoint WHERE id = $1", [endpoint.id])
    await _record(endpoint.organization_id, OrganizationEventKind.WEBHOOK_REMOVED, endpoint.url, actor, at)


async def remove(endpoint_id: int, at: datetime) -> str | None:
    """For who operates the product: remove an endpoint as its owner does. Its host; None: there is none."""
    endpoint = await database.record(Endpoint, _BY_ID.format(among=among(1)), [listed([endpoint_id])])
    if endpoint is None:
        return None
    await database.execute("DELETE FROM webhook_endpoint WHERE id = $1", [endpoint_id])
    organization = await survivor_of(endpoint.organization_id) if endpoint.organization_id is not None else None
    await _record(organization, OrganizationEventKind.WEBHOOK_REMOVED, endpoint.url, SYSTEM, at)
    return _host(endpoint.url)


async def delete_all(organization_id: int) -> None:
    """The mapping that had made this organization was undone: who were its administrators made these endpoints."""
    await database.execute("DELETE FROM webhook_endpoint WHERE organization_id = $1", [organization_id])


async def rotate(endpoint_id: int, actor: Actor, at: datetime) -> str:
    """Make a new secret, which is told now and never again. For 24 hours requests are signed with both."""
    endpoint = await _open(endpoint_id, actor)
    secret = new_secret()
    await database.execute(_ROTATE, [at + ROTATION_PERIOD, secret, endpoint.id])
    await _record(endpoint.organization_id, OrganizationEventKind.WEBHOOK_SECRET_ROTATED, endpoint.url, actor, at)
    return secret


async def send_test(endpoint_id: int, actor: Actor, at: datetime) -> int:
    """Send the endpoint an event that says nothing of any order, whatever it is told of; the delivery's number."""
    endpoint = await _open(endpoint_id, actor)
    _check_enabled(endpoint)
    if await hit("webhook-tests", str(endpoint.id), MAX_TESTS, HOUR, at):
        text = "{count} test events were sent this hour. Try again later."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, values={"count": MAX_TESTS})
    body = payload(WebhookEventType.TEST, at, {"webhookId": public_id("WebhookEndpoint", endpoint.id)})
    made = await database.row(_TEST, [endpoint.id, body, at, correlation.traceparent()])
    assert made is not None
    return int(made["id"])


async def retry(delivery_id: int, actor: Actor, at: datetime) -> None:
    """Deliver again, now and for three days: what failed, or what was delivered and got lost. The id stays."""
    found = await database.row("SELECT endpoint_id FROM webhook_delivery WHERE id = $1", [delivery_id])
    if found is None:
        raise NotFound
    _check_enabled(await _open(found["endpoint_id"], actor))
    await database.execute(_RETRY, [at, delivery_id])


def _check_enabled(endpoint: Endpoint) -> None:
    if not endpoint.enabled:
        raise Refused(ErrorCode.NOT_ELIGIBLE, "This webhook is switched off. Switch it on first.")


async def switch_off(endpoint_id: int, reason: DisabledReason, at: datetime) -> bool:
    """Switch an endpoint off that does not take what it is sent, and tell its owner. False: it was off.

    A seller has no mailbox: they read it where they read their endpoints.
    """
    if not await database.execute(_SWITCH_OFF, [reason.value, endpoint_id]):
        return False
    await database.execute(_GIVE_UP_ALL, [endpoint_id])
    endpoint = await database.record(Endpoint, _BY_ID.format(among=among(1)), [listed([endpoint_id])])
    if endpoint is not None and endpoint.organization_id is not None:
        organization = await survivor_of(endpoint.organization_id)
        kind, topic = OrganizationEventKind.WEBHOOK_SWITCHED_OFF, _TOPICS[reason]
        await _record(organization, kind, endpoint.url, SYSTEM, at, topic=topic)
    return True


async def delete_expired(at: datetime) -> int:
    """Delete deliveries that were written more than 30 days ago; returns how many."""
    deleted = 0
    while found := [row["id"] for row in await database.rows(_EXPIRED, [at - RETENTION_PERIOD])]:
        deleted += await database.execute(f"DELETE FROM webhook_delivery WHERE id {among(1)}", [listed(found)])
    return deleted


async def _record(
    organization_id: int | None,
    kind: OrganizationEventKind,
    url: str,
    actor: Actor,
    at: datetime,
    *,
    topic: MailTopic | None = None,
) -> None:
    """Note at the organization what was done to its endpoint; only its host is told, as a path may hold a key.

    With a `topic` its full administrators get a mail, also who did it themselves.
    """
    if organization_id is None:
        return
    host = _host(url)
    await history.record_event(organization_id, kind, actor, at, host=host)
    if topic is not None:
        key = f"webhook:{organization_id}:{host}:{topic}:{at.isoformat()}"
        await notices.mail_administrators(
            organization_id, topic, key, at, page="api-access", actor=actor.name, webhook=host
        )


def _host(url: str) -> str:
    return read_url(url, development=True).host
