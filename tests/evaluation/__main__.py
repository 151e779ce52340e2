"""`python -m tests.evaluation` makes a set, asks the product through its API and prints the scores of each family.

`--set` takes a set that was written elsewhere, in the same rows; `--out` writes the one that was made.
"""

import argparse
import asyncio
import time
from pathlib import Path

from backend import clock
from tests.evaluation.answer import Answer
from tests.evaluation.families import build
from tests.evaluation.measure import judge, table
from tests.evaluation.product import DATABASES, answers, empty_database, loaded
from tests.evaluation.world import World, days_of, read


async def ask(world: World, url: str) -> list[Answer]:
    """Load a set into the empty database at `url`, ask all its questions and print the scores."""
    started = time.perf_counter()
    async with loaded(url, world.rows) as reader:
        imported = time.perf_counter()
        found = await answers(reader, world.queries)
        asked = time.perf_counter()
    print(table(judge(world.queries, found)))
    print(f"{len(world.rows)} rows imported in {imported - started:.1f} s")
    print(f"{len(world.queries)} questions answered in {asked - imported:.1f} s")
    return found


def main() -> None:
    """Read the arguments, make or read the set, print the scores; fail if two databases answer otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-family", type=int, default=50)
    parser.add_argument("--noise", type=int, default=0, help="organizations that nobody asks for")
    parser.add_argument("--database", nargs="+", choices=DATABASES, default=DATABASES)
    parser.add_argument("--set", type=Path, help="ask the set in this file instead of making one")
    parser.add_argument("--out", type=Path, help="also write the set to this file")
    chosen = parser.parse_args()
    world = (
        read(chosen.set) if chosen.set else build(chosen.seed, chosen.per_family, days_of(clock.today()), chosen.noise)
    )
    if chosen.out:
        world.write(chosen.out)
    found = []
    for kind in chosen.database:
        with empty_database(kind) as url:
            print(f"\n{kind}")
            found.append(asyncio.run(ask(world, url)))
    differ = sum(one != other for one, other in zip(found[0], found[-1], strict=True))
    if len(found) > 1:
        print(f"\n{differ} answers differ between the databases")
    raise SystemExit(1 if differ else 0)


if __name__ == "__main__":
    main()
