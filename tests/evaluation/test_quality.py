"""The gates of quality, measured through the public API: what must never happen, and how often it has to be right."""

from pathlib import Path

import pytest

from backend import database
from tests.api import Caller
from tests.evaluation.answer import Answer
from tests.evaluation.families import GIVEN, build
from tests.evaluation.families.registry import FAMILIES
from tests.evaluation.measure import judge, table, total
from tests.evaluation.product import answers
from tests.evaluation.world import World, read
from tests.provisioning.finder.world import AT, TODAY, load_rows


@pytest.fixture(scope="module")
def worlds() -> dict[int, World]:
    return {seed: build(seed, 2, TODAY, noise=100) for seed in (1, 2)}


@pytest.fixture(scope="module")
def given() -> dict[int, list[Answer]]:
    """What the first of both databases answered to the questions of each seed."""
    return {}


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_finder_reaches_the_gates_and_answers_alike_on_both_databases(
    seed: int, reader: Caller, worlds: dict[int, World], given: dict[int, list[Answer]]
) -> None:
    world = worlds[seed]
    await load_rows(world.rows, AT)
    found = await answers(reader, world.queries)
    assert given.setdefault(seed, found) == found
    scores = judge(world.queries, found)
    everything = total(scores.values())
    assert scores.keys() == FAMILIES.keys()
    assert everything.wrong_automatic == 0, table(scores)
    assert everything.forbidden_shown == 0, table(scores)
    assert everything.outcome_share >= 0.995, table(scores)
    assert everything.top_share >= 0.99, table(scores)
    assert all(score.top_share >= 0.95 for score in scores.values()), table(scores)
    assert everything.complete == everything.questions, table(scores)


def test_the_set_has_the_families_that_the_rule_came_with_and_as_many_more() -> None:
    assert len(GIVEN) == 22
    assert len(FAMILIES) >= 2 * 22


def test_a_set_is_read_as_it_was_written(worlds: dict[int, World], tmp_path: Path) -> None:
    worlds[1].write(tmp_path / "set.jsonl")
    again = read(tmp_path / "set.jsonl")
    assert (again.rows, again.queries) == (worlds[1].rows, worlds[1].queries)


@pytest.mark.usefixtures("db")
async def test_importing_the_set_again_changes_nothing(worlds: dict[int, World]) -> None:
    first = await load_rows(worlds[1].rows, AT)
    entries = "SELECT organization_id, slot, domain, proof, rank FROM finder_entry ORDER BY id"
    before = await database.rows(entries)
    again = await load_rows(worlds[1].rows, AT)
    assert first.changed > 0
    assert again.changed == 0
    assert await database.rows(entries) == before
