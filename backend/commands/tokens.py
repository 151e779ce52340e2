"""Commands for API tokens."""

from typing import TYPE_CHECKING

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, read_integrator, with_settings
from backend.settings import Settings

if TYPE_CHECKING:
    from datetime import date, datetime

    from backend.provisioning.token_lists import TokenRecord


@click.command
@click.argument("name", help="The integrator's name; tokens of one name are one seller.")
@click.option(
    "--scope",
    "given",
    multiple=True,
    required=True,
    metavar="SCOPE",
    help="orders:read, orders:write, organizations:read or support; several with commas between, or with spaces in"
    " quotation marks, or by repeating the option.",
)
@click.option(
    "--expires",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Last day on which it holds, in UTC, such as 2027-06-30; left out: it holds for 365 days.",
)
@with_settings
async def create_token(config: Settings, name: str, given: tuple[str, ...], expires: "datetime | None") -> None:
    """Make an API token; it is printed once, as the last word."""
    from backend.provisioning import tokens

    scopes = [scope for part in given for scope in part.replace(",", " ").split()]
    unknown = sorted(set(scopes) - set(tokens.SCOPES))
    if unknown or not scopes:
        wrong = f"unknown scope {', '.join(unknown)}" if unknown else "no scope was given"
        raise CommandFailed(f"{wrong}; there are {', '.join(tokens.SCOPES)}")
    integrator, last = read_integrator(name), _read_day(expires)

    async def work() -> None:
        print(await tokens.create(integrator, scopes, clock.now(), expires_at=tokens.end_of(last) if last else None))

    await connected(config, work)


@click.command
@click.option("--all", "also_ended", is_flag=True, help="Also those that have expired or were revoked.")
@with_settings
async def list_tokens(config: Settings, *, also_ended: bool) -> None:
    """Print the API tokens that hold, whose they are and when they were used."""
    from backend.provisioning import token_lists

    async def work() -> None:
        for token, owner in await token_lists.every_token(clock.now(), also_ended=also_ended):
            print(_line(token, owner))

    await connected(config, work)


@click.command
@click.argument("prefix", help="How the token begins, as list-tokens prints it; or all of it.")
@with_settings
async def revoke_token(config: Settings, prefix: str) -> None:
    """Revoke an API token, at once on all nodes."""
    from backend import database
    from backend.provisioning import organization_tokens, token_lists, tokens
    from backend.provisioning.access import SYSTEM

    async def work() -> None:
        found = await token_lists.tokens_like(prefix.strip(), clock.now())
        if not found:
            raise CommandFailed(f"no token that holds begins with {prefix.strip()[: tokens.SHOWN]}")
        if len(found) > 1:
            choices = ", ".join(token_lists.name_of(token) for token in found[:10])
            raise CommandFailed(f"{len(found)} tokens begin so; give one of {choices}")
        async with database.transaction():
            await organization_tokens.revoke(found[0], SYSTEM, clock.now())
        print(f"{found[0].name} ({found[0].prefix}…) was revoked")

    await connected(config, work)


def _read_day(given: "datetime | None") -> "date | None":
    """The last day of a token. Raises CommandFailed for one that is over."""
    if given is None:
        return None
    if given.date() < clock.today():
        raise CommandFailed(f"{given:%Y-%m-%d} is over")
    return given.date()


def _line(token: "TokenRecord", owner: str | None) -> str:
    """A token in one line."""
    from backend.provisioning import token_lists

    whose = f"{token.name} of {owner}" if owner else token.name
    used = f"last used {token.used_at:%Y-%m-%d}" if token.used_at else "never used"
    end = f"revoked {token.revoked_at:%Y-%m-%d}" if token.revoked_at else f"until {token.expires_at:%Y-%m-%d %H:%M}"
    return f"{token_lists.name_of(token)}  {whose}  {','.join(token.scopes)}  {end}, {used}"
