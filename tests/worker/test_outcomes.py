"""Outcomes are never lost: whatever others answer and whatever the database does, nothing accepted is done twice."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from backend import database
from backend.connectors.sandbox import Sandbox
from backend.connectors.webex import Webex
from backend.mail.transport import SmtpTransport, parse_smtp_url
from backend.models.order import OrderEvent
from backend.models.outbox import EmailMessage
from backend.models.service import ProvisioningStep, Service
from backend.settings import settings
from backend.worker.loop import Worker
from tests.busy import GIVE_UP
from tests.hostile_mail_server import FORMS, GARBLED, HostileServer, hostile
from tests.product import Product, service
from tests.refusing import refused_by_the_database
from tests.worker.test_provisioning import submitted


@asynccontextmanager
async def sending_to(product: Product, server: HostileServer, data_timeout: float = GIVE_UP) -> AsyncIterator[None]:
    """Let the product's worker deliver to this server, and wait so many seconds for what it says to a mail."""
    url = parse_smtp_url(f"smtp://127.0.0.1:{server.port}")
    post = SmtpTransport(url, connect_timeout=GIVE_UP, data_timeout=data_timeout)
    product.worker = Worker(settings(), connector=Sandbox(usual=0), transport=post, random=Random(1))
    yield
    await post.close()


async def pass_once(product: Product) -> None:
    while await product.worker.deliver_one():
        pass


async def test_an_accepted_mail_is_never_sent_again_whatever_the_reply_is_made_of(product: Product) -> None:
    for form in FORMS:
        await product.place(provisioningContactEmail=f"{form}@hostile.example")
    async with hostile("message") as server, sending_to(product, server, data_timeout=2):  # some say no more after it
        for _ in range(4):
            await pass_once(product)
            product.later(hours=9)
    assert set(server.accepted.values()) == {1}
    assert len(server.accepted) == len(FORMS)
    assert {row.state.value for row in await EmailMessage.all()} == {"SENT"}
    replies = dict(await EmailMessage.all().values_list("recipient", "last_reply"))
    assert replies["latin-1@hostile.example"] == "250 2.0.0 Nachricht für Sie angenommen"
    seller = await product.integrator("cloud-sales")
    asked = await seller.ask("{ orders(first: 50) { edges { node { emails { lastReply } timeline(first: 9) { edges {"
                             " node { kind } } } } } } }")  # fmt: skip
    kinds = [edge["node"]["kind"] for order in asked["orders"]["edges"] for edge in order["node"]["timeline"]["edges"]]
    assert kinds.count("mail_sent") == len(FORMS)


async def test_after_an_unknown_outcome_the_next_try_waits_as_the_backoff_says_and_is_counted(product: Product) -> None:
    for form in GARBLED:
        await product.place(provisioningContactEmail=f"{form}@hostile.example", sellerEmail=None)
    async with hostile("message") as server:
        async with sending_to(product, server, data_timeout=0.3):
            for attempt in range(1, 4):
                before = product.now
                await pass_once(product)
                for row in await EmailMessage.all():
                    assert (row.state, row.attempts, row.unsettled) == ("DEFERRED", attempt, 0)
                    assert server.attempts[row.recipient] == attempt
                    assert row.due_at is not None
                    assert before < row.due_at <= product.now + timedelta(minutes=2 ** (attempt - 1))
                await pass_once(product)
                assert set(server.attempts.values()) == {attempt}  # not before its time
                product.later(hours=9)
        async with sending_to(product, server, data_timeout=0.02):  # of these answers none is good, whenever it comes
            for _ in range(200):  # and it ends; a pass in which a busy machine does not connect in time is no attempt
                product.later(hours=9)
                await pass_once(product)
                if {row.state.value for row in await EmailMessage.all()} == {"FAILED"}:
                    break
    assert {row.state.value for row in await EmailMessage.all()} == {"FAILED"}
    assert max(server.attempts.values()) <= 16


