"""The worked examples of the rule, E1 to E19 and some more: who asks in which world, and what has to come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from backend.models.organization import OrganizationType
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.ranking import Flag
from tests.provisioning.finder.world import CUSTOMER, PARTNER, World


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
    renews: str | None = None


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


def renewed(world: World) -> None:
    world.organization("Livelier", verified=["acme.com"], users=9, at="acme.com", seen=1)
    world.organization("Renewed", verified=["acme.com"], users=2, at="acme.com", seen=70)


def two_proofs(world: World) -> None:
    world.organization("Verified", verified=["acme.com"], users=9, at="acme.com", seen=1)
    world.organization("Claimed", claimed=["acme.com"], users=2, at="acme.com", seen=70)


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
            "bob@acme.com", NONE, reason=Reason.SUSPENDED),
    Example("E17 siblings never", e17, "bob@de.acme.com", NONE, reason=Reason.NO_MATCH),
    Example("E18 ß is not ss", other("strasse.de"), "bob@straße.de", NONE, reason=Reason.NO_MATCH),
    Example("E19 tenants of onmicrosoft.com", other("other.onmicrosoft.com"), "b@acme.onmicrosoft.com", NONE,
            reason=Reason.NO_MATCH),
    Example("a renewed organization has the badge among equals", renewed, "bob@acme.com", CANDIDATES,
            ["Renewed", "Livelier"], badge="Renewed", renews="Renewed"),
    Example("who claimed the domain has the badge before who verified it", two_proofs, "bob@acme.com", CANDIDATES,
            ["Claimed", "Verified"], badge="Claimed"),
]  # fmt: skip
