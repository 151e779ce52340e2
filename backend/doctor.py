"""Looks at everything that a running product needs, and says in one line each how it is and what to do.

It works when things are down: each look has a timeout and tells what it met; it changes nothing but a row that it
writes and takes back. Secrets are never told: others' words go through the same mask as logs.
"""

import asyncio
import shutil
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from backend import clock, database, replica
from backend.mail.transport import Outcome, SmtpServer, SmtpTransport, parse_smtp_url
from backend.models.service import ServiceState
from backend.settings import LOOPBACK, Settings, SettingsError
from backend.timeouts import statement_timeout
from backend.web.logs import masked

TIMEOUT = 5.0  # seconds for each look
MAX_SKEW = timedelta(seconds=2)  # between this machine's clock and the database's
MIN_FREE = 1 << 30  # bytes
MIN_FREE_SHARE = 0.05  # of a disk
WAITS_TOO_LONG = timedelta(minutes=15)  # what a worker could do
UNDELIVERED_TOO_LONG = timedelta(days=1)
MAX_NAMED = 3  # of many rows
MIN_LETTERS = 10  # different ones of a random secret
_MB = 1 << 20

_WRITE = "INSERT INTO rate_counter (name, key, window_start, hits) VALUES ('doctor', $1, 0, 0)"
_UNDO = "DELETE FROM rate_counter WHERE name = 'doctor' AND key = $1"
_DUE = """
SELECT count(*) AS due, min(due_at) AS since FROM {table} WHERE due_at < $1
AND (leased_until IS NULL OR leased_until < $1)
"""
_QUEUES = {"mails": "email_message", "services": "service", "domains": "domain_verification"}
_UNDELIVERED = """
SELECT count(*) AS mails, min(queued_at) AS since FROM email_message
WHERE due_at IS NOT NULL AND state IN ('QUEUED', 'DEFERRED') AND queued_at < $1
"""
_FAILED = f"""
SELECT DISTINCT o.order_number FROM service s JOIN orders o ON o.id = s.order_id
WHERE s.state = '{ServiceState.FAILED}' AND o.status NOT IN ('CLOSED', 'CANCELLED') ORDER BY o.order_number LIMIT 1000
"""

_BEHIND = """
SELECT CAST(coalesce(pg_wal_lsn_diff(CAST(CAST($1 AS TEXT) AS PG_LSN), pg_last_wal_replay_lsn()), 0) AS BIGINT) >> 20
AS megabytes, pg_last_xact_replay_timestamp() AS since, pg_is_in_recovery() AND pg_is_wal_replay_paused() AS paused
"""