async def test_words_that_name_an_unknown_recipient_in_latin_1_make_the_mail_fail(product: Product) -> None:
    await product.place(provisioningContactEmail="latin-1@hostile.example")
    async with hostile("RCPT", code=b"550") as server, sending_to(product, server):
        await product.worker.deliver_one()
    setup = await EmailMessage.get(kind="SETUP")
    assert (setup.state, setup.attempts, setup.due_at) == ("FAILED", 1, None)
    assert setup.last_reply == "550 2.0.0 Nachricht für Sie angenommen"


async def test_an_accepted_mail_whose_event_the_database_refuses_is_sent_once(product: Product) -> None:
    await product.place(provisioningContactEmail="utf-8@hostile.example")
    async with hostile("message") as server, sending_to(product, server):
        async with refused_by_the_database("order_event", "INSERT"):
            await pass_once(product)
            product.later(hours=1)
            await pass_once(product)
        await pass_once(product)
    assert server.accepted == {"utf-8@hostile.example": 1}
    row = await EmailMessage.get()
    assert (row.state, row.data, row.mime, row.due_at) == ("SENT", None, None, None)


async def test_an_outcome_waits_for_a_database_that_takes_nothing_and_is_then_written_whole(product: Product) -> None:
    id = (await product.place(provisioningContactEmail="utf-8@hostile.example"))["id"]
    async with hostile("message") as server, sending_to(product, server):
        async with refused_by_the_database("email_message", "UPDATE", "NEW.state = 'SENT'"):
            delivering = asyncio.create_task(product.worker.deliver_one())
            async with asyncio.timeout(20):
                while not server.accepted:  # noqa: ASYNC110 – the server tells nobody
                    await asyncio.sleep(0.02)
            await asyncio.sleep(0.5)
            assert not delivering.done()
            assert not await product.worker.deliver_one()  # it is in our own hands
        await delivering
        await pass_once(product)
    assert server.accepted == {"utf-8@hostile.example": 1}
    assert (await EmailMessage.get()).state == "SENT"
    assert await OrderEvent.filter(kind="mail_sent").count() == 1
    assert id


async def test_state_and_event_are_written_together_or_not_at_all(product: Product) -> None:
    """Whatever moment a worker dies at, a mail that is SENT has its event."""
    for number in range(6):
        await product.place(provisioningContactEmail=f"utf-8{number}@hostile.example")
    sent = 0
    for turn in range(300):
        task = asyncio.create_task(product.worker.deliver_one())
        await asyncio.wait({task}, timeout=turn % 30 / 1500 * (1 + turn // 30))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.execute("UPDATE email_message SET leased_until = NULL")
        sent = await EmailMessage.filter(state="SENT").count()
        assert await OrderEvent.filter(kind="mail_sent").count() == sent
        if sent == 6:
            break
        product.later(minutes=2)
    assert sent == 6


async def test_a_mail_that_nobody_can_work_on_waits_longer_each_time_holds_nobody_up_and_ends(product: Product) -> None:
    await product.place(provisioningContactEmail="poison@hostile.example", sellerEmail=None)
    async with hostile("message") as server, sending_to(product, server):
        waits = []
        async with refused_by_the_database(
            "email_message", "UPDATE", "NEW.attempts > OLD.attempts AND NEW.recipient = 'poison@hostile.example'"
        ):
            for _ in range(30):
                with pytest.raises(Exception, match=r"(?i)not this one"):
                    await product.worker.deliver_one()
                [row] = await database.rows(
                    "SELECT unsettled, due_at FROM email_message WHERE recipient LIKE 'poison%'"
                )
                due = database.instant(row["due_at"])
                assert due is not None
                waits.append(max(due - product.now, timedelta()))
                product.later(seconds=max(waits[-1].total_seconds(), 0) + 0.1)
                if len(waits) == 13:
                    break
            await product.place(provisioningContactEmail="utf-8@hostile.example")
            await pass_once(product)
        assert server.accepted == {"utf-8@hostile.example": 1}
        assert waits[0] == timedelta()  # as after a kill
        assert sorted(waits) == waits
        assert waits[-1] > timedelta(hours=1)
        product.later(hours=9)
        await pass_once(product)
    poison = await EmailMessage.get(recipient="poison@hostile.example")
    assert (poison.state, poison.due_at) == ("FAILED", None)


async def test_a_fault_of_the_database_while_a_mail_is_written_leaves_it_due(product: Product) -> None:
    await product.place(provisioningContactEmail="utf-8@hostile.example")
    async with hostile("message") as server, sending_to(product, server):
        async with refused_by_the_database("email_message", "UPDATE", "NEW.mime IS NOT NULL"):
            with pytest.raises(Exception, match=r"(?i)not this one"):
                await product.worker.deliver_one()
            assert (await EmailMessage.get()).state == "QUEUED"
        await pass_once(product)
    assert server.accepted == {"utf-8@hostile.example": 1}
    assert (await EmailMessage.get()).state == "SENT"


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"topic": "NO_SUCH_TOPIC"}, "ValueError"),
        ({"topic": "CLOSED"}, "KeyError"),  # the topic of another kind
        ({"no_such_field": 1}, "TypeError"),
        ({"deadline": "tomorrow"}, "ValueError"),
    ],
)
async def test_only_what_is_wrong_with_the_mail_itself_is_final(
    product: Product, told: dict[str, object], error: str
) -> None:
    await product.place(provisioningContactEmail="utf-8@hostile.example", sellerEmail=None)
    await EmailMessage.all().update(data=told)
    await product.worker.deliver_one()
    row = await EmailMessage.get()
    assert (row.state, row.last_reply, row.attempts) == ("FAILED", f"Could not be written: {error}", 1)


