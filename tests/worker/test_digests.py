"""Sixty orders to one address are not sixty mails: after the first few, one mail lists what has gathered."""

import asyncio
import re
from collections import Counter
from typing import Any

import pytest

from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome
from backend.models.outbox import EmailMessage
from backend.worker import digests
from backend.worker.loop import Worker
from tests.product import Product
from tests.worker.test_mail import emails
from tests.worker.test_throttle import relay, working

PAT = "pat@partner.example"
ORDERS = 60


async def until_tried() -> None:
    """Wait until every mail that is due was looked at."""
    async with asyncio.timeout(60):
        while await EmailMessage.filter(state="QUEUED", crowd=None).exists():  # noqa: ASYNC110 – no event
            await asyncio.sleep(0.05)
        while await EmailMessage.filter(leased_until__not_isnull=True).exists():  # noqa: ASYNC110 – no event
            await asyncio.sleep(0.05)


def numbers(text: str) -> list[str]:
    """The orders that a list names, in its order."""
    return re.findall(r"^(W-\d+):", text, re.MULTILINE)


async def listed(product: Product, to: str = PAT) -> list[Any]:
    """What the lists say that went to an address, newest first."""
    return [mail for mail in await product.mails(to) if " orders" in mail["subject"]]


async def test_sixty_orders_to_one_address_are_ten_mails_and_one_that_lists_the_others_with_two_workers(
    product: Product,
) -> None:
    ids = [(await product.place())["id"] for _ in range(ORDERS)]
    other = await product.integrator("other-sales")
    await product.place(other)
    await product.place(provisioningContactEmail="bo@partner.example")
    seller = "orders@seller.example"
    async with relay() as (handler, port), working(port), working(port):
        await until_tried()
        first = Counter({PAT: digests.MAX_SINGLE_MAILS + 1, "bo@partner.example": 1, seller: 1})
        assert Counter(handler.arrived) == first
        waiting = [told for id in ids for told in await emails(product, id) if told["state"] == "QUEUED"]
        assert len(waiting) == ORDERS - digests.MAX_SINGLE_MAILS
        assert {told["lastReply"] for told in waiting} == {digests.REASON}
        product.later(seconds=31)
        async with asyncio.timeout(30):
            while await EmailMessage.exclude(state="SENT").exists():  # noqa: ASYNC110 – no event
                await asyncio.sleep(0.05)
        assert Counter(handler.arrived) == first + Counter({PAT: 1})
    told = [mail for id in ids for mail in await emails(product, id)]
    assert {mail["state"] for mail in told} == {"SENT"}
    together = [mail for mail in told if mail["subject"] == "Provisioning information required for 50 orders"]
    assert len(together) == ORDERS - digests.MAX_SINGLE_MAILS


async def test_each_order_of_a_list_is_opened_by_its_own_link_and_its_timeline_tells(product: Product) -> None:
    placed = [await product.place(companyName=f"Company {number}") for number in range(digests.MAX_SINGLE_MAILS + 4)]
    await product.deliver()
    product.later(seconds=31)
    [mail] = await listed(product)
    assert mail["subject"] == "Provisioning information required for 4 orders"
    assert numbers(mail["text"]) == [order["orderNumber"] for order in placed[digests.MAX_SINGLE_MAILS :]]
    links = [link for link in mail["links"] if "/setup#" in link]
    assert len(set(links)) == 4
    for link, order in zip(links, placed[digests.MAX_SINGLE_MAILS :], strict=True):
        opened = await product.browser().do("openSetupLink", token=link.partition("#")[2])
        assert opened.order["id"] == order["id"]
    seller = await product.integrator("cloud-sales")
    query = "query ($id: ID!) { order(id: $id) { timeline { edges { node { kind summary } } } } }"
    told = await seller.ask(query, id=placed[-1]["id"])
    events = [edge["node"] for edge in told["order"]["timeline"]["edges"]]
    assert [event["kind"] for event in events][:3] == ["mail_sent", "mail_gathered", "order_started"]
    assert events[0]["summary"] == "Email sent: Provisioning information required for 4 orders"


async def test_the_seller_is_told_once_a_day_that_mails_wait_for_each_other(product: Product) -> None:
    for _ in range(digests.MAX_SINGLE_MAILS + 5):
        await product.place()
    notices = await product.mails("orders@seller.example")
    assert [notice["subject"].split(":")[0] for notice in notices] == ["Many emails to one address"]
    assert PAT in notices[0]["text"]


async def test_a_list_is_sent_at_most_every_ten_minutes_and_names_fifty_at_most(product: Product) -> None:
    for _ in range(digests.MAX_SINGLE_MAILS + digests.MAX_LISTED + 3):
        await product.place()
    await product.deliver()
    product.later(seconds=31)
    [first] = await listed(product)
    assert len(numbers(first["text"])) == digests.MAX_LISTED
    product.later(minutes=9)
    assert len(await listed(product)) == 1
    product.later(minutes=1)
    second, _ = await listed(product)
    assert len(numbers(second["text"])) == 3


