"""Kills whoever migrates, at random moments, and sees whether the next one gets to the end."""

import asyncio
import contextlib
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import database, models
from backend.migrate import migrate
from tests.postgres import postgres

NAMES = sorted(path.stem for path in (Path(models.__file__).parent / "migrations").glob("[0-9]*.py"))
TRIES = 3  # that are killed, one after the other, before one is left alone
FORK = multiprocessing.get_context("fork")  # it has imported everything: what is killed is the migration


@contextmanager
def empty_databases(kind: str) -> Iterator[Iterator[str]]:
    """One empty database after the other."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield (f"sqlite://{folder}/{number}.db" for number in count())
            return
        with postgres() as server:
            yield (server.url(server.create()) for _ in count())


def killed_while_migrating(kind: str, kills: int) -> list[str]:
    """Kill so many that were in the middle; what is wrong: nothing, if every database got to the end."""
    chance, done, early, wrong = random.Random(), 0, 0, list[str]()
    with empty_databases(kind) as urls:
        begun = time.monotonic()
        _run(next(urls))
        usual = time.monotonic() - begun
        while done < kills and not wrong:
            url = next(urls)
            for _ in range(TRIES):
                begun = time.monotonic()
                if _run(url, chance.uniform(0, usual)) is not None:
                    usual = time.monotonic() - begun  # quicker than was thought
                    break
                halfway = 0 < len(recorded(url)) < len(NAMES)
                done, early = done + halfway, early + (not halfway)
            if code := _run(url):
                wrong.append(f"lost: a killed migration of {kind} does not go on: {code}")
            elif recorded(url) != NAMES:
                wrong.append(f"lost: a killed migration of {kind} left out {set(NAMES) - set(recorded(url))}")
    print(
        f"{kind}: migrations killed {done} times in the middle, {early} before or after; {len(wrong)} stuck", flush=True
    )
    return wrong


def _run(url: str, within: float | None = None) -> int | None:
    """Migrate in a process of its own, and kill it after so many seconds; how it exited, None if it was killed."""
    process = FORK.Process(target=_migrate, args=(url,))
    process.start()
    process.join(within)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


def _migrate(url: str) -> None:
    EXECUTOR_CACHE.clear()
    asyncio.run(migrate(url))


def recorded(url: str) -> list[str]:
    """The migrations that a database has."""

    async def read() -> list[str]:
        await database.connect(url)
        try:
            rows = await database.rows("SELECT name FROM tortoise_migrations ORDER BY name")
        finally:
            await database.disconnect()
        return [row["name"] for row in rows]

    EXECUTOR_CACHE.clear()
    with contextlib.suppress(Exception):  # no table yet
        return asyncio.run(read())
    return []
