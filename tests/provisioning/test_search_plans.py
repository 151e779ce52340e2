"""However many orders there are, lists and searches read few rows, and the plans of both databases say so."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from tortoise.connection import get_connection

from backend import clock, database
from backend.models.order import DUE_INDEXES, LicenseScope
from backend.models.service import ServiceKind
from backend.provisioning import triage
from backend.provisioning.access import Actor
from backend.provisioning.intake import place_order
from backend.provisioning.new_order import NewOrder, SoldLicense
from backend.provisioning.order_lists import (
    MOST_COUNTED,
    OrderBucket,
    OrderCriteria,
    OrderSort,
    list_orders,
    overview,
)
from backend.provisioning.order_search import RARE
from backend.provisioning.triage import SupportNeedKind
from backend.worker import schedule
from tests.provisioning.finder.statements import postgres_plan, recorded
from tests.provisioning.finder.world import World

pytestmark = pytest.mark.usefixtures("db")
ORDERS = 5_000
SELLER = Actor(token="cloud-sales", scopes=frozenset({"orders:read"}))
SUPPORT = Actor(email="help@hub.example", email_key="help@hub.example", support=True)
CONTACT = Actor(email="c7@x.example", email_key="c7@x.example")
RARELY = ["firma4711", "DE-4711", "gmbh firma4711", "c4711@x.example", "nothing at all", "hq.webex.com"]
COMMON = "gmbh"  # a word of every order
WORDS = {
    "NUMBER": "'de' || {n}", "COMPANY": "'firma' || {n}", "ADDRESS": "'c' || {n} || '@x.example'",
    "ORGANIZATION": "'gmbh'", "SUBSCRIPTION": "'sub' || {n}",
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest) -> str:
    """A database of its own: PostgreSQL's plans depend on what a table once held, too."""
    return str(request.getfixturevalue(f"fresh_{request.param}"))


async def many_orders() -> None:
    """One order that was placed, and others like it."""
    license_ = SoldLicense("Meetings", ServiceKind.MEETINGS, LicenseScope.PER_SITE, 5)
    new = NewOrder(
        order_number="DE-0", offer="Webex Suite", company_name="Firma 0", provisioning_contact_email="c0@x.example",
        requested_start_date=clock.today(), seller_name="Cloud Sales", term_months=12, licenses=[license_],
    )  # fmt: skip
    async with database.transaction():
        first = (await place_order(new, "cloud-sales", clock.now())).id
    columns = list(await database.row("SELECT * FROM orders") or {})
    own = {
        "id": f"{first} + s.n", "order_number": "'DE-' || s.n", "subscription_number": "'Sub' || s.n",
        "contact_key": "'c' || s.n || '@x.example'", "company_name": "'Firma ' || s.n",
    }  # fmt: skip
    chosen = ", ".join(own.get(column, f"o.{column}") for column in columns)
    numbers = f"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {ORDERS})"
    await database.execute(
        f"INSERT INTO orders ({', '.join(columns)}) {numbers} SELECT {chosen} FROM orders o, s WHERE o.id = {first}"
    )
    listed = list(await database.row("SELECT * FROM listed_order") or {})
    own = {
        "id": "(SELECT max(id) FROM listed_order) + s.n * 9 + o.id", "order_id": f"{first} + s.n",
        "number": "'DE-' || s.n", "viewer": "replace(o.viewer, 'c0@', 'c' || s.n || '@')",
    }  # fmt: skip
    chosen = ", ".join(own.get(column, f"o.{column}") for column in listed)
    await database.execute(
        f"INSERT INTO listed_order ({', '.join(listed)}) {numbers} SELECT {chosen} FROM listed_order o, s"
    )
    for kind, word in WORDS.items():
        spelled = word.format(n=f"(o.id - {first})")
        await database.execute(
            "INSERT INTO order_word (order_id, kind, word)"
            f" SELECT o.id, '{kind}', {spelled} FROM orders o WHERE o.id > {first}"
        )


async def sent(actor: Actor, texts: Iterable[str], sort: OrderSort = OrderSort.UPDATED_NEWEST) -> list[Any]:
    """What a search sends."""
    with recorded() as statements:
        for text in texts:
            await list_orders(actor, OrderCriteria(text=text), sort, first=20)
    return statements


async def test_a_search_reads_ranges_of_words_and_the_orders_that_it_finds() -> None:
    await many_orders()
    for actor in (SELLER, SUPPORT, CONTACT):
        await _is_bounded(await sent(actor, RARELY), most=100)
    # A word of every order: the list is walked in its order and ends with the page.
    for sort in OrderSort:
        await _is_bounded(await sent(SUPPORT, [COMMON], sort), most=RARE + 1, walks=True)


async def test_a_list_reads_no_more_than_its_page_of_each_state() -> None:
    await many_orders()
    buckets = [None, OrderBucket.MY_TURN, OrderBucket.WAITING_FOR_OTHERS, OrderBucket.FAILED]
    buckets.append(OrderBucket.PUT_ASIDE)
    with recorded() as statements:
        for actor in (SELLER, SUPPORT, CONTACT):
            for bucket in buckets:
                for sort in OrderSort:
                    await list_orders(actor, OrderCriteria(bucket=bucket), sort, first=20)
    await _is_bounded(statements, most=200)  # parts of 21 orders
    with recorded() as statements:
        for actor in (SELLER, SUPPORT, CONTACT):
            await overview(actor)
            await (await list_orders(actor)).count()
    assert len(statements) == 12  # a page, its orders, the count of the whole list, the overview
    await _is_bounded(statements, most=MOST_COUNTED)


