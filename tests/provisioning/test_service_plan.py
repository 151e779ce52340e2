"""The plan before Close: what Close does is what was said before, after failures too."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.settings import settings as product_settings
from tests.api import Caller
from tests.product import LICENSES, Product, location, service, sites

PLAN = """query ($id: ID!) { order(id: $id) { services {
  id kind state steps { name state } plan { kind subject message irreversible } } } }"""
STEPS = {"CREATE_SITE", "ASSIGN_LICENSES", "CREATE_LOCATION", "SET_DEFAULT_LOCATION", "ENABLE_SERVICE"}
NUMBERS = count()
TROUBLE = st.sampled_from(["", "fail-once-", "fail-", "taken-"])


async def plans(caller: Caller, order: Any) -> dict[str, Any]:
    """The services of an order by kind, with their plans."""
    found = await caller.ask(PLAN, id=order["id"])
    return {one["kind"]: one for one in found["order"]["services"]}


def planned(one: Any) -> list[str]:
    """The provisioning steps that a service's plan names, as their progress names them."""
    return [step["message"].partition(". ")[0] for step in one["plan"] if step["kind"] in STEPS]


def to_do(*services: Any) -> list[str]:
    """The provisioning steps of services that are not done."""
    return [step["name"] for one in services for step in one["steps"] if step["state"] != "PROVISIONED"]


async def submit(caller: Caller, order: Any, kind: str) -> None:
    """Close a service; what it inserts is what its plan said before."""
    before = await plans(caller, order)
    assert not (await caller.do("submitService", serviceId=before[kind]["id"])).refused
    after = await plans(caller, order)
    begun = [after[kind]]
    if kind != "MESSAGING" and before.get("MESSAGING", {}).get("state") == "NOT_STARTED":
        begun.append(after["MESSAGING"])
    assert planned(before[kind]) == to_do(*begun)
    assert planned(after[kind]) == to_do(after[kind])


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody is asked to wait, however many orders there are."""
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "100")
    product_settings.cache_clear()
    yield
    product_settings.cache_clear()


@pytest.mark.usefixtures("unlimited")
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.permutations(["MEETINGS", "CALLING", "MESSAGING"]).flatmap(
        lambda kinds: st.integers(1, 3).map(lambda most: kinds[:most])
    ),
    names=st.lists(TROUBLE, min_size=1, max_size=3),
    place=TROUBLE,
    retries=st.booleans(),
)
async def test_what_close_inserts_is_what_the_plan_said(
    product: Product, kinds: list[str], names: list[str], place: str, retries: bool
) -> None:
    licenses = [one for one in LICENSES if one["service"] in kinds]
    contact, order = await product.mapped(f"pat@acme-{next(NUMBERS)}.example", licenses=licenses)
    number = order["orderNumber"].lower()
    worn = {"MEETINGS": names, "CALLING": [place]}
    for kind in [kind for kind in kinds if kind in worn]:
        assert planned((await plans(contact, order))[kind]) == []
        for attempt, troubles in enumerate((worn[kind], [""] * len(worn[kind]))):
            wanted = [f"{trouble}{number}-{index}" for index, trouble in enumerate(troubles)]
            if attempt:  # what stands keeps its name, what was refused gets another
                there = [
                    one["siteName"]
                    for one in service(await contact.order(order["id"]), kind).get("sites", [])
                    if one["state"] == "PROVISIONED"
                ]
                wanted = [*there, *(name for name in wanted if name not in there)][: len(wanted)]
            await enter(contact, order, kind, wanted)
            await submit(contact, order, kind)
            await product.provision()
            if retries and service(await contact.order(order["id"]), kind)["state"] == "FAILED":
                await retry(contact, order, kind)
                await product.provision()
            if service(await contact.order(order["id"]), kind)["state"] == "PROVISIONED":
                break
    if kinds == ["MESSAGING"]:
        await submit(contact, order, "MESSAGING")
        await product.provision()
    done = await plans(contact, order)
    assert {kind: (one["state"], one["plan"]) for kind, one in done.items()} == {
        kind: ("PROVISIONED", []) for kind in kinds
    }


async def enter(caller: Caller, order: Any, kind: str, names: list[str]) -> None:
    """Enter all that a service asks for."""
    number = service(order, kind)["id"]
    if kind == "CALLING":
        assert not (await caller.do("saveCallingLocation", serviceId=number, **location(names[0]))).refused
        return
    saved = await caller.do("saveMeetingSites", serviceId=number, sites=sites(*names))
    assert not saved.refused, saved
    [license] = service(saved.order, kind)["licenses"]
    shares = [100 - len(names) + 1, *([1] * (len(names) - 1))]
    split = [{"siteName": n, "licenseId": license["id"], "units": u} for n, u in zip(names, shares, strict=True)]
    assert not (await caller.do("distributeLicenses", serviceId=number, allocations=split)).refused


async def retry(caller: Caller, order: Any, kind: str) -> None:
    """Try a service that failed again; only what its plan says is left is done."""
    before = (await plans(caller, order))[kind]
    assert planned(before) == to_do(before) != []
    done = {step["name"] for step in before["steps"]} - set(to_do(before))
    assert not done & set(planned(before)) or kind == "MEETINGS"
    assert not (await caller.do("retryService", serviceId=before["id"])).refused
    after = (await plans(caller, order))[kind]
    assert planned(after) == to_do(after) == planned(before)


async def test_a_plan_tells_what_is_final_who_is_told_and_what_stays(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    await enter(contact, order, "MEETINGS", ["globex-hq"])
    found = await plans(contact, order)
    assert [(step["kind"], step["subject"], step["irreversible"]) for step in found["MEETINGS"]["plan"]] == [
        ("FIX_MAPPING", "Globex", True),
        ("CREATE_SITE", "globex-hq.webex.com", True),
        ("ASSIGN_LICENSES", "globex-hq.webex.com", False),
        ("ENABLE_SERVICE", "Messaging", False),
        ("SEND_EMAIL", "user@north.example", False),
        ("KEEP", "Calling", False),
        ("KEEP", "Globex", False),
    ]
    assert planned(found["MESSAGING"]) == ["Enable Messaging"]
    assert found["CALLING"]["plan"] == []
    contact.language = "de"
    assert (await plans(contact, order))["MEETINGS"]["plan"][2]["message"] == (
        "Lizenzen für globex-hq.webex.com zuweisen"
    )
    masked = (await plans(await product.support(), order))["MEETINGS"]["plan"]
    assert [step["subject"] for step in masked if step["kind"] == "SEND_EMAIL"] == ["u•••@north.example"]
    await submit(contact, order, "MEETINGS")
    assert "FIX_MAPPING" not in [step["kind"] for one in (await plans(contact, order)).values() for step in one["plan"]]


async def test_nothing_is_planned_for_an_order_that_is_over(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, order = await product.mapped()
    await enter(contact, order, "MEETINGS", ["acme-hq"])
    await seller.do("cancelOrder", orderId=order["id"], reason="Mistake.")
    assert [one["plan"] for one in (await plans(seller, order)).values()] == [[], [], []]
