"""Commands for sellers and whoever else calls the API."""

import sys
from collections import Counter
from os import fstat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, in_one_line, read_integrator, with_settings
from backend.settings import Settings

if TYPE_CHECKING:
    from datetime import datetime

    from backend.provisioning.new_order import NewOrder


@click.command
@click.argument("file", type=click.Path(path_type=Path), help="JSON with the fields of PlaceOrderInput.")
@click.option("--seller", required=True, metavar="NAME", help="The integrator's name.")
@with_settings
async def place_order(config: Settings, file: Path, seller: str) -> None:
    """Place an order from a file."""
    from backend import database, events
    from backend.provisioning import intake
    from backend.schema.ids import global_id

    new, integrator = _read_order(file), read_integrator(seller)

    async def work() -> None:
        async with database.transaction():
            order = await intake.place_order(new, integrator, clock.now())
            events.publish_after_commit(order.id)
        print(f"{order.order_number} {order.status} {global_id('Order', order.id)}")

    await connected(config, work)


@click.command
@click.argument("file", type=click.Path(path_type=Path), help="JSON lines, or CSV with a license on each line.")
@click.option("--seller", required=True, metavar="NAME", help="The integrator's name.")
@click.option("--check", "only_check", is_flag=True, help="Tell what placing them would come to, and write nothing.")
@with_settings
async def place_orders(config: Settings, file: Path, seller: str, only_check: bool) -> None:
    """Place each order of a file; run again after a stop, it goes on."""
    from tqdm import tqdm

    from backend.commands.order_files import read_orders

    integrator, counted = read_integrator(seller), Counter[str]()
    bodies: dict[str, str] = {}
    doing = "Checking" if only_check else "Placing"

    async def work(opened: BinaryIO) -> None:
        size = fstat(opened.fileno()).st_size
        with tqdm(total=size, unit="B", unit_scale=True, desc=doing, disable=None) as bar:
            for row in read_orders(file, opened):
                told = [f"refused: {row.wrong}"]
                if row.order is not None and only_check:
                    told = await _check(row.order, integrator, clock.now(), bodies)
                elif row.order is not None:
                    told = [await _place(row.order, integrator, clock.now())]
                counted[told[0].partition(":")[0]] += 1
                for line in told:
                    bar.write(f"line {row.line}: {line}", file=sys.stdout)
                sys.stdout.flush()
                bar.update(opened.tell() - bar.n)

    with file.open("rb") as opened:
        await connected(config, lambda: work(opened))
    print(", ".join(f"{number} {what}" for what, number in sorted(counted.items())) or "no orders")
    if counted["refused"]:
        raise CommandFailed(f"orders refused: {counted['refused']} of {counted.total()}")


async def _place(new: "NewOrder", seller: str, at: "datetime") -> str:
    """Place an order in a transaction of its own; what it came to."""
    from backend import database, events
    from backend.provisioning import intake
    from backend.provisioning.dossier import Dossier
    from backend.refusals import Refused
    from backend.resolvers.mutations import retry_once_on_conflict
    from backend.schema.ids import global_id

    async def attempt() -> Dossier:
        async with database.transaction():
            placed = await intake.place_order(new, seller, at)
            events.publish_after_commit(placed.id)
            return placed

    try:
        order = await retry_once_on_conflict(attempt)
    except Refused as refused:
        return f"refused: {in_one_line(refused)}"
    done = "placed" if order.placed_at == at else "placed before"
    return f"{done}: {order.order_number} {global_id('Order', order.id)}"


async def _check(new: "NewOrder", seller: str, at: "datetime", bodies: dict[str, str]) -> list[str]:
    """What placing an order would come to, and everything to look at; `bodies` are those of the file so far."""
    from backend.language import text
    from backend.provisioning.access import Actor
    from backend.provisioning.new_order import body_of
    from backend.provisioning.order_check import FindingCode, check_order

    checked = await check_order(new, Actor(token=seller), at)
    codes = {finding.code for finding in checked.findings}
    done = "refused" if checked.refusals else "placed before" if FindingCode.ALREADY_PLACED in codes else "fine"
    number = new.order_number if new.order_number.isprintable() else repr(new.order_number)
    told = [f"{done}: {number}"]
    if bodies.setdefault(new.order_number, body_of(new)) != body_of(new):
        told = [f"refused: {number}: an earlier line has this number, with different content"]
    for finding in checked.findings:
        where = ".".join(finding.field)
        told.append(f"{finding.severity} {finding.code} {where}: {text('en', finding.message, **finding.values)}")
    return told


def _read_order(file: Path) -> "NewOrder":
    """The order that a file holds. Raises OSError if it cannot be read, and CommandFailed if it holds none."""
    import msgspec

    from backend.provisioning.new_order import NewOrder

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
