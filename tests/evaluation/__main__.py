"""`python -m tests.evaluation` makes a set, asks the finder on SQLite and prints the scores; `--out` writes the set."""

import argparse
import asyncio
import json
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from backend import database
from backend.migrate import migrate
from backend.provisioning.finder.transfer import import_organizations
from tests.evaluation import unseen  # registers its families
from tests.evaluation.families import FAMILIES, build
from tests.evaluation.measure import measure, table
from tests.evaluation.world import World


def write(world: World, path: Path) -> None:
    """Write a set as JSON lines: the rows that the import takes, then the questions, which it passes over."""
    queries = [{"type": "query", **asdict(query)} for query in world.queries]
    with path.open("w", encoding="utf-8") as file:
        for row in [*world.rows, *queries]:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


async def run(world: World, at: datetime) -> None:
    """Load a set into a database of its own and print the scores."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "set.jsonl"
        write(world, path)
        url = f"sqlite://{directory}/evaluation.db"
        await migrate(url)
        await database.connect(url)
        started = time.perf_counter()
        async with database.transaction():
            await import_organizations(path, at)
        imported = time.perf_counter()
        print(table(await measure(world.queries, at)))
        asked = time.perf_counter()
        print(f"{len(world.rows)} rows imported in {imported - started:.1f} s")
        print(f"{len(world.queries)} questions answered in {asked - imported:.1f} s")
        await database.disconnect()


def main() -> None:
    """Read the arguments, make the set, print the scores."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-family", type=int, default=50)
    parser.add_argument("--noise", type=int, default=0, help="organizations that nobody asks for")
    parser.add_argument("--out", type=Path, help="also write the set to this file")
    chosen = parser.parse_args()
    at = datetime.now(UTC)
    world = build(chosen.seed, chosen.per_family, int(at.timestamp() // 86_400), chosen.noise)
    if chosen.out:
        write(world, chosen.out)
    print(f"{len(FAMILIES)} families, {len(unseen.UNSEEN)} of them beyond the worked examples")
    asyncio.run(run(world, at))


if __name__ == "__main__":
    main()
