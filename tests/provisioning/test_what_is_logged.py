"""Who signs in, guesses, tries what they may not, or does something too often, leaves a line in the log."""

import json
import logging
import re
from collections.abc import Iterator

import pytest

from backend.schema.ids import global_id
from backend.web.logs import JsonLines
from tests.api import document
from tests.product import Product

PAT = "pat@partner.example"


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
