"""Who is slow or away delays only their own mail; what is urgent goes first; who stops finishes what is under way."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from backend.connectors.sandbox import Sandbox
from backend.mail.transport import transport_of
from backend.models.outbox import EmailMessage
from backend.models.service import Service
from backend.settings import settings
from backend.worker.loop import Worker
from tests.busy import BUSY
from tests.product import Product
from tests.worker.test_provisioning import submitted

ROOT = Path(__file__).parent.parent.parent


class Relay:
    """Relays to servers: `slow` recipients take their time after DATA, until all go on; `poison` ones get a 421."""

    def __init__(self, slow: float = 0) -> None:
        self.slow = slow
        self.all_go_on = asyncio.Event()
        self.begun: Counter[str] = Counter()
        self.arrived: list[str] = []
        self.mails: list[bytes] = []
        self.sessions: set[int] = set()

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.sessions.add(id(session))
        self.begun[address] += 1
        if address.startswith("poison"):
            return "421 4.7.0 Try again later, closing connection"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        [recipient] = envelope.rcpt_tos
        if recipient.startswith("slow"):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.all_go_on.wait(), self.slow)
        self.arrived.append(recipient)
        self.mails.append(envelope.original_content or b"")
        return "250 OK"


@asynccontextmanager
async def relay(slow: float = 0) -> AsyncIterator[tuple[Relay, int]]:
    handler = Relay(slow)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(handler), "127.0.0.1", 0)
    yield handler, server.sockets[0].getsockname()[1]
    server.close()


@asynccontextmanager
async def working(port: int) -> AsyncIterator[Worker]:
    """A worker that runs."""
    worker = Worker(settings(), connector=Sandbox(usual=0), transport=transport_of(f"smtp://127.0.0.1:{port}"))
    task = asyncio.create_task(worker.run())
    yield worker
    worker.stop()
    with suppress(asyncio.CancelledError):
        await task


async def until(condition: Callable[[], object], within: float = 30) -> None:
    """Wait until a condition holds."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 – a server tells nobody
            await asyncio.sleep(0.02)


async def place(product: Product, *recipients: str) -> None:
    for recipient in recipients:
        await product.place(provisioningContactEmail=recipient, sellerEmail=None)


@pytest.mark.parametrize("same", [True, False], ids=["one domain", "two domains"])
async def test_mails_to_a_slow_server_let_the_others_pass(product: Product, same: bool) -> None:
    other = "slow.example" if same else "quick.example"
    await place(product, *(f"slow{number}@slow.example" for number in range(6)), *(f"q{n}@{other}" for n in range(5)))
    async with relay(slow=60) as (handler, port), working(port):
        await until(lambda: len([to for to in handler.arrived if to[0] == "q"]) == 5)
        assert not [to for to in handler.arrived if to.startswith("slow")]
        handler.all_go_on.set()
        await until(lambda: len(handler.arrived) == 11)
    assert set(handler.begun.values()) == {1}


async def test_a_server_that_closes_for_one_recipient_takes_the_others_mail(product: Product) -> None:
    await place(product, "poison@one.example", *(f"q{number}@one.example" for number in range(30)))
    async with relay() as (handler, port), working(port):
        await until(lambda: len(handler.arrived) == 30, within=20)
    assert handler.begun["poison@one.example"] <= 2
    poison = await EmailMessage.get(recipient="poison@one.example")
    assert poison.state == "DEFERRED"
    assert poison.last_reply == "421 4.7.0 Try again later, closing connection"


async def test_a_destination_that_closes_for_everybody_is_left_alone_for_a_while_and_its_mails_say_why(
    product: Product,
) -> None:
    await place(product, *(f"poison{number}@away.example" for number in range(8)), "q@one.example")
    async with relay() as (handler, port), working(port):
        await until(lambda: handler.arrived)
    away = await EmailMessage.filter(destination="away.example")
    assert [row for row in away if not handler.begun[row.recipient]]  # on a slow machine some are tried again
    assert {(row.state.value, row.last_reply) for row in away} == {
        ("DEFERRED", "421 4.7.0 Try again later, closing connection")
    }
    assert all(row.attempts for row in away)


