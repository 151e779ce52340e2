"""Who signs in, guesses, tries what they may not, or does something too often, leaves a line in the log."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest

from backend.connectors.sandbox import Sandbox
from backend.mail.transport import DeliveryResult, Outcome
from backend.schema.ids import global_id
from backend.settings import settings
from backend.web import strangers
from backend.web.logs import JsonLines
from backend.worker.loop import Worker
from tests.api import Caller, document
from tests.product import LICENSES, Product, service, sites
from tests.receiver import receiver

PAT = "pat@partner.example"
ONE_DATABASE = pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
ORDER = """query ($id: ID!) { order(id: $id) { undeliveredTo emails { state to correlationId }
  services { state correlationId }
  timeline(first: 20) { edges { node { kind correlationId } } } } }"""
SITES = """query ($id: ID!) { organization(id: $id) { sites { siteName change { state correlationId } } } }"""
BATCH = """mutation ($input: BatchInput!) { startBatch(input: $input) { batch { id } userErrors { code } } }"""
READ_BATCH = "query ($id: ID!) { node(id: $id) { ... on Batch { refused correlationId } } }"
READ_WEBHOOK = """query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint {
  deliveries(first: 5) { edges { node { state correlationId } } } } } }"""


class _Lines(logging.Handler):
    """The lines as operators read them."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[dict[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.told.append(json.loads(JsonLines().format(record)))


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[list[dict[str, str]]]:
    """What is logged from now on, from the usual level."""
    caplog.set_level(logging.INFO)
    lines = _Lines()
    logging.getLogger().addHandler(lines)
    yield lines.told
    logging.getLogger().removeHandler(lines)


def lines(caplog: pytest.LogCaptureFixture, logger: str) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == logger]


@pytest.fixture
def few() -> Iterator[None]:
    """Lines about strangers are bounded, as in a process that serves."""
    logger, bound = logging.getLogger("backend.graphql_server"), strangers.FewLines(1)
    logger.addFilter(bound)
    yield
    logger.removeFilter(bound)


