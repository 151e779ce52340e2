"""Kills everything again and again while orders are placed, and counts: `python -m tests.faults.crash [seconds]`.

Two servers and two workers on PostgreSQL, one server with its worker on SQLite, and a mail server and a platform that
refuse, delay and hang up. Processes are killed, told to stop, frozen; the network swallows. Customers choose or create
their company and set up their service all the while. At the end every order that was accepted has to be there once,
with one setup mail that arrived, each company and location once, and each step of a submitted service under one key.
A second copy may come only under the same Message-ID or key. What has not arrived is late as long as others still do:
thousands of mails take minutes, and one that is put off waits for its turn. It is lost once nothing has moved for
longer than anything may wait.

`--planted-bug` runs workers that do wrong, on PostgreSQL: the count has to show that mails are doubled, or lost.
"""

import argparse
import asyncio
import contextlib
import os
import random
import re
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from email import message_from_bytes, policy
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx2
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock
from backend.migrate import migrate
from backend.provisioning import tokens
from tests.faults.customers import PUT_OFF, Customers, HostilePlatform
from tests.faults.migrating import killed_while_migrating
from tests.faults.monitor import Seller
from tests.faults.network import Network
from tests.live import Live
from tests.postgres import postgres
from tests.provisioning.finder.world import World

AT_REST = 180.0  # seconds in which nothing came: what was put off twice is tried again after two minutes at most
WATCHED = 1_800.0  # seconds after which it is no rest that is missing
BUG_SHOWS = 20.0  # seconds
SELLERS = 2
CUSTOMERS = 4
MIGRATIONS_KILLED = 25
# Workers that do wrong, to see that it is noticed: leases that last no time, and mails that wait for a month.
BUGS = {
    "doubled": "from backend.worker import leases; leases.LEASE = timedelta(seconds=-1)",
    "lost": "from backend.worker import mail; mail.next_attempt = lambda *given: given[2] + timedelta(days=30)",
}
PROGRAM = "import sys; from datetime import timedelta; {}; from backend import commands; sys.exit(commands.main())"


