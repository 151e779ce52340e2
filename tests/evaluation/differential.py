"""`python -m tests.evaluation.differential` asks the product and the reference 10,000 random questions and compares."""

import argparse
import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from backend import clock
from tests.evaluation.answer import Answer
from tests.evaluation.product import DATABASES, answers, empty_database, loaded
from tests.evaluation.reference import Reference
from tests.evaluation.world import SLOTS, Expected, Query, World, days_of

Difference = tuple[Query, Answer, Answer]
_COMPANIES = ("everybody", "acme", "umbrella", "contoso", "initech", "bücher", "straße")
_HOSTS = ("", "mail.", "eu.", "mail.eu.", "a.b.c.d.eu.")
_SUFFIXES = ("com", "co.uk", "onmicrosoft.com", "github.io", "city.kawasaki.jp")
_SHARED = ("gmail.com", "mailinator.com", "co.uk", "crowd.com", "crowd.com", "nowhere.unheard")
_NAMES = ("Acme", "Acme GmbH", "Umbrella Inc.", "Contoso", "Initech S.A.", "A & B", "AB", "Müller AG", "Mueller")
_STATUS = ("active", "active", "active", "inactive", "deleted")


def entangled(seed: int, organizations: int, today: int) -> World:
    """A world where organizations share domains, people and names in every way."""
    world = World(random.Random(seed), today)
    claimed: set[str] = set()
    ids: list[int] = []
    for _ in range(organizations):
        ids.append(_add_organization(world, ids, claimed))
    return world


def _add_organization(world: World, earlier: list[int], claimed: set[str]) -> int:
    chance = world.random
    status = chance.choices(["active", "suspended", "deleted", "merged"], [80, 5, 5, 10 if earlier else 0])[0]
    id = world.organization(
        world.pick(_NAMES), world.pick(["DE", "US", "FR"]), world.pick([("customer",), ("partner",), SLOTS]),
        status=status, merged_into=world.pick(earlier) if status == "merged" else None,
        pool=chance.random() < 0.03, age=chance.choice([-2, 0, 20, 80, 365, 366, 900]),
    )  # fmt: skip
    for domain in sorted({_domain(world) for _ in range(chance.randrange(3))}):
        state = world.pick(["pending", "verified", "claimed"])
        if state == "claimed" and (domain in claimed or domain == "crowd.com"):
            state = "verified"
        if state == "claimed":
            claimed.add(domain)
        world.domain(id, domain, state)
    people = {
        f"{world.pick(['ann', 'bob', 'eva'])}{chance.randrange(40)}@{_domain(world)}"
        for _ in range(chance.randrange(5))
    }
    for email in sorted(people):
        idle = world.pick([None, -2, 0, 5, 29, 30, 89, 90, 365, 366, 700])
        world.user(id, email, idle, status=world.pick(_STATUS), for_partner=chance.random() < 0.1)
    return id


def _domain(world: World) -> str:
    if world.random.random() < 0.25:
        return world.pick(_SHARED)
    return world.pick(_HOSTS) + world.pick(_COMPANIES) + "." + world.pick(_SUFFIXES)


def questions(world: World, count: int) -> list[Query]:
    """Random questions about a world: of its users, with tags, of strangers, and what is no address."""
    known = [str(row["email"]) for row in world.rows if row["type"] == "user"]
    organizations = [str(row["id"]) for row in world.rows if row["type"] == "org"]
    chance = world.random

    def email() -> str:
        if chance.random() < 0.02:
            return world.pick(["", "nobody", "a@localhost", "a\u200b@acme.com", "a@x_y.com", "a@acme.com, b@acme.com"])
        if chance.random() < 0.3:
            return world.pick(known)
        if chance.random() < 0.15:
            return world.pick(known).replace("@", "+tag@")
        return "stranger@" + _domain(world)

    asked = []
    for number in range(count):
        order = {
            "company": world.pick(["", *_NAMES]),
            "country": world.pick(["", "DE", "US"]),
            "domain": _domain(world) if chance.random() < 0.2 else "",
            "audience": world.pick(["", "", "", "CUSTOMER", "OWN_COMPANY"]),
            "previous_org": world.pick(organizations) if chance.random() < 0.1 else "",
            "partner_org": world.pick(organizations) if chance.random() < 0.2 else "",
        }
        given = {key: value for key, value in order.items() if value}
        asked.append(Query(number, "random", world.pick(SLOTS), email(), given, Expected("none")))
    return asked


def in_other_words(asked: list[Query], seed: int) -> list[Query]:
    """The same questions, their addresses written in one of the ways in which people write them."""
    chance = random.Random(seed)
    return [replace(query, email=chance.choice(_WAYS)(query.email)) for query in asked]


_WAYS: tuple[Callable[[str], str], ...] = (
    str.upper, str.title, lambda email: f"\t{email} ", lambda email: f"{email}.",
    lambda email: "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in email),
)  # fmt: skip


def differences(world: World, asked: list[Query], given: list[Answer], at: datetime) -> list[Difference]:
    """The questions that the product answered otherwise than the reference does."""
    reference = Reference(world.rows, at)
    told = [(query, answer, reference.answer(query)) for query, answer in zip(asked, given, strict=True)]
    return [(query, mine, other) for query, mine, other in told if mine != other]


async def _run(url: str, world: World, asked: list[Query]) -> list[Difference]:
    async with loaded(url, world.rows) as reader:
        started = time.perf_counter()
        given = await answers(reader, asked)
        print(f"{len(asked)} questions answered in {time.perf_counter() - started:.0f} s")
    return differences(world, asked, given, clock.now())


def main() -> None:
    """Read the arguments, compare, and fail if an answer differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.differential", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--organizations", type=int, default=1_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--database", nargs="+", choices=DATABASES, default=DATABASES)
    chosen = parser.parse_args()
    world = entangled(chosen.seed, chosen.organizations, days_of(clock.today()))
    asked = questions(world, chosen.queries)
    asked[::2] = in_other_words(asked[::2], chosen.seed)
    all_found = []
    for kind in chosen.database:
        with empty_database(kind) as url:
            found = asyncio.run(_run(url, world, asked))
        for difference in found[:3]:
            print(*difference, sep="\n  ")
        print(f"{kind}: {len(found)} answers differ from the reference's")
        all_found += found
    raise SystemExit(1 if all_found else 0)


if __name__ == "__main__":
    main()
