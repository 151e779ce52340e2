"""What the evaluation needs: somebody who asks through the API, as often as they like, at an instant that stands."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from backend import clock
from backend.settings import settings
from tests.api import Caller
from tests.product import Product
from tests.provisioning.finder.world import AT


@pytest.fixture
async def reader(product: Product, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Caller]:
    """A program that may read organizations, without limits, at the instant of the tests of the finder."""
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "100000")
    settings.cache_clear()
    clock.set_offset(AT - datetime.now(UTC))
    yield await product.integrator("reader", "organizations:read")
    settings.cache_clear()
