"""A world of orders in every stage, for the tests of rights and of repeats."""

from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette

from backend.settings import settings
from tests.product import Product
from tests.resolvers.stages import World, build


@pytest.fixture
async def world(
    db: str, application: Starlette, the_clock: None, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    """Everybody does more within a minute than people do in an hour: the limits are those of a hundred."""
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "100")
    settings.cache_clear()
    async with Product(application) as product:
        yield await build(product)
    settings.cache_clear()
