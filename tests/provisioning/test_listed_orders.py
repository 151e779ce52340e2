"""Orders stand in each viewer's lists as they stand, and the buckets of the overview are what its filters list."""

from typing import Any

from backend import database
from backend.migrate import migrate
from backend.provisioning import listed_orders
from backend.worker import schedule
from tests.api import Caller
from tests.product import Product

OVERVIEW = """{ viewer { orderOverview { failed undelivered disputed dueThisWeek myTurn waitingForOthers provisioning
  done putAside } } }"""
LISTED = """query ($filter: OrderFilter, $sort: OrderSort) { orders(filter: $filter, sort: $sort, first: 50) {
  totalCount edges { node { orderNumber companyName } } } }"""
BUCKETS = {
    "failed": "FAILED", "undelivered": "UNDELIVERED", "disputed": "DISPUTED", "dueThisWeek": "DUE_THIS_WEEK",
    "myTurn": "MY_TURN", "waitingForOthers": "WAITING_FOR_OTHERS", "provisioning": "PROVISIONING", "done": "DONE",
    "putAside": "PUT_ASIDE",
}  # fmt: skip


async def counted(caller: Caller) -> dict[str, int]:
    """The buckets with orders in them, each of which lists as many by its filter."""
    counts: dict[str, int] = (await caller.ask(OVERVIEW))["viewer"]["orderOverview"]
    for name, count in counts.items():
        listed = (await caller.ask(LISTED, filter={"bucket": BUCKETS[name]}))["orders"]
        assert (listed["totalCount"], len(listed["edges"])) == (count, count), name
    return {name: count for name, count in counts.items() if count}


async def companies(caller: Caller, sort: str, **filter: Any) -> list[str]:
    edges = (await caller.ask(LISTED, sort=sort, filter=filter))["orders"]["edges"]
    return [edge["node"]["companyName"] for edge in edges]


async def test_the_overview_counts_what_its_filters_list_for_each_viewer(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    partner, customer = await product.signed_in("user@north.example"), await product.signed_in("admin@globex.example")
    support, seller = await product.support(), await product.integrator("cloud-sales")
    assert await counted(contact) == {"myTurn": 1}
    assert await counted(customer) == await counted(support) == await counted(seller) == {"waitingForOthers": 1}
    await contact.do("handOverToCustomer", orderId=order["id"])
    assert (await counted(contact), await counted(customer)) == ({"waitingForOthers": 1}, {"myTurn": 1})
    await customer.do("disputeMapping", orderId=order["id"], reason="Not ours")
    assert await counted(partner) == await counted(customer) == {"disputed": 1, "waitingForOthers": 1}
    assert await counted(support) == {"disputed": 1, "myTurn": 1}
    assert await listed_orders.repair() == 0


async def test_the_overview_follows_deadline_mail_and_services(product: Product) -> None:
    await product.mapped()
    await product.place(provisioningContactEmail="pat@acme.example")
    contact = await product.signed_in("pat@acme.example")
    assert await counted(contact) == {"myTurn": 2}
    product.later(days=25)
    contact = await product.signed_in("pat@acme.example")
    assert await counted(contact) == {"myTurn": 2, "dueThisWeek": 1}
    assert await listed_orders.repair() == 0


async def test_lists_sort_by_what_they_show(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    for name in ("Zeta", "änderung", "Alpha GmbH", "alpha"):
        await product.place(seller, companyName=name)
        product.later(minutes=1)
    assert await companies(seller, "COMPANY") == ["alpha", "Alpha GmbH", "änderung", "Zeta"]
    assert await companies(seller, "NUMBER") == ["Zeta", "änderung", "Alpha GmbH", "alpha"]
    assert await companies(seller, "WAITING_LONGEST", myTurn=False) == ["Zeta", "änderung", "Alpha GmbH", "alpha"]


async def test_what_is_listed_is_filled_by_migrate_and_mended_by_the_worker(product: Product, db: str) -> None:
    seller = await product.integrator("cloud-sales")
    await product.place(seller)
    await database.execute("DELETE FROM listed_order")
    assert await companies(seller, "COMPANY") == []
    await database.disconnect()
    await migrate(db)
    await database.connect(db)
    assert len(await companies(seller, "COMPANY")) == 1
    await database.execute("UPDATE listed_order SET state = 'XXXXX'")
    await schedule.housekeeping()
    assert await counted(seller) == {"waitingForOthers": 1}
