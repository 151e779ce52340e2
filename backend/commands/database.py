"""Commands for the whole database."""

from pathlib import Path

import click

from backend.commands.common import CommandFailed, connected, with_settings
from backend.settings import Settings

_FILE = click.Path(path_type=Path)


@click.command
@with_settings
async def migrate(config: Settings) -> None:
    """Bring the database up to date."""
    from backend import migrate

    await migrate.migrate(config.database_url)


@click.command
@with_settings
async def seed_demo(config: Settings) -> None:
    """Add demo organizations and orders, once."""
    from backend import demo

    if not config.development:
        raise CommandFailed("demo data are for development only")
    await connected(config, lambda: demo.seed(config))


@click.command
@click.argument("file", type=_FILE, help="Where to write it; a file that is there is replaced.")
@with_settings
async def backup(config: Settings, file: Path) -> None:
    """Write the whole database to a file."""
    from backend import backup

    try:
        await backup.backup(config.database_url, file)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed


@click.command
@click.argument("file", type=_FILE, help="What backup wrote, of the same kind of database.")
@with_settings
async def restore(config: Settings, file: Path) -> None:
    """Replace the database by a backup."""
    from backend import backup

    try:
        await backup.restore(config.database_url, file)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed
