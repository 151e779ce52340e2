"""What is refused at other addresses than /graphql, to programs and to people."""

import re

import pytest

from backend.web import downloads, exports
from tests.api import Caller
from tests.product import Product

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


async def refused(caller: Caller, path: str, status: int, code: str, **headers: str) -> str:
    """The message of a refusal, which is the same on a page as in JSON."""
    answer = await caller.get(path, **headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json"), path
    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == code
    assert error["extensions"]["correlationId"] == answer.headers["x-correlation-id"]
    assert error["extensions"].get("retryAfter") == (int(answer.headers.get("retry-after", 0)) or None)
    assert ("ratelimit" in answer.headers) is (status == 429)
    page = await caller.get(path, Accept=BROWSER, **headers)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8"), path
    assert page.headers["x-correlation-id"] in page.text
    [shown] = re.findall(r"<h1>(.+)</h1>", page.text)
    same = re.sub(r"\d+", "…", shown) == re.sub(r"\d+", "…", error["message"])  # a second may pass in between
    assert same, (shown, error["message"])
    assert {answer.headers["cache-control"], page.headers["cache-control"]} == {"private, no-store"}
    return str(error["message"])


async def test_each_address_says_why_it_refuses(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    contact, order = await product.mapped()
    summary, timeline = order["summaryUrl"], f"/orders/{order['id']}/timeline.jsonl"
    wrong, nobody = product.browser(token="chub_wrong"), product.browser()
    stranger = await product.integrator("other-sales")
    batch = "/batches/QmF0Y2g6MQ.csv"
    for path in (summary, timeline, "/orders.csv", "/orders.json", batch):
        assert await refused(nobody, path, 401, "UNAUTHENTICATED") == "Sign in first."
        assert "revoked" in await refused(wrong, path, 401, "UNAUTHENTICATED")
        long = {"Idempotency-Key": "k" * 201}
        assert "200 characters" in await refused(contact, path, 400, "BAD_USER_INPUT", **long)
    assert (await nobody.get(summary)).headers["www-authenticate"] == "Bearer"
    unknown = ("/orders/nonsense/summary.pdf", "/orders/nonsense/timeline.jsonl", "/batches/nonsense.csv")
    for path in (summary, timeline, batch, *unknown, "/nothing.json", "/assets/nothing-1a2b.js"):
        assert await refused(stranger, path, 404, "NOT_FOUND") == "This does not exist."
    for path in ("/orders.csv?bucket=NONSENSE", "/orders.json?status=DONE,NONSENSE"):
        assert "bucket" in await refused(contact, path, 400, "BAD_USER_INPUT")
    monkeypatch.setattr(downloads, "PDFS", 0)
    monkeypatch.setattr(exports, "EXPORTS", 0)
    for path in (summary, "/orders.csv", "/orders.json"):
        said = await refused(contact, path, 429, "RATE_LIMITED")
        assert re.fullmatch(r"Too many requests\. Try again in \d+ seconds?\.", said)
    limited = await contact.get(summary)
    assert limited.headers["ratelimit-policy"] == '"pdf";q=0;w=60'
    assert limited.headers["ratelimit"] == f'"pdf";r=0;t={limited.headers["retry-after"]}'


async def test_a_refusal_is_said_in_the_language_that_was_chosen(product: Product) -> None:
    nobody = product.browser(language="de")
    assert await refused(nobody, "/orders.csv", 401, "UNAUTHENTICATED") == "Melden Sie sich zuerst an."
    page = (await nobody.get("/orders.csv", Accept=BROWSER)).text
    assert '<html lang="de">' in page
    assert '<a href="/sign-in">Anmelden</a>' in page
    chosen = {"Cookie": "language=de", "Accept-Language": "en"}
    assert await refused(product.browser(), "/orders.csv", 401, "UNAUTHENTICATED", **chosen) == (
        "Melden Sie sich zuerst an."
    )
    assert await refused(nobody, "/orders/x/summary.pdf?language=en", 401, "UNAUTHENTICATED") == "Sign in first."


async def test_an_address_that_takes_another_method_says_so(product: Product) -> None:
    answer = await product.browser().http.post("/orders.csv")
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "METHOD_NOT_ALLOWED"
    assert (await product.browser().http.head("/orders.csv")).status_code == 401