class HostilePost:
    """A mail server that accepts most mails, some late, and keeps all copies."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.copies: Counter[tuple[str, str, str]] = Counter()  # by recipient, subject and Message-ID
        self.links: dict[str, str] = {}  # to set up an order, by recipient
        self.put_off: Counter[str] = Counter()  # by recipient

    async def handle_DATA(self, server: SMTP, _session: SmtpSession, envelope: Envelope) -> str:  # noqa: N802
        fate, to = self.chance.random(), envelope.rcpt_tos[0].lower()
        if fate < 0.1 and self.put_off[to] < PUT_OFF:
            self.put_off[to] += 1
            return "451 Try again later"
        if fate < 0.2:
            await asyncio.sleep(self.chance.uniform(0.5, 2))
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.copies[to, str(mail["Subject"]), str(mail["Message-ID"])] += 1
        text = mail.get_body(("plain",))
        if text and (link := re.search(r"/setup#(\S+)", text.get_content())):
            self.links[to] = link[1]
        if fate > 0.95:  # accepted, and nobody is told
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 Queued"


class Crash:
    """One database, its processes, and whoever breaks them."""

    def __init__(
        self, servers: list[Live], workers: list[Live], network: Network | None, where: dict[str, str], bug: str | None
    ) -> None:
        self.servers, self.workers, self.network, self.bug = servers, workers, network, bug
        self.environment = {"RATE_LIMIT_FACTOR": "1000", "LOG_LEVEL": "ERROR", **where}
        self.chance = random.Random()
        self.broken: Counter[str] = Counter()
        self.accepted: dict[str, str] = {}  # order numbers, and to whom their link goes
        self.restarts: list[float] = []
        self.settled_after = 0.0  # seconds
        self.wrong: list[str] = []

    def start(self, live: Live, *, wait: bool = True) -> None:
        """Start one of the processes."""
        wrong = ("-c", PROGRAM.format(BUGS[self.bug])) if self.bug and live in self.workers else None
        program = wrong or ("-m", "backend")
        own = live in self.servers
        alone = ["serve", "--no-worker"] if self.workers else ["serve"]
        live.start(program, alone if own else ["worker"], self.environment, wait=wait)

    async def sell(self, seller: Seller, name: str, until: float) -> None:
        """Place orders, each under one key until it is accepted, at whichever server answers."""
        number = 0
        while time.monotonic() < until:
            number += 1
            key, domain = f"{name}-{number}", "acme.example" if number % 2 else f"{name}-{number}.example".lower()
            while True:
                seller.http.base_url = self.chance.choice(self.servers).address
                with contextlib.suppress(httpx2.TransportError):
                    answer = await seller.place(key, domain)
                    if answer.status == 200 and answer.body["data"]["placeOrder"]["order"]:
                        self.accepted[key] = f"{key}@{domain}".lower()
                        break
                await asyncio.sleep(0.1)

    async def break_things(self, until: float) -> None:
        """One fault after the other."""
        while time.monotonic() < until:
            await asyncio.sleep(self.chance.uniform(0.5, 2.5))
            live = self.chance.choice([*self.servers, *self.workers])
            fault = self.chance.choice(["killed", "killed", "told to stop", "frozen", "cut off", "swallowed"])
            if fault in {"killed", "told to stop"}:
                how = signal.SIGKILL if fault == "killed" else signal.SIGTERM
                await asyncio.to_thread(live.end, how)
                await self.restart(live)
            elif fault == "frozen":
                os.kill(live.pid, signal.SIGSTOP)
                await asyncio.sleep(self.chance.uniform(1, 8))
                os.kill(live.pid, signal.SIGCONT)
            elif self.network is None:
                continue
            elif fault == "cut off":
                self.network.cut()
            else:
                with self.network.swallowing():
                    await asyncio.sleep(self.chance.uniform(1, 6))
            self.broken[fault] += 1

    async def restart(self, live: Live) -> None:
        """Start a process again, and note if it does not come."""
        begun = time.monotonic()
        try:
            await asyncio.to_thread(self.start, live)
        except (AssertionError, TimeoutError) as failed:
            self.wrong.append(f"did not start: {failed}")
            await asyncio.to_thread(live.end, signal.SIGKILL)
            await asyncio.to_thread(self.start, live)
        self.restarts.append(time.monotonic() - begun)

    async def run(self, seconds: float, token: str, links: dict[str, str]) -> Customers:
        """Break things for so long, then let everything come to rest."""
        for live in (*self.servers, *self.workers):
            await asyncio.to_thread(self.start, live)
        until = time.monotonic() + seconds
        sellers = [Seller(self.servers[0], token) for _ in range(SELLERS)]
        selling = [self.sell(seller, f"S{number}", until) for number, seller in enumerate(sellers)]
        customers, over = Customers(lambda: self.chance.choice(self.servers).address, links), asyncio.Event()
        setting_up = [asyncio.create_task(customers.work(over)) for _ in range(CUSTOMERS)]
        await asyncio.gather(*selling, self.break_things(until))
        over.set()
        if self.bug == "doubled":  # what is to be seen was seen
            for work in setting_up:
                work.cancel()
        await asyncio.gather(*setting_up, return_exceptions=self.bug == "doubled")
        for seller in sellers:
            await seller.http.aclose()
        return customers


def lost(
    crash: Crash,
    post: HostilePost,
    platform: HostilePlatform,
    customers: Customers,
    mails: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """What was accepted and has not come to its end: nothing after a while, if the product keeps its word.

    `mails` is what the database says of the mails to a recipient.
    """
    missing = [f"lost: mail of {key} {mails.get(to, '')}" for key, to in crash.accepted.items() if to not in post.links]
    steps = {name for _, name in platform.keys}
    return missing + [f"lost: steps of {key}" for key in customers.submitted if f"Office {key}" not in steps]


def came(post: HostilePost, platform: HostilePlatform) -> int:
    """How many mails and calls have come so far."""
    return post.copies.total() + sum(keys.total() for keys in platform.keys.values())


async def settled(missing: Callable[[], list[str]], came: Callable[[], int], watched: float) -> None:
    """Wait until nothing is missing, or until what is missing can't only be late."""
    begun = moved = time.monotonic()
    seen = came()
    while missing() and time.monotonic() < min(moved + AT_REST, begun + watched):
        await asyncio.sleep(0.5)
        if came() != seen:
            seen, moved = came(), time.monotonic()


