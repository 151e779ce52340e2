"""Who watches all of their orders hears of each that changes, however they learn of it, and of no other."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from types import SimpleNamespace
from typing import Any

import pytest
from graphql import GraphQLError

from backend import events
from backend.provisioning import changed_orders
from backend.resolvers import order_changes
from backend.resolvers.context import Context
from backend.resolvers.order_changes import all_changes
from backend.resolvers.shared_reads import SharedRead
from backend.schema.ids import number_of
from tests.api import Caller
from tests.busy import GIVE_UP
from tests.product import Product, service
from tests.resolvers.test_matrix import context_of


async def heard(context: Context, many: int) -> list[int]:
    """The ids of the first orders that come."""
    async with aclosing(all_changes(context)) as changed:
        return [(await anext(changed)).id for _ in range(many)]


async def watched_by(many: int) -> None:
    """Wait until so many watch."""
    while len(events._collecting) < many:  # noqa: ASYNC110 – nobody is told of it
        await asyncio.sleep(0.001)


async def placed(product: Product, seller: Caller, **changes: Any) -> int:
    return number_of("Order", (await product.place(seller, **changes))["id"])


async def test_many_changes_are_read_once_for_many_who_watch(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    seller, other = await product.integrator("cloud-sales"), await product.integrator("other-sales")
    ids = [await placed(product, seller) for _ in range(3)]
    foreign = [await placed(product, other) for _ in range(2)]
    reads = {"of_interest": 0, "seen": 0}

    def counted(name: str, read: Callable[..., Awaitable[Any]]) -> SharedRead[*tuple[Any, ...], Any]:
        async def count(*values: Any) -> Any:
            reads[name] += 1
            return await read(*values)

        return SharedRead(count)

    for name in reads:
        monkeypatch.setattr(order_changes, f"_{name}", counted(name, getattr(changed_orders, name)))
    watchers = [asyncio.create_task(heard(await context_of(seller), 3)) for _ in range(20)]
    await watched_by(20)
    for _ in range(100):
        for id in (*foreign, *ids):
            events.notify_local(id)
    assert await asyncio.gather(*watchers) == [ids] * 20
    assert max(reads.values()) <= 20
    assert not events._collecting


async def test_a_change_whose_signal_was_lost_is_found(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    seller = await product.integrator("cloud-sales")
    order = await product.place(seller)
    monkeypatch.setattr(events, "POLL_INTERVAL", 0.02)
    monkeypatch.setattr(order_changes, "PAUSE", 0.01)
    monkeypatch.setattr(events, "notify_local", lambda _: None)
    watcher = asyncio.create_task(heard(await context_of(seller), 1))
    await watched_by(1)
    done = await seller.do("changeProvisioningContact", orderId=order["id"], email="eve@acme.example")
    assert not done.refused
    assert await watcher == [number_of("Order", order["id"])]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_what_changed_without_a_signal_while_somebody_read_slowly_is_found(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(events, "POLL_INTERVAL", 0.02)
    monkeypatch.setattr(order_changes, "PAUSE", 0.0)
    monkeypatch.setattr(order_changes, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(order_changes, "_looked_at", 0.0)
    seller = await product.integrator("cloud-sales")
    first, second = await product.place(seller), await product.place(seller)
    async with aclosing(all_changes(await context_of(seller))) as changed, asyncio.timeout(GIVE_UP):
        coming = asyncio.ensure_future(anext(changed))
        await watched_by(1)
        events.notify_local(number_of("Order", first["id"]))
        assert (await coming).id == number_of("Order", first["id"])
        monkeypatch.setattr(events, "notify_local", lambda _: None)
        await seller.do("changeProvisioningContact", orderId=second["id"], email="eve@acme.example")
        product.later(minutes=1)
        now[0] += 60.0
        assert (await anext(changed)).id == number_of("Order", second["id"])


async def test_the_session_of_a_link_hears_of_its_order_only(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    first = await placed(product, seller, provisioningContactEmail="pat@acme.example")
    pat = await product.opened("pat@acme.example")
    second = await placed(product, seller, provisioningContactEmail="pat@acme.example")
    anywhere = await product.signed_in("pat@acme.example")
    watchers = [asyncio.create_task(heard(await context_of(caller), 1)) for caller in (pat, anywhere)]
    await watched_by(2)
    events.notify_local(second)
    assert await watchers[1] == [second]
    events.notify_local(first)
    assert await watchers[0] == [first]


async def test_who_loses_an_order_hears_no_more_of_it(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order_changes, "PAUSE", 0.0)
    orders, contacts = [], []
    for email in ("pat@acme.example", "uma@umbra.example"):
        contact, order = await product.mapped(email)
        await contact.do("delegateService", serviceId=service(order, "CALLING")["id"], email="vera@voice.example")
        contacts.append(contact)
        orders.append(order)
    first, second = (number_of("Order", order["id"]) for order in orders)
    vera = await product.signed_in("vera@voice.example")
    async with aclosing(all_changes(await context_of(vera))) as changed:
        coming = asyncio.ensure_future(anext(changed))
        await watched_by(1)
        events.notify_local(first)
        assert (await coming).id == first
        done = await contacts[0].do("takeBackService", serviceId=service(orders[0], "CALLING")["id"])
        assert not done.refused
        for id in (first, second):
            events.notify_local(id)
        assert (await anext(changed)).id == second


async def test_who_reads_slowly_is_sent_only_what_is_still_theirs(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(order_changes, "PAUSE", 0.0)
    monkeypatch.setattr(order_changes, "time", SimpleNamespace(monotonic=lambda: now[0]))
    seller = await product.integrator("cloud-sales")
    ids = [await placed(product, seller) for _ in range(2)]
    reads = 0

    async def seen(*values: Any) -> Any:
        nonlocal reads
        reads += 1
        return await changed_orders.seen(*values)

    monkeypatch.setattr(order_changes, "_seen", seen)
    async with aclosing(all_changes(await context_of(seller))) as changed:
        coming = asyncio.ensure_future(anext(changed))
        await watched_by(1)
        for id in ids:
            events.notify_local(id)
        assert (await coming).id == ids[0]
        now[0] += 10.0
        assert (await anext(changed)).id == ids[1]
    assert reads == 2


async def test_an_order_that_is_as_it_was_sent_does_not_come_again(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_changes, "PAUSE", 0.0)
    seller = await product.integrator("cloud-sales")
    first, second = await placed(product, seller), await placed(product, seller)
    async with aclosing(all_changes(await context_of(seller))) as changed:
        for id, told in ((first, [first]), (second, [first, first, second])):
            coming = asyncio.ensure_future(anext(changed))
            await watched_by(1)
            for one in told:
                events.notify_local(one)
            assert (await coming).id == id


async def test_a_caller_may_watch_so_often_and_nobody_without_signing_in(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_changes, "MAX_WATCHERS", 1)
    seller, other = await product.integrator("cloud-sales"), await product.integrator("other-sales")
    watchers = [asyncio.create_task(heard(await context_of(caller), 1)) for caller in (seller, other)]
    await watched_by(2)
    for caller, code in ((seller, "RATE_LIMITED"), (product.browser(), "UNAUTHENTICATED")):
        with pytest.raises(GraphQLError) as refused:
            await heard(await context_of(caller), 1)
        assert (refused.value.extensions or {})["code"] == code
    for watcher in watchers:
        watcher.cancel()
    await asyncio.gather(*watchers, return_exceptions=True)
    assert not order_changes._watchers