@ONE_DATABASE
async def test_a_flood_of_refused_strangers_is_few_lines_and_hides_nobody_who_is_known(
    product: Product, few: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    stranger, seller, asked = product.browser(), await product.integrator("cloud-sales"), '{ order(id: "x") { id } }'
    for _ in range(2 * strangers.OF_EACH):
        assert (await stranger.send(asked)).refused == ["UNAUTHENTICATED"]
    assert lines(caplog, "backend.graphql_server") == ["Refused: UNAUTHENTICATED"] * strangers.OF_EACH
    for _ in range(2 * strangers.OF_EACH):
        assert (await seller.send(asked)).refused == ["NOT_FOUND"]
    assert lines(caplog, "backend.graphql_server").count("Refused: NOT_FOUND") == 2 * strangers.OF_EACH
    elsewhere = product.browser(address="198.51.100.7")
    assert (await elsewhere.send(asked)).refused == ["UNAUTHENTICATED"]
    [told] = lines(caplog, "backend.web")
    assert told == f"{strangers.OF_EACH} more lines of what strangers were refused were left out"
    assert len(lines(caplog, "backend.graphql_server")) == 3 * strangers.OF_EACH + 1


async def test_signing_in_and_wrong_codes_are_logged(product: Product, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    right = await product.code(PAT)
    await browser.do("signIn", email=PAT, code="000000" if right != "000000" else "000001")
    await browser.do("signIn", email=PAT, code=right)
    assert lines(caplog, "backend.sign_in") == [f"A wrong code for {PAT}", f"Signed in: {PAT}, everything"]
    assert right not in caplog.text


async def test_who_tries_what_they_may_not_is_logged(product: Product, caplog: pytest.LogCaptureFixture) -> None:
    order = await product.place()
    stranger = await product.integrator("others")
    await stranger.do("cancelOrder", orderId=order["id"], reason="Mine")
    [line] = lines(caplog, "backend.rights")
    assert line.startswith("token:others may not see order")


async def test_whatever_is_refused_is_found_in_the_log_by_the_id_that_the_answer_shows(
    product: Product, logged: list[dict[str, str]]
) -> None:
    person, order = await product.mapped()
    wrong = {"input": {"orderId": order["id"], "audience": "OWN_COMPANY"}}
    asked = {
        "LINK_UNKNOWN": (document("openSetupLink"), {"input": {"token": "x" * 43}}),
        "STEP_NOT_ALLOWED": (document("chooseAudience"), wrong),
        "NOT_FOUND": ("query ($id: ID!) { order(id: $id) { id } }", {"id": global_id("Order", 4711)}),
        "GRAPHQL_VALIDATION_FAILED": ("{ nothing }", {}),
    }
    for code, (query, variables) in asked.items():
        answer = await person.http.post("/graphql", json={"query": query, "variables": variables})
        shown = answer.headers["x-correlation-id"]
        assert f"Refused: {code}" in [line["message"] for line in logged if line["correlationId"] == shown]
        told = answer.json()
        for place in told.get("errors", [told]):
            assert place["extensions"]["correlationId"] == shown
    for path in ("/orders/x/summary.pdf", "/orders.csv?bucket=NONSENSE", "/batches/x.csv"):
        page = await person.get(path, Accept="text/html")
        [shown] = re.findall(r'translate="no">([0-9a-f]{32})<', page.text)
        assert any(line["correlationId"] == shown and "Refused" in line["message"] for line in logged)


class Returning:
    """A mail server that knows nobody."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:  # noqa: ARG002
        """Refuse it."""
        return DeliveryResult(Outcome.FAILED, "550 No such mailbox")

    async def close(self) -> None:
        """There is nothing to close."""


async def traced(caller: Caller, mutation: str, trace: str, **input: Any) -> Any:
    """Send a mutation that belongs to this trace; its payload."""
    query = BATCH if mutation == "startBatch" else document(mutation)
    answer = await caller.send(query, {"input": input}, traceparent=f"00-{trace}-{trace[:16]}-00")
    payload = answer.data[mutation]
    assert not payload["userErrors"], answer
    return payload


def said(logged: list[dict[str, str]], trace: str) -> list[str]:
    """What the log says at the id that a person is shown."""
    return [line["message"] for line in logged if line["correlationId"] == trace and line["logger"] == "backend.worker"]


@ONE_DATABASE
async def test_a_step_that_fails_shows_the_id_of_its_line_to_whoever_sees_the_failure(
    product: Product, logged: list[dict[str, str]]
) -> None:
    contact, order = await product.mapped(licenses=LICENSES[:1])
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("fail-once-acme"))
    assert {one["correlationId"] for one in (await contact.ask(ORDER, id=id))["order"]["services"]} == {None}
    closed, tried_again, added = "a" * 32, "b" * 32, "c" * 32
    await traced(contact, "submitService", closed, serviceId=meetings)
    await product.provision()
    found = (await contact.ask(ORDER, id=id))["order"]
    failed = {one["correlationId"] for one in found["services"] if one["state"] == "FAILED"}
    told = {edge["node"]["correlationId"] for edge in found["timeline"]["edges"] if "failed" in edge["node"]["kind"]}
    assert failed == told == {closed}
    assert [line.partition(",")[0] for line in said(logged, closed)] == ["Failed: CREATE_SITE"]
    await traced(contact, "retryService", tried_again, serviceId=meetings)
    await product.provision()
    found = (await contact.ask(ORDER, id=id))["order"]
    assert tried_again in {one["correlationId"] for one in found["services"]}
    organization = (await contact.order(id))["customerOrganization"]["id"]
    entered = {"siteName": "fail-acme", "timeZone": "Europe/Berlin", "earlyRelease": False}
    admin = await product.signed_in("pat@acme.example")
    await traced(admin, "addMeetingSite", added, organizationId=organization, **entered)
    await product.provision()
    [change] = [
        site["change"]
        for site in (await admin.ask(SITES, id=organization))["organization"]["sites"]
        if site["siteName"] == "fail-acme"
    ]
    assert change == {"state": "FAILED", "correlationId": added}
    assert [line.partition(",")[0] for line in said(logged, added)] == ["Failed: CREATE_SITE"]


@ONE_DATABASE
async def test_a_mail_and_a_row_of_a_batch_that_came_to_nothing_show_the_id_of_their_lines(
    product: Product, logged: list[dict[str, str]]
) -> None:
    support = await product.support()
    product.worker = Worker(settings(), connector=Sandbox(usual=0), transport=Returning())
    seller = await product.integrator("cloud-sales")
    placed, batched = "d" * 32, "e" * 32
    id = (await traced(seller, "placeOrder", placed, **product.order_input()))["order"]["id"]
    await product.worker.deliver_one()
    found = (await seller.ask(ORDER, id=id))["order"]
    [mail] = [mail for mail in found["emails"] if mail["to"] == PAT]
    assert mail == {"state": "FAILED", "to": PAT, "correlationId": placed}
    assert found["undeliveredTo"] == PAT
    assert [line.partition(",")[0] for line in said(logged, placed)] == ["FAILED: mail"]
    started = await traced(support, "startBatch", batched, act="CANCEL", orderIds=[id], reason="Sold twice.")
    await seller.do("cancelOrder", orderId=id)
    while await product.worker.carry_on_one():
        pass
    batch = (await support.ask(READ_BATCH, id=started["batch"]["id"]))["node"]
    assert batch == {"refused": 1, "correlationId": batched}
    assert said(logged, batched) == [f"Refused: STEP_NOT_ALLOWED, order {id}"]


@ONE_DATABASE
async def test_a_webhook_that_is_not_taken_shows_the_id_of_its_line(
    product: Product, logged: list[dict[str, str]]
) -> None:
    seller, placed = await product.integrator("cloud-sales"), "f" * 32
    async with receiver() as other:
        made = await seller.do("createWebhookEndpoint", url=other.url(), events=["ORDER_PLACED"])
        other.answers = [503]
        await traced(seller, "placeOrder", placed, **product.order_input())
        await product.worker.deliver_webhook()
    read = await seller.ask(READ_WEBHOOK, id=made.payload["webhookEndpoint"]["id"])
    [delivery] = [edge["node"] for edge in read["node"]["deliveries"]["edges"]]
    assert delivery["correlationId"] == placed
    assert [line.partition(",")[0] for line in said(logged, placed)] == ["Failed: webhook"]


async def test_a_limit_that_is_reached_is_one_line_however_often_it_is_hit(
    product: Product, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(15):
        await product.browser().do("requestSignIn", email=PAT)
    reached = [line for line in lines(caplog, "backend.limits") if "code-requests" in line]
    assert len(reached) == 1


async def test_a_person_is_signed_out_everywhere_by_a_command(product: Product) -> None:
    from backend.provisioning import sign_in  # as `end-sessions` does

    await product.place()
    people = [await product.signed_in(PAT) for _ in range(2)]
    assert await sign_in.end_all(PAT) == 2
    for person in people:
        assert (await person.ask("{ viewer { email } }"))["viewer"] is None
