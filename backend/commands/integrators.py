"""Commands for sellers and whoever else calls the API."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, with_settings
from backend.settings import Settings

if TYPE_CHECKING:
    from backend.provisioning.intake import NewOrder


@click.command
@click.argument("name", help="The integrator's name; tokens of one name are one seller.")
@click.option(
    "--scope",
    "given",
    multiple=True,
    required=True,
    metavar="SCOPE",
    help="orders:read, orders:write, organizations:read or support; several by repeating.",
)
@with_settings
async def create_token(config: Settings, name: str, given: tuple[str, ...]) -> None:
    """Make an API token; it is printed once, as the last word."""
    from backend.provisioning import tokens

    scopes = [scope for part in given for scope in part.replace(",", " ").split()]
    unknown = sorted(set(scopes) - set(tokens.SCOPES))
    if unknown or not scopes:
        wrong = f"unknown scope {', '.join(unknown)}" if unknown else "no scope was given"
        raise CommandFailed(f"{wrong}; there are {', '.join(tokens.SCOPES)}")
    integrator = _read_name(name)

    async def work() -> None:
        print(await tokens.create(integrator, scopes, clock.now()))

    await connected(config, work)


@click.command
@click.argument("file", type=click.Path(path_type=Path), help="JSON with the fields of PlaceOrderInput.")
@click.option("--seller", required=True, metavar="NAME", help="The integrator's name.")
@with_settings
async def place_order(config: Settings, file: Path, seller: str) -> None:
    """Place an order from a file."""
    from backend import database
    from backend.provisioning import intake
    from backend.schema.ids import global_id

    new, integrator = _read_order(file), _read_name(seller)

    async def work() -> None:
        async with database.transaction():
            order = await intake.place_order(new, integrator, clock.now())
        print(f"{order.order_number} {order.status} {global_id('Order', order.id)}")

    await connected(config, work)


def _read_name(text: str) -> str:
    """The name of an integrator. Raises CommandFailed for what is none."""
    name = text.strip()
    if not 0 < len(name) <= 100:
        raise CommandFailed("the name has 1 to 100 characters")
    if not name.isprintable():
        raise CommandFailed(f"the name has letters, digits and signs only, in one line: {name!r}")
    return name


def _read_order(file: Path) -> "NewOrder":
    """The order that a file holds. Raises OSError if it cannot be read, and CommandFailed if it holds none."""
    import msgspec

    from backend.provisioning.intake import NewOrder

    try:
        return msgspec.json.decode(file.read_bytes(), type=NewOrder)
    except msgspec.MsgspecError as error:
        raise CommandFailed(f"{file}: {error}") from error


@click.command
@with_settings
def export_schema(_config: Settings) -> None:
    """Print the GraphQL schema."""
    from backend.resolvers.schema import schema

    print(schema.as_str())
