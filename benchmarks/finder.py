"""`make bench-finder` measures the organization finder on both databases at growing numbers of organizations."""

import argparse
import asyncio
import json
import random
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tortoise.backends.base.executor import EXECUTOR_CACHE
from tqdm import tqdm

from backend import database
from backend.migrate import migrate
from backend.models.organization import OrganizationType
from backend.provisioning.finder.matching import Question, match
from backend.provisioning.finder.search import search
from backend.provisioning.finder.transfer import import_organizations
from backend.timeouts import statement_timeout
from benchmarks.multiply import multiply
from tests.postgres import postgres
from tests.provisioning.finder.statements import postgres_plan, recorded

_PLANS = 40  # answers whose pages are counted
Ask = Callable[[], Awaitable[object]]
_STATES = ("pending", "verified", "claimed")
HOTTEST = 0.01  # the part of all organizations that share the most crowded domain
SHARED = 200  # domains that several organizations share
MIX = (25, 40, 10, 10, 10, 5)  # how often of a hundred: exact, by domain, below a parent, nobody, free mail, shared
GOALS = "Goals: the mix at most 8x a primary key; pages at 1,000,000 at most 1.5x those at 10,000; hottest at most 60."


@dataclass(frozen=True, slots=True)
class Figures:
    """What one database of one size needed."""

    organizations: int
    import_seconds: float
    milliseconds: dict[str, float]
    buffers: dict[str, int]


def write(path: Path, organizations: int, today: int) -> None:
    """A directory: each organization has its own domain and a few users; some share domains, by Zipf's law."""
    chance = random.Random(organizations)
    with path.open("w") as file:
        for number in range(1, organizations + 1):
            for row in _rows(chance, number, today):
                file.write(json.dumps(row) + "\n")


def _rows(chance: random.Random, number: int, today: int) -> Iterator[dict[str, object]]:
    role = "partner" if chance.random() < 0.03 else "customer"
    yield {
        "type": "org", "id": number, "name": f"Company {number % 50_000} GmbH", "country": chance.choice(["DE", "US",
        "FR"]),
        "roles": [role], "status": "active", "merged_into": None, "consumer_pool": False,
        "created_day": today - chance.randrange(3_000),
    }  # fmt: skip
    own = f"company-{number}.com"
    yield {"type": "domain", "org": number, "domain": own, "state": chance.choice(_STATES)}
    shared = int(HOTTEST / max(chance.random(), 1e-9))  # the n-th domain is shared by 1 % / n of all
    if 1 <= shared <= SHARED:
        yield {"type": "domain", "org": number, "domain": f"shared-{shared}.com", "state": chance.choice(_STATES[:2])}
    for person in range(min(20, int(chance.paretovariate(1.5)))):
        seen = today - chance.randrange(600)
        yield {
            "type": "user", "org": number, "email": f"user{person}@{own}", "status": "active", "admin": False,
            "last_active_day": seen,
        }  # fmt: skip


def kinds(organizations: int, at: datetime) -> dict[str, Ask]:
    """What is measured: a look-up by primary key, and the finder's answers to each kind of question."""
    chance = random.Random(7)

    def number() -> int:
        return chance.randrange(1, organizations + 1)

    def found(email: Callable[[], str], **more: str) -> Ask:
        return lambda: match(Question(email=email(), slot=OrganizationType.CUSTOMER, **more), at)  # type: ignore[arg-type]

    asking = Question(email="ann@partner.com", slot=OrganizationType.CUSTOMER)
    order = {"company_name": "Nobody’s Company", "country": "DE"}
    namesakes = {"company_name": "Company 7", "country": "DE"}  # by rule 11 candidates too: one in 150,000
    matches = {
        "exact": found(lambda: f"user0@company-{number()}.com", **order),
        "by domain": found(lambda: f"stranger@company-{number()}.com", **order),
        "below a parent": found(lambda: f"stranger@mail.eu.company-{number()}.com", **order),
        "nobody": found(lambda: f"stranger@nobody-{number()}.com", **order),
        "free mail": found(lambda: "stranger@gmail.com", **order),
        "shared domain": found(lambda: f"stranger@shared-{zipf(chance)}.com", **order),
    }
    mix = list(zip(matches.values(), MIX, strict=True))

    def any_of_them() -> Awaitable[object]:
        return chance.choices([ask for ask, _ in mix], [part for _, part in mix])[0]()

    return {
        "primary key": lambda: database.row("SELECT * FROM organization WHERE id = $1", [number()]),
        "mix": any_of_them,
        **matches,
        "hottest domain": found(lambda: "stranger@shared-1.com", **order),
        "same name": found(lambda: "stranger@gmail.com", **namesakes),
        "search": lambda: search(asking, f"company-{number()}.com", at),
    }


