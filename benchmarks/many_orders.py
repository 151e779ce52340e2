"""Very many orders, through SQL: a few are made by their rules, one in each state, and copied with other people."""

from datetime import timedelta
from typing import Any

from backend import clock, database
from backend.models.order import OrderStatus
from backend.provisioning import listed_orders, order_words
from backend.provisioning.access import Actor
from backend.provisioning.intake import place_order
from backend.timeouts import statement_timeout
from benchmarks.orders import mapped, new_order

SELLER = "bench"
AWAY = 1_000  # ids of orders between a copy and the next; what belongs to orders is further apart
_FIRST = "person0@halden.example"
_ORGANIZATIONS = """
SELECT max(partner_organization_id) AS partner, max(customer_organization_id) AS customer,
(SELECT max(id) FROM organization) AS last FROM orders
"""
_OF_ONE = """
UPDATE orders SET partner_organization_id = $2, customer_organization_id = $3 WHERE mapped_at IS NOT NULL AND id <> $1
"""
# What becomes of an order that was mapped: columns of the order, the states of its services.
_STATES: list[tuple[dict[str, Any], str]] = [
    ({"status": "MAPPED"}, "NOT_STARTED"),
    ({"status": "MAPPED", "customer_sets_up_services": True}, "NOT_STARTED"),
    ({"status": "MAPPED", "undelivered_to": _FIRST}, "DRAFT"),
    ({"status": "SETTING_UP"}, "DRAFT"),
    ({"status": "SETTING_UP"}, "FAILED"),
    ({"status": "SETTING_UP"}, "PROVISIONING"),
    ({"status": "COMPLETED"}, "PROVISIONED"),
    ({"status": "COMPLETED"}, "PROVISIONED"),
    ({"status": "CLOSED"}, "NOT_STARTED"),
    ({"status": "CANCELLED"}, "NOT_STARTED"),
]


def person(number: int) -> Actor:
    """The contact of some orders; each has as many, however many orders there are."""
    return _actor(f"c{number}@halden.example")


def _actor(email: str) -> Actor:
    return Actor(email=email, email_key=email)


PARTNER, CUSTOMER = _actor("partner@halden.example"), _actor("customer@brandt.example")


async def fill(orders: int) -> None:
    """Fill a database that was migrated with so many orders. Half of them are of one partner."""
    with statement_timeout(None):
        await _fill(orders)


