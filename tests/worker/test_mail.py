"""Mail goes out through a real SMTP server, and what became of it stands on the order."""

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession

from backend import database
from backend.connectors.sandbox import Sandbox
from backend.mail.transport import transport_of
from backend.models.outbox import EmailMessage
from backend.pdf import produce
from backend.settings import settings
from backend.worker.leases import claim
from backend.worker.loop import Worker
from tests.product import LICENSES, Product, service, sites

PAT = "pat@partner.example"
EMAILS = "query ($id: ID!) { order(id: $id) { emails { kind to subject state attempts lastReply sentAt } } }"


class Post:
    """An SMTP server that keeps what it accepts and answers the next messages as it is told."""

    def __init__(self) -> None:
        self.accepted: list[tuple[str, bytes]] = []
        self.answers: list[str] = []

    async def handle_DATA(self, _server: SMTP, _session: SmtpSession, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 Queued as 1"
        if answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.accepted.append((envelope.rcpt_tos[0], envelope.content))
        return answer


@pytest.fixture
async def post(product: Product) -> AsyncIterator[Post]:
    """A real SMTP server on a free port, to which the product's worker delivers."""
    handler = Post()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(handler), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    outgoing = transport_of(f"smtp://127.0.0.1:{port}")
    product.worker = Worker(settings(), connector=Sandbox(usual=0), transport=outgoing)
    yield handler
    await outgoing.close()
    server.close()
    await server.wait_closed()


async def emails(product: Product, id: str) -> list[Any]:
    seller = await product.integrator("cloud-sales")
    found: list[Any] = (await seller.ask(EMAILS, id=id))["order"]["emails"]
    return found


async def test_the_setup_mail_arrives_and_the_order_tells_what_the_server_said(product: Product, post: Post) -> None:
    order = await product.place()
    await product.deliver()
    [(recipient, raw)] = post.accepted
    mail = message_from_bytes(raw, policy=default)
    assert recipient == mail["To"] == PAT
    assert mail["Subject"] == f"Provisioning information required for order {order['orderNumber']}"
    assert mail["Auto-Submitted"] == "auto-generated"
    [told] = await emails(product, order["id"])
    assert (told["state"], told["attempts"], told["subject"]) == ("SENT", 1, mail["Subject"])
    assert "Queued as 1" in told["lastReply"]
    assert told["sentAt"]


async def test_once_accepted_nothing_is_kept_that_holds_the_link(product: Product, post: Post) -> None:
    await product.place()
    await product.deliver()
    [row] = await EmailMessage.all().values("data", "mime")
    assert row == {"data": None, "mime": None}


async def test_a_key_that_is_sent_again_tells_the_order_as_it_was_and_its_mails_as_they_are(
    product: Product, post: Post
) -> None:
    seller = await product.integrator("cloud-sales")
    query = """mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
      order { id version updatedAt emails { state } } userErrors { code } } }"""
    body = {"query": query, "variables": {"input": product.order_input()}}
    headers = {"Authorization": f"Bearer {seller.token}", "Idempotency-Key": "once"}
    first = (await seller.http.post("/graphql", json=body, headers=headers)).json()["data"]["placeOrder"]["order"]
    await product.deliver()
    again = (await seller.http.post("/graphql", json=body, headers=headers)).json()["data"]["placeOrder"]["order"]
    assert (first.pop("emails"), again.pop("emails")) == ([{"state": "QUEUED"}], [{"state": "SENT"}])
    assert first == again


async def test_a_deferred_mail_is_sent_again_later_byte_by_byte(product: Product, post: Post) -> None:
    order = await product.place()
    post.answers = ["451 Try again later"]
    await product.deliver()
    [told] = await emails(product, order["id"])
    assert (told["state"], told["attempts"]) == ("DEFERRED", 1)
    [before] = await EmailMessage.all().values_list("mime", flat=True)
    await product.deliver()
    assert post.accepted == []  # not before its time
    product.later(hours=1)
    await product.deliver()
    assert [raw.replace(b"\r\n", b"\n") for _, raw in post.accepted] == [bytes(before).replace(b"\r\n", b"\n")]
    [told] = await emails(product, order["id"])
    assert (told["state"], told["attempts"]) == ("SENT", 2)


async def test_a_mail_that_is_refused_for_good_is_seen_on_the_order_and_can_be_sent_again(
    product: Product, post: Post
) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    post.answers = ["550 No such mailbox"]
    await product.worker.deliver_one()
    alarm, told = await emails(product, id)
    assert (alarm["kind"], alarm["to"]) == ("NOTICE", "orders@seller.example")
    assert (told["state"], told["sentAt"]) == ("FAILED", None)
    assert "No such mailbox" in told["lastReply"]
    timeline = "query ($id: ID!) { order(id: $id) { timeline(first: 1) { edges { node { kind } } } } }"
    [edge] = (await seller.ask(timeline, id=id))["order"]["timeline"]["edges"]
    assert edge["node"]["kind"] == "mail_failed"
    await seller.do("resendSetupEmail", orderId=id)
    while await product.worker.deliver_one():
        pass
    assert [(mail["kind"], mail["state"]) for mail in await emails(product, id)] == [
        ("SETUP", "SENT"),
        ("NOTICE", "SENT"),  # to the seller, that it failed
        ("SETUP", "FAILED"),
    ]


async def test_a_server_that_is_away_pauses_the_mail_and_every_mail_that_waits_says_why(
    product: Product, post: Post
) -> None:
    nowhere = transport_of("smtp://127.0.0.1:1")
    product.worker, working = Worker(settings(), transport=nowhere), product.worker
    ids = [(await product.place())["id"] for _ in range(2)]
    await product.worker.deliver_one()
    assert not await product.worker.deliver_one()
    for id in ids:
        [told] = await emails(product, id)
        assert (told["state"], told["attempts"]) == ("DEFERRED", 1)
        assert "Error connecting to 127.0.0.1" in told["lastReply"]
    await nowhere.close()
    product.worker = working
    product.later(hours=1)
    await product.deliver()
    for id in ids:
        assert [mail["state"] for mail in await emails(product, id)] == ["SENT"]


async def test_many_senders_side_by_side_send_each_mail_once(product: Product, post: Post) -> None:
    for number in range(12):
        await product.place(provisioningContactEmail=f"p{number}@partner.example")
    while any(await asyncio.gather(*(product.worker.deliver_one() for _ in range(4)))):
        pass
    assert sorted(recipient for recipient, _ in post.accepted) == sorted(f"p{n}@partner.example" for n in range(12))


async def test_the_finished_order_is_told_with_its_summary_attached(product: Product, post: Post) -> None:
    new: dict[str, Any] = {
        "provisioningContactEmail": "pat@acme.example",
        "licenses": LICENSES[:1],
        "language": "de_DE",
    }
    id = (await product.place(orderNumber='A/4 "ü"', **new))["id"]
    await product.deliver()
    text = message_from_bytes(post.accepted[0][1], policy=default).get_body(("plain",))
    assert text is not None
    token = text.get_content().partition("/setup#")[2].split()[0]
    contact = product.browser()
    await contact.do("openSetupLink", token=token)
    await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    new = {"companyName": "Acme", "businessVertical": "OTHER", "country": "DE"}
    await contact.do("createOrganization", orderId=id, slot="CUSTOMER", **new)
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    await contact.do("submitService", serviceId=meetings)
    await product.provision()
    await product.deliver()
    mail = message_from_bytes(post.accepted[-1][1], policy=default)
    [attachment] = mail.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_filename() == "order-A-4----.pdf"
    assert attachment.get_content().startswith(b"%PDF")
    assert mail["Content-Language"] == "de"
    assert [told["kind"] for told in await emails(product, id)] == ["COMPLETION", "SETUP"]


@pytest.mark.slow
async def test_a_finished_order_waits_for_its_summary_on_a_busy_machine(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact, order = await product.mapped(licenses=LICENSES[2:])
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await product.provision()
    with monkeypatch.context() as busy:
        busy.setattr(produce, "TIMEOUT", 0.0)
        await product.deliver()
    told = {mail["kind"]: mail["state"] for mail in await emails(product, order["id"])}
    assert told == {"SETUP": "SENT", "COMPLETION": "DEFERRED"}
    product.later(hours=1)
    await product.deliver()
    assert {mail["state"] for mail in await emails(product, order["id"])} == {"SENT"}


async def test_a_claim_takes_one_mail_however_the_database_plans_it(product: Product) -> None:
    for number in range(3):
        await product.place(provisioningContactEmail=f"p{number}@partner.example")
    async with database.transaction():
        if database.dialect() == "postgres":
            for method in ("hashjoin", "mergejoin", "material", "hashagg", "sort", "indexscan", "bitmapscan"):
                await database.execute(f"SET LOCAL enable_{method} = off")
        assert await claim("email_message", ("AND priority = 0", "AND priority = 1"))
        assert await EmailMessage.filter(leased_until__not_isnull=True).count() == 1
