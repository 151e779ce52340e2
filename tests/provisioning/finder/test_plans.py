"""However many organizations there are, the finder reads a handful of index ranges."""

from collections.abc import Iterable

import pytest

from backend import database
from backend.models.order import Audience
from backend.provisioning.finder.matching import Question, match, possible_duplicates
from backend.provisioning.finder.search import search
from tests.provisioning.finder.statements import Statement, postgres_plan, recorded, sqlite_scans
from tests.provisioning.finder.world import AT, CUSTOMER, PARTNER, World, load_rows, question_for

pytestmark = pytest.mark.usefixtures("db")
SHARED = 1_500  # organizations on one domain, each with users there


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest) -> str:
    """A database of its own: PostgreSQL's plans depend on what a table once held, too."""
    return str(request.getfixturevalue(f"fresh_{request.param}"))


def crowd(others: int) -> Iterable[dict[str, object]]:
    """A domain that many organizations share, one person who is in some of them, and others."""
    world = World()
    for number in range(SHARED):
        name = f"Shared {number}"
        world.organization(name, verified=["shared.com"] if number % 3 else [], country=["DE", "US"][number % 2])
        world.user(name, f"user{number}@shared.com", seen=number % 500)
        if number < 5:
            world.user(name, "ann@shared.com", seen=3)
    for number in range(others):
        name = f"Other {number}"
        world.organization(name, claimed=[f"other{number}.com"], roles=["partner" if number % 9 == 0 else "customer"])
        world.user(name, f"user@other{number}.com", seen=number % 700)
    return world.rows


QUESTIONS = [
    question_for("bob@mail.eu.shared.com", company_name="Shared 7", country="US"),
    question_for("bob+x@shared.com", audience=Audience.OWN_COMPANY, previous_organization_external_id="Other 3"),
    question_for("ann@shared.com"),
    question_for("bob@other18.com", PARTNER),
    question_for("bob@gmail.com", CUSTOMER, company_name="Shared 7", country="US"),
]


EMPTY = {
    "mail_domain_override",
    "provisioning_administrator",
    "orders",
}  # in this test: nothing is quicker than to look


async def statements(questions: Iterable[Question]) -> list[Statement]:
    """What is sent for the questions: the match, the search, the look for namesakes."""
    with recorded() as sent:
        for question in questions:
            await match(question, AT)
            await search(question, question.email, AT)
            await possible_duplicates(question, AT)
    return sent


async def test_every_statement_is_bounded() -> None:
    await load_rows(crowd(2_000))
    sent = await statements(QUESTIONS)
    assert len({sql for sql, _ in sent}) >= 8
    if database.dialect() == "sqlite":
        assert [await sqlite_scans(statement) for statement in sent] == [[] for _ in sent]
        return
    await database.execute("VACUUM ANALYZE")
    for statement in sent:
        plan = await postgres_plan(statement)
        read_whole = [node for node in plan.scans if node.kind == "Seq Scan" and node.table not in {None, *EMPTY}]
        assert read_whole == [], statement
        assert max((node.rows for node in plan.scans), default=0) <= 1_600, (plan, statement)


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_a_match_reads_as_much_of_four_times_as_many_organizations() -> None:
    """The gate for a hundred times as many is in `make bench-finder`."""
    await load_rows(crowd(1_000))
    few = await _buffers()
    await load_rows(crowd(9_000))
    many = await _buffers()
    assert many <= 1.5 * few


async def _buffers() -> int:
    await database.execute("VACUUM ANALYZE")
    with recorded() as sent:
        for question in QUESTIONS:
            await match(question, AT)
    for statement in sent:
        await postgres_plan(statement)  # the second run finds everything in memory
    return sum([(await postgres_plan(statement)).buffers for statement in sent])


async def test_a_match_takes_two_statements() -> None:
    await load_rows(crowd(10))
    with recorded() as sent:
        await match(QUESTIONS[0], AT)
    assert len(sent) == 2
