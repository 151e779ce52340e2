"""What nobody may gain by doing allowed things in an unexpected order."""

from datetime import date, timedelta

from backend.models.organization import Organization
from backend.provisioning.terms import end_of_term
from tests.desk import Desk, choose, create, service, sites

STATUS = "query ($id: ID!) { node(id: $id) { ... on Organization { status } } }"


# ---------------------------------------------------------------- organizations that others live in


async def test_undoing_the_first_order_leaves_an_organization_that_another_order_uses(desk: Desk) -> None:
    first, order = await desk.mapped()
    second = (await desk.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await desk.opened("bo@acme.example")
    await other.do("chooseAudience", orderId=second, audience="OWN_COMPANY")
    company = order["customerOrganization"]["id"]
    choice = {"orderId": second, "slot": "CUSTOMER", "organizationId": company}
    assert not (await other.do("chooseOrganization", **choice)).refused
    mapped = (await other.do("confirmOrganizations", orderId=second)).order
    undone = (await first.do("undoMapping", orderId=order["id"])).order
    assert undone["customerOrganization"]["status"] == "ACTIVE"
    left = (await first.do("chooseAudience", orderId=order["id"], audience="CUSTOMER")).order
    assert left["customerOrganization"] is None
    assert (await other.order(second))["customerOrganization"]["id"] == company
    meetings = service(mapped, "MEETINGS")["id"]
    assert not (await other.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-bo"))).refused


async def test_cancelling_leaves_an_organization_that_another_order_uses(desk: Desk) -> None:
    _, order = await desk.mapped()
    second = (await desk.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await desk.opened("bo@acme.example")
    await other.do("chooseAudience", orderId=second, audience="OWN_COMPANY")
    company = order["customerOrganization"]["id"]
    await other.do("chooseOrganization", orderId=second, slot="CUSTOMER", organizationId=company)
    seller = await desk.integrator("cloud-sales")
    assert not (await seller.do("cancelOrder", orderId=order["id"])).refused
    assert (await other.order(second))["customerOrganization"]["status"] == "ACTIVE"


# ---------------------------------------------------------------- dates without end


async def test_an_order_starts_within_two_years(desk: Desk) -> None:
    seller = await desk.integrator("cloud-sales")
    far = desk.order_input(requestedStartDate="9999-12-31", termMonths=120)
    assert (await seller.do("placeOrder", **far)).fields == {"requestedStartDate": "INVALID"}
    soon = (desk.now.date() + timedelta(days=5)).isoformat()
    order = await desk.place(seller, requestedStartDate=soon)
    moved = {"orderId": order["id"], "requestedStartDate": "9999-12-31"}
    assert (await seller.do("rescheduleOrder", **moved)).fields == {"requestedStartDate": "INVALID"}


def test_a_term_beyond_the_calendar_ends_with_it() -> None:
    assert end_of_term(date(9999, 12, 31), 120) == date.max
