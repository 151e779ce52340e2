"""Downloads of an order: the summary and the timeline, for those who may see them."""

import asyncio
import json
from hashlib import sha256
from io import BytesIO

import psutil
import pytest
from pypdf import PdfReader

from backend.pdf import produce
from tests.product import Product, location, service, sites


async def test_the_summary_is_a_draft_until_everything_is_submitted_and_is_cached(product: Product) -> None:
    contact, order = await product.mapped()
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme-hq"))
    response = await contact.get(order["summaryUrl"])
    assert (response.status_code, response.headers["content-type"]) == (200, "application/pdf")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    assert "Draft – not submitted" in text
    assert {"acme-hq.webex.com", order["orderNumber"]} <= set(text.replace("\n", " ").split())
    again = await contact.get(order["summaryUrl"], **{"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await contact.do("submitService", serviceId=service(order, "MEETINGS")["id"])
    await contact.do("setUpLater", serviceId=service(order, "CALLING")["id"])
    put_off = await contact.get(order["summaryUrl"])
    assert "Draft – not submitted" in PdfReader(BytesIO(put_off.content)).pages[0].extract_text()
    await contact.do("saveCallingLocation", serviceId=service(order, "CALLING")["id"], **location())
    await contact.do("submitService", serviceId=service(order, "CALLING")["id"])
    submitted = await contact.get(order["summaryUrl"])
    assert "Draft" not in "".join(page.extract_text() for page in PdfReader(BytesIO(submitted.content)).pages)
    support = await product.support()
    assert (await support.get(order["summaryUrl"])).status_code == 200


async def test_the_summary_as_data_has_the_checksum_that_the_pdf_tells(product: Product) -> None:
    contact, order = await product.mapped()
    pdf = await contact.get(order["summaryUrl"])
    address = order["summaryUrl"].replace(".pdf", ".json")
    found = await contact.get(address, **{"Accept-Language": "de"})
    assert found.headers["content-type"] == "application/json"
    assert found.headers["content-disposition"] == f'attachment; filename="order-{order["orderNumber"]}.json"'
    checksum = sha256(found.content).hexdigest()
    told = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages)
    assert checksum in "".join(told.split())
    assert found.headers["etag"] == f'"{checksum}"'
    data = found.json()
    assert (data["format"], data["order"]["orderNumber"]) == (1, order["orderNumber"])
    assert data["order"]["address"].endswith(f"/orders/{order['id']}")
    again = await contact.get(address, **{"If-None-Match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme-hq"))
    changed = await contact.get(address, **{"If-None-Match": found.headers["etag"]})
    assert changed.json()["order"]["sites"][0]["url"] == "acme-hq.webex.com"
    masked = await (await product.support()).get(address)
    assert masked.json()["order"]["contactEmail"] == "p•••@acme.example"


async def test_ten_summaries_a_minute_are_enough_for_a_person(product: Product) -> None:
    contact, order = await product.mapped()
    tag = (await contact.get(order["summaryUrl"])).headers["etag"]
    for _ in range(9):
        assert (await contact.get(order["summaryUrl"], **{"If-None-Match": tag})).status_code == 304
    limited = await contact.get(order["summaryUrl"])
    assert limited.status_code == 429
    assert 0 < int(limited.headers["retry-after"]) <= 60


async def test_others_are_served_while_summaries_wait_and_who_is_one_too_many_is_told(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact, order = await product.mapped()
    other, another = await product.mapped("kim@acme.example")
    await produce.warm_up()
    drawing = psutil.Process(produce._process.pid)
    drawing.suspend()
    waiting = [asyncio.create_task(contact.get(order["summaryUrl"])) for _ in range(2)]
    await queued(1)
    monkeypatch.setattr(produce, "MAX_WAITING", 1)
    told = await other.get(another["summaryUrl"])
    [error] = told.json()["errors"]
    assert (told.status_code, told.headers["retry-after"]) == (503, "60")
    assert (error["extensions"]["code"], error["extensions"]["retryAfter"]) == ("UNAVAILABLE", 60)
    shown = await other.get(another["summaryUrl"], **{"Accept": "text/html,*/*;q=0.8", "Accept-Language": "de"})
    assert "<h1>Bestellübersichten brauchen gerade länger als sonst." in shown.text
    assert (await other.order(another["id"]))["id"] == another["id"]
    drawing.resume()
    assert [answer.status_code for answer in await asyncio.gather(*waiting)] == [200, 200]
    assert (await other.get(another["summaryUrl"])).status_code == 200


async def queued(many: int) -> None:
    """Wait until so many summaries are asked for."""
    while len(produce.queue().jobs) < many:  # noqa: ASYNC110 – nobody is told of it
        await asyncio.sleep(0.01)


async def test_the_timeline_comes_as_lines_of_json_newest_first(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    response = await seller.get(f"/orders/{id}/timeline.jsonl")
    events = [json.loads(line) for line in response.text.splitlines()]
    assert [event["kind"] for event in events] == ["order_started", "order_placed"]
    assert (await seller.get("/orders/nonsense/timeline.jsonl")).status_code == 404
    assert (await product.browser(token="chub_wrong").get(f"/orders/{id}/summary.pdf")).status_code == 401


async def test_no_download_is_kept_by_a_cache_whatever_the_answer(product: Product) -> None:
    contact, order = await product.mapped()
    summary, timeline = order["summaryUrl"], f"/orders/{order['id']}/timeline.jsonl"
    found = await contact.get(summary)
    answers = [found, await contact.get(summary, **{"If-None-Match": found.headers["etag"]})]
    answers += [
        await contact.get(timeline),
        await product.browser().get(summary),
        await product.browser().get(timeline),
    ]
    answers += [await contact.get("/orders/nonsense/summary.pdf")]
    data = summary.replace(".pdf", ".json")
    answers += [await contact.get(data), await product.browser().get(data)]
    assert [answer.status_code for answer in answers] == [200, 304, 200, 401, 401, 404, 200, 401]
    assert {answer.headers["cache-control"] for answer in answers} == {"private, no-store"}