class Verdict(StrEnum):
    """How something is: right, not looked at, or to be mended."""

    OK = "ok"
    LEFT_OUT = "-"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, in words, and what to do about it if it is wrong."""

    what: str
    verdict: Verdict
    words: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{self.verdict.value:6} {self.what:12} {self.words}"
        return f"{line} → {self.advice}" if self.advice else line


def _ok(what: str, words: str) -> Finding:
    return Finding(what, Verdict.OK, words)


def _wrong(what: str, words: str, advice: str) -> Finding:
    return Finding(what, Verdict.WRONG, words, advice)


async def examine(config: Settings) -> AsyncIterator[Finding]:
    """Look at everything, one after the other."""
    yield _settings(config)
    yield _private_files(config)
    yield _disk(config)
    async for finding in _looked_into(config.database_url, config.replica_url):
        yield finding
    yield await _mail_server(config)
    yield await _looked("address", lambda: _address(config), "see that this machine reaches a name server")


async def _looked_into(url: str, replica_url: str) -> AsyncIterator[Finding]:
    """All that is in the database, as long as the things before are right."""
    path = Path(url.removeprefix("sqlite://"))
    looks: dict[str, Callable[[], Awaitable[Finding]]] = {
        "database": _database,
        "migrations": _migrations,
        "clock": _clock,
        "worker": _queues,
        "mails": _mails,
        "services": _services,
    }
    if replica_url:
        looks["replica"] = lambda: _replica(replica_url)
    missing = ""
    if database.is_embedded(url) and not await asyncio.to_thread(path.is_file):  # to look would make it
        yield _wrong("database", f"there is none at {path}", "python -m backend migrate")
        del looks["database"]
        missing = "database"
    else:
        await database.connect(url)
    try:
        for what, look in looks.items():
            if missing:
                yield Finding(what, Verdict.LEFT_OUT, f"not looked at before {missing} is right")
                continue
            setting = "REPLICA_URL" if what == "replica" else "DATABASE_URL"
            found = await _looked(what, look, f"see that the database runs, and that {setting} is right")
            if found.verdict is Verdict.WRONG and what in ("database", "migrations"):
                missing = what
            yield found
    finally:
        await database.disconnect()


async def _looked(what: str, look: Callable[[], Awaitable[Finding]], advice: str) -> Finding:
    try:
        async with asyncio.timeout(TIMEOUT):
            with statement_timeout(TIMEOUT):
                return await look()
    except TimeoutError:
        return _wrong(what, f"no answer within {TIMEOUT:.0f} seconds", advice)
    except Exception as error:  # noqa: BLE001 – whatever it is, the next thing is looked at
        return _wrong(what, masked(str(error).partition("\n")[0]) or type(error).__name__, advice)


def _settings(config: Settings) -> Finding:
    """Whether they are fit for what they are used for; those that cannot be used at all were refused before."""
    if config.development:
        return _ok("settings", "for development: the mailbox and demo data are open, codes are not secret")
    if min(len(set(key)) for key in config.secret_keys) < MIN_LETTERS:
        return _wrong(
            "settings", "SECRET_KEY or OTHER_SECRET_KEY is easily guessed", "make one: openssl rand -base64 48"
        )
    if config.connector == "sandbox":
        return _wrong("settings", "CONNECTOR is sandbox, which creates nothing real", "set CONNECTOR=webex")
    said = "" if config.metrics_token else ", nobody reads /metrics without METRICS_TOKEN"
    return _ok("settings", f"for production{said}")


def _private_files(config: Settings) -> Finding:
    """Whether files with secrets are their owner's alone."""
    files = [Path(".env"), Path("data/secret-key")]
    if database.is_embedded(config.database_url):
        base = config.database_url.removeprefix("sqlite://")
        files += [Path(f"{base}{suffix}") for suffix in ("", "-wal", "-shm")]
    there = [file for file in files if file.is_file()]
    if open_ones := [str(file) for file in there if file.stat().st_mode & 0o077]:
        return _wrong(
            "files", f"others on this machine can read {_listed(open_ones)}", f"chmod 600 {' '.join(open_ones)}"
        )
    return _ok("files", f"for their owner alone: {_listed(list(map(str, there)))}" if there else "none with secrets")


def _disk(config: Settings) -> Finding:
    embedded = database.is_embedded(config.database_url)
    place = Path(config.database_url.removeprefix("sqlite://")).absolute().parent if embedded else Path.cwd()
    while not place.exists():
        place = place.parent
    usage = shutil.disk_usage(place)
    said = f"{usage.free // _MB:,} MB free of {usage.total // _MB:,} at {place}"
    if usage.free < max(MIN_FREE, MIN_FREE_SHARE * usage.total):
        return _wrong("disk", said, "make room: a full disk refuses every order")
    return _ok("disk", said if embedded else f"{said}; the database server's own is not seen from here")


async def _database() -> Finding:
    begun = time.monotonic()
    kind = "SQLite" if database.dialect() == "sqlite" else "PostgreSQL"
    await database.rows("SELECT 1 AS one")
    took = (time.monotonic() - begun) * 1000
    if await database.pending_migrations():
        return _ok("database", f"{kind} answers in {took:.0f} ms")
    try:
        key = [str(time.time_ns())]
        async with database.transaction():
            await database.execute(_WRITE, key)
            await database.execute(_UNDO, key)
    except Exception as error:  # noqa: BLE001 – a full disk, a server that only reads: its words say it
        return _wrong("database", f"{kind} cannot be written: {masked(str(error))}", "look at its disk and its role")
    return _ok("database", f"{kind} answers in {took:.0f} ms and can be written")


async def _migrations() -> Finding:
    if pending := await database.pending_migrations():
        if await database.is_unfinished_copy():
            return _wrong("migrations", "a copy into this database is not finished", "run the same copy-database again")
        return _wrong("migrations", f"{len(pending)} missing, from {min(pending)} on", "python -m backend migrate")
    applied = await database.applied_migrations()
    if newer := applied - database.known_migrations():
        return _ok("migrations", f"all there, and of a newer version {_listed(sorted(newer))}: this node is older")
    return _ok("migrations", f"all {len(applied)}")


async def _clock() -> Finding:
    if database.dialect() == "sqlite":
        return _ok("clock", "the database's is this machine's")
    row = await database.row("SELECT clock_timestamp() AS at")
    assert row is not None
    skew = abs(datetime.now(UTC) - row["at"])
    said = f"{skew.total_seconds():.1f} seconds from the database's"
    if skew > MAX_SKEW:
        return _wrong("clock", said, "let NTP set both machines' clocks (timedatectl set-ntp true)")
    return _ok("clock", said)


class _Due(database.Row, frozen=True):
    """What waits for a worker."""

    due: int
    since: datetime | None


