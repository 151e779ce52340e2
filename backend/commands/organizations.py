"""Commands for organizations, and for what is known of mail domains."""

import sys
from pathlib import Path

import click

from backend import clock
from backend.commands.common import CommandFailed, connected, with_settings
from backend.settings import Settings

_KINDS = {
    "company": "COMPANY",
    "free-mail": "FREE_MAIL",
    "disposable": "DISPOSABLE",
    "shared": "SHARED",
    "lists": None,
}


@click.command
@click.argument("file", type=click.Path(path_type=Path), help="Rows org, domain and user, one JSON object a line.")
@click.option("--skip-invalid", is_flag=True, help="Skip bad lines instead of stopping.")
@with_settings
async def import_organizations(config: Settings, file: Path, skip_invalid: bool) -> None:
    """Add or update organizations from a file of JSON lines."""
    from tqdm import tqdm

    from backend import database
    from backend.provisioning.finder import transfer

    async def work() -> None:
        with tqdm(unit="B", unit_scale=True, desc="Importing", disable=None) as bar:

            def progress(done: int, size: int) -> None:
                bar.total = size
                bar.update(done - bar.n)

            try:
                async with database.transaction():
                    done = await transfer.import_organizations(
                        file, clock.now(), skip_invalid=skip_invalid, progress=progress
                    )
            except transfer.ImportFailed as failed:
                raise CommandFailed(str(failed)) from failed
        for error in done.skipped:
            print(f"line {error.line}: {error.message} (skipped)", file=sys.stderr)
        print(f"{done.organizations} organizations, {done.domains} domains, {done.users} users; {done.changed} changed")

    await connected(config, work)


@click.command
@with_settings
async def export_organizations(config: Settings) -> None:
    """Write all organizations as JSON lines to standard output."""
    from backend.provisioning.finder import transfer

    async def work() -> None:
        async for line in transfer.export_organizations():
            sys.stdout.buffer.write(line)
        sys.stdout.flush()

    await connected(config, work)


@click.command
@click.argument("domain", help="A domain, such as acme.com.")
@click.option("--kind", type=click.Choice(list(_KINDS)), help="What it is; lists: back to what the lists say.")
@click.option("--reason", help="Why; needed with --kind, and kept.")
@with_settings
async def mail_domain(config: Settings, domain: str, kind: str | None, reason: str | None) -> None:
    """Tell what a mail domain is, or correct it on every node."""
    from getpass import getuser

    from backend import database
    from backend.models.organization import MailDomainKind
    from backend.provisioning import mail_domains

    if bool(kind) != bool(reason):
        raise CommandFailed("--kind and --reason go together")

    async def work() -> None:
        if kind and reason:
            word = _KINDS[kind]
            by = f"{getuser()} (command)"
            async with database.transaction():
                found = await mail_domains.decide(
                    domain, MailDomainKind(word) if word else None, reason, by, clock.now()
                )
        else:
            found = await mail_domains.read(domain)
        decided = f"; {found.decided_by}, {found.decided_at:%Y-%m-%d}: {found.reason}" if found.decided_at else ""
        print(f"{found.domain} {found.kind.value} ({found.source}{decided})")

    await connected(config, work)