def refusal(body: bytes, *headers: str, length: int | None = None) -> Callable[[bytes], bytes]:
    """An answer of a connector's server, given the status line."""
    lines = [f"Content-Length: {len(body) if length is None else length}", "Connection: close", *headers]
    head = "".join(f"{line}\r\n" for line in lines).encode("latin-1")
    return lambda status: b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n" + body


ANSWERS: dict[str, Callable[[bytes], bytes]] = {
    "lone-surrogate": refusal(b'{"message": "a \\ud800 name"}'),
    "raw-surrogate": refusal(b'{"message": "a \xed\xa0\x80 name"}'),
    "nul": refusal(b'{"message": "a \\u0000 name"}'),
    "raw-nul": refusal(b'{"message": "a \x00 name"}'),
    "latin-1": refusal(b'{"message": "Der Name ist ung\xfcltig"}'),
    "wrong-charset": refusal('{"message": "ungültig"}'.encode(), "Content-Type: application/json; charset=utf-7"),
    "utf-16": refusal('{"message": "ungültig"}'.encode("utf-16")),
    "html": refusal(b"<html><body>Fehler f\xfcr Sie</body></html>", "Content-Type: text/html"),
    "huge": refusal(b'{"message": "' + b"x" * 5_000_000 + b'"}'),
    "deep": refusal(b"[" * 60_000),
    "long-number": refusal(b'{"message": ' + b"9" * 60_000 + b"}"),
    "truncated": refusal(b'{"message": "cut', length=10_000),
    "no-gzip": refusal(b'{"message": "not packed"}', "Content-Encoding: gzip"),
    "not-text": refusal(b'{"message": {"a": [1, null]}}'),
    "empty": refusal(b""),
    "latin-1-reason": lambda status: b"HTTP/1.1 " + status + b" f\xfcr\r\nContent-Length: 0\r\n\r\n",
}