async def _queues() -> Finding:
    """Whether workers do what is due."""
    late = clock.now() - WAITS_TOO_LONG
    waits = []
    for name, table in _QUEUES.items():
        found = await database.record(_Due, _DUE.format(table=table), [late])
        if found and found.since:
            waits.append(f"{found.due} {name} since {_when(found.since)}")
    swept = await database.row("SELECT min(day) AS day FROM activity_sweep")
    day = database.day(swept["day"]) if swept else None
    if day is not None and day < clock.today() - timedelta(days=2):
        waits.append(f"figures of organizations since {day}")
    if waits:
        return _wrong(
            "worker", f"due and not done: {', '.join(waits)}", "start a worker, or read the log of one that runs"
        )
    return _ok("worker", f"nothing is overdue by more than {WAITS_TOO_LONG.seconds // 60} minutes")


class _Undelivered(database.Row, frozen=True):
    """Mails that are tried for long."""

    mails: int
    since: datetime | None


async def _mails() -> Finding:
    found = await database.record(_Undelivered, _UNDELIVERED, [clock.now() - UNDELIVERED_TOO_LONG])
    if found and found.since:
        said = f"{found.mails} not delivered for more than a day, the first since {_when(found.since)}"
        return _wrong("mails", said, "read the servers' words at the support desk, or in the log of the worker")
    return _ok("mails", "none has been on its way for more than a day")


async def _services() -> Finding:
    numbers = [row["order_number"] for row in await database.rows(_FAILED)]
    if numbers:
        said = f"could not be provisioned for {len(numbers)} orders: {_listed(numbers)}"
        return _wrong("services", said, "open the order at the support desk: it says why, and who can try again")
    return _ok("services", "none has failed")


class _Behind(database.Row, frozen=True):
    """How far a replica is behind: megabytes of the journal, and since when it has replayed nothing."""

    megabytes: int
    since: datetime | None
    paused: bool


async def _replica(url: str) -> Finding:
    """Whether lists can be read from the replica, and are never read from one that knows less."""
    what, advice = "replica", "lists are read from the primary meanwhile: see operations.md on read replicas"
    commits = await database.row("SELECT current_setting('synchronous_commit') AS setting")
    if commits == {"setting": "off"}:
        return _wrong(what, "synchronous_commit is off: what was answered may be read later", "set it to on")
    position = await replica.written()
    server = replica.Replica(url)
    try:
        async with server.transaction():
            try:
                await replica.catch_up(position)
            except replica.Unusable as error:
                behind = await database.record(_Behind, _BEHIND, [position.lsn if position else None])
                assert behind is not None
                said = f", by {behind.megabytes} MB" if behind.megabytes else ""
                said += f", has replayed nothing since {_when(behind.since)}" if behind.since else ""
                return _wrong(what, f"{error}{said}{', is paused' if behind.paused else ''}", advice)
    finally:
        await server.close()
    return _ok(what, "follows the primary and has replayed all that is written there")


async def _mail_server(config: Settings) -> Finding:
    what = "mail server"
    if not config.smtp_url:
        return Finding(what, Verdict.LEFT_OUT, "mails stay in the built-in mailbox")
    try:
        server = parse_smtp_url(config.smtp_url)
    except SettingsError as wrong:
        return _wrong(what, str(wrong), "set SMTP_URL")
    result = await SmtpTransport(server, connect_timeout=TIMEOUT).try_out()
    where = f"{server.host}:{server.port}"
    if result.outcome is Outcome.SENT:
        return _ok(what, f"{where} takes {', '.join(_verbs(server))}")
    return _wrong(
        what, f"{where}: {masked(result.reply)}", f"see that SMTP_URL is right: we ask for {', '.join(_verbs(server))}"
    )


def _verbs(server: SmtpServer) -> list[str]:
    """What is asked of the mail server."""
    verbs = {"tls": ["TLS", "EHLO"], "starttls": ["EHLO", "STARTTLS"], "plain": ["EHLO"]}[server.security]
    return [*verbs, f"AUTH as {masked(server.username)}"] if server.username else verbs


async def _address(config: Settings) -> Finding:
    """Whether PUBLIC_URL leads anywhere."""
    host = urlsplit(config.public_url).hostname or ""
    if host in LOOPBACK or _is_number(host):
        return _ok("address", f"{config.public_url} needs no name server")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return _wrong(
            "address", f"{host}, of PUBLIC_URL: {error.strerror}", "add an A or AAAA record, or correct PUBLIC_URL"
        )
    return _ok("address", f"{host} is {_listed(sorted({str(one[4][0]) for one in found}))}")


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return ", ".join(names[:MAX_NAMED]) + more


def _when(at: datetime | date) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
