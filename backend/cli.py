"""The commands. Every failure is one clear line and a non-zero exit."""

import argparse
import asyncio
import contextlib
import gc
import getpass
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from backend import clock
from backend.refusals import Refused
from backend.settings import Settings, SettingsError, settings
from backend.timeouts import REQUEST_TIMEOUT, statement_timeout


class CommandFailed(Exception):
    """A command that cannot do what it was asked; the message says why, for people. `code` is how it exits."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = _parser().parse_args(arguments)
    try:
        config = settings()
        clock.set_offset(config.clock_offset)
        result = given.run(config, given)
        if asyncio.iscoroutine(result):
            asyncio.run(result)
    except CommandFailed as failed:
        return _fail(str(failed), failed.code)
    except SettingsError as failed:
        return _fail(str(failed))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        if config_is_debug():
            raise
        return _fail(f"{type(error).__name__}: {error}".splitlines()[0])
    return 0


def config_is_debug() -> bool:
    """Whether a traceback is wanted."""
    return logging.getLogger().isEnabledFor(logging.DEBUG)


def _fail(message: str, code: int = 1) -> int:
    print(f"provisioning: {message}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="provisioning", description="The provisioning wizard of Control Hub.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[Settings, argparse.Namespace], Any], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    serve = command("serve", _serve, "Serve the API and the application, with a worker inside.")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8000, help="port to listen on (default 8000)")
    serve.add_argument("--workers", type=int, default=1, help="web processes (PostgreSQL; default 1)")
    serve.add_argument("--no-worker", action="store_true", help="only serve; a worker runs elsewhere")
    serve.add_argument("--reload", action="store_true", help="start anew when a file of the code changes (development)")
    work = command("worker", _worker, "Run a worker: mail, provisioning, reminders.")
    work.add_argument("--host", default="127.0.0.1", help="address for its health (default 127.0.0.1)")
    work.add_argument("--port", type=int, help="port where it answers /healthz, /readyz and /metrics (default: none)")
    command("migrate", _migrate, "Bring the database up to date.")
    command("seed-demo", _seed_demo, "Add demo organizations and orders, once.")
    load = command("import-organizations", _import, "Add or update organizations from a file of JSON lines.")
    load.add_argument("file", type=Path, help="rows org, domain and user, one JSON object a line")
    load.add_argument("--skip-invalid", action="store_true", help="skip bad lines instead of stopping")
    command("export-organizations", _export, "Write all organizations as JSON lines to standard output.")
    place = command("place-order", _place_order, "Place an order from a file.")
    place.add_argument("file", type=Path, help="JSON with the fields of PlaceOrderInput")
    place.add_argument("--seller", required=True, help="the integrator's name")
    token = command("create-token", _create_token, "Make an API token; it is printed once, as the last word.")
    token.add_argument("name", help="the integrator's name; tokens of one name are one seller")
    token.add_argument(
        "--scope",
        action="append",
        required=True,
        help="orders:read, orders:write, organizations:read or support; several by repeating",
    )
    support = command("add-support", _add_support, "Let a person sign in to the support desk by mailbox code.")
    support.add_argument("email", help="the person's address")
    remove = command("remove-support", _remove_support, "Take the support desk from a person, at once on all nodes.")
    remove.add_argument("email", help="the person's address")
    sessions = command("end-sessions", _end_sessions, "Sign a person out of every browser, at once on all nodes.")
    sessions.add_argument("email", help="the person's address")
    command("list-support", _list_support, "Print who can sign in to the support desk, and since when.")
    mail_domain = command("mail-domain", _mail_domain, "Tell what a mail domain is, or correct it on every node.")
    mail_domain.add_argument("domain", help="a domain, such as acme.com")
    mail_domain.add_argument("--kind", choices=list(_KINDS), help="what it is; lists: back to what the lists say")
    mail_domain.add_argument("--reason", help="why; needed with --kind, and kept")
    command("send-due", _send_due, "One pass of the worker.")
    bounce = command("receive-bounce", _receive_bounce, "Take a message that came back, from standard input.")
    bounce.add_argument("--recipient", help="the address it came to, if the mail server tells; default: its headers")
    command("export-schema", _export_schema, "Print the GraphQL schema.")
    backup = command("backup", _backup, "Write the whole database to a file.")
    backup.add_argument("file", type=Path)
    restore = command("restore", _restore, "Replace the database by a backup.")
    restore.add_argument("file", type=Path)
    return parser


async def _connected(config: Settings, work: Callable[[], Awaitable[None]], *, seconds: float | None = None) -> None:
    """Do some work on the database. A command may take its time: `seconds` is how long a statement may take."""
    from backend import database

    await database.connect(config.database_url)
    try:
        with statement_timeout(seconds):
            await work()
    finally:
        await database.disconnect()


# ---------------------------------------------------------------- running


def _serve(config: Settings, given: argparse.Namespace) -> None:
    gc.disable()  # what is imported stays; `serving` switches it on again
    import uvicorn

    from backend.web import connections, logs

    if given.workers > 1 and config.database_url.startswith("sqlite://"):
        raise CommandFailed("several web processes need PostgreSQL: set DATABASE_URL")
    _check_mail_server(config)
    logs.configure(config.log_level)
    if config.development:
        _say_where(config, given.host, given.port)
    uvicorn.run(
        "backend.web.serving:with_worker" if not given.no_worker else "backend.web.serving:without_worker",
        factory=True,
        host=given.host,
        port=given.port,
        workers=given.workers,
        reload=given.reload,
        reload_dirs=[str(Path(__file__).parent)],
        reload_includes=["*.po", "*.html", "*.txt"],
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        http=connections.BoundedHttp,
        ws=connections.BoundedWebSocket,
        ws_max_size=64 * 1024 + 1024,
        timeout_graceful_shutdown=4,
    )


def _check_mail_server(config: Settings) -> None:
    """Refuse to start with an address of a mail server that cannot be used. Raises SettingsError."""
    from backend.mail.transport import parse_smtp_url

    if config.smtp_url:
        parse_smtp_url(config.smtp_url)


def _say_where(config: Settings, host: str, port: int) -> None:
    address = config.public_url if given_default(host, port) else f"http://{host}:{port}"
    print(
        f"\n  Control Hub   {address}\n"
        f"  Mailbox       {address}/dev/mailbox   (open a mail, click Set Up Your Service)\n"
        f"  GraphiQL      {address}/graphiql\n"
        f"  Sign in       {address}/sign-in   as lena.vogt@halden.example; the code is in the mailbox\n"
        f"  Support       {address}/sign-in   as support@controlhub.example\n",
        flush=True,
    )


def given_default(host: str, port: int) -> bool:
    """Whether the server listens where PUBLIC_URL usually points."""
    return (host, port) == ("127.0.0.1", 8000)


async def _worker(config: Settings, given: argparse.Namespace) -> None:
    from backend import events
    from backend.web import health_server, logs, shutdown
    from backend.worker import Worker

    _check_mail_server(config)
    logs.configure(config.log_level)

    async def work() -> None:
        worker = Worker(config)
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(shutdown.on_signal(worker.stop, replace_handlers=True))
            if given.port is not None:
                await stack.enter_async_context(health_server.running(given.host, given.port))
            await stack.enter_async_context(events.listening(config.database_url))
            await worker.run()

    await _connected(config, work, seconds=REQUEST_TIMEOUT)


async def _send_due(config: Settings, _given: argparse.Namespace) -> None:
    from backend.worker import Worker

    async def work() -> None:
        print(f"{await Worker(config).send_due()} done")

    await _connected(config, work)


async def _receive_bounce(config: Settings, given: argparse.Namespace) -> None:
    from backend import bounces
    from backend.mail.reports import MAX_SIZE

    raw = sys.stdin.buffer.read(MAX_SIZE)
    while sys.stdin.buffer.read(MAX_SIZE):
        pass  # a mail server takes a pipe that closes early for a failure
    told = [given.recipient, os.environ.get("ORIGINAL_RECIPIENT"), os.environ.get("RECIPIENT")]

    async def work() -> None:
        kind = await bounces.receive(raw, config.secret_key, [address for address in told if address])
        print(kind.value.lower())

    try:
        await _connected(config, work, seconds=REQUEST_TIMEOUT)
    except bounces.UnknownReturnPath:
        raise CommandFailed("this message came to none of our return paths", os.EX_NOUSER) from None
    except Exception as error:
        raise CommandFailed(f"try again later: {type(error).__name__}", os.EX_TEMPFAIL) from error


# ---------------------------------------------------------------- database


async def _migrate(config: Settings, _given: argparse.Namespace) -> None:
    from backend.migrate import migrate

    await migrate(config.database_url)


async def _seed_demo(config: Settings, _given: argparse.Namespace) -> None:
    from backend.demo import seed

    if not config.development:
        raise CommandFailed("demo data are for development only")
    await _connected(config, lambda: seed(config))


async def _backup(config: Settings, given: argparse.Namespace) -> None:
    from backend import backup

    try:
        await backup.backup(config.database_url, given.file)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed


async def _restore(config: Settings, given: argparse.Namespace) -> None:
    from backend import backup

    try:
        await backup.restore(config.database_url, given.file)
    except backup.BackupFailed as failed:
        raise CommandFailed(str(failed)) from failed


# ---------------------------------------------------------------- organizations


async def _import(config: Settings, given: argparse.Namespace) -> None:
    from tqdm import tqdm

    from backend import database
    from backend.provisioning.finder.transfer import ImportFailed, import_organizations

    if not given.file.is_file():
        raise CommandFailed(f"no such file: {given.file}")

    async def work() -> None:
        with tqdm(total=given.file.stat().st_size, unit="B", unit_scale=True, desc="Importing", disable=None) as bar:

            def progress(done: int, _size: int) -> None:
                bar.update(done - bar.n)

            try:
                async with database.transaction():
                    done = await import_organizations(
                        given.file, clock.now(), skip_invalid=given.skip_invalid, progress=progress
                    )
            except ImportFailed as failed:
                raise CommandFailed(str(failed)) from failed
        for error in done.skipped:
            print(f"line {error.line}: {error.message} (skipped)", file=sys.stderr)
        print(f"{done.organizations} organizations, {done.domains} domains, {done.users} users; {done.changed} changed")

    await _connected(config, work)


async def _export(config: Settings, _given: argparse.Namespace) -> None:
    from backend.provisioning.finder.transfer import export_organizations

    async def work() -> None:
        async for line in export_organizations():
            sys.stdout.buffer.write(line)
        sys.stdout.flush()

    await _connected(config, work)


# ---------------------------------------------------------------- orders and people


async def _place_order(config: Settings, given: argparse.Namespace) -> None:
    import msgspec

    from backend import database
    from backend.provisioning.intake import NewOrder, place_order
    from backend.schema.ids import global_id

    try:
        new = msgspec.json.decode(given.file.read_bytes(), type=NewOrder)
    except OSError as error:
        raise CommandFailed(f"{given.file}: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise CommandFailed(f"{given.file}: {error}") from error

    async def work() -> None:
        try:
            async with database.transaction():
                order = await place_order(new, given.seller, clock.now())
        except Refused as refused:
            raise CommandFailed(_told(refused)) from refused
        print(f"{order.order_number} {order.status} {global_id('Order', order.id)}")

    await _connected(config, work)


async def _create_token(config: Settings, given: argparse.Namespace) -> None:
    from backend.provisioning import tokens

    scopes = [scope for part in given.scope for scope in part.replace(",", " ").split()]
    unknown = sorted(set(scopes) - set(tokens.SCOPES))
    if unknown or not scopes:
        raise CommandFailed(f"unknown scope {', '.join(unknown)}; there are {', '.join(tokens.SCOPES)}")
    if not 0 < len(given.name.strip()) <= 100:
        raise CommandFailed("the name has 1 to 100 characters")

    async def work() -> None:
        print(await tokens.create(given.name.strip(), scopes, clock.now()))

    await _connected(config, work)


async def _add_support(config: Settings, given: argparse.Namespace) -> None:
    from backend.models.person import SupportPerson
    from backend.provisioning.validation import Entries

    entries = Entries()
    email, key = entries.email(given.email, "email")
    if entries.refusals:
        raise CommandFailed(f"not an email address: {given.email}")

    async def work() -> None:
        await SupportPerson.get_or_create(email_key=key, defaults={"email": email, "since": clock.now()})
        print(f"{email} can sign in to support")

    await _connected(config, work)


async def _remove_support(config: Settings, given: argparse.Namespace) -> None:
    from backend.models.person import SupportPerson
    from backend.provisioning.validation import Entries

    _, key = Entries().email(given.email, "email")

    async def work() -> None:
        if not await SupportPerson.filter(email_key=key).delete():
            raise CommandFailed(f"nobody in support has this address: {given.email}")
        print(f"{given.email} is no longer in support")

    await _connected(config, work)


async def _end_sessions(config: Settings, given: argparse.Namespace) -> None:
    from backend.provisioning import sign_in
    from backend.provisioning.validation import Entries

    entries = Entries()
    email, key = entries.email(given.email, "email")
    if entries.refusals:
        raise CommandFailed(f"not an email address: {given.email}")

    async def work() -> None:
        print(f"{email} was signed out; sessions ended: {await sign_in.end_all(key)}")

    await _connected(config, work)


async def _list_support(config: Settings, _given: argparse.Namespace) -> None:
    from backend.models.person import SupportPerson

    async def work() -> None:
        for person in await SupportPerson.all().order_by("email_key"):
            print(f"{person.email}  since {person.since:%Y-%m-%d}")

    await _connected(config, work)


_KINDS = {
    "company": "COMPANY",
    "free-mail": "FREE_MAIL",
    "disposable": "DISPOSABLE",
    "shared": "SHARED",
    "lists": None,
}


async def _mail_domain(config: Settings, given: argparse.Namespace) -> None:
    from backend import database
    from backend.models.organization import MailDomainKind
    from backend.provisioning import mail_domains

    if bool(given.kind) != bool(given.reason):
        raise CommandFailed("--kind and --reason go together")

    async def work() -> None:
        try:
            if given.kind:
                word = _KINDS[given.kind]
                kind = MailDomainKind(word) if word else None
                by = f"{getpass.getuser()} (command)"
                async with database.transaction():
                    found = await mail_domains.decide(given.domain, kind, given.reason, by, clock.now())
            else:
                found = await mail_domains.read(given.domain)
        except Refused as refused:
            raise CommandFailed(_told(refused)) from refused
        decided = f"; {found.decided_by}, {found.decided_at:%Y-%m-%d}: {found.reason}" if found.decided_at else ""
        print(f"{found.domain} {found.kind.value} ({found.source}{decided})")

    await _connected(config, work)


def _told(refused: Refused) -> str:
    """Everything that was refused, in one line."""
    return "; ".join(
        f"{'.'.join(one.field)}: {one.message.format(**one.values)}".removeprefix(": ") for one in refused.all()
    )


def _export_schema(_config: Settings, _given: argparse.Namespace) -> None:
    from backend.resolvers.schema import schema

    print(schema.as_str())
