"""Commands that run the product: the server, workers, and what a mail server hands over."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click

from backend.commands.common import CommandFailed, connected, with_settings
from backend.settings import Settings

_PORT = click.IntRange(0, 65_535)


@click.command
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Address to listen on.")
@click.option("--port", type=_PORT, default=8000, metavar="PORT", help="Port to listen on.")
@click.option("--workers", type=click.IntRange(1), default=1, metavar="N", help="Web processes; more need PostgreSQL.")
@click.option("--no-worker", is_flag=True, help="Only serve; a worker runs elsewhere.")
@click.option("--reload", is_flag=True, help="Start anew when a file of the code changes (development).")
@with_settings
def serve(config: Settings, *, host: str, port: int, workers: int, no_worker: bool, reload: bool) -> None:
    """Serve the API and the application, with a worker inside."""
    gc.disable()  # what is imported stays; `serving` switches it on again
    import uvicorn

    from backend.web import connections, logs

    if workers > 1 and config.database_url.startswith("sqlite://"):
        raise CommandFailed("several web processes need PostgreSQL: set DATABASE_URL")
    _check_mail_server(config)
    _check_port(host, port)
    logs.configure(config.log_level)
    if config.development:
        _say_where(config, host, port)
    options: dict[str, Any] = {
        "app": "backend.web.serving:without_worker" if no_worker else "backend.web.serving:with_worker",
        "factory": True,
        "host": host,
        "port": port,
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "http": connections.BoundedHttp,
        "ws": connections.BoundedWebSocket,
        "ws_max_size": 64 * 1024 + 1024,
        "timeout_graceful_shutdown": 4,
    }
    if workers > 1 and not reload:
        from backend.web import several

        config_of_each = uvicorn.Config(
            **options,
            workers=workers,
            loop="backend.web.several:Loop",
            timeout_worker_healthcheck=20,  # seconds: on a busy machine a start takes long, and who hangs gets little
        )
        several.SeveralProcesses(config_of_each).run()
        return
    uvicorn.run(
        **options,
        reload=reload,
        reload_dirs=[str(Path(__file__).parents[1])] if reload else None,
        reload_includes=["*.po", "*.html", "*.txt"] if reload else None,
    )


def _check_mail_server(config: Settings) -> None:
    """Refuse to start with an address of a mail server that cannot be used. Raises SettingsError."""
    from backend.mail.transport import parse_smtp_url

    if config.smtp_url:
        parse_smtp_url(config.smtp_url)


def _check_port(host: str, port: int) -> None:
    """Look whether anybody could listen there, before the address is told. Raises CommandFailed.

    Of a name's several addresses one is enough: not every machine has the ::1 of `localhost`.
    """
    import errno
    import socket

    def listen(family: int, kind: int, protocol: int, _name: str, address: Any) -> OSError | None:
        try:
            with socket.socket(family, kind, protocol) as listening:
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
                listening.bind(address)
        except OSError as error:
            return error
        return None

    try:
        tried = [listen(*found) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:  # there is no such name
        tried = [error]
    errors = [error for error in tried if error is not None]
    if in_use := next((error for error in errors if error.errno == errno.EADDRINUSE), None):
        raise CommandFailed(
            f"port {port} of {host} is in use, maybe by another `make run`: end that one, or take another port"
            " (make run PORT=8001, or serve --port 8001)"
        ) from in_use
    if len(errors) == len(tried):
        raise CommandFailed(f"nobody can listen on port {port} of {host}: {errors[0].strerror}") from errors[0]


def _say_where(config: Settings, host: str, port: int) -> None:
    usual = (host, port) == ("127.0.0.1", 8000)  # where PUBLIC_URL points, if nothing else was said
    address = config.public_url if usual else f"http://{host}:{port}"
    print(
        f"\n  Control Hub   {address}\n"
        f"  Mailbox       {address}/dev/mailbox   (open a mail, click Set Up Your Service)\n"
        f"  GraphiQL      {address}/graphiql\n"
        f"  Sign in       {address}/sign-in   as lena.vogt@halden.example; the code is in the mailbox\n"
        f"  Salesperson   {address}/sign-in   as petersen@nordlicht.example\n"
        f"  Support       {address}/sign-in   as support@controlhub.example\n",
        flush=True,
    )


@click.command
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Address where it answers about its health.")
@click.option(
    "--port", type=_PORT, metavar="PORT", help="Port where it answers /healthz, /readyz and /metrics; none without."
)
@with_settings
async def worker(config: Settings, host: str, port: int | None) -> None:
    """Run a worker: mail, provisioning, reminders."""
    from contextlib import AsyncExitStack

    from backend import events, tracing
    from backend.timeouts import REQUEST_TIMEOUT
    from backend.web import health_server, logs, shutdown
    from backend.worker.loop import Worker

    _check_mail_server(config)
    logs.configure(config.log_level)

    async def work() -> None:
        worker = Worker(config)
        tracing.start(config)
        async with AsyncExitStack() as stack:
            stack.callback(tracing.stop)
            stack.enter_context(shutdown.on_signal(worker.stop, replace_handlers=True))
            if port is not None:
                await stack.enter_async_context(health_server.running(host, port))
            await stack.enter_async_context(events.listening(config.direct_url))
            await worker.run()

    await connected(config, work, seconds=REQUEST_TIMEOUT)


@click.command
@with_settings
async def doctor(config: Settings) -> None:
    """Say whether all is well, and what to do if not."""
    from backend import doctor

    wrong = 0
    async for finding in doctor.examine(config):
        print(finding, flush=True)
        wrong += finding.verdict is doctor.Verdict.WRONG
    if wrong:
        raise CommandFailed(f"to be mended: {wrong}")


@click.command
@with_settings
async def send_due(config: Settings) -> None:
    """One pass of the worker."""
    from backend.worker.loop import Worker

    async def work() -> None:
        print(f"{await Worker(config).send_due()} done")

    await connected(config, work)


@click.command
@click.option(
    "--recipient",
    metavar="ADDRESS",
    help="Address that it came to, if the mail server tells; without, its headers tell.",
)
@with_settings
async def receive_bounce(config: Settings, recipient: str | None) -> None:
    """Take a message that came back, from standard input."""
    from backend import bounces
    from backend.mail.reports import MAX_SIZE
    from backend.timeouts import REQUEST_TIMEOUT

    raw = sys.stdin.buffer.read(MAX_SIZE)
    while sys.stdin.buffer.read(MAX_SIZE):
        pass  # a mail server takes a pipe that closes early for a failure
    told = [recipient, os.environ.get("ORIGINAL_RECIPIENT"), os.environ.get("RECIPIENT")]

    async def work() -> None:
        kind = await bounces.receive(raw, config.secret_keys, [address for address in told if address])
        print(kind.value.lower())

    try:
        await connected(config, work, seconds=REQUEST_TIMEOUT)
    except bounces.UnknownReturnPath:
        raise CommandFailed("this message came to none of our return paths", os.EX_NOUSER) from None
    except Exception as error:
        why = error if isinstance(error, CommandFailed) else type(error).__name__
        raise CommandFailed(f"try again later: {why}", os.EX_TEMPFAIL) from error
