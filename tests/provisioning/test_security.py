"""What nobody may gain by doing allowed things in an unexpected order."""

from datetime import date, timedelta

from backend.models.order import PartnerRelation
from backend.models.organization import Organization, OrganizationUser
from backend.provisioning.terms import end_of_term
from tests.api import Caller
from tests.desk import Desk, choose, create, search, service, sites

ADMIN, WRONG, RIGHT = "admin@globex.example", "wrong@hooli.example", "right@hooli.example"


async def created_customer(desk: Desk) -> tuple[Caller, str]:
    """A partner's order for a customer that it creates, ready to be confirmed; its contact and its id."""
    await desk.directory()
    contact, id = await desk.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    await create(contact, id, "CUSTOMER", "Hooli")
    return contact, id


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


# ---------------------------------------------------------------- disputes


async def test_a_customer_whose_dispute_was_upheld_is_not_chosen_for_the_order_again(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    id, globex = order["id"], order["customerOrganization"]["id"]
    await (await desk.opened(ADMIN)).do("disputeMapping", orderId=id)
    support = await desk.support()
    await support.do("resolveDispute", orderId=id, uphold=True, reason="Not theirs.")
    choice = {"orderId": id, "slot": "CUSTOMER", "organizationId": globex}
    assert (await contact.do("chooseOrganization", **choice)).fields == {"organizationId": "NOT_ELIGIBLE"}
    assert (await contact.do("confirmOrganizations", orderId=id)).refused == ["MAPPING_INCOMPLETE"]
    assert (await choose(contact, id, "CUSTOMER", "initech.example"))["customerOrganization"][
        "displayName"
    ] == "Initech"


async def test_a_dismissed_dispute_leaves_the_customer_eligible(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    await (await desk.opened(ADMIN)).do("disputeMapping", orderId=order["id"])
    await (await desk.support()).do("resolveDispute", orderId=order["id"], uphold=False, reason="It is theirs.")
    assert not (await contact.do("undoMapping", orderId=order["id"])).refused
    choice = {"slot": "CUSTOMER", "organizationId": order["customerOrganization"]["id"]}
    assert not (await contact.do("chooseOrganization", orderId=order["id"], **choice)).refused


# ---------------------------------------------------------------- rights that a mapping gave


async def test_undoing_takes_the_rights_in_a_created_organization_back(desk: Desk) -> None:
    contact, order = await desk.mapped()
    await contact.do("undoMapping", orderId=order["id"])
    await contact.do("delegateOrder", orderId=order["id"], email="bo@acme.example")
    delegate = await desk.opened("bo@acme.example")
    await delegate.do("chooseAudience", orderId=order["id"], audience="OWN_COMPANY")
    assert (await delegate.do("confirmOrganizations", orderId=order["id"])).order["status"] == "MAPPED"
    former = await contact.order(order["id"])
    assert (former["viewerRole"], former["services"]) == ("FORMER_CONTACT", [])


async def test_undoing_ends_the_link_of_a_wrong_hand_over(desk: Desk) -> None:
    contact, id = await created_customer(desk)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    wrong = await desk.opened(WRONG)
    token = await desk.link(WRONG)
    await contact.do("undoMapping", orderId=id)
    again = {"customerSetsUpServices": True, "customerAdminEmail": RIGHT}
    assert not (await contact.do("confirmOrganizations", orderId=id, **again)).refused
    assert (await wrong.send("query ($id: ID!) { order(id: $id) { id } }", {"id": id})).refused == ["NOT_FOUND"]
    assert (await desk.browser().do("openSetupLink", token=token)).refused == ["LINK_REPLACED"]
    assert (await (await desk.opened(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


async def test_cancelling_a_mapped_order_deletes_the_organizations_that_it_created(desk: Desk) -> None:
    _, order = await desk.mapped()
    await (await desk.integrator("cloud-sales")).do("cancelOrder", orderId=order["id"])
    assert not await Organization.exists()
    assert not await OrganizationUser.exists()


async def test_cancelling_a_mapped_order_ends_the_partners_relation(desk: Desk) -> None:
    await desk.directory()
    _, order = await desk.partnered()
    await (await desk.integrator("cloud-sales")).do("cancelOrder", orderId=order["id"])
    assert not await PartnerRelation.exists()
    assert len(await desk.mails(to=ADMIN, kind="NOTICE")) == 1


# ---------------------------------------------------------------- invitations


async def test_an_address_that_service_setup_is_handed_to_proves_nothing_until_its_person_comes(desk: Desk) -> None:
    contact, id = await created_customer(desk)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    assert not await OrganizationUser.exists(email=WRONG)
    south, other = await desk.choosing("user@south.example")
    assert await search(south, other, "CUSTOMER", "hooli.example") == []
    await desk.opened(WRONG)
    assert [found["displayName"] for found in await search(south, other, "CUSTOMER", "hooli.example")] == ["Hooli"]


async def test_a_new_address_replaces_an_invited_person_who_has_not_come(desk: Desk) -> None:
    contact, id = await created_customer(desk)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    token = await desk.link(WRONG)
    assert not (await contact.do("handOverToCustomer", orderId=id, customerAdminEmail=RIGHT)).refused
    assert (await desk.browser().do("openSetupLink", token=token)).refused == ["LINK_REPLACED"]
    assert (await (await desk.opened(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


async def test_an_invited_person_may_come_by_code(desk: Desk) -> None:
    contact, id = await created_customer(desk)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=RIGHT)
    assert (await (await desk.signed_in(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


# ---------------------------------------------------------------- mail to people who never asked


async def test_confirming_and_undoing_again_and_again_sends_a_stranger_one_mail_of_a_kind(desk: Desk) -> None:
    await desk.directory()
    contact, id = await desk.reviewing()
    for _ in range(3):
        await contact.do("confirmOrganizations", orderId=id)
        await contact.do("undoMapping", orderId=id)
    assert sorted(mail["kind"] for mail in await desk.mails(to=ADMIN)) == ["NOTICE", "SUBSCRIPTION_ADDED"]
    desk.later(days=1)
    await contact.http.aclose()
    contact = await desk.signed_in("user@north.example")
    await contact.do("confirmOrganizations", orderId=id)
    assert len(await desk.mails(to=ADMIN, kind="SUBSCRIPTION_ADDED")) == 2


async def test_handing_over_and_taking_back_sends_one_mail_and_leaves_its_link_alive(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    for _ in range(3):
        await contact.do("handOverToCustomer", orderId=order["id"])
        await contact.do("takeBackServiceSetup", orderId=order["id"])
    assert len(await desk.mails(to=ADMIN, kind="HAND_OVER")) == 1
    await desk.opened(ADMIN)
