"""`python -m tests.evaluation.differential` asks the finder and the reference 10,000 random questions and compares."""

import argparse
import asyncio
import random
import time
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from backend import database
from backend.migrate import migrate
from tests.evaluation.measure import ask
from tests.evaluation.reference import Answer, Reference, answer_of
from tests.evaluation.world import Expected, Query, World
from tests.provisioning.finder.world import load_rows

_COMPANIES = ("acme", "umbrella", "contoso", "initech", "bücher")
_HOSTS = ("", "mail.", "eu.", "mail.eu.")
_SUFFIXES = ("com", "co.uk", "onmicrosoft.com", "github.io")
_SHARED = ("gmail.com", "mailinator.com", "co.uk", "crowd.com")
_NAMES = ("Acme", "Acme GmbH", "Umbrella Inc.", "Contoso", "Initech S.A.")


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
        world.pick(_NAMES), world.pick(["DE", "US", "FR"]), world.pick([("customer",), ("partner",), ("customer",
        "partner")]),
        status=status, merged_into=world.pick(earlier) if status == "merged" else None,
        pool=chance.random() < 0.03, age=chance.choice([0, 20, 80, 365, 366, 900]),
    )  # fmt: skip
    for domain in {_domain(world) for _ in range(chance.randrange(3))}:
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
        idle = world.pick([None, 0, 5, 29, 30, 89, 90, 365, 366, 700])
        world.user(id, email, idle, status=world.pick(["active", "active", "active", "inactive", "deleted"]))
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
            return world.pick(["", "nobody", "a@localhost", "a\u200b@acme.com"])
        if chance.random() < 0.3:
            return world.pick(known)
        if chance.random() < 0.15:
            return world.pick(known).replace("@", "+tag@")
        return "stranger@" + _domain(world)

    asked = []
    for number in range(count):
        order = {"company": world.pick(["", *_NAMES]), "country": world.pick(["", "DE", "US"])}
        if chance.random() < 0.1:
            order |= {"previous_org": world.pick(organizations), "partner_org": world.pick(organizations)}
        given = {key: value for key, value in order.items() if value}
        asked.append(Query(number, "random", world.pick(["customer", "partner"]), email(), given, Expected("none")))
    return asked


async def differences(world: World, asked: list[Query], at: datetime) -> list[tuple[Query, Answer, Answer]]:
    """The questions that the connected database, loaded with the world, answers otherwise than the reference."""
    reference = Reference(world.rows, at)
    found = []
    for query in asked:
        mine, other = answer_of(await ask(query, at)), reference.answer(query)
        if mine != other:
            found.append((query, mine, other))
    return found


async def _run(seed: int, organizations: int, count: int) -> int:
    at = datetime.now(UTC)
    world = entangled(seed, organizations, (at.date() - date(1970, 1, 1)).days)
    with TemporaryDirectory() as directory:
        url = f"sqlite://{Path(directory) / 'differential.db'}"
        await migrate(url)
        await database.connect(url)
        await load_rows(world.rows, at)
        started = time.perf_counter()
        found = await differences(world, questions(world, count), at)
        print(f"{count} questions about {organizations} organizations in {time.perf_counter() - started:.0f} s")
        await database.disconnect()
    for query, mine, other in found[:3]:
        print(query, mine, other, sep="\n  ")
    print(f"{len(found)} answers differ from the reference")
    return 1 if found else 0


def main() -> None:
    """Read the arguments, compare, and fail if an answer differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.differential", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--organizations", type=int, default=400)
    parser.add_argument("--queries", type=int, default=10_000)
    chosen = parser.parse_args()
    raise SystemExit(asyncio.run(_run(chosen.seed, chosen.organizations, chosen.queries)))


if __name__ == "__main__":
    main()
