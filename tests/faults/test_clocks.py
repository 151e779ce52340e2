"""Clocks that go wrong: of one machine, which must not matter, and of the database, which must not double anything."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from backend import clock, database
from backend.worker.leases import Lease, claim, leased
from tests.busy import GIVE_UP
from tests.product import Product

HOUR = timedelta(hours=1)
AHEAD = timedelta(seconds=6)  # more than a lease


@pytest.fixture(autouse=True)
def put_right() -> Iterator[None]:
    """No test's clock is left to the next."""
    yield
    clock.follow_machine()
    clock._jumped_at = None


@pytest.mark.postgres
@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
@pytest.mark.parametrize("wrong", [AHEAD, -AHEAD, HOUR, -HOUR])
async def test_a_worker_whose_machine_has_another_time_takes_nothing_that_is_being_worked_on(
    product: Product, wrong: timedelta
) -> None:
    await product.place()
    assert await claim("email_message")
    with time_machine.travel(datetime.now(UTC) + wrong):
        assert await claim("email_message") is None
        await product.place()
        assert await claim("email_message")  # and what nobody has, it takes


@pytest.mark.postgres
@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_the_test_above_would_notice_a_worker_that_goes_by_its_own_clock(product: Product) -> None:
    await product.place()
    assert await claim("email_message")
    with time_machine.travel(datetime.now(UTC) + AHEAD):
        clock.follow_machine()
        assert await claim("email_message")


async def renewed(lease: Lease) -> None:
    """Wait until the holder has renewed its lease, by the time that it knows of."""
    before = lease.until
    async with asyncio.timeout(GIVE_UP):
        while True:
            await asyncio.sleep(0.05)
            if lease.until != before:
                return


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
async def test_when_the_databases_clock_jumps_nothing_is_taken_until_all_have_heard_of_it(
    product: Product, jump: timedelta
) -> None:
    await product.place()
    row = await claim("email_message")
    assert row
    async with leased("email_message", row, 60) as lease:
        moved = datetime.now(UTC) + jump
        with time_machine.travel(moved):
            if database.dialect() == "postgres":
                clock.synchronise(moved, clock.elapsed())
            assert await claim("email_message") is None
            await renewed(lease)
            clock._jumped_at = None  # so much later
            assert await claim("email_message") is None


async def test_a_lease_from_before_the_clock_was_set_back_holds_nothing_up(product: Product) -> None:
    await product.place()
    product.later(hours=1)
    assert await claim("email_message")  # by somebody who died
    product.later(hours=-1)
    assert await claim("email_message")
