"""Transactions leave nothing behind, whatever stops them."""

import asyncio
import sqlite3

import pytest

from backend import database
from backend.clock import now
from backend.models.person import SupportPerson


async def add(email: str) -> None:
    async with database.transaction():
        await SupportPerson.create(email_key=email, email=email, since=now())


async def test_a_transaction_that_is_cancelled_anywhere_leaves_the_database_usable(db: str) -> None:
    for turn in range(60):
        task = asyncio.create_task(add(f"p{turn}@example.com"))
        for _ in range(turn):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(10):
        await asyncio.gather(*(add(f"q{turn}@example.com") for turn in range(12)))
    assert await SupportPerson.filter(email__startswith="q").count() == 12


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_transaction_that_finds_the_file_locked_fails_and_the_next_one_succeeds(db: str) -> None:
    await database.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(db.removeprefix("sqlite://"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception, match="locked"):
        await add("first@example.com")
    other.execute("ROLLBACK")
    other.close()
    async with asyncio.timeout(5):
        await add("second@example.com")
    assert await SupportPerson.all().count() == 1
