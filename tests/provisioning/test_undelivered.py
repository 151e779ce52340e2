"""A mail that somebody is waited for and that never arrived is an alarm on the order, and the seller hears at once."""

from typing import Any

import pytest

from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome
from backend.settings import settings
from backend.worker.loop import Worker
from tests.product import Product
from tests.provisioning.test_handover import completed

PAT, EVE, SELLER = "pat@partner.example", "eve@partner.example", "orders@seller.example"
ALARM = "query ($id: ID!) { order(id: $id) { undeliveredTo undeliveredSince emails { to state tries { at reply } } } }"


class Post(MailboxTransport):
    """A mail server that refuses or defers what goes to some people."""

    def __init__(self) -> None:
        self.answers: dict[str, DeliveryResult] = {}

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        return self.answers.get(recipient) or await super().deliver(sender, recipient, mime)


@pytest.fixture
def post(product: Product) -> Post:
    """The mail server that the product's worker delivers to."""
    handler = Post()
    product.worker = Worker(settings(), transport=handler)
    return handler


async def deliver(product: Product) -> None:
    while await product.worker.deliver_one():
        pass


async def notices(product: Product, to: str) -> list[Any]:
    """What somebody was told about mail that did not arrive."""
    await deliver(product)
    mails = (await product.browser().get("/dev/mailbox/messages.json")).json()
    return [mail for mail in mails if mail["to"] == to and "Email not delivered" in mail["subject"]]


async def alarm(product: Product, id: str, *, support: bool = False) -> Any:
    reader = await product.integrator("support-desk", "support") if support else await product.integrator("cloud-sales")
    return (await reader.ask(ALARM, id=id))["order"]


REFUSED = DeliveryResult(Outcome.FAILED, "550 5.1.1 No such user pat@partner.example")


async def test_a_setup_mail_that_is_refused_alarms_the_order_and_the_seller_until_another_person_is_asked(
    product: Product, post: Post
) -> None:
    seller = await product.integrator("cloud-sales")
    post.answers[PAT] = REFUSED
    id = (await product.place(seller))["id"]
    await deliver(product)
    told = await alarm(product, id)
    assert told["undeliveredTo"] == PAT
    assert told["undeliveredSince"]
    assert (await alarm(product, id, support=True))["undeliveredTo"] == "p•••@partner.example"
    [notice] = await notices(product, SELLER)
    assert PAT in notice["text"]
    assert f"/orders/{id}" in notice["text"]
    await seller.do("changeProvisioningContact", orderId=id, email=EVE)
    assert (await alarm(product, id))["undeliveredTo"] is None


async def test_the_alarm_ends_when_a_later_mail_arrives(product: Product, post: Post) -> None:
    seller = await product.integrator("cloud-sales")
    post.answers[PAT] = REFUSED
    id = (await product.place(seller))["id"]
    await deliver(product)
    del post.answers[PAT]
    await seller.do("resendSetupEmail", orderId=id)
    assert (await alarm(product, id))["undeliveredTo"] == PAT  # queued is not delivered
    await deliver(product)
    assert (await alarm(product, id))["undeliveredTo"] is None


async def test_nobody_is_alarmed_for_a_mail_that_nobody_waits_for(product: Product, post: Post) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    await seller.do("changeProvisioningContact", orderId=id, email=EVE)
    post.answers[PAT] = REFUSED  # the first mail and the note go to who is not the contact any more
    await deliver(product)
    assert (await alarm(product, id))["undeliveredTo"] is None
    assert not await notices(product, SELLER)


async def test_a_hand_over_that_does_not_arrive_alarms_the_partner_who_can_take_it_back(
    product: Product, post: Post
) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    post.answers["admin@globex.example"] = REFUSED
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    await deliver(product)
    seen = (await contact.ask(ALARM, id=id))["order"]
    assert seen["undeliveredTo"] == "a•••@globex.example"  # the partner did not name this administrator
    [notice] = await notices(product, "user@north.example")
    assert "a•••@globex.example" in notice["text"]
    assert "admin@globex.example" not in notice["text"]
    await contact.do("takeBackServiceSetup", orderId=id)
    assert (await contact.ask(ALARM, id=id))["order"]["undeliveredTo"] is None


async def test_a_request_for_privileges_that_does_not_arrive_alarms_the_order_until_somebody_decides(
    product: Product, post: Post
) -> None:
    await product.directory()
    id = await completed(product)
    partner, customer = [await product.signed_in(email) for email in ("user@north.example", "admin@globex.example")]
    post.answers["admin@globex.example"] = REFUSED
    request = (await partner.do("requestFullAdministrator", orderId=id)).order["administratorRequest"]["id"]
    await deliver(product)
    assert (await partner.ask(ALARM, id=id))["order"]["undeliveredTo"] == "a•••@globex.example"
    for told in (SELLER, "user@north.example"):
        [notice] = await notices(product, told)
        assert "a•••@globex.example for full administrator privileges" in " ".join(notice["text"].split())
        assert f"/orders/{id}" in notice["text"]
    # They heard of it another way, or another administrator did.
    await customer.do("decideAdministratorRequest", requestId=request, approve=False)
    assert (await partner.ask(ALARM, id=id))["order"]["undeliveredTo"] is None


async def test_a_mail_that_is_deferred_again_and_again_keeps_its_tries_below_one_line(
    product: Product, post: Post
) -> None:
    id = (await product.place())["id"]
    for number in range(3):
        post.answers[PAT] = DeliveryResult(Outcome.DEFERRED, f"451 4.7.1 Greylisted, {number}")
        await deliver(product)
        product.later(hours=2)
    [mail] = (await alarm(product, id))["emails"]
    assert (mail["to"], mail["state"]) == (PAT, "DEFERRED")
    assert [tried["reply"] for tried in mail["tries"]] == [f"451 4.7.1 Greylisted, {number}" for number in range(3)]
    del post.answers[PAT]
    await deliver(product)
    [mail] = (await alarm(product, id))["emails"]
    assert (mail["state"], len(mail["tries"])) == ("SENT", 3)