async def test_a_list_of_a_range_hands_over_its_page_however_many_orders_are_in_the_range() -> None:
    await many_orders()
    due = "UPDATE listed_order SET due = $1 WHERE order_id % $2 = 0"
    for every in (5, 1):  # of few orders all are looked at; else the list is walked in its order
        await database.execute(due, [clock.now() + timedelta(days=1), every])
        with recorded() as statements:
            for actor in (SELLER, SUPPORT):
                for sort in OrderSort:
                    page = await list_orders(actor, OrderCriteria(bucket=OrderBucket.DUE_THIS_WEEK), sort, first=20)
                    assert len(page.page.rows) == 20
        assert len(statements) == 2 * 2 * len(OrderSort)
        for sql, values in statements:
            assert len(await database.rows(sql, values)) <= 21
        await _is_bounded(statements, most=3 * (RARE + 1))  # an order has three viewers
        if database.dialect() == "postgres":  # no look at a row goes through all rows of its viewer
            assert max([(await postgres_plan(statement)).buffers for statement in statements]) <= 10 * RARE


async def test_orders_of_an_organization_are_found_by_it_however_many_another_one_has() -> None:
    await many_orders()
    world = World()
    world.organization("Partner", claimed=["partner.example"])
    world.organization("Customer", claimed=["customer.example"])
    await world.load()
    found = {row["external_id"]: row["id"] for row in await database.rows("SELECT id, external_id FROM organization")}
    await database.execute("UPDATE orders SET partner_organization_id = $1", [found["Partner"]])
    some = "UPDATE orders SET customer_organization_id = $1 WHERE id % 500 = 0"
    assert await database.execute(some, [found["Customer"]]) == ORDERS // 500
    with recorded() as statements:
        for actor in (SELLER, SUPPORT, CONTACT):
            page = await list_orders(actor, OrderCriteria(organization_id=found["Customer"]), first=20)
            assert len(page.page.rows) == (0 if actor is CONTACT else ORDERS // 500)
            await list_orders(actor, OrderCriteria(organization_id=found["Partner"]), first=20)
    await _is_bounded(statements, most=RARE + 1, walks=True)


async def test_what_needs_support_is_read_from_indexes_of_nothing_else() -> None:
    await many_orders()
    of_service = {"id": "o.id + 100000", "order_id": "o.id", "submitted_at": "o.placed_at"}
    of_service["state"] = "CASE WHEN o.id % 250 = 0 THEN 'PROVISIONING' ELSE 'PROVISIONED' END"
    columns = list(await database.row("SELECT * FROM service") or {})
    chosen = ", ".join(of_service.get(column, f"v.{column}") for column in columns)
    await database.execute(
        f"INSERT INTO service ({', '.join(columns)}) SELECT {chosen} FROM orders o, service v"
        " WHERE v.id = (SELECT min(id) FROM service) AND o.id > v.order_id"
    )
    await database.execute(
        "INSERT INTO administrator_request"
        " (id, order_id, organization_id, requested_by, requested_at, expires_at, state)"
        " SELECT id, id, 1, 'a@b.example', placed_at, placed_at,"
        " CASE WHEN id % 250 = 0 THEN 'PENDING' ELSE 'DENIED' END FROM orders"
    )
    later = clock.now() + timedelta(days=12)
    with recorded() as statements:
        found = await triage.page(SUPPORT, later, first=20)
        await triage.page(SUPPORT, later, first=20, after=found.cursors[-1])
        counts = await triage.counts(SUPPORT, later)
    assert len(found.rows) == 20
    assert counts[SupportNeedKind.STUCK] == counts[SupportNeedKind.EXPIRING] == ORDERS // 250
    if database.dialect() != "postgres":
        plans = [step for statement in statements for step in await _steps(statement)]
        assert any("v USING" in step and "ix_service_provisioning" in step for step in plans)
        assert any("r USING" in step and "ix_administrator_request_pending" in step for step in plans)
    await _is_bounded(statements, most=MOST_COUNTED)


async def test_what_is_due_is_found_among_what_still_waits_for_it() -> None:
    await many_orders()
    long_ago = clock.now() - timedelta(days=90)
    await database.execute(
        "UPDATE orders SET status = 'COMPLETED', requested_start_date = $1, deadline = $2, remind_at = $2,"
        " hand_over_remind_at = $2",
        [long_ago.date(), long_ago],
    )
    with recorded() as statements:
        await schedule.run_due_transitions()
    assert len(statements) >= 5
    await _is_bounded(statements, most=0)
    if database.dialect() != "postgres":
        for by in DUE_INDEXES:
            assert any(by in step for step in [step for one in statements for step in await _steps(one)])


async def _steps(statement: Any) -> list[str]:
    sql, values = statement
    found = await get_connection("default").execute_query_dict(f"EXPLAIN QUERY PLAN {sql}", values)
    return [row["detail"] for row in found]


async def _is_bounded(statements: list[Any], *, most: int, walks: bool = False) -> None:
    assert statements
    if database.dialect() == "postgres":
        await database.execute("VACUUM ANALYZE")
        for statement in statements:
            plan = await postgres_plan(statement)
            read = {
                (node.kind, node.table) for node in plan.scans if node.table in {"orders", "order_word", "listed_order"}
            }
            assert ("Seq Scan", "orders") not in read, statement
            assert read.isdisjoint({("Seq Scan", "order_word"), ("Seq Scan", "listed_order")}), statement
            assert max((node.rows for node in plan.scans), default=0) <= most, (plan, statement)
        return
    for statement in statements:
        steps = await _steps(statement)
        assert [step for step in steps if step.startswith("SCAN") and "order_word" in step] == []
        assert not any(step.startswith(("SCAN w", "SCAN l ", "SCAN listed_order")) for step in steps), steps
        scanned = [step for step in steps if step.startswith(("SCAN o", "SCAN orders"))]
        assert all(walks and step.startswith("SCAN o USING ") for step in scanned), steps
