"""Commands for webhooks."""

from typing import TYPE_CHECKING

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, with_settings
from backend.ids import public_id
from backend.settings import Settings

if TYPE_CHECKING:
    from backend.provisioning.webhooks import ListedEndpoint


@click.command
@with_settings
async def list_webhooks(config: Settings) -> None:
    """Print all webhooks, whose they are, and when they last took an event."""
    from backend.provisioning import webhooks

    async def work() -> None:
        for endpoint in await webhooks.every_endpoint():
            print(_line(endpoint))

    await connected(config, work)


@click.command
@click.argument("webhook_id", metavar="ID", help="Id of the webhook, as list-webhooks prints it.")
@with_settings
async def remove_webhook(config: Settings, webhook_id: str) -> None:
    """Remove a webhook with what was and is to be delivered to it."""
    from backend import database
    from backend.provisioning import webhooks
    from backend.schema.ids import BadId, number_of

    async def work() -> None:
        try:
            number = number_of("WebhookEndpoint", webhook_id.strip())
        except BadId:
            number = 0
        async with database.transaction():
            host = await webhooks.remove(number, clock.now())
        if host is None:
            raise CommandFailed("there is no webhook with this id; list-webhooks prints them")
        print(f"the webhook at {host} was removed")

    await connected(config, work)


def _line(endpoint: "ListedEndpoint") -> str:
    """A webhook in one line; of its address the host alone, as a path may hold a key."""
    on = "on" if endpoint.enabled else f"off ({endpoint.disabled_reason or 'by a person'})"
    took = f"last took {endpoint.delivered_at:%Y-%m-%d}" if endpoint.delivered_at else "never took any"
    events = ",".join(endpoint.told_of)
    owner = endpoint.organization or endpoint.seller
    return f"{public_id('WebhookEndpoint', endpoint.id)}  {owner}  {endpoint.host}  {events}  {on}, {took}"
