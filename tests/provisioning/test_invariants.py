"""Whatever people do in whatever order, what always holds holds."""

import random

import pytest

from backend.settings import settings
from tests.product import Product
from tests.provisioning.stories import INPUTS, People, run_story
from tests.resolvers.rights import MUTATIONS


def test_people_think_of_every_mutation() -> None:
    assert set(INPUTS) == set(MUTATIONS)


@pytest.mark.slow
async def test_random_stories_break_no_rule(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "100")
    settings.cache_clear()
    people = People(product, random.Random())
    await people.sign_in_all()
    for seed in range(5):
        people.rng.seed(seed)
        await run_story(people, steps=60)
    settings.cache_clear()
