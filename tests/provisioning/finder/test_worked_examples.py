"""The worked examples of the rule, E1 to E19, through the database."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from backend.models.organization import OrganizationType
from backend.provisioning.finder.matching import match
from backend.provisioning.finder.ranking import Flag, Outcome, Reason
from backend.provisioning.finder.search import search
from tests.provisioning.finder.world import AT, CUSTOMER, PARTNER, World, asked, names

pytestmark = pytest.mark.usefixtures("db")


@dataclass(frozen=True)
class Example:
    """Who asks in which world, and what has to come of it."""

    name: str
    build: Callable[[World], object]
    email: str
    outcome: Outcome
    candidates: list[str] = field(default_factory=list)
    badge: str | None = None
    flags: dict[str, set[Flag]] = field(default_factory=dict)
    reason: Reason | None = None
    slot: OrganizationType = CUSTOMER


def e1(world: World) -> None:
    world.organization("Acme", claimed=["acme.com"])
    world.user("Acme", "Ann@ACME.com")


def e2(world: World) -> None:
    world.organization("Trial", users=3, at="acme.com", seen=900, created=2400)
    world.organization("Berlin", users=300, at="acme.com", seen=1)
    world.organization("Acme EU", verified=["eu.acme.com"], users=5, at="eu.acme.com", seen=1)
    world.organization("Acme", claimed=["acme.com"], users=10, at="acme.com", seen=20)


def e3(world: World) -> None:
    world.organization("Acme", claimed=["acme.com"], users=2, at="acme.com", seen=2)
    world.organization("Observer", users=5, at="acme.com", seen=1)
    world.organization("Pending", pending=["acme.com"], users=5, at="elsewhere.de", seen=1)


def e4(world: World) -> None:
    world.organization("Older", verified=["acme.com"], users=3, at="acme.com", seen=9)
    world.organization("Newer", verified=["acme.com"], users=3, at="acme.com", seen=2)


def e5(world: World) -> None:
    world.organization("Asleep", verified=["acme.com"], users=3, at="acme.com", seen=800, created=2000)
    world.organization("Alive", verified=["acme.com"], users=3, at="acme.com", seen=100, created=2000)


def e6(world: World) -> None:
    world.organization("Busy", users=55, at="acme.com", seen=1, created=2000)
    world.organization("Proven", verified=["acme.com"], users=3, at="acme.com", seen=800, created=2000)


def pizzeria(world: World) -> None:
    world.organization("Pizzeria", claimed=["gmail.com"], users=3, at="gmail.com", seen=1)


def e8(world: World) -> None:
    pizzeria(world)
    world.user("Pizzeria", "bob@gmail.com")


def other(domain: str) -> Callable[[World], object]:
    return lambda world: world.organization("Other", verified=[domain], users=3, at=domain, seen=1)


def e13(world: World) -> None:
    world.organization("Acme", claimed=["acme.com"], users=3, at="acme.com", seen=1)
    world.user("Acme", "ann@acme.com")
    world.organization("Acme Services", verified=["acme.com"], roles=["partner"], users=3, at="acme.com", seen=3)


def e15(world: World) -> None:
    world.organization("Alive", verified=["acme.com"], users=1, at="acme.com", seen=365, created=2000)
    world.organization("Dormant", verified=["acme.com"], users=1, at="acme.com", seen=366, created=2000)
    world.organization("Born alive", verified=["acme.com"], created=365)
    world.organization("Born dormant", verified=["acme.com"], created=366)


def e17(world: World) -> None:
    world.organization("Acme US", claimed=["us.acme.com"], users=3, at="us.acme.com", seen=1)
    world.organization("Acme EU", verified=["eu.acme.com"], users=3, at="eu.acme.com", seen=1)


DORMANT, LIKELY_WRONG = Flag.DORMANT, Flag.LIKELY_WRONG
EXACT, CANDIDATES, NONE = Outcome.EXACT, Outcome.CANDIDATES, Outcome.NONE
EXAMPLES = [
    Example("E1 a user, whatever the case", e1, "ann@acme.COM", EXACT, ["Acme"]),
    Example("E2 proof, then life, then the likely wrong", e2, "bob@acme.com", CANDIDATES, ["Acme", "Berlin", "Trial"],
            badge="Acme", flags={"Trial": {DORMANT, LIKELY_WRONG}}),
    Example("E3 of a parent only the proof counts", e3, "bob@mail.acme.com", CANDIDATES, ["Acme"], badge="Acme"),
    Example("E4 two verified: newer activity, no badge", e4, "bob@acme.com", CANDIDATES, ["Newer", "Older"]),
    Example("E5 alive before dormant", e5, "bob@acme.com", CANDIDATES, ["Alive", "Asleep"],
            badge="Alive", flags={"Asleep": {DORMANT}}),
    Example("E6 proof before life, but no badge", e6, "bob@acme.com", CANDIDATES, ["Proven", "Busy"],
            flags={"Proven": {DORMANT}}),
    Example("E7 free mail never", pizzeria, "bob@gmail.com", NONE, reason=Reason.FREE_MAIL),
    Example("E8 free mail of a user", e8, "bob@gmail.com", EXACT, ["Pizzeria"]),
    Example("E9 neighbours below co.uk", other("other.co.uk"), "bob@acme.co.uk", NONE, reason=Reason.NO_MATCH),
    Example("E10 and github.io", other("other.github.io"), "b@acme.github.io", NONE, reason=Reason.NO_MATCH),
    Example("E11 umlauts", other("xn--bcher-kva.de"), "eva@BÜCHER.de", CANDIDATES, ["Other"], badge="Other"),
    Example("E12 a Cyrillic letter", other("acme.com"), "bob@Аcme.com", NONE, reason=Reason.NO_MATCH),
    Example("E13 a user of the other type", e13, "ann@acme.com", CANDIDATES, ["Acme Services"], badge="Acme Services",
            slot=PARTNER),
    Example("E14 created yesterday", lambda world: world.organization("New", verified=["acme.com"], created=1),
            "bob@acme.com", CANDIDATES, ["New"], badge="New"),
    Example("E15 365 days live, 366 sleep", e15, "bob@acme.com", CANDIDATES,
            ["Alive", "Born alive", "Dormant", "Born dormant"],
            flags={"Dormant": {DORMANT}, "Born dormant": {DORMANT}}),
    Example("E16 suspended", lambda world: world.organization("Acme", claimed=["acme.com"], status="suspended"),
            "bob@acme.com", NONE, reason=Reason.NO_MATCH),
    Example("E17 siblings never", e17, "bob@de.acme.com", NONE, reason=Reason.NO_MATCH),
    Example("E18 ß is not ss", other("strasse.de"), "bob@straße.de", NONE, reason=Reason.NO_MATCH),
    Example("E19 tenants of onmicrosoft.com", other("other.onmicrosoft.com"), "b@acme.onmicrosoft.com", NONE,
            reason=Reason.NO_MATCH),
]  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
async def test_worked_example(example: Example) -> None:
    world = World()
    example.build(world)
    await world.load()
    found = await match(asked(example.email, example.slot), AT)
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
    page = await search(asked("bob@gmx.de"), "Аcme.com", AT)
    assert page.based_on == "xn--cme-5cd.com"
    assert page.mixed_scripts
    assert page.candidates[0].flags == (Flag.LOOK_ALIKE_DOMAIN, Flag.MIXED_SCRIPT)
    assert not page.candidates[0].recommended


async def test_e17_siblings_and_children_are_found_by_the_search_only() -> None:
    world = World()
    e17(world)
    await world.load()
    for email in ("bob@acme.com", "bob@de.acme.com"):
        assert (await match(asked(email), AT)).outcome is Outcome.NONE
        page = await search(asked(email), email, AT)
        assert {c.organization.external_id: c.flags for c in page.candidates} == {
            "Acme US": (Flag.RELATED_DOMAIN,),
            "Acme EU": (Flag.RELATED_DOMAIN,),
        }
        assert not any(candidate.recommended for candidate in page.candidates)


async def test_e17_a_sibling_asks_for_its_own_domain() -> None:
    world = World()
    e17(world)
    await world.load()
    found = await match(asked("bob@us.acme.com"), AT)
    assert names(found) == ["Acme US"]
