"""A mail that comes back: it failed after all, the order tells, and the seller hears of it."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest

from backend.mail.return_path import return_path
from backend.models.order import OrderEvent
from backend.models.outbox import EmailMessage
from backend.resolvers.schema import schema
from backend.settings import settings
from backend.web import serving
from backend.web.app import create_app
from backend.worker import digests
from tests.hostile_mail_server import hostile
from tests.mail.test_reports import DELAYS, FAILURES, NO_FAILURES
from tests.product import Product
from tests.worker.test_outcomes import pass_once, sending_to

ROOT = Path(__file__).parent.parent.parent
TOKEN = "t" * 40
TO = b"hub+7-aaaaaaaaaaaaaaaa@hub.example"


@asynccontextmanager
async def endpoint(token: str = TOKEN) -> AsyncIterator[httpx2.AsyncClient]:
    """The product with the endpoint that takes what came back."""
    config = replace(settings(), bounce_token=token)
    application = create_app(config, schema, pages=serving.pages(config))
    transport = httpx2.ASGITransport(application, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as http:
        yield http


async def post(http: httpx2.AsyncClient, raw: bytes, token: str = TOKEN, recipient: str = "") -> httpx2.Response:
    query = {"recipient": recipient} if recipient else {}
    return await http.post("/mail/bounces", content=raw, headers={"Authorization": f"Bearer {token}"}, params=query)


async def sent(product: Product) -> tuple[str, bytes]:
    """An order whose setup mail was accepted; its id, and the return path of the mail."""
    id = (await product.place(provisioningContactEmail="utf-8@hostile.example"))["id"]
    async with hostile("message") as server, sending_to(product, server):
        await pass_once(product)
    [sender] = server.senders
    return id, sender.encode()


async def test_a_list_of_mails_that_comes_back_raises_the_alarm_for_each_order_that_it_names(product: Product) -> None:
    to = "pat@hostile.example"
    placed = [(await product.place(provisioningContactEmail=to))["id"] for _ in range(digests.MAX_SINGLE_MAILS + 3)]
    async with hostile("never") as server, sending_to(product, server):
        await pass_once(product)
        alone = set(server.senders)
        product.later(seconds=31)
        await pass_once(product)
        [sender] = [one for one in server.senders if one not in alone]
    raw = FAILURES["postfix"][0].replace(TO, sender.encode())
    async with endpoint() as http:
        answers = [await post(http, raw) for _ in range(2)]
    assert [answer.json() for answer in answers] == [{"kind": "FAILED"}] * 2
    seller = await product.integrator("cloud-sales")
    failed = []
    for id in placed:
        asked = await seller.ask("query ($id: ID!) { order(id: $id) { emails { kind to state lastReply } } }", id=id)
        [setup] = [mail for mail in asked["order"]["emails"] if mail["kind"] == "SETUP"]
        alarms = [mail for mail in asked["order"]["emails"] if mail["to"] == "orders@seller.example"]
        assert bool(alarms) is (setup["state"] == "FAILED")
        if alarms:
            failed.append(id)
            assert "User unknown" in setup["lastReply"]
    assert failed == placed[digests.MAX_SINGLE_MAILS :]
    assert await OrderEvent.filter(kind="mail_failed").count() == len(failed)


async def test_each_mail_has_a_return_path_of_its_own(product: Product) -> None:
    for number in range(3):
        await product.place(provisioningContactEmail=f"p{number}@hostile.example")
    async with hostile("never") as server, sending_to(product, server):
        await pass_once(product)
    ids = [row.id for row in await EmailMessage.all().order_by("id")]
    expected = {return_path("no-reply@controlhub.example", id, settings().secret_key) for id in ids}
    assert set(server.senders) == expected
    assert len(expected) == 3


async def test_a_report_of_failure_makes_the_mail_fail_and_raises_the_alarm_once(product: Product) -> None:
    id, address = await sent(product)
    raw = FAILURES["postfix"][0].replace(TO, address)
    async with endpoint() as http:
        answers = [await post(http, raw) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(200, {"kind": "FAILED"})] * 2
    seller = await product.integrator("cloud-sales")
    asked = await seller.ask("query ($id: ID!) { order(id: $id) { emails { kind to state lastReply } } }", id=id)
    alarm, setup = asked["order"]["emails"]
    assert setup["state"] == "FAILED"
    assert "User unknown" in setup["lastReply"]
    assert (alarm["kind"], alarm["to"]) == ("NOTICE", "orders@seller.example")
    assert await OrderEvent.filter(kind="mail_failed").count() == 1


@pytest.mark.parametrize("raw", [DELAYS["gmail"], DELAYS["exim"], NO_FAILURES["german"], NO_FAILURES["delivered"]])
async def test_delays_and_replies_of_machines_change_nothing(product: Product, raw: bytes) -> None:
    _, address = await sent(product)
    async with endpoint() as http:
        assert (await post(http, raw.replace(TO, address))).status_code == 200
    assert [row.state.value for row in await EmailMessage.all()] == ["SENT"]


def code_of(answer: httpx2.Response) -> str:
    [error] = answer.json()["errors"]
    assert error["message"]
    return str(error["extensions"]["code"])


async def test_what_is_forged_or_came_without_the_token_is_refused(product: Product) -> None:
    _, address = await sent(product)
    raw = FAILURES["postfix"][0]
    async with endpoint() as http:
        unknown = await post(http, raw)
        assert (unknown.status_code, code_of(unknown)) == (422, "BAD_USER_INPUT")
        forged = await post(http, raw.replace(TO, address), token="x" * 40)
        assert (forged.status_code, code_of(forged)) == (401, "UNAUTHENTICATED")
        assert (await post(http, raw.replace(TO, b"no-reply@controlhub.example"))).status_code == 422
        assert (await post(http, b"")).status_code == 422
        assert (await http.post("/mail/bounces", content=raw.replace(TO, address))).status_code == 401
    async with endpoint(token="") as http:
        assert (await post(http, raw.replace(TO, address))).status_code in {404, 405}
    assert [row.state.value for row in await EmailMessage.all()] == ["SENT"]


async def test_the_mail_server_may_tell_the_recipient_itself(product: Product) -> None:
    _, address = await sent(product)
    async with endpoint() as http:
        answer = await post(http, FAILURES["german"][0], recipient=address.decode().upper())
    assert answer.json() == {"kind": "FAILED"}


async def test_a_report_that_is_faster_than_our_own_word_has_the_last_one(product: Product) -> None:
    await product.place(provisioningContactEmail="utf-8@hostile.example", sellerEmail=None)
    row = await EmailMessage.get()
    address = return_path("no-reply@controlhub.example", row.id, settings().secret_key).encode()
    async with endpoint() as http:
        await post(http, FAILURES["gmail"][0].replace(TO, address))
    async with hostile("message") as server, sending_to(product, server):
        await pass_once(product)
    assert not server.accepted
    assert (await EmailMessage.get()).state == "FAILED"


async def command(url: str, raw: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    own = {"DATABASE_URL": url, "SECRET_KEY": settings().secret_key} | environment
    line = [sys.executable, "-m", "backend", "receive-bounce", *arguments]
    return await asyncio.to_thread(
        subprocess.run, line, cwd=ROOT, env=os.environ | own, input=raw, capture_output=True, check=False
    )


@pytest.mark.slow
async def test_the_command_takes_what_mail_servers_pipe(product: Product, db: str) -> None:
    _, address = await sent(product)
    forged = await command(db, FAILURES["qmail"][0])
    assert forged.returncode == os.EX_NOUSER
    assert forged.stderr.count(b"\n") == 1
    large = FAILURES["qmail"][0] + b"x" * 3_000_000
    taken = await command(db, large, ORIGINAL_RECIPIENT=address.decode())
    assert (taken.returncode, taken.stdout) == (0, b"failed\n")
    setup = await EmailMessage.get(kind="SETUP")
    assert setup.state == "FAILED"
    assert "no mailbox here by that name" in (setup.last_reply or "")


async def test_a_database_that_is_away_lets_the_mail_server_try_again(tmp_path: Path) -> None:
    address = return_path("no-reply@controlhub.example", 1, settings().secret_key)
    away = await command("postgres://nobody@127.0.0.1:1/nowhere", FAILURES["qmail"][0], "--recipient", address)
    assert away.returncode == os.EX_TEMPFAIL
    assert away.stderr.count(b"\n") == 1
