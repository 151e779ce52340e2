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


async def test_the_setup_mail_is_sent_again_three_times_an_hour(desk: Desk) -> None:
    seller = await desk.integrator("cloud-sales")
    id = (await desk.place(seller))["id"]
    for _ in range(3):
        assert not (await seller.do("resendSetupEmail", orderId=id)).refused
    assert (await seller.do("resendSetupEmail", orderId=id)).refused == ["TOO_MANY_ATTEMPTS"]
    desk.later(hours=1)
    assert not (await seller.do("resendSetupEmail", orderId=id)).refused


async def test_the_contact_is_changed_five_times_a_day(desk: Desk) -> None:
    seller = await desk.integrator("cloud-sales")
    id = (await desk.place(seller))["id"]
    for number in range(5):
        change = {"orderId": id, "email": f"p{number}@partner.example"}
        assert not (await seller.do("changeProvisioningContact", **change)).refused
    sixth = await seller.do("changeProvisioningContact", orderId=id, email="p6@partner.example")
    assert sixth.fields == {"email": "TOO_MANY_ATTEMPTS"}


async def test_full_rights_are_asked_for_once_a_day(desk: Desk) -> None:
    await desk.directory()
    small = [{"name": "Webex Messaging", "service": "MESSAGING", "scope": "ORGANIZATION_WIDE", "totalUnits": 5}]
    contact, order = await desk.partnered(licenses=small)
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await desk.provision()
    asked = (await contact.do("requestFullAdministrator", orderId=order["id"])).order
    customer = await desk.opened(ADMIN)
    decision = {"requestId": asked["administratorRequest"]["id"], "approve": False}
    assert not (await customer.do("decideAdministratorRequest", **decision)).refused
    assert (await contact.do("requestFullAdministrator", orderId=order["id"])).refused == ["TOO_MANY_ATTEMPTS"]


# ---------------------------------------------------------------- addresses


MAILS = "query ($id: ID!) { order(id: $id) { emails { kind to } } }"


async def test_mails_do_not_tell_the_partners_side_who_administers_the_customer(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    seller = await desk.integrator("cloud-sales")
    for viewer, full in ((contact, False), (seller, False), (await desk.opened(ADMIN), True)):
        mails = (await viewer.ask(MAILS, id=order["id"]))["order"]["emails"]
        told = {mail["kind"]: mail["to"] for mail in mails}
        assert told["SUBSCRIPTION_ADDED"] == (ADMIN if full else "a•••@globex.example")
        assert told["SETUP"] == "user@north.example"


# ---------------------------------------------------------------- answers that are asked for again


async def test_a_repeated_key_does_not_bring_a_former_contacts_view_back(desk: Desk) -> None:
    id = (await desk.place())["id"]
    contact = await desk.opened("pat@partner.example")
    choice = {"orderId": id, "audience": "CUSTOMER"}
    first = (await contact.do("chooseAudience", key="k", **choice)).order
    assert first["viewerRole"] == "PROVISIONING_CONTACT"
    assert (await contact.do("chooseAudience", key="k", **choice)).order == first
    await contact.do("delegateOrder", orderId=id, email="bo@partner.example")
    again = (await contact.do("chooseAudience", key="k", **choice)).order
    assert (again["viewerRole"], again["services"], again["summaryUrl"]) == ("FORMER_CONTACT", [], None)


# ---------------------------------------------------------------- links


async def test_a_session_of_one_order_does_not_open_another_orders_link_without_a_code(desk: Desk) -> None:
    await desk.place()
    first = await desk.link("pat@partner.example")
    await desk.place()
    second = await desk.link("pat@partner.example")
    assert not (await desk.browser().do("openSetupLink", token=second)).refused
    forwarded = desk.browser()
    assert not (await forwarded.do("openSetupLink", token=first)).refused
    assert (await forwarded.do("openSetupLink", token=second)).refused == ["CODE_REQUIRED"]


async def test_the_links_of_a_mapped_order_expire_but_the_contacts(desk: Desk) -> None:
    await desk.directory()
    await desk.partnered()
    contact, customer = await desk.link("user@north.example"), await desk.link(ADMIN)
    desk.later(days=31)
    assert (await desk.browser().do("openSetupLink", token=customer)).refused == ["EXPIRED"]
    assert (await desk.browser().do("openSetupLink", token=contact)).refused == ["CODE_REQUIRED"]
    await desk.browser().do("requestNewSetupLink", token=customer)
    assert not (await desk.browser().do("openSetupLink", token=await desk.link(ADMIN))).refused


async def test_an_old_link_brings_nobody_back_who_is_out(desk: Desk) -> None:
    seller = await desk.integrator("cloud-sales")
    id = (await desk.place(seller))["id"]
    old = await desk.link("pat@partner.example")
    await seller.do("resendSetupEmail", orderId=id)
    contact = await desk.opened("pat@partner.example")
    await contact.do("delegateOrder", orderId=id, email="bo@partner.example")
    before = len(await desk.mails(to="pat@partner.example"))
    assert (await desk.browser().do("requestNewSetupLink", token=old)).payload["accepted"]
    assert len(await desk.mails(to="pat@partner.example")) == before


async def test_an_undone_mapping_sends_the_customer_no_new_link(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    token = await desk.link(ADMIN)
    await contact.do("undoMapping", orderId=order["id"])
    before = len(await desk.mails(to=ADMIN))
    await desk.browser().do("requestNewSetupLink", token=token)
    assert len(await desk.mails(to=ADMIN)) == before