async def test_a_code_goes_before_setup_mails_and_those_before_notices(product: Product) -> None:
    await place(product, *(f"q{number}@one.example" for number in range(4)))
    await EmailMessage.filter(recipient="q0@one.example").update(kind="NOTICE", priority=2)
    await product.browser().do("requestSignIn", email="q3@one.example")
    order = []
    while (row := await product.worker.mailer.next_mail()) is not None:
        order.append((row["kind"], row["priority"]))
    assert order == [("SIGN_IN_CODE", 0), ("SETUP", 1), ("SETUP", 1), ("SETUP", 1), ("NOTICE", 2)]


async def test_many_mails_share_few_connections(product: Product) -> None:
    await place(product, *(f"q{number}@d{number % 5}.example" for number in range(30)))
    async with relay() as (handler, port), working(port):
        await until(lambda: len(handler.arrived) == 30)
    assert len(handler.sessions) <= 5


class Process:
    """`python -m backend worker` on a database."""

    def __init__(self, url: str, **environment: str) -> None:
        own = {"DATABASE_URL": url, "SECRET_KEY": settings().secret_key, "PUBLIC_URL": "http://127.0.0.1:8140"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "backend", "worker"],
            cwd=ROOT,
            env=os.environ | own | environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    async def stop(self, how: signal.Signals) -> tuple[float, int]:
        """How many seconds it took to end, and the exit code."""
        started = time.monotonic()
        self._process.send_signal(how)
        try:
            code = await asyncio.to_thread(self._process.wait, 15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        return time.monotonic() - started, code


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_worker_that_is_told_to_stop_finishes_what_is_under_way_and_begins_nothing(
    product: Product, db: str, how: signal.Signals
) -> None:
    await place(product, *(f"slow{number}@slow.example" for number in range(6)))
    async with relay(slow=1.5) as (handler, port):
        process = Process(db, SMTP_URL=f"smtp://127.0.0.1:{port}")
        await until(lambda: len(handler.begun) == 3)
        took, code = await process.stop(how)
        assert code == 0
        assert took < 5 + BUSY
        assert len(handler.begun) == len(handler.arrived) == 3
    states = Counter([row.state.value for row in await EmailMessage.all()])
    assert states == {"SENT": 3, "QUEUED": 3}


@pytest.mark.slow
async def test_what_does_not_end_in_time_is_left_due(product: Product, db: str) -> None:
    await submitted(product, "acme-one")
    await product.deliver()

    async def never(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await reader.read()
        writer.close()

    asked = asyncio.Event()
    webex = await asyncio.start_server(never, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{webex.sockets[0].getsockname()[1]}"
    await place(product, "slow@slow.example")
    async with relay(slow=30) as (handler, port):
        process = Process(
            db, SMTP_URL=f"smtp://127.0.0.1:{port}", CONNECTOR="webex", WEBEX_URL=url, WEBEX_TOKEN="x", CLOCK_OFFSET=""
        )
        async with asyncio.timeout(30):
            await asked.wait()
        await until(lambda: handler.begun)
        took, code = await process.stop(signal.SIGTERM)
        assert code == 0
        assert took < 5 + BUSY
    webex.close()
    mail = await EmailMessage.get(recipient="slow@slow.example")
    assert (mail.leased_until, mail.attempts, mail.unsettled, mail.sent_at) == (None, 1, 0, None)
    assert mail.due_at is not None
    assert mail.due_at <= product.now
    service = await Service.get(kind="MEETINGS", due_at__not_isnull=True)
    assert (service.leased_until, service.unsettled) == (None, 0)
    assert service.due_at is not None