def doubled(crash: Crash, post: HostilePost, platform: HostilePlatform, stored: "Stored") -> list[str]:
    """What is in the database other than once, or was done under two keys."""
    placed, made, offices, _ = stored
    arrived = Counter((to, subject) for to, subject, _ in post.copies)
    wrong = [f"lost: order {key}" for key in crash.accepted if not placed[key]]
    wrong += [f"doubled: order {key}" for key, times in placed.items() if times > 1]
    wrong += [f"doubled: mail {told} under {times} ids" for told, times in arrived.items() if times > 1]
    wrong += [f"doubled: {name}" for name, times in (made + offices).items() if times > 1]
    wrong += [f"doubled: step {step} under {len(keys)} keys" for step, keys in platform.keys.items() if len(keys) > 1]
    copies = second(post.copies) + second_calls(platform)
    allowed = (
        sum(crash.broken.values()) * 8 + (len(post.copies) + len(platform.keys)) // 10
    )  # what was under way at each fault; hung up
    if copies > allowed:
        wrong.append(f"doubled: {copies} second copies, {allowed} can be explained")
    return wrong


def second(times: Counter[Any]) -> int:
    """How many more there are than one of each."""
    return sum(times.values()) - len(times)


def second_calls(platform: HostilePlatform) -> int:
    """How often a step was called again."""
    return sum(second(keys) for keys in platform.keys.values())


@contextlib.contextmanager
def processes(kind: str, folder: Path) -> Iterator[tuple[str, list[Live], list[Live], Network | None]]:
    """A migrated database and what runs on it."""
    with ExitStack() as stack:
        if kind == "sqlite":
            url = f"sqlite://{folder}/crash.db"
            asyncio.run(migrate(url))
            yield url, [stack.enter_context(Live(url, folder / "server.log"))], [], None
            return
        server = stack.enter_context(postgres())
        url = server.url(server.create())
        asyncio.run(migrate(url))
        network = stack.enter_context(Network(url))
        lives = [stack.enter_context(Live(network.url, folder / f"{number}.log")) for number in range(4)]
        yield url, lives[:2], lives[2:], network


Stored = tuple[Counter[str], Counter[str], Counter[str], dict[str, str]]
STORED = (
    "SELECT order_number AS name FROM orders",
    "SELECT display_name AS name FROM organization",
    "SELECT name FROM location",
)
MAILS = """
SELECT lower(recipient), state || ', tries ' || attempts || ', due ' || COALESCE(CAST(due_at AS TEXT), 'never') || ': '
  || COALESCE(last_reply, '') FROM email_message
"""