def zipf(chance: random.Random) -> int:
    """One of the shared domains, the n-th as often as 1 / n."""
    return chance.choices(range(1, SHARED + 1), [1 / place for place in range(1, SHARED + 1)])[0]


async def milliseconds(ask: Ask, repeats: int) -> float:
    """The median time of an answer."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        await ask()
        times.append(time.perf_counter() - started)
    return statistics.median(times[repeats // 5 :]) * 1_000


async def buffers(ask: Ask) -> int:
    """The pages that PostgreSQL touches for an answer, once they are in memory; the mean of some answers."""
    with recorded() as statements:
        for _ in range(_PLANS):
            await ask()
    for statement in statements:
        await postgres_plan(statement)
    return round(sum([(await postgres_plan(statement)).buffers for statement in statements]) / _PLANS)


async def measure(url: str, path: Path, organizations: int, repeats: int, at: datetime, *, copies: int = 1) -> Figures:
    """Fill an empty database from the file, make copies of all that is in it, and measure every kind of question."""
    EXECUTOR_CACHE.clear()
    await migrate(url)
    await database.connect(url)
    started = time.perf_counter()
    with tqdm(unit="B", unit_scale=True, desc=f"{organizations:,} organizations", disable=None) as bar:

        def progress(done: int, size: int) -> None:
            bar.total = size
            bar.update(done - bar.n)

        with statement_timeout(None):
            async with database.transaction():
                await import_organizations(path, at, progress=progress)
    imported = time.perf_counter() - started
    on_postgres = database.dialect() == "postgres"
    if copies > 1:
        await multiply(copies)
    if on_postgres:
        with statement_timeout(None):
            await database.execute("VACUUM ANALYZE")
    asks = kinds(organizations * copies, at)
    times = {name: await milliseconds(ask, repeats) for name, ask in asks.items()}
    pages = {name: await buffers(ask) for name, ask in asks.items()} if on_postgres else {}
    await database.disconnect()
    return Figures(organizations * copies, imported, times, pages)


def report(name: str, measured: list[Figures]) -> None:
    """Print a table: times, their ratio to the primary key, and pages, for each size."""
    print(f"\n{name}")
    print(f"{'':16}" + "".join(f"{figures.organizations:>14,} organizations" for figures in measured))
    for kind in measured[0].milliseconds:
        cells = []
        for figures in measured:
            ratio = figures.milliseconds[kind] / figures.milliseconds["primary key"]
            pages = f"{figures.buffers[kind]:5} pages" if figures.buffers else " " * 11
            cells.append(f"{figures.milliseconds[kind]:8.2f} ms {ratio:4.1f}x {pages}")
        print(f"{kind:16}" + "".join(cells))
    imports = "".join(f"{figures.import_seconds:26.1f} s " for figures in measured)
    print(f"{'import':16}{imports}")
    small, large = measured[0], measured[-1]
    if large.buffers and len(measured) > 1:
        worst = max(large.buffers[kind] / small.buffers[kind] for kind in large.buffers if kind != "search")
        print(f"pages at {large.organizations:,} / at {small.organizations:,}: at most {worst:.2f}")
    print(GOALS)


def run(sizes: list[int], repeats: int, databases: list[str], copies: int) -> None:
    """Measure all sizes on the chosen databases and print the tables."""
    at = datetime.now(UTC)
    today = (at.date() - date(1970, 1, 1)).days
    with TemporaryDirectory() as name:
        directory = Path(name)
        for size in sizes:
            write(directory / f"{size}.jsonl", size, today)

        def measured(url: Callable[[int], str]) -> list[Figures]:
            return [asyncio.run(measure(url(size), directory / f"{size}.jsonl", size, repeats, at)) for size in sizes]

        if "sqlite" in databases:
            report("SQLite", measured(lambda size: f"sqlite://{directory}/{size}.db"))
        if "postgres" in databases:
            with postgres() as server:
                figures = measured(lambda _size: server.url(server.create()))
                if copies > 1:
                    largest, url = directory / f"{sizes[-1]}.jsonl", server.url(server.create())
                    figures.append(asyncio.run(measure(url, largest, sizes[-1], repeats, at, copies=copies)))
                report("PostgreSQL", figures)


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.finder", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000], help="numbers of organizations")
    parser.add_argument("--repeats", type=int, default=300)
    parser.add_argument("--copies", type=int, default=1, help="on PostgreSQL, also measure the last size so many times")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgres"], default=["sqlite", "postgres"])
    chosen = parser.parse_args()
    run(sorted(chosen.sizes), chosen.repeats, chosen.databases, chosen.copies)


if __name__ == "__main__":
    main()
