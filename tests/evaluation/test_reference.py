"""The finder against the plain reference, and every signal against its absence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from backend.models.organization import MailDomainKind, MailDomainOverride
from tests.evaluation import unseen
from tests.evaluation.differential import differences, entangled, questions
from tests.evaluation.families import FAMILIES, build
from tests.evaluation.measure import measure, table, total
from tests.evaluation.world import DISPOSABLE, FREE, Query, Row, World
from tests.provisioning.finder.world import load_rows

AT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("db")
TODAY = (AT.date() - date(1970, 1, 1)).days
Rows = list[Row]
assert set(FAMILIES) > unseen.UNSEEN


@pytest.mark.parametrize(("seed", "organizations"), [(1, 300), (2, 1_500)])
async def test_the_finder_answers_as_the_reference_does(seed: int, organizations: int) -> None:
    world = entangled(seed, organizations, TODAY)
    await load_rows(world.rows, AT)
    assert await differences(world, questions(world, 300), AT) == []


def without_people(rows: Rows) -> Rows:
    """Nobody whom a question is about has an account."""
    return [row for row in rows if row["type"] != "user" or "." in str(row["email"]).split("@")[0].split(".", 1)[1]]


def without_proof(rows: Rows) -> Rows:
    """No domain is proved."""
    return [row | {"state": "pending"} if row["type"] == "domain" else row for row in rows]


def without_domains(rows: Rows) -> Rows:
    """No domain was entered."""
    return [row for row in rows if row["type"] != "domain"]


def without_activity(rows: Rows) -> Rows:
    """Nobody was ever seen."""
    return [row | {"last_active_day": None} if row["type"] == "user" else row for row in rows]


def without_types(rows: Rows) -> Rows:
    """Everybody is both."""
    return [row | {"roles": ["customer", "partner"]} if row["type"] == "org" else row for row in rows]


def without_status(rows: Rows) -> Rows:
    """Everybody is active, the pool too."""
    active = {"status": "active", "merged_into": None, "consumer_pool": False}
    return [row | active if row["type"] == "org" else row for row in rows]


def as_they_are(rows: Rows) -> Rows:
    """Nothing is left out."""
    return rows


DATA: list[Callable[[Rows], Rows]] = [
    without_people, without_proof, without_domains, without_activity, without_types, without_status,
]  # fmt: skip


async def score(world: World, change: Callable[[Rows], Rows] = as_they_are, left_out: str = "") -> tuple[int, str]:
    """How many points the finder loses when rows are changed, or a part of the order is left out."""
    await load_rows(change(world.rows), AT, skip_invalid=True)
    queries = [_without(query, left_out) for query in world.queries]
    scores = await measure(queries, AT)
    everything = total(scores.values())
    lost = 2 * everything.questions - everything.right_outcome - everything.complete
    lost += everything.judged_top - everything.right_top + everything.forbidden_shown + everything.wrong_automatic
    return lost, table(scores)


def _without(query: Query, part: str) -> Query:
    return replace(query, order={key: value for key, value in query.order.items() if key != part})


@pytest.fixture(scope="module")
def world() -> World:
    return build(3, 6, TODAY)


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", DATA, ids=lambda change: change.__name__)
async def test_the_finder_is_worse_off_without_a_signal(change: Callable[[Rows], Rows], world: World) -> None:
    lost, scores = await score(world, change)
    assert lost >= 3, scores


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
@pytest.mark.parametrize("part", ["country", "company", "previous_org"])
async def test_the_finder_is_worse_off_without_a_part_of_the_order(part: str, world: World) -> None:
    lost, scores = await score(world, left_out=part)
    assert lost >= 3, scores


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_the_finder_is_worse_off_without_the_lists_of_mail_domains(world: World) -> None:
    for domain in (*FREE, *DISPOSABLE):
        await MailDomainOverride.create(domain=domain, kind=MailDomainKind.COMPANY)
    lost, scores = await score(world)
    assert lost >= 10, scores


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_nothing_is_lost_with_everything(world: World) -> None:
    lost, scores = await score(world)
    assert lost == 0, scores
