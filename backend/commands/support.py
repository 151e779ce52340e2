"""Commands for people: who is in support, and signing somebody out."""

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, with_settings
from backend.settings import Settings

_email = click.argument("email", help="The person's address.")


@click.command
@_email
@with_settings
async def add_support(config: Settings, email: str) -> None:
    """Let a person sign in to the support desk by mailbox code."""
    from backend.models.person import SupportPerson

    address, key = _read(email)

    async def work() -> None:
        await SupportPerson.get_or_create(email_key=key, defaults={"email": address, "since": clock.now()})
        print(f"{address} can sign in to support")

    await connected(config, work)


@click.command
@_email
@with_settings
async def remove_support(config: Settings, email: str) -> None:
    """Take the support desk from a person, at once on all nodes."""
    from backend.models.person import SupportPerson

    address, key = _read(email)

    async def work() -> None:
        if not await SupportPerson.filter(email_key=key).delete():
            raise CommandFailed(f"nobody in support has this address: {address}")
        print(f"{address} is no longer in support")

    await connected(config, work)


@click.command
@with_settings
async def list_support(config: Settings) -> None:
    """Print who can sign in to the support desk, and since when."""
    from backend.models.person import SupportPerson

    async def work() -> None:
        for person in await SupportPerson.all().order_by("email_key"):
            print(f"{person.email}  since {person.since:%Y-%m-%d}")

    await connected(config, work)


@click.command
@_email
@with_settings
async def end_sessions(config: Settings, email: str) -> None:
    """Sign a person out of every browser, at once on all nodes."""
    from backend.provisioning import sign_in

    address, key = _read(email)

    async def work() -> None:
        print(f"{address} was signed out; sessions ended: {await sign_in.end_all(key)}")

    await connected(config, work)


@click.command
@_email
@with_settings
async def erase_person(config: Settings, email: str) -> None:
    """Take a person out of all tables, but for a pseudonym."""
    from backend import erasure

    _, key = _read(email)

    async def work() -> None:
        try:
            done = await erasure.erase(key, config.secret_key)
        except erasure.CannotEraseError as refused:
            raise CommandFailed(str(refused)) from refused
        for table, rows in sorted(done.items()):
            print(f"{table}: {rows}")
        print("Erased; backups of before still have them")

    await connected(config, work)


def _read(email: str) -> tuple[str, str]:
    """An address as it is shown and as it is compared. Raises CommandFailed for what is none."""
    from backend.provisioning.validation import Entries

    entries = Entries()
    address, key = entries.email(email, "email")
    if entries.refusals:
        raise CommandFailed(f"not an email address: {email}")
    return address, key
