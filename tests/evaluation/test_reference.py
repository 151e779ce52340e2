"""The product against the plain reference, and against itself with the same things said otherwise."""

import random
from dataclasses import replace

import pytest

from backend import database
from tests.api import Caller
from tests.evaluation.answer import Answer
from tests.evaluation.differential import differences, entangled, in_other_words, questions
from tests.evaluation.families import add_noise
from tests.evaluation.product import answers
from tests.evaluation.world import Query
from tests.provisioning.finder.world import AT, TODAY, load_rows


@pytest.mark.parametrize(("seed", "organizations"), [(1, 200), (2, 1_200)])
async def test_the_product_answers_as_the_reference_does(seed: int, organizations: int, reader: Caller) -> None:
    world = entangled(seed, organizations, TODAY)
    await load_rows(world.rows, AT)
    asked = in_other_words(questions(world, 150), seed)
    assert differences(world, asked, await answers(reader, asked), AT) == []


async def test_the_order_of_rows_strangers_and_the_spelling_change_no_answer(reader: Caller) -> None:
    world = entangled(3, 120, TODAY)
    asked = [query for query in questions(world, 150) if "@acme" in query.email or "@mail." in query.email]
    asked = [query for query in asked if "ß" not in query.email]  # in capitals it is another domain
    assert len(asked) >= 30
    await load_rows(world.rows, AT)
    before = await _asked(reader, asked)
    for table in ("finder_entry", "organization_activity", "organization_user", "organization_domain", "organization"):
        await database.execute(f"DELETE FROM {table}")
    for _ in range(60):
        add_noise(world)
    random.Random(3).shuffle(world.rows)
    await load_rows(world.rows, AT)
    assert await _asked(reader, in_other_words(asked, 3)) == before


async def _asked(reader: Caller, asked: list[Query]) -> list[Answer]:
    """The answers; on which address they rest is told as it was written, but for capitals."""
    return [replace(answer, based_on=answer.based_on.lower()) for answer in await answers(reader, asked)]
