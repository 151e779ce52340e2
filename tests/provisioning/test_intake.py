"""Placing an order, and what its seller may do with it afterwards."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from backend import database
from backend.models.order import Order, OrderEvent
from backend.models.organization import Organization
from backend.provisioning import dossier, listed_orders, order_words
from backend.provisioning.intake import place_order
from benchmarks.orders import new_order
from tests.product import LICENSES, Product, service, sites


async def test_an_order_whose_day_has_come_asks_its_contact_at_once(product: Product) -> None:
    order = await product.place()
    assert (order["status"], order["nextStep"]) == ("AWAITING_CONTACT", "AUDIENCE")
    assert order["waitingFor"] == {"role": "PROVISIONING_CONTACT", "email": "pat@partner.example"}
    [mail] = await product.mails(to="pat@partner.example")
    assert mail["subject"] == f"Provisioning information required for order {order['orderNumber']}"


async def test_what_is_answered_and_told_of_a_new_order_is_what_was_written(product: Product) -> None:
    told, nothing = list[Any](), list[str]()
    for number, day in enumerate((date(2026, 1, 1), product.now.date() + timedelta(days=9))):
        new = replace(new_order(f"DE-{number}", "pat@partner.example"), requested_start_date=day)
        async with database.transaction():
            placed = await place_order(new, "cloud-sales", product.now)
        assert placed == await dossier.read(placed.id)
        events = await OrderEvent.filter(order_id=placed.id).order_by("id")
        told.append([(one.kind, one.actor_key, [change["field"] for change in one.changes]) for one in events])
    by_seller = ("order_placed", "token:cloud-sales", nothing)
    by_us = ("order_started", "person:", ["status", "deadline"])
    assert told == [[by_seller, by_us], [by_seller]]
    assert (await order_words.repair(), await listed_orders.repair()) == (0, 0)


async def test_the_partner_that_a_new_order_names_is_the_one_that_stands_for_it_now(product: Product) -> None:
    await product.directory()
    north, south = [await Organization.get(external_id=name) for name in ("North", "South")]
    new = replace(new_order("DE-1", "pat@partner.example"), partner_organization_external_id="North")
    found = []
    for number, change in enumerate(({}, {"status": "SUSPENDED"}, {"status": "MERGED", "survivor_id": south.id})):
        await Organization.filter(id=north.id).update(**change)
        for test in (False, True):
            async with database.transaction():
                one = replace(new, order_number=f"DE-{number}-{test}", test=test)
                placed = await place_order(one, "cloud-sales", product.now)
            assert placed == await dossier.read(placed.id)
            found.append(placed.named_partner_id)
    assert found == [north.id, None, None, None, south.id, None]


async def test_the_same_order_sent_again_is_answered_with_the_one_that_exists(product: Product) -> None:
    seller, input = await product.integrator("cloud-sales"), product.order_input()
    first = (await seller.do("placeOrder", **input)).order
    again = (await seller.do("placeOrder", **input)).order
    assert again["id"] == first["id"]
    assert len(await product.mails(to="pat@partner.example")) == 1


async def test_the_same_order_sent_again_after_it_went_on_is_no_conflict(product: Product) -> None:
    seller, input = await product.integrator("cloud-sales"), product.order_input()
    first = (await seller.do("placeOrder", **input)).order
    await seller.do("changeProvisioningContact", orderId=first["id"], email="eve@partner.example")
    again = (await seller.do("placeOrder", **input)).order
    assert (again["id"], again["provisioningContactEmail"]) == (first["id"], "eve@partner.example")


async def test_an_order_number_is_placed_once_however_many_send_it_at_the_same_moment(product: Product) -> None:
    seller, input = await product.integrator("cloud-sales"), product.order_input()
    answers = await asyncio.gather(*(seller.do("placeOrder", **input) for _ in range(6)))
    assert len({answer.order["id"] for answer in answers}) == 1
    assert len(await product.mails(to="pat@partner.example")) == 1


async def test_the_same_number_with_other_content_is_a_conflict(product: Product) -> None:
    seller, input = await product.integrator("cloud-sales"), product.order_input()
    await seller.do("placeOrder", **input)
    answer = await seller.do("placeOrder", **input | {"companyName": "Other"})
    assert answer.fields == {"orderNumber": "ORDER_CONFLICT"}


async def test_two_sellers_may_use_the_same_number_and_tokens_of_one_name_are_one_seller(product: Product) -> None:
    input = product.order_input()
    one, other = await product.integrator("cloud-sales"), await product.integrator("other-sales")
    colleague = await product.integrator("cloud-sales")
    mine = (await one.do("placeOrder", **input)).order["id"]
    assert (await other.do("placeOrder", **input)).order["id"] != mine
    assert (await colleague.do("placeOrder", **input)).order["id"] == mine


async def test_everything_that_is_wrong_with_an_order_is_told_at_once(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    wrong = {
        "orderNumber": " ",
        "companyName": "Ac\u202eme",
        "country": "XX",
        "customerDomain": "not a domain",
        "provisioningContactEmail": "pat@partner.example, eve@partner.example",
        "sellerName": "s" * 201,
        "termMonths": 0,
        "licenses": [LICENSES[0] | {"totalUnits": 0}, LICENSES[1] | {"scope": "PER_SITE"}],
    }
    answer = await seller.do("placeOrder", **product.order_input(**wrong))
    assert answer.payload["order"] is None
    assert answer.fields == {
        "orderNumber": "REQUIRED",
        "companyName": "INVALID",
        "country": "INVALID",
        "customerDomain": "INVALID",
        "provisioningContactEmail": "INVALID",
        "sellerName": "TOO_LONG",
        "termMonths": "INVALID",
        "licenses.0.totalUnits": "INVALID",
        "licenses.1.scope": "INVALID",
    }
    orders = await seller.ask("{ orders { edges { node { id } } } }")
    assert orders["orders"]["edges"] == []


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        *((ending, "Did you mean acme.com?") for ending in ("con", "cmo", "ocm", "comm", "vom")),
        *(("dee", "Did you mean acme.de?"), ("ogr", "Did you mean acme.org?"), ("nett", "Did you mean acme.net?")),
        *(("u", "Did you mean acme.eu?"), ("local", "Check the spelling.")),
    ],
)
async def test_an_order_names_no_domain_whose_ending_does_not_exist(ending: str, said: str, product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    fields = {"provisioningContactEmail": "pat@acme.", "customerDomain": "acme.", "customerAdminEmail": "ann@acme."}
    answer = await seller.do(
        "placeOrder", **product.order_input(**{name: text + ending for name, text in fields.items()})
    )
    assert answer.fields == dict.fromkeys(fields, "INVALID")
    told = {error["message"] for error in answer.payload["userErrors"]}
    assert told == {f"No domain ends in .{ending}. {said}"}


async def test_pasted_addresses_and_web_pages_of_an_order_are_read(product: Product) -> None:
    await product.place(
        provisioningContactEmail="Pat Partner <pat@partner.example>", customerDomain="https://www.acme.example/about"
    )
    stored = await database.row("SELECT contact_email, customer_domain FROM orders")
    assert stored == {"contact_email": "pat@partner.example", "customer_domain": "acme.example"}


async def test_an_order_is_read_as_its_system_writes_it(product: Product) -> None:
    await product.place(
        orderNumber="ＤＥ－４５００１２７",
        companyName="\ufeffشرکت می\u200cخواهم\tGmbH\u200b",
        country="uk",
        language="zh-Hant-TW",
        sellerEmail="sales＠nordlicht.example.",
    )
    stored = await Order.get(order_number="DE-4500127")
    assert stored.company_name == "شرکت می\u200cخواهم GmbH"
    assert (stored.country, stored.language, stored.seller_email) == ("GB", "zh", "sales@nordlicht.example")
    [mail] = await product.mails()
    assert "Provisioning information required" in mail["subject"]


@pytest.mark.parametrize(
    "language", ["de-CH-1996", "zh-Hant-TW", "sr-Latn-RS", "x-klingon", "\u202e", "english please", ""]
)
async def test_no_language_keeps_an_order_from_being_placed(product: Product, language: str) -> None:
    assert (await product.place(language=language))["id"]


@pytest.mark.parametrize("name", ["\u3164", "\u2800", "\u034f", "\ufe0f", "\u200b", "\t"])
async def test_a_name_that_only_looks_like_nothing_is_missing(product: Product, name: str) -> None:
    seller = await product.integrator("cloud-sales")
    wrong = await seller.do("placeOrder", **product.order_input(companyName=name, sellerName=name))
    assert wrong.fields == {"companyName": "REQUIRED", "sellerName": "REQUIRED"}


async def test_an_order_without_licenses_is_refused(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    assert (await seller.do("placeOrder", **product.order_input(licenses=[]))).fields == {"licenses": "REQUIRED"}


async def test_an_order_has_exactly_the_services_that_its_licenses_name(product: Product) -> None:
    order = await product.place(licenses=LICENSES[1:2])
    assert [found["kind"] for found in order["services"]] == ["CALLING"]


async def test_placing_takes_a_token_with_the_scope_to_write(product: Product) -> None:
    input = product.order_input()
    assert (await product.browser().do("placeOrder", **input)).refused == ["UNAUTHENTICATED"]
    reader = await product.integrator("cloud-sales", "orders:read")
    unwritten = await reader.do("placeOrder", **input)
    assert unwritten.refused == ["FORBIDDEN"]
    told = "This needs a token with the scope orders:write; this one has orders:read."
    assert unwritten.errors[0]["message"] == told
    await product.place()
    person = await product.signed_in("pat@partner.example")
    refused = await person.do("placeOrder", **input)
    assert refused.refused == ["FORBIDDEN"]
    assert refused.errors[0]["message"].startswith("Only a seller’s token places and checks orders")


async def test_an_order_of_a_later_day_waits_for_it_and_then_asks_its_contact(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    day = (product.now + timedelta(days=10)).date().isoformat()
    order = await product.place(seller, requestedStartDate=day)
    assert (order["status"], order["deadline"], order["waitingFor"]) == ("SCHEDULED", None, None)
    product.later(days=9)
    await product.worker.run_due_transitions()
    assert (await seller.order(order["id"]))["status"] == "SCHEDULED"
    assert await product.mails() == []
    product.later(days=1)
    await product.worker.run_due_transitions()
    order = await seller.order(order["id"])
    assert order["status"] == "AWAITING_CONTACT"
    assert order["deadline"][:10] == (product.now + timedelta(days=30)).date().isoformat()
    assert len(await product.mails(to="pat@partner.example", kind="SETUP")) == 1


async def test_a_scheduled_order_can_be_moved_to_another_day_or_to_today(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    in_days = [(product.now + timedelta(days=days)).date().isoformat() for days in (10, 20, 0, -1)]
    id = (await product.place(seller, requestedStartDate=in_days[0]))["id"]
    moved = await seller.do("rescheduleOrder", orderId=id, requestedStartDate=in_days[1])
    assert moved.order["status"] == "SCHEDULED"
    past = await seller.do("rescheduleOrder", orderId=id, requestedStartDate=in_days[3])
    assert past.fields == {"requestedStartDate": "INVALID"}
    today = await seller.do("rescheduleOrder", orderId=id, requestedStartDate=in_days[2])
    assert today.order["status"] == "AWAITING_CONTACT"
    assert len(await product.mails(kind="SETUP")) == 1
    late = await seller.do("rescheduleOrder", orderId=id, requestedStartDate=in_days[0])
    assert late.refused == ["STEP_NOT_ALLOWED"]


async def test_the_contact_of_a_scheduled_order_is_changed_without_a_mail(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    day = (product.now + timedelta(days=3)).date().isoformat()
    id = (await product.place(seller, requestedStartDate=day))["id"]
    changed = await seller.do("changeProvisioningContact", orderId=id, email="eve@partner.example")
    assert (changed.order["status"], changed.order["provisioningContactEmail"]) == ("SCHEDULED", "eve@partner.example")
    assert await product.mails() == []
    product.later(days=3)
    await product.worker.run_due_transitions()
    assert [mail["to"] for mail in await product.mails(kind="SETUP")] == ["eve@partner.example"]


async def test_an_offer_may_have_a_deadline_of_its_own(product: Product) -> None:
    order = await product.place(offer="Webex Suite Express")
    assert order["deadline"][:10] == (product.now + timedelta(days=7)).date().isoformat()


async def test_a_setup_mail_sent_again_carries_a_new_link_and_kills_the_old_one(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    old = await product.link("pat@partner.example")
    assert not (await seller.do("resendSetupEmail", orderId=id)).refused
    assert len(await product.mails(kind="SETUP")) == 2
    assert (await product.browser().do("openSetupLink", token=old)).refused == ["LINK_REPLACED"]
    await product.opened("pat@partner.example")


async def test_support_needs_a_reason_to_send_the_mail_again(product: Product) -> None:
    id = (await product.place())["id"]
    support = await product.support()
    assert (await support.do("resendSetupEmail", orderId=id, reason=" ")).fields == {"reason": "REQUIRED"}
    assert (await support.do("resendSetupEmail", orderId=id, reason="x" * 1001)).fields == {"reason": "TOO_LONG"}
    assert not (await support.do("resendSetupEmail", orderId=id, reason="They called us.")).refused


async def test_cancelling_is_final_kills_the_link_and_frees_the_site_names(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, order = await product.mapped()
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    other, _ = await product.mapped("olga@other.example")
    available = 'query { siteNameAvailability(siteName: "acme-hq") { available reason } }'
    assert (await other.ask(available))["siteNameAvailability"]["reason"] == "SITE_NAME_TAKEN"
    link = await product.link("pat@acme.example")
    assert (await seller.do("cancelOrder", orderId=id)).order["status"] == "CANCELLED"
    assert (await other.ask(available))["siteNameAvailability"]["available"] is True
    assert (await product.browser().do("openSetupLink", token=link)).refused == ["ORDER_CLOSED"]
    for mutation in ("cancelOrder", "reopenOrder", "resendSetupEmail"):
        assert (await seller.do(mutation, orderId=id)).refused == ["STEP_NOT_ALLOWED"]
    assert (await contact.do("submitService", serviceId=meetings)).refused == ["STEP_NOT_ALLOWED"]
    assert (await contact.order(id))["allowedMutations"] == []


async def test_an_order_that_is_being_set_up_cannot_be_cancelled(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    await contact.do("submitService", serviceId=meetings)
    assert (await seller.do("cancelOrder", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]


@pytest.mark.parametrize(("chosen", "status"), [(False, "AWAITING_CONTACT"), (True, "FINDING_ORGANIZATIONS")])
async def test_a_closed_order_is_reopened_where_it_was_with_a_new_deadline(
    product: Product, chosen: bool, status: str
) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    contact = await product.opened("pat@partner.example")
    if chosen:
        await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    product.later(days=31)
    await product.worker.run_due_transitions()
    assert (await seller.order(id))["status"] == "CLOSED"
    reopened = (await seller.do("reopenOrder", orderId=id)).order
    assert (reopened["status"], reopened["audience"]) == (status, "OWN_COMPANY" if chosen else None)
    assert reopened["deadline"][:10] == (product.now + timedelta(days=30)).date().isoformat()
    assert (await (await product.opened("pat@partner.example")).order(id))["status"] == status


async def test_a_seller_sees_and_changes_only_his_own_orders(product: Product) -> None:
    id = (await product.place())["id"]
    other = await product.integrator("other-sales")
    answer = await other.send("query ($id: ID!) { order(id: $id) { id } }", {"id": id})
    assert answer.refused == ["NOT_FOUND"]
    for mutation in ("cancelOrder", "resendSetupEmail", "reopenOrder"):
        assert (await other.do(mutation, orderId=id)).refused == ["NOT_FOUND"]


@pytest.mark.parametrize("scopes", [["orders:read"], ["orders:read", "support"]])
async def test_a_token_that_may_only_read_sees_the_order_and_does_nothing_as_its_seller(
    product: Product, scopes: list[str]
) -> None:
    id = (await product.place())["id"]
    reader = await product.integrator("cloud-sales", *scopes)
    assert "reopenOrder" not in (await reader.order(id))["allowedMutations"]
    assert (await reader.do("reopenOrder", orderId=id)).refused == ["FORBIDDEN"]
    cancelled = await reader.do("cancelOrder", orderId=id)
    assert cancelled.refused == (["REQUIRED"] if "support" in scopes else ["FORBIDDEN"])  # support owes a reason