async def _fill(orders: int) -> None:
    originals = await _originals()
    copies = orders // len(originals) - 1
    people = max(1, copies // 2)
    row = await database.row(_ORGANIZATIONS)
    assert row is not None
    partner, customer, last = row["partner"], row["customer"], row["last"]
    await _administer(partner, PARTNER)
    await _administer(customer, CUSTOMER)
    await _copy("organization", f"id IN ({partner}, {customer})", copies, {
        "id": f"id + i * {last}", "external_id": "'copy-' || i || '-' || id", "created_for_order_id": "NULL",
    })  # fmt: skip
    company = f"+ (i % {people}) * {last}"
    half = f"+ (i % 2) * {last}"
    contact = f"'c' || (i % {people}) || '@halden.example'"
    number = "substr(CAST(1000000 + i AS VARCHAR), 2)"  # of one length, so that none begins like another one
    times = {"placed_at": _ago("i * 12 + o.id"), "updated_at": _ago(f"(i * 7919) % {copies * 12} + o.id")}
    await _copy("orders", "true", copies, times | {
        "id": f"id + i * {AWAY}", "order_number": f"order_number || '-' || {number}", "contact_email": contact,
        "contact_key": contact, "subscription_number": "'S' || i || '-' || id",
        "partner_organization_id": f"partner_organization_id {half}",
        "customer_organization_id": f"customer_organization_id {company}",
        "deadline": _ahead("i % 30"), "turn_since": _ago("(i * 31) % 9999"),
    })  # fmt: skip
    for table in ("license", "service"):
        await _copy(table, "true", copies, {"id": f"id + i * {AWAY * 100}", "order_id": f"order_id + i * {AWAY}"})
    owner = (
        f"CASE WHEN o.kind = 'NUMBER' THEN o.word || {number} WHEN o.kind = 'COMPANY' THEN o.word || i"
        " WHEN o.kind = 'ADDRESS' THEN "
    )
    await _copy("order_word", "o.kind <> 'ADDRESS' OR o.word LIKE '%@%'", copies, {
        "id": "NULL", "order_id": f"order_id + i * {AWAY}", "word": f"{owner} {contact} ELSE o.word END",
    })  # fmt: skip
    await _copy("listed_order", "true", copies, times | {
        "id": "NULL", "order_id": f"order_id + i * {AWAY}",
        "number": f"number || '-' || {number}", "company": "company || i",
        "viewer": f"CASE WHEN o.viewer LIKE 'contact:%' THEN 'contact:' || {contact}"
        f" WHEN o.viewer LIKE 'customer:%' THEN 'customer:' || ({customer} {company})"
        f" WHEN o.viewer LIKE 'partner:%' THEN 'partner:' || ({partner} {half}) ELSE o.viewer END",
        "due": f"CASE WHEN {_before_mapped()} THEN {_ahead('i % 30')} ELSE o.due END",
        "since": f"CASE WHEN substr(o.state, 4, 1) <> 'N' THEN {_ago('(i * 31) % 9999')} ELSE o.since END",
    })  # fmt: skip
    if database.dialect() == "postgres":
        await database.execute("VACUUM ANALYZE")
    await database.truncate_journal()  # which SQLite else looks through for each page, as nothing that large is written


def _before_mapped() -> str:
    letters = listed_orders.is_one_of([OrderStatus.AWAITING_CONTACT, OrderStatus.FINDING_ORGANIZATIONS], "o")
    return f"({letters})"


async def _originals() -> list[int]:
    """The ids of orders in all states."""
    async with database.transaction():
        ids = [(await place_order(new_order("B-new", _FIRST), SELLER, clock.now())).id]
        for number, (columns, services) in enumerate(_STATES):
            order = (await mapped(f"B-{number}", _FIRST, SELLER)).order
            pairs = ", ".join(f"{name} = ${index}" for index, name in enumerate(columns, 3))
            await database.execute(
                f"UPDATE orders SET updated_at = $2, {pairs} WHERE id = $1", [order, clock.now(), *columns.values()]
            )
            await database.execute("UPDATE service SET state = $1 WHERE order_id = $2", [services, order])
            ids.append(order)
        first = await database.row("SELECT * FROM orders WHERE id = $1", [ids[1]])
        assert first is not None
        await database.execute(_OF_ONE, [ids[1], first["partner_organization_id"], first["customer_organization_id"]])
        await listed_orders.rewrite(ids)
        await order_words.rewrite(ids)
    return ids


async def _administer(organization: int, actor: Actor) -> None:
    sql = (
        "INSERT INTO organization_user (organization_id, email, email_key, domain, administrator, status)"
        " VALUES ($1, $2, $2, 'halden.example', $3, 'ACTIVE')"
    )
    await database.execute(sql, [organization, actor.email_key, True])


async def _copy(table: str, which: str, copies: int, changed: dict[str, str]) -> None:
    row = await database.row(f"SELECT * FROM {table} LIMIT 1")
    assert row is not None
    columns = [name for name in row if changed.get(name) != "NULL"]
    chosen = ", ".join(changed.get(name, f"o.{name}") for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    numbers = f"WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {copies})"
    await database.execute(f"INSERT INTO {table} ({names}) {numbers} SELECT {chosen} FROM {table} o, n WHERE {which}")


def _ago(minutes: str) -> str:
    now = clock.now()
    if database.dialect() == "sqlite":
        return f"strftime('%Y-%m-%d %H:%M:%S+00:00', '{now:%Y-%m-%d %H:%M:%S}', '-' || ({minutes}) || ' minutes')"
    return f"TIMESTAMPTZ '{now.isoformat()}' - ({minutes}) * INTERVAL '1 minute'"


def _ahead(days: str) -> str:
    at = clock.now() + timedelta(hours=5)
    if database.dialect() == "sqlite":
        return f"strftime('%Y-%m-%d %H:%M:%S+00:00', '{at:%Y-%m-%d %H:%M:%S}', '+' || ({days}) || ' days')"
    return f"TIMESTAMPTZ '{at.isoformat()}' + ({days}) * INTERVAL '1 day'"
