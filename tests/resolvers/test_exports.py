"""The list of orders as a file, for those who see it, as far as they see it."""

import csv
from io import StringIO

import pytest

from backend.provisioning.order_lists import OrderBucket
from backend.web import exports
from tests.product import Product
from tests.provisioning.test_service_delegates import delegated

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "  =1+1", "Acme;=1+1;@SUM(A1)"]


async def test_what_is_filtered_is_exported_without_formulas(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    for name in [*FORMULAS, 'Brandt, "Logistik" GmbH', "A; B", "Ōsaka Öl"]:
        await product.place(seller, companyName=name)
    answer = await seller.get("/orders.csv?bucket=WAITING_FOR_OTHERS")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="orders.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    names = [row["companyName"] for row in reversed(rows)]
    assert names[-3:] == ['Brandt, "Logistik" GmbH', "A; B", "Ōsaka Öl"]
    assert all(part.startswith("'") for name in names[:-3] for part in name.removeprefix("Acme;").split(";"))
    assert {row["waitingForRole"] for row in rows} == {"PROVISIONING_CONTACT"}
    listed = (await seller.get("/orders.json?text=osaka&status=AWAITING_CONTACT")).json()
    assert [(row["companyName"], row["meetings"]) for row in listed] == [("Ōsaka Öl", "NOT_STARTED")]
    assert (await seller.get("/orders.json?bucket=DONE")).json() == []
    assert (await seller.get("/orders.csv?bucket=NONSENSE")).status_code == 400


async def test_an_export_goes_on_until_its_end_and_shows_each_as_much_as_they_see(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MAX_PAGE_SIZE", 2)
    seller = await product.integrator("cloud-sales")
    for _ in range(5):
        await product.place(seller, sellerEmail="kim@cloud.example")
    listed = (await seller.get("/orders.json")).json()
    assert len({row["id"] for row in listed}) == len(listed) == 5
    assert listed[0]["subscriptionNumber"]
    salesperson = await product.signed_in("kim@cloud.example")
    shown = (await salesperson.get("/orders.json")).json()
    assert [(row["subscriptionNumber"], row["meetings"]) for row in shown] == [(None, None)] * 5
    support = await product.support()
    assert "•" in (await support.get("/orders.json")).json()[0]["provisioningContactEmail"]
    assert (await (await product.integrator("other-sales")).get("/orders.json")).json() == []
    assert (await product.browser().get("/orders.csv")).status_code == 401


async def test_who_was_asked_to_set_up_one_service_learns_of_no_other(product: Product) -> None:
    await delegated(product, "vera@voice.example")
    vera = await product.signed_in("vera@voice.example")
    [row] = (await vera.get("/orders.json")).json()
    assert (row["calling"], row["meetings"], row["subscriptionNumber"]) == ("NOT_STARTED", None, None)
    for bucket in OrderBucket:
        listed = (await vera.get(f"/orders.json?bucket={bucket}")).json()
        assert len(listed) == (bucket is OrderBucket.MY_TURN), bucket


async def test_the_result_of_a_batch_is_a_table_for_who_asked_for_it(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MAX_PAGE_SIZE", 2)
    seller = await product.integrator("cloud-sales")
    ids = [(await product.place(seller, companyName=name, sellerEmail="kim@cloud.example"))["id"] for name in FORMULAS]
    await seller.do("cancelOrder", orderId=ids[0])
    kim = await product.signed_in("kim@cloud.example")
    start = "mutation ($input: BatchInput!) { startBatch(input: $input) { batch { id resultUrl } } }"
    wanted = {"act": "RESEND", "orderIds": ids, "reason": "They asked for it."}
    batch = (await kim.ask(start, input=wanted))["startBatch"]["batch"]
    while await product.worker.carry_on_one():
        pass
    answer = await kim.get(batch["resultUrl"])
    assert answer.headers["content-disposition"] == 'attachment; filename="batch.csv"'
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["orderId"], row["state"]) for row in rows] == [
        (id, "DONE" if place else "REFUSED") for place, id in enumerate(ids)
    ]
    assert rows[0]["message"] == "This step is not possible now."
    assert all(part.startswith("'") for row in rows for part in row["companyName"].removeprefix("Acme;").split(";"))
    support = await product.support()
    for caller, path, status in (
        (support, batch["resultUrl"], 404),
        (kim, "/batches/nonsense.csv", 404),
        (product.browser(), batch["resultUrl"], 401),
    ):
        assert (await caller.get(path)).status_code == status