class HostileWebex:
    """Answers every request with the same bytes; counts the requests by key, and their traces."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.keys: list[str] = []
        self.traces: list[bytes] = []

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.traces += re.findall(rb"traceparent: 00-([0-9a-f]{32})-[0-9a-f]{16}-0[01]\r\n", head.lower())
        self.keys += [line.split(b":", 1)[1].strip().decode() for line in head.split(b"\r\n") if b"empotency" in line]
        writer.write(self.answer)
        with suppress(ConnectionError):
            await writer.drain()
        writer.close()


@asynccontextmanager
async def webex(product: Product, answer: bytes) -> AsyncIterator[HostileWebex]:
    handler = HostileWebex(answer)
    server = await asyncio.start_server(handler.converse, "127.0.0.1", 0)
    connector = Webex(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "token")
    product.worker = Worker(settings(), connector=connector, random=Random(1))
    yield handler
    server.close()


@pytest.mark.parametrize("form", ANSWERS)
async def test_a_refusal_in_any_bytes_fails_its_step_after_one_request(product: Product, form: str) -> None:
    contact, id, _ = await submitted(product, "acme-one")
    async with webex(product, ANSWERS[form](b"400 Bad Request")) as server:
        await product.provision()
    assert len(server.keys) == len(server.traces) == 1
    found = service(await contact.order(id), "MEETINGS")
    assert found["state"] == "FAILED"
    assert json.dumps(found["failure"]).isascii()


@pytest.mark.parametrize("form", ["lone-surrogate", "latin-1", "truncated", "huge", "no-gzip"])
@pytest.mark.parametrize(("status", "state"), [(b"200 OK", "PROVISIONED"), (b"503 Busy", "PROVISIONING")])
async def test_the_status_decides_whatever_else_is_answered(
    product: Product, form: str, status: bytes, state: str
) -> None:
    contact, id, _ = await submitted(product, "acme-one")
    async with webex(product, ANSWERS[form](status)) as server:
        await product.provision()
    assert len(server.keys) == len(set(server.keys))  # no step was asked for twice
    assert service(await contact.order(id), "MEETINGS")["state"] == state
    if state == "PROVISIONING":
        assert next(step.attempts for step in await ProvisioningStep.all().order_by("id")) == 1
        due = (await Service.get(kind="MEETINGS")).due_at
        assert due is not None
        assert due > product.now


async def test_a_step_whose_outcome_the_database_refuses_is_tried_again_ever_later(product: Product) -> None:
    await submitted(product, "acme-one")
    async with webex(product, ANSWERS["empty"](b"200 OK")) as server:
        async with refused_by_the_database("provisioning_step", "UPDATE", "NEW.state = 'PROVISIONED'"):
            for turn in range(1, 4):
                assert await product.worker.provision_one()
                assert not await product.worker.provision_one()  # not before its time
                assert len(server.keys) == turn
                due = (await Service.get(kind="MEETINGS")).due_at
                assert due is not None
                assert due - product.now > timedelta(seconds=2)
                product.later(minutes=1)
        await product.provision()
    assert len(set(server.keys)) == 2
    assert (await Service.get(kind="MEETINGS")).state == "PROVISIONED"


async def test_work_that_is_stuck_loses_its_lease_and_another_worker_takes_over(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one")

    class Stuck:
        """Does not even end when it is cancelled."""

        ended = asyncio.Event()

        async def carry_out(self, _task: Any) -> str:
            while not self.ended.is_set():
                try:
                    await self.ended.wait()
                except asyncio.CancelledError:
                    continue
            return "Done"

    stuck = Worker(settings(), connector=Stuck())
    stuck.provisioner.step_timeout, stuck.provisioner.write_timeout = 0.2, 0.2
    working = asyncio.create_task(stuck.provision_one())
    async with asyncio.timeout(20):
        while not await ProvisioningStep.filter(attempts=1).exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await asyncio.sleep(2)  # longer than the lease is renewed
    product.later(seconds=6)
    await product.provision()
    assert service(await contact.order(id), "MEETINGS")["state"] == "PROVISIONED"
    Stuck.ended.set()
    await working
    assert service(await contact.order(id), "MEETINGS")["state"] == "PROVISIONED"
