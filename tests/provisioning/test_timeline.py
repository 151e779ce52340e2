"""The timeline: everything that happened, by whom and when, for good."""

import pytest
from tortoise.exceptions import BaseORMException

from backend import database
from tests.desk import Desk


@pytest.mark.parametrize("change", ["UPDATE order_event SET actor = 'x'", "DELETE FROM order_event"])
async def test_the_database_itself_refuses_to_change_what_happened(desk: Desk, change: str) -> None:
    await desk.place()
    before = await database.rows("SELECT * FROM order_event ORDER BY id")
    with pytest.raises(BaseORMException, match="append-only"):
        await database.execute(change)
    assert await database.rows("SELECT * FROM order_event ORDER BY id") == before
