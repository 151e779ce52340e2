"""The global search by domain."""

import json
from base64 import b64decode

import pytest

from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.ranking import Flag
from backend.provisioning.finder.search import Page, search
from backend.refusals import Refused
from tests.provisioning.finder.world import AT, PARTNER, World, question_for

pytestmark = pytest.mark.usefixtures("db")
ASKING = question_for("ann@partner.com")


def found(page: Page) -> list[str]:
    """External ids in their order."""
    return [candidate.organization.external_id for candidate in page.candidates]


async def test_hits_come_before_related_domains_and_look_alikes() -> None:
    world = World()
    world.organization("Alike", claimed=["acrne.com"], created=9)
    world.organization("Swiss", claimed=["acme.ch"], created=9)
    world.organization("Sibling", verified=["eu.acme.com"], created=9)
    world.organization("Pending parent", pending=["acme.com"])
    world.organization("Parent", claimed=["acme.com"], created=9)
    world.organization("Exact", verified=["mail.acme.com"], created=9)
    world.organization("Stranger", claimed=["umbrella.com"], created=9)
    await world.load()
    page = await search(ASKING, "bob@mail.acme.com", AT)
    flags = {candidate.organization.external_id: candidate.flags for candidate in page.candidates}
    assert flags["Sibling"] == (Flag.RELATED_DOMAIN,)
    assert flags["Pending parent"] == (Flag.DORMANT, Flag.LIKELY_WRONG, Flag.RELATED_DOMAIN)
    assert flags["Alike"] == flags["Swiss"] == (Flag.LOOK_ALIKE_DOMAIN,)
    assert found(page) == ["Exact", "Parent", "Sibling", "Pending parent", "Alike", "Swiss"]
    assert page.based_on == "mail.acme.com"


async def test_an_address_is_not_looked_up_as_such() -> None:
    world = World()
    world.organization("Elsewhere", users=9, at="elsewhere.com", seen=1)
    world.user("Elsewhere", "bob@acme.com")
    await world.load()
    assert (await search(ASKING, "bob@acme.com", AT)).reason is Reason.NO_MATCH


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gmail.com", Reason.FREE_MAIL),
        ("bob@mailinator.com", Reason.DISPOSABLE),
        ("co.uk", Reason.PUBLIC_SUFFIX),
        ("not a domain", Reason.INVALID_ADDRESS),
        ("", Reason.INVALID_ADDRESS),
        ("umbrella.com", Reason.NO_MATCH),
    ],
)
async def test_an_empty_page_says_why(text: str, reason: Reason) -> None:
    page = await search(ASKING, text, AT)
    assert (page.candidates, page.reason) == ((), reason)


async def test_pages_have_no_gaps_and_no_repetitions_when_organizations_come_between() -> None:
    world = World()
    for number in range(45):
        world.organization(f"Acme {number:02}", verified=["acme.com"], users=1, at="acme.com", seen=number)
    await world.load()
    first = await search(ASKING, "acme.com", AT)
    assert found(first) == [f"Acme {number:02}" for number in range(20)]
    assert first.has_next_page
    assert not first.has_previous_page
    world.organization("Acme 00 again", verified=["acme.com"], users=1, at="acme.com", seen=0)
    await world.load()
    second = await search(ASKING, "acme.com", AT, after=first.cursors[-1])
    assert found(second) == [f"Acme {number:02}" for number in range(20, 40)]
    third = await search(ASKING, "acme.com", AT, after=second.cursors[-1], first=100)
    assert found(third) == [f"Acme {number:02}" for number in range(40, 45)]
    assert not third.has_next_page
    assert third.has_previous_page


async def test_a_cursor_holds_when_its_own_hit_is_gone_and_tells_nothing_that_is_not_shown() -> None:
    world = World()
    for number in range(6):
        world.organization(f"Acme {number}", verified=["acme.com"], users=101 + number, at="acme.com", seen=3)
    await world.load()
    page = await search(ASKING, "acme.com", AT, first=2)
    assert found(page) == ["Acme 5", "Acme 4"]
    told = json.loads(b64decode(page.cursors[0] + "=="))
    assert told == [0, True, True, True, True, False, False, False, 2, 0, True, True, 3, "Acme 5"]
    world.rows = [row | {"status": "suspended"} if row.get("id") == "Acme 4" else row for row in world.rows]
    await world.load()
    assert found(await search(ASKING, "acme.com", AT, after=page.cursors[0])) == [f"Acme {n}" for n in (3, 2, 1, 0)]
    behind = await search(ASKING, "acme.com", AT, after=page.cursors[1])
    assert found(behind) == ["Acme 5", "Acme 3", "Acme 2", "Acme 1", "Acme 0"]  # rather again than never


@pytest.mark.parametrize("cursor", ["x", "bm8", "W10", "eyJhIjoxfQ", "ÄÖ", "W3RydWVd"])
async def test_a_foreign_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Refused) as refused:
        await search(ASKING, "acme.com", AT, after=cursor)
    assert refused.value.code == "INVALID"


async def test_the_other_type_is_not_listed() -> None:
    world = World()
    world.organization("Customer", claimed=["acme.com"])
    await world.load()
    assert found(await search(question_for("ann@partner.com", PARTNER), "acme.com", AT)) == []


async def test_a_resellers_people_make_no_related_hit_either() -> None:
    world = World()
    world.organization("Customer", users=3, at="mail.reseller.com", seen=1)
    await world.load()
    assert found(await search(ASKING, "reseller.com", AT)) == ["Customer"]
    world.organization("Reseller", verified=["mail.reseller.com"], roles=["partner"])
    await world.load()
    assert found(await search(ASKING, "reseller.com", AT)) == []
