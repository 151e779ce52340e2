"""Whatever people do in whatever order, what always holds holds."""

import random

import pytest

from backend.settings import settings
from tests.product import Product
from tests.provisioning.stories import INPUTS, Town, told
from tests.resolvers.rights import MUTATIONS


def test_people_think_of_every_mutation() -> None:
    assert set(INPUTS) == set(MUTATIONS)


async def test_random_stories_break_no_rule(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "100")
    settings.cache_clear()
    town = Town(product, random.Random())
    await town.settle()
    for seed in range(5):
        town.rng.seed(seed)
        await told(town, steps=60)
    settings.cache_clear()
