"""The worked examples of the rule through the database."""

import pytest

from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import match
from backend.provisioning.finder.ranking import Flag
from backend.provisioning.finder.search import search
from tests.provisioning.finder.examples import EXAMPLES, Example, e17, other
from tests.provisioning.finder.world import AT, World, names, question_for

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
async def test_worked_example(example: Example) -> None:
    world = World()
    example.build(world)
    await world.load()
    question = question_for(example.email, example.slot, previous_organization_external_id=example.renews)
    found = await match(question, AT)
    shown = [found.organization] if found.organization else list(found.candidates)
    assert found.outcome is example.outcome
    assert [candidate.organization.external_id for candidate in shown] == example.candidates
    badges = [candidate.organization.external_id for candidate in shown if candidate.recommended]
    assert badges == ([example.badge] if example.badge else [])
    assert {c.organization.external_id: set(c.flags) for c in shown if c.flags} == example.flags
    assert found.reason is example.reason


async def test_e12_the_search_warns_of_mixed_scripts_and_shows_what_the_domain_looks_like() -> None:
    world = World()
    other("acme.com")(world)
    await world.load()
    page = await search(question_for("bob@gmx.de"), "Аcme.com", AT)
    assert page.based_on == "xn--cme-5cd.com"
    assert page.mixed_scripts
    assert page.candidates[0].flags == (Flag.LOOK_ALIKE_DOMAIN, Flag.MIXED_SCRIPT)
    assert not page.candidates[0].recommended


async def test_e17_siblings_and_children_are_found_by_the_search_only() -> None:
    world = World()
    e17(world)
    await world.load()
    for email in ("bob@acme.com", "bob@de.acme.com"):
        assert (await match(question_for(email), AT)).outcome is Outcome.NONE
        page = await search(question_for(email), email, AT)
        assert {c.organization.external_id: c.flags for c in page.candidates} == {
            "Acme US": (Flag.RELATED_DOMAIN,),
            "Acme EU": (Flag.RELATED_DOMAIN,),
        }
        assert not any(candidate.recommended for candidate in page.candidates)


async def test_e17_a_sibling_asks_for_its_own_domain() -> None:
    world = World()
    e17(world)
    await world.load()
    found = await match(question_for("bob@us.acme.com"), AT)
    assert names(found) == ["Acme US"]
