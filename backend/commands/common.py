"""What all commands need: the settings, the database, and a way to fail."""

import inspect
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from backend.refusals import Refused
from backend.settings import Settings, SettingsError, settings

Options = ParamSpec("Options")


class CommandFailed(Exception):
    """A command that cannot do what it was asked; the message says why, for people. `code` is how it exits."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def with_settings(
    run: Callable[Concatenate[Settings, Options], Awaitable[None] | None],
) -> Callable[Options, None]:
    """Give a command the settings, read when it runs: `--help` is told whatever they are. It may be asynchronous.

    The command raises CommandFailed for settings that cannot be used and for what the rules refuse.
    """

    @wraps(run)
    def command(*arguments: Options.args, **options: Options.kwargs) -> None:
        from backend import clock

        try:
            config = settings()
            clock.set_offset(config.clock_offset)
            result = run(config, *arguments, **options)
            if inspect.iscoroutine(result):
                import asyncio

                asyncio.run(result)
        except SettingsError as wrong:
            raise CommandFailed(str(wrong)) from wrong
        except Refused as refused:
            raise CommandFailed(in_one_line(refused)) from refused
        except OSError as error:
            if error.filename is None:
                raise
            raise CommandFailed(f"{error.filename}: {error.strerror}") from error

    return command


def in_one_line(refused: Refused) -> str:
    """Everything that was refused."""
    return "; ".join(
        f"{'.'.join(one.field)}: {one.message.format(**one.values)}".removeprefix(": ") for one in refused.all()
    )


async def connected(config: Settings, work: Callable[[], Awaitable[None]], *, seconds: float | None = None) -> None:
    """Do some work on the database. A command may take its time: `seconds` is how long a statement may take.

    Raises CommandFailed if it cannot be done because migrations are missing.
    """
    from tortoise.exceptions import OperationalError

    from backend import database
    from backend.timeouts import statement_timeout

    await database.connect(config.database_url)
    try:
        with statement_timeout(seconds):
            await work()
    except OperationalError as error:
        if await database.pending_migrations():
            raise CommandFailed("the database is not up to date: run migrate first") from error
        raise
    finally:
        await database.disconnect()


def read_integrator(text: str) -> str:
    """The name of an integrator. Raises CommandFailed for what is none."""
    name = text.strip()
    if not 0 < len(name) <= 100:
        raise CommandFailed("the name has 1 to 100 characters")
    if not name.isprintable():
        raise CommandFailed(f"the name has letters, digits and signs only, in one line: {name!r}")
    return name