def stored(kind: str, url: str) -> Stored:
    """How often each order, organization and location stands in the database, by name; and the mails, by recipient."""
    if kind == "sqlite":
        with sqlite3.connect(url.removeprefix("sqlite://")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            orders, made, offices = (Counter(name for (name,) in connection.execute(query)) for query in STORED)
            mails = dict(connection.execute(MAILS).fetchall())
        connection.close()
        return orders, made, offices, mails

    async def read() -> Stored:
        import asyncpg

        from backend import database

        connection = await asyncpg.connect(**database.address(url))
        orders, made, offices = [Counter(row["name"] for row in await connection.fetch(query)) for query in STORED]
        mails = {row[0]: row[1] for row in await connection.fetch(MAILS)}
        await connection.close()
        return orders, made, offices, mails

    return asyncio.run(read())


def play(kind: str, seconds: float, bug: str | None) -> list[str]:
    """One database through all faults; what is wrong at the end."""
    EXECUTOR_CACHE.clear()
    with tempfile.TemporaryDirectory() as folder, processes(kind, Path(folder)) as (url, servers, workers, network):
        token = Live(url).prepare(prepared())
        post, platform = HostilePost(random.Random()), HostilePlatform(random.Random())

        async def all_of_it() -> tuple[Crash, Customers]:
            smtp = await asyncio.get_running_loop().create_server(lambda: SMTP(post), "127.0.0.1", 0)
            webex = await asyncio.start_server(platform.converse, "127.0.0.1", 0)
            where = {
                "SMTP_URL": f"smtp://127.0.0.1:{smtp.sockets[0].getsockname()[1]}",
                "CONNECTOR": "webex",
                "WEBEX_URL": f"http://127.0.0.1:{webex.sockets[0].getsockname()[1]}",
                "WEBEX_TOKEN": "token",
            }
            crash = Crash(servers, workers, network, where, bug)
            customers = await crash.run(seconds, token, post.links)
            begun = time.monotonic()
            watched = BUG_SHOWS if bug == "doubled" else WATCHED
            await settled(lambda: lost(crash, post, platform, customers), lambda: came(post, platform), watched)
            crash.settled_after = time.monotonic() - begun
            smtp.close()
            webex.close()
            return crash, customers

        crash, customers = asyncio.run(all_of_it())
        found = stored(kind, url)
        wrong = doubled(crash, post, platform, found)
        if bug != "doubled":  # with it nobody waits until everything has come to its end
            wrong += crash.wrong + customers.wrong + lost(crash, post, platform, customers, found[-1])
    restarts = sorted(crash.restarts) or [0.0]
    print(
        f"{kind}: {sum(crash.broken.values())} faults ({', '.join(f'{n} {name}' for name, n in crash.broken.items())}),"
        f" {len(crash.accepted)} orders, {sum(customers.did.values())} other mutations, {len(customers.submitted)} set"
        f" up, {len(platform.keys)} steps, {second_calls(platform)} of them called again, {len(post.copies)} mails,"
        f" {second(post.copies)} second copies under the same Message-ID;"
        f" all came {crash.settled_after:.0f} s after the last fault;"
        f" restart to ready p50 {restarts[len(restarts) // 2]:.1f} s, worst {restarts[-1]:.1f} s;"
        f" lost {sum(w.startswith('lost') for w in wrong)}, doubled {sum(w.startswith('doubled') for w in wrong)},"
        f" otherwise wrong {sum(not w.startswith(('lost', 'doubled')) for w in wrong)}",
        flush=True,
    )
    return wrong


async def prepared() -> str:
    """One organization to choose; the seller's token."""
    world = World()
    world.organization("Acme", claimed=["acme.example"], users=1, at="acme.example")
    await world.load(clock.now())
    return await tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now())


def main() -> int:
    """Play both databases; 0 if nothing was lost or doubled, or, with the bug, if that was noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", nargs="?", type=float, default=180.0, help="of faults, for each database")
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append")
    parser.add_argument("--planted-bug", choices=BUGS, help="workers that do wrong (PostgreSQL)")
    given = parser.parse_args()
    os.environ.setdefault("SECRET_KEY", "s" * 32)
    kinds = ["postgres"] if given.planted_bug else given.database or ["sqlite", "postgres"]
    wrong = [line for kind in kinds for line in play(kind, given.seconds, given.planted_bug)]
    if not given.planted_bug:
        wrong += [line for kind in kinds for line in killed_while_migrating(kind, MIGRATIONS_KILLED)]
    print("\n".join(wrong[:20]))
    if given.planted_bug:
        return int(not any(line.startswith(given.planted_bug) for line in wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
