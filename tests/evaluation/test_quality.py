"""The gates of quality: what the finder must never do, and how often it has to be right."""

from datetime import UTC, date, datetime

import pytest

from backend import database
from backend.provisioning.finder.matching import Match
from tests.evaluation import unseen
from tests.evaluation.families import FAMILIES, build
from tests.evaluation.measure import ask, judge, table, total
from tests.evaluation.world import World
from tests.provisioning.finder.world import load_rows

AT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
TODAY = (AT.date() - date(1970, 1, 1)).days


@pytest.fixture(scope="module")
def worlds() -> dict[int, World]:
    return {seed: build(seed, 8, TODAY, noise=100) for seed in (1, 2)}


@pytest.fixture(scope="module")
def answers() -> dict[tuple[int, str], list[Match]]:
    """What each database answered to the questions of each seed."""
    return {}


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("seed", [1, 2])
async def test_the_finder_reaches_the_gates(
    seed: int, worlds: dict[int, World], answers: dict[tuple[int, str], list[Match]]
) -> None:
    world = worlds[seed]
    await load_rows(world.rows, AT)
    found = answers[seed, database.dialect()] = [await ask(query, AT) for query in world.queries]
    scores = {
        name: total(
            judge(query, match) for query, match in zip(world.queries, found, strict=True) if query.family == name
        )
        for name in FAMILIES
    }
    everything = total(scores.values())
    assert everything.wrong_automatic == 0, table(scores)
    assert everything.forbidden_shown == 0, table(scores)
    assert everything.outcome_share >= 0.995, table(scores)
    assert everything.top_share >= 0.99, table(scores)
    assert all(score.top_share >= 0.95 for score in scores.values()), table(scores)
    assert everything.complete == everything.questions, table(scores)


@pytest.mark.parametrize("seed", [1, 2])
def test_both_databases_answer_alike(seed: int, answers: dict[tuple[int, str], list[Match]]) -> None:
    assert answers[seed, "sqlite"] == answers[seed, "postgres"]


def test_the_set_has_the_families_of_the_rule_and_more() -> None:
    assert len(FAMILIES) - len(unseen.UNSEEN) == 22
    assert len(unseen.UNSEEN) >= 10


@pytest.mark.usefixtures("db")
async def test_importing_the_set_again_changes_nothing(worlds: dict[int, World]) -> None:
    rows = worlds[1].rows[:400]
    first = await load_rows(rows, AT)
    before = await database.rows("SELECT organization_id, slot, domain, proof, rank FROM finder_entry ORDER BY id")
    again = await load_rows(rows, AT)
    assert first.changed > 0
    assert again.changed == 0
    assert (
        await database.rows("SELECT organization_id, slot, domain, proof, rank FROM finder_entry ORDER BY id") == before
    )
