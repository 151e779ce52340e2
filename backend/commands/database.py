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

    try:
        await migrate.migrate(config.direct_url)
    except (migrate.UnfinishedCopy, migrate.TablesInUse) as failed:
        raise CommandFailed(str(failed)) from failed


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
@click.option("--portable", is_flag=True, help="A file that SQLite and PostgreSQL restore.")
@with_settings
async def backup(config: Settings, file: Path, *, portable: bool) -> None:
    """Write the whole database to a file."""
    from backend import backup

    try:
        await backup.backup(config.direct_url, file, portable=portable)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed


@click.command
@click.argument("file", type=_FILE, help="What backup wrote, of the same kind of database or portable.")
@with_settings
async def restore(config: Settings, file: Path) -> None:
    """Replace the database by a backup."""
    from backend import backup

    try:
        await backup.restore(config.direct_url, file)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed


@click.command
@click.argument("source", metavar="FROM", help="A database, written as DATABASE_URL is.")
@click.argument("target", metavar="TO", help="One that is new or has no rows; after a kill, the same again.")
@click.option("--replace-nul", is_flag=True, help="Write � for NUL characters, which PostgreSQL cannot keep.")
@with_settings
async def copy_database(_config: Settings, source: str, target: str, *, replace_nul: bool) -> None:
    """Copy a database to another one, of the other kind too."""
    from backend import backup
    from backend.settings import read_database_url

    try:
        urls = [read_database_url(url) for url in (source, target)]
    except ValueError as wrong:
        raise CommandFailed(f"FROM and TO {wrong}") from wrong
    try:
        await backup.copy_database(*urls, replace_nul=replace_nul)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed
    print("Copied, and all rows are the same at both ends")
