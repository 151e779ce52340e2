"""What time brings: reminders, the deadline, and old rows that go."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend import clock, database
from backend.models.organization import Organization, OrganizationUser
from backend.models.person import Session
from backend.schema.ids import number_of
from backend.worker import schedule
from tests.product import Product, location, service, sites

PAT = "pat@partner.example"


async def reminders(product: Product, days: list[float]) -> list[int]:
    """How many reminders were sent so far, at each of these days after the order was placed."""
    counts, passed = [], 0.0
    for day in days:
        product.later(days=day - passed)
        passed = day
        await product.worker.run_due_transitions()
        counts.append(len(await product.mails(kind="REMINDER")))
    return counts


async def test_the_contact_is_reminded_on_day_three_on_day_seven_and_two_days_before_the_deadline(
    product: Product,
) -> None:
    order = await product.place()
    assert await reminders(product, [2.9, 3.1, 6.9, 7.1, 27.9, 28.1, 29.9]) == [0, 1, 1, 2, 2, 3, 3]
    [mail, *_] = await product.mails(kind="REMINDER")
    assert mail["to"] == PAT
    assert datetime.fromisoformat(order["deadline"]).strftime("by %-d %B %Y (UTC)") in mail["text"]
    await product.opened(PAT)


async def test_the_reminders_of_a_short_offer_fall_together_and_are_one_mail_a_day(product: Product) -> None:
    await product.place(offer="Webex Suite Express")
    assert await reminders(product, [2.9, 3.1, 4.9, 5.1, 6.9]) == [0, 1, 1, 2, 2]


async def test_of_several_overdue_reminders_one_is_sent(product: Product) -> None:
    await product.place()
    assert await reminders(product, [8, 8.1, 10, 27]) == [1, 1, 1, 1]


async def test_a_reminder_waits_a_day_after_another_mail_to_the_contact(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    product.later(days=2, hours=23)
    await seller.do("resendSetupEmail", orderId=id)
    assert await reminders(product, [0.1, 0.9, 1.1]) == [0, 0, 1]


async def test_a_mapped_order_gets_no_reminder_and_keeps_its_schedule_after_an_undo(product: Product) -> None:
    contact, order = await product.mapped()
    assert await reminders(product, [3.1, 4]) == [0, 0]
    contact = await product.signed_in("pat@acme.example")
    await contact.do("undoMapping", orderId=order["id"])
    assert await reminders(product, [0.1, 2.9, 3.1]) == [1, 1, 2]


async def test_the_deadline_closes_the_order_and_tells_the_contact(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    product.later(days=30, seconds=-60)
    await product.worker.run_due_transitions()
    assert (await seller.order(id))["status"] == "AWAITING_CONTACT"
    product.later(minutes=2)
    for _ in range(2):
        await product.worker.run_due_transitions()
    order = await seller.order(id)
    assert (order["status"], order["nextStep"], order["waitingFor"]) == ("CLOSED", "DONE", None)
    assert order["allowedMutations"] == ["reopenOrder"]
    assert len(await product.mails(to=PAT, kind="NOTICE")) == 1


async def test_a_deadline_frees_the_site_names_and_reopening_finds_every_draft_as_it_was(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, order = await product.mapped()
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq", "acme-two"))
    await contact.do("saveCallingLocation", serviceId=service(order, "CALLING")["id"], **location())
    product.later(days=29)
    await (await product.signed_in("pat@acme.example")).do("undoMapping", orderId=id)
    await product.worker.run_due_transitions()
    other, _ = await product.mapped("olga@other.example")
    product.later(days=2)
    await product.worker.run_due_transitions()
    assert (await seller.order(id))["status"] == "CLOSED"
    free = '{ siteNameAvailability(siteName: "acme-hq") { available } }'
    other = await product.signed_in("olga@other.example")
    assert (await other.ask(free))["siteNameAvailability"]["available"] is True
    assert (await seller.do("reopenOrder", orderId=id)).order["status"] == "FINDING_ORGANIZATIONS"
    contact = await product.opened("pat@acme.example")
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    assert [site["siteName"] for site in service(order, "MEETINGS")["sites"]] == ["acme-hq", "acme-two"]
    assert [place["name"] for place in service(order, "CALLING")["locations"]] == ["Headquarters"]
    assert [error["code"] for error in order["requirements"]["errors"]] == ["EXPIRED", "EXPIRED"]
    calling = service(order, "CALLING")["id"]  # finished while Meetings waits
    assert not (await contact.do("submitService", serviceId=calling)).refused
    await product.provision()
    states = {found["kind"]: found["state"] for found in (await contact.order(id))["services"]}
    assert states == {"MEETINGS": "DRAFT", "CALLING": "PROVISIONED", "MESSAGING": "PROVISIONED"}


async def test_only_reopening_moves_the_deadline(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    order = await product.place(seller)
    product.later(days=10)
    id = order["id"]
    await seller.do("resendSetupEmail", orderId=id)
    await seller.do("changeProvisioningContact", orderId=id, email="eve@partner.example")
    contact = await product.opened("eve@partner.example")
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    assert (await seller.order(id))["deadline"] == order["deadline"]


async def test_every_order_that_is_due_is_served_once_however_many_workers_look(product: Product) -> None:
    day = (product.now + timedelta(days=1)).date().isoformat()
    for number in range(5):
        await product.place(provisioningContactEmail=f"p{number}@partner.example", requestedStartDate=day)
    product.later(days=1)
    for _ in range(3):
        await product.worker.run_due_transitions()
    mails: list[Any] = await product.mails(kind="SETUP")
    assert sorted(mail["to"] for mail in mails) == [f"p{number}@partner.example" for number in range(5)]


async def test_the_worker_goes_on_until_nothing_is_due_past_orders_that_cannot_go_on(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_DUE", schedule._DUE.replace(f"LIMIT {schedule.BATCH}", "LIMIT 2"))
    day = (product.now + timedelta(days=1)).date().isoformat()
    orders = [
        await product.place(provisioningContactEmail=f"p{number}@partner.example", requestedStartDate=day)
        for number in range(7)
    ]
    # These three cannot start: their offer is not text that the journey knows how to read.
    broken = [number_of("Order", order["id"]) for order in orders[:3]]
    for id in broken:
        await database.execute("UPDATE license SET scope = 'NONSENSE' WHERE order_id = $1", [id])
    product.later(days=1)
    assert [size async for size in schedule.due_batches()] == [2, 2, 2, 1]
    rows = await database.rows("SELECT id, status FROM orders ORDER BY id")
    assert [row["status"] for row in rows] == ["SCHEDULED"] * 3 + ["AWAITING_CONTACT"] * 4


async def test_sessions_that_ended_are_deleted(product: Product) -> None:
    await product.place()
    await product.opened(PAT)
    product.later(days=8)
    await product.worker.housekeeping()
    assert await Session.all().count() == 0


async def test_one_pass_of_the_worker_does_everything_that_is_due(product: Product) -> None:
    day = (product.now + timedelta(days=1)).date().isoformat()
    await product.place(requestedStartDate=day)
    product.later(days=1)
    assert await product.worker.send_due() == 1
    assert len(await product.mails()) == 1


async def active_users(name: str) -> int:
    """As the finder shows them."""
    return (await Organization.get(external_id=name)).active_users


async def test_the_worker_lets_figures_age_and_mends_them_once_a_day_however_often_it_looks(product: Product) -> None:
    await product.directory()
    await product.worker.housekeeping()
    assert await active_users("North") == 2
    product.later(days=28)
    await product.worker.housekeeping()
    assert await active_users("North") == 2
    product.later(days=1)
    await product.worker.housekeeping()
    assert await active_users("North") == 0
    await OrganizationUser.filter(email="user@north.example").update(last_active_on=clock.today())
    await product.worker.housekeeping()
    assert await active_users("North") == 0
    product.later(days=1)
    await product.worker.housekeeping()
    assert await active_users("North") == 1


async def test_who_signs_in_counts_as_active_as_soon_as_the_worker_looks_again(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    await product.directory()
    product.later(days=60)
    await product.worker.housekeeping()
    assert await active_users("North") == 0
    monkeypatch.setattr("backend.worker.loop.SCHEDULE_INTERVAL", 0.05)
    await product.signed_in("user@north.example")
    working = asyncio.create_task(product.worker.run())
    async with asyncio.timeout(30):
        while await active_users("North") == 0:  # noqa: ASYNC110 – the worker tells nobody
            await asyncio.sleep(0.02)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert await active_users("North") == 1


async def test_housekeeping_folds_until_nothing_waits(product: Product) -> None:
    await product.directory()
    acme = await Organization.all().order_by("id").first()
    assert acme is not None
    day = product.now.date()
    waiting = [(acme.id, day - timedelta(number % 50), (-1) ** number) for number in range(5_200)]
    await database.insert("activity_delta", waiting, ("organization_id", "day", "users"))
    await product.worker.housekeeping()
    assert await database.rows("SELECT id FROM activity_delta") == []