async def test_what_has_ended_while_it_waited_is_listed_by_its_news_only(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    placed = [await product.place(seller) for _ in range(digests.MAX_SINGLE_MAILS + 3)]
    await product.deliver()
    gone, again, _ = placed[digests.MAX_SINGLE_MAILS :]
    await seller.do("cancelOrder", orderId=gone["id"])
    await seller.do("resendSetupEmail", orderId=again["id"])
    await product.deliver()
    product.later(seconds=31)
    [mail] = await listed(product)
    assert mail["subject"] == "News about 3 orders"
    assert Counter(numbers(mail["text"])) == Counter(
        order["orderNumber"] for order in placed[digests.MAX_SINGLE_MAILS :]
    )
    assert f"{gone['orderNumber']}: Cancelled\n" in mail["text"]
    assert mail["text"].count("/setup#") == 2


@pytest.mark.parametrize("act", ["place", "cancel", "change the contact", "tagged"])
async def test_whatever_a_seller_does_an_address_gets_few_mails(product: Product, act: str) -> None:
    seller = await product.integrator("cloud-sales")
    for number in range(20):
        tag = f"+{number}" if act == "tagged" else ""
        contact = "own@seller.example" if act == "change the contact" else f"pat{tag}@partner.example"
        order = await product.place(seller, provisioningContactEmail=contact)
        if act == "cancel":
            await seller.do("cancelOrder", orderId=order["id"])
        if act == "change the contact":
            await seller.do("changeProvisioningContact", orderId=order["id"], email=PAT)
    for _ in range(4):
        product.later(seconds=31)
        await product.deliver()
    arrived = [mail for mail in await product.mails() if mail["to"].startswith("pat") and mail["state"] == "SENT"]
    assert len(arrived) <= digests.MAX_SINGLE_MAILS + 1


class Refusing(MailboxTransport):
    """A server that answers as it is told to."""

    def __init__(self) -> None:
        self.answers: list[DeliveryResult] = []

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        return self.answers.pop() if self.answers else await super().deliver(sender, recipient, mime)


@pytest.mark.parametrize(("outcome", "told", "due"), [(Outcome.FAILED, "FAILED", 0), (Outcome.DEFERRED, "DEFERRED", 1)])
async def test_what_becomes_of_a_list_becomes_of_every_mail_that_it_names(
    product: Product, outcome: Outcome, told: str, due: int
) -> None:
    placed = [await product.place() for _ in range(digests.MAX_SINGLE_MAILS + 3)]
    await product.deliver()
    post = Refusing()
    product.worker.mailer.transport = post
    product.later(seconds=31)
    post.answers = [DeliveryResult(outcome, "No such mailbox")]
    while await product.worker.deliver_one():
        pass
    rows = await EmailMessage.filter(crowd__not_isnull=True, recipient=PAT)
    assert [(row.state, row.last_reply) for row in rows] == [(told, "No such mailbox")] * 3
    assert sum(row.due_at is not None for row in rows) == due
    for order in placed[digests.MAX_SINGLE_MAILS :]:
        [mail] = [told for told in await emails(product, order["id"]) if told["kind"] == "SETUP"]
        assert mail["state"] == told
    if outcome is Outcome.DEFERRED:
        product.later(hours=2)
        while await product.worker.deliver_one():
            pass
        assert await EmailMessage.filter(recipient=PAT, state="SENT").count() == len(placed)


async def test_mails_that_waited_for_a_server_that_was_away_are_listed_too(product: Product) -> None:
    for _ in range(digests.MAX_SINGLE_MAILS + 5):
        await product.place()
    post = Refusing()
    product.worker.mailer.transport = post
    post.answers = [DeliveryResult(Outcome.PAUSED, "The mail server is away")]
    await product.worker.deliver_one()
    assert await EmailMessage.filter(state="DEFERRED").count() == digests.MAX_SINGLE_MAILS + 5
    worker = Worker(product.worker.mailer.settings, transport=post)
    product.worker = worker
    for _ in range(3):
        product.later(seconds=31)
        await product.deliver()
    assert len(await product.mails(PAT)) == digests.MAX_SINGLE_MAILS + 1


async def test_a_link_that_its_person_asks_for_does_not_wait(product: Product) -> None:
    for _ in range(digests.MAX_SINGLE_MAILS + 5):
        await product.place()
    link = await product.link(PAT)
    sent = EmailMessage.filter(state="SENT", recipient=PAT)
    assert await sent.count() == digests.MAX_SINGLE_MAILS
    await product.browser().do("requestNewSetupLink", token=link)
    await product.deliver()
    assert await sent.count() == digests.MAX_SINGLE_MAILS + 1
    assert await EmailMessage.filter(state="QUEUED").count() == 5
