"""What nobody may gain by doing allowed things in an unexpected order."""

import asyncio
from base64 import urlsafe_b64encode
from datetime import date, timedelta
from typing import Any

import pytest

from backend import database
from backend.models.order import PartnerRelation, ProvisioningAdministrator
from backend.models.organization import Organization, OrganizationType, OrganizationUser
from backend.models.outbox import EmailMessage
from backend.provisioning import dossier, organizations
from backend.provisioning.access import Actor
from backend.provisioning.act import perform
from backend.provisioning.journey import TRANSITIONS, Mutation
from backend.provisioning.terms import end_of_term
from backend.schema.ids import number_of
from backend.summaries import summary_of
from tests.api import Caller
from tests.product import LICENSES, Product, choose, create, search, service, sites

ADMIN, WRONG, RIGHT = "admin@globex.example", "wrong@hooli.example", "right@hooli.example"


async def created_customer(product: Product) -> tuple[Caller, str]:
    """A partner's order for a customer that it creates, ready to be confirmed; its contact and its id."""
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    await create(contact, id, "CUSTOMER", "Hooli")
    return contact, id


# ---------------------------------------------------------------- organizations that others live in


async def test_undoing_the_first_order_leaves_an_organization_that_another_order_uses(product: Product) -> None:
    first, order = await product.mapped()
    second = (await product.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await product.opened("bo@acme.example")
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


async def test_cancelling_leaves_an_organization_that_another_order_uses(product: Product) -> None:
    _, order = await product.mapped()
    second = (await product.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await product.opened("bo@acme.example")
    await other.do("chooseAudience", orderId=second, audience="OWN_COMPANY")
    company = order["customerOrganization"]["id"]
    await other.do("chooseOrganization", orderId=second, slot="CUSTOMER", organizationId=company)
    seller = await product.integrator("cloud-sales")
    assert not (await seller.do("cancelOrder", orderId=order["id"])).refused
    assert (await other.order(second))["customerOrganization"]["status"] == "ACTIVE"


# ---------------------------------------------------------------- dates without end


async def test_an_order_starts_within_two_years(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    far = product.order_input(requestedStartDate="9999-12-31", termMonths=120)
    assert (await seller.do("placeOrder", **far)).fields == {"requestedStartDate": "INVALID"}
    soon = (product.now.date() + timedelta(days=5)).isoformat()
    order = await product.place(seller, requestedStartDate=soon)
    moved = {"orderId": order["id"], "requestedStartDate": "9999-12-31"}
    assert (await seller.do("rescheduleOrder", **moved)).fields == {"requestedStartDate": "INVALID"}


def test_a_term_beyond_the_calendar_ends_with_it() -> None:
    assert end_of_term(date(9999, 12, 31), 120) == date.max


# ---------------------------------------------------------------- disputes


async def test_a_customer_whose_dispute_was_upheld_is_not_chosen_for_the_order_again(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    id, globex = order["id"], order["customerOrganization"]["id"]
    await (await product.opened(ADMIN)).do("disputeMapping", orderId=id)
    support = await product.support()
    await support.do("resolveDispute", orderId=id, uphold=True, reason="Not theirs.")
    choice = {"orderId": id, "slot": "CUSTOMER", "organizationId": globex}
    assert (await contact.do("chooseOrganization", **choice)).fields == {"organizationId": "NOT_ELIGIBLE"}
    assert (await contact.do("confirmOrganizations", orderId=id)).refused == ["MAPPING_INCOMPLETE"]
    assert (await choose(contact, id, "CUSTOMER", "initech.example"))["customerOrganization"][
        "displayName"
    ] == "Initech"


async def test_a_dismissed_dispute_leaves_the_customer_eligible(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    await (await product.opened(ADMIN)).do("disputeMapping", orderId=order["id"])
    await (await product.support()).do("resolveDispute", orderId=order["id"], uphold=False, reason="It is theirs.")
    assert not (await contact.do("undoMapping", orderId=order["id"])).refused
    choice = {"slot": "CUSTOMER", "organizationId": order["customerOrganization"]["id"]}
    assert not (await contact.do("chooseOrganization", orderId=order["id"], **choice)).refused


# ---------------------------------------------------------------- rights that a mapping gave


async def test_undoing_takes_the_rights_in_a_created_organization_back(product: Product) -> None:
    contact, order = await product.mapped()
    await contact.do("undoMapping", orderId=order["id"])
    await contact.do("delegateOrder", orderId=order["id"], email="bo@acme.example")
    delegate = await product.opened("bo@acme.example")
    await delegate.do("chooseAudience", orderId=order["id"], audience="OWN_COMPANY")
    assert (await delegate.do("confirmOrganizations", orderId=order["id"])).order["status"] == "MAPPED"
    former = await contact.order(order["id"])
    assert (former["viewerRole"], former["services"]) == ("FORMER_CONTACT", [])


async def test_who_undoes_a_mapping_that_gave_him_his_rights_sees_the_order_no_more(product: Product) -> None:
    await product.directory()
    _, order = await product.partnered()
    partner = await product.signed_in("admin@north.example")
    for _ in range(2):
        undone = await partner.do("undoMapping", orderId=order["id"], key="k")
        assert undone.payload == {"order": None, "userErrors": []}
    assert (await partner.do("undoMapping", orderId=order["id"])).refused == ["NOT_FOUND"]


async def test_undoing_ends_the_link_of_a_wrong_hand_over(product: Product) -> None:
    contact, id = await created_customer(product)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    wrong = await product.opened(WRONG)
    token = await product.link(WRONG)
    await contact.do("undoMapping", orderId=id)
    again: dict[str, Any] = {"customerSetsUpServices": True, "customerAdminEmail": RIGHT}
    assert not (await contact.do("confirmOrganizations", orderId=id, **again)).refused
    assert (await wrong.send("query ($id: ID!) { order(id: $id) { id } }", {"id": id})).refused == ["NOT_FOUND"]
    [dead] = (await product.browser().do("openSetupLink", token=token)).payload["userErrors"]
    assert (dead["code"], dead["newerLink"]) == ("LINK_REPLACED", False)
    assert dead["message"] == "This link is no longer needed."
    assert (await (await product.opened(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


async def test_cancelling_a_mapped_order_deletes_the_organizations_that_it_created(product: Product) -> None:
    _, order = await product.mapped()
    await (await product.integrator("cloud-sales")).do("cancelOrder", orderId=order["id"])
    assert not await Organization.exists()
    assert not await OrganizationUser.exists()


@pytest.mark.parametrize("before", ["mapped", "handed over", "mapped again", "disputed", "cancelled by support"])
async def test_cancelling_a_mapped_order_ends_the_partners_rights_in_an_existing_customer(
    product: Product, before: str
) -> None:
    await product.directory()
    contact, order = await product.partnered()
    id, canceller = order["id"], await product.integrator("cloud-sales")
    customer = await product.signed_in(ADMIN)
    match before:
        case "handed over":
            await contact.do("handOverToCustomer", orderId=id)
        case "mapped again":
            await contact.do("undoMapping", orderId=id)
            await contact.do("confirmOrganizations", orderId=id)
        case "disputed":
            await customer.do("disputeMapping", orderId=id)
        case "cancelled by support":
            canceller = await product.support()
    assert (await canceller.do("cancelOrder", orderId=id, reason="Sold twice.")).order["status"] == "CANCELLED"
    assert not await PartnerRelation.exists()
    assert not await ProvisioningAdministrator.exists()
    find = "query ($id: ID!) { node(id: $id) { id } orders { edges { node { id } } } }"
    for caller in (customer, await product.signed_in("admin@north.example")):
        assert await caller.ask(find, id=id) == {"node": None, "orders": {"edges": []}}
    assert len(await product.mails(to=ADMIN, kind="NOTICE")) == 1


async def test_a_partner_leaves_the_customer_that_it_created_once_others_live_there(product: Product) -> None:
    contact, id = await created_customer(product)
    hooli = (await contact.do("confirmOrganizations", orderId=id)).order["customerOrganization"]["id"]
    await contact.do("handOverToCustomer", orderId=id, customerAdminEmail=RIGHT)
    await product.opened(RIGHT)
    south, other = await product.choosing("user@south.example")
    await choose(south, other, "PARTNER", "south.example")
    await choose(south, other, "CUSTOMER", "hooli.example")
    await south.do("confirmOrganizations", orderId=other)
    await (await product.integrator("cloud-sales")).do("cancelOrder", orderId=id)
    company = "query ($id: ID!) { organization(id: $id) { viewerRole status administrators } }"
    found = await (await product.signed_in(RIGHT)).ask(company, id=hooli)
    assert found["organization"] == {"viewerRole": "FULL_ADMINISTRATOR", "status": "ACTIVE", "administrators": [RIGHT]}
    found = await (await product.signed_in("user@north.example")).ask(company, id=hooli)
    assert found["organization"] == {"viewerRole": None, "status": "ACTIVE", "administrators": []}


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_an_organization_is_not_dropped_while_another_order_chooses_it(product: Product) -> None:
    _, order = await product.mapped()
    second = (await product.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await product.opened("bo@acme.example")
    await other.do("chooseAudience", orderId=second, audience="OWN_COMPANY")
    company = order["customerOrganization"]["id"]
    chosen, seller = asyncio.Event(), await product.integrator("cloud-sales")

    async def cancel() -> None:
        await chosen.wait()
        assert not (await seller.do("cancelOrder", orderId=order["id"])).refused

    cancelling = asyncio.create_task(cancel())  # outside the transaction below
    async with asyncio.timeout(20), database.transaction():
        bo = Actor(email="bo@acme.example", email_key="bo@acme.example")
        rule, slot = TRANSITIONS[Mutation.CHOOSE_ORGANIZATION], OrganizationType.CUSTOMER
        number = number_of("Organization", company)
        order_number = number_of("Order", second)
        await perform(order_number, rule, bo, product.now, lambda act: organizations.choose(act, slot, number))
        chosen.set()
        while not await database.rows("SELECT 1 FROM pg_locks WHERE NOT granted"):
            assert not cancelling.done(), "nobody waited for the order that chooses"
            await asyncio.sleep(0)
    await cancelling
    kept = (await other.do("confirmOrganizations", orderId=second)).order
    assert (kept["customerOrganization"]["id"], kept["customerOrganization"]["status"]) == (company, "ACTIVE")


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_of_choosing_and_dropping_at_the_same_moment_each_order_ends_with_what_exists(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    second = (await product.place(provisioningContactEmail="bo@acme.example"))["id"]
    other = await product.opened("bo@acme.example")
    await other.do("chooseAudience", orderId=second, audience="OWN_COMPANY")
    for _ in range(5):
        _, order = await product.mapped()
        company = order["customerOrganization"]["id"]
        choice = {"orderId": second, "slot": "CUSTOMER", "organizationId": company}
        chosen, cancelled = await asyncio.gather(
            other.do("chooseOrganization", **choice), seller.do("cancelOrder", orderId=order["id"])
        )
        assert not cancelled.refused
        assert chosen.refused in ([], ["NOT_ELIGIBLE"])
        assert await Organization.filter(id=number_of("Organization", company)).exists() is not bool(chosen.refused)


async def test_an_order_session_does_not_outlive_its_reason(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered(licenses=LICENSES[1:2])
    customer = await product.opened("admin@globex.example")
    await contact.do("undoMapping", orderId=order["id"])
    listed = await customer.ask("{ orders { edges { node { id } } } viewer { orders { edges { node { id } } } } }")
    assert listed == {"orders": {"edges": []}, "viewer": {"orders": {"edges": []}}}


# ---------------------------------------------------------------- invitations


async def test_an_address_that_service_setup_is_handed_to_proves_nothing_until_its_person_comes(
    product: Product,
) -> None:
    contact, id = await created_customer(product)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    assert not await OrganizationUser.exists(email=WRONG)
    south, other = await product.choosing("user@south.example")
    assert await search(south, other, "CUSTOMER", "hooli.example") == []
    await product.opened(WRONG)
    assert [found["displayName"] for found in await search(south, other, "CUSTOMER", "hooli.example")] == ["Hooli"]


async def test_a_new_address_replaces_an_invited_person_who_has_not_come(product: Product) -> None:
    contact, id = await created_customer(product)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=WRONG)
    token = await product.link(WRONG)
    assert not (await contact.do("handOverToCustomer", orderId=id, customerAdminEmail=RIGHT)).refused
    assert (await product.browser().do("openSetupLink", token=token)).refused == ["LINK_REPLACED"]
    assert (await (await product.opened(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


async def test_an_invited_person_may_come_by_code(product: Product) -> None:
    contact, id = await created_customer(product)
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=RIGHT)
    assert (await (await product.signed_in(RIGHT)).order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"


# ---------------------------------------------------------------- mail to people who never asked


async def test_confirming_and_undoing_again_and_again_sends_a_stranger_one_mail_of_a_kind(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    for _ in range(3):
        await contact.do("confirmOrganizations", orderId=id)
        await contact.do("undoMapping", orderId=id)
    assert sorted(mail["kind"] for mail in await product.mails(to=ADMIN)) == ["NOTICE", "SUBSCRIPTION_ADDED"]
    product.later(days=1)
    await contact.http.aclose()
    contact = await product.signed_in("user@north.example")
    await contact.do("confirmOrganizations", orderId=id)
    assert len(await product.mails(to=ADMIN, kind="SUBSCRIPTION_ADDED")) == 2


async def test_handing_over_and_taking_back_sends_one_mail_and_leaves_its_link_alive(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    for _ in range(3):
        await contact.do("handOverToCustomer", orderId=order["id"])
        await contact.do("takeBackServiceSetup", orderId=order["id"])
    assert len(await product.mails(to=ADMIN, kind="HAND_OVER")) == 1
    await product.opened(ADMIN)


async def test_the_setup_mail_is_sent_again_three_times_an_hour(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    for _ in range(3):
        assert not (await seller.do("resendSetupEmail", orderId=id)).refused
    assert (await seller.do("resendSetupEmail", orderId=id)).refused == ["TOO_MANY_ATTEMPTS"]
    product.later(hours=1)
    assert not (await seller.do("resendSetupEmail", orderId=id)).refused


async def test_the_contact_is_changed_five_times_a_day(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    for number in range(5):
        change = {"orderId": id, "email": f"p{number}@partner.example"}
        assert not (await seller.do("changeProvisioningContact", **change)).refused
    sixth = await seller.do("changeProvisioningContact", orderId=id, email="p6@partner.example")
    assert sixth.fields == {"email": "TOO_MANY_ATTEMPTS"}


async def test_full_rights_are_asked_for_once_a_day(product: Product) -> None:
    await product.directory()
    small = [{"name": "Webex Messaging", "service": "MESSAGING", "scope": "ORGANIZATION_WIDE", "totalUnits": 5}]
    contact, order = await product.partnered(licenses=small)
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await product.provision()
    asked = (await contact.do("requestFullAdministrator", orderId=order["id"])).order
    customer = await product.opened(ADMIN)
    decision = {"requestId": asked["administratorRequest"]["id"], "approve": False}
    assert not (await customer.do("decideAdministratorRequest", **decision)).refused
    assert (await contact.do("requestFullAdministrator", orderId=order["id"])).refused == ["TOO_MANY_ATTEMPTS"]


# ---------------------------------------------------------------- addresses


MAILS = "query ($id: ID!) { order(id: $id) { emails { kind to } } }"


async def test_mails_do_not_tell_the_partners_side_who_administers_the_customer(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    seller = await product.integrator("cloud-sales")
    for viewer, full in ((contact, False), (seller, False), (await product.opened(ADMIN), True)):
        mails = (await viewer.ask(MAILS, id=order["id"]))["order"]["emails"]
        told = {mail["kind"]: mail["to"] for mail in mails}
        assert told["SUBSCRIPTION_ADDED"] == (ADMIN if full else "a•••@globex.example")
        assert told["SETUP"] == "user@north.example"


# ---------------------------------------------------------------- answers that are asked for again


async def test_a_repeated_key_does_not_bring_a_former_contacts_view_back(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened("pat@partner.example")
    choice = {"orderId": id, "audience": "CUSTOMER"}
    first = (await contact.do("chooseAudience", key="k", **choice)).order
    assert first["viewerRole"] == "PROVISIONING_CONTACT"
    assert (await contact.do("chooseAudience", key="k", **choice)).order == first
    await contact.do("delegateOrder", orderId=id, email="bo@partner.example")
    again = (await contact.do("chooseAudience", key="k", **choice)).order
    assert (again["viewerRole"], again["services"], again["summaryUrl"]) == ("FORMER_CONTACT", [], None)


# ---------------------------------------------------------------- links


async def test_a_session_of_one_order_does_not_open_another_orders_link_without_a_code(product: Product) -> None:
    await product.place()
    first = await product.link("pat@partner.example")
    await product.place()
    second = await product.link("pat@partner.example")
    assert not (await product.browser().do("openSetupLink", token=second)).refused
    forwarded = product.browser()
    assert not (await forwarded.do("openSetupLink", token=first)).refused
    assert (await forwarded.do("openSetupLink", token=second)).refused == ["CODE_REQUIRED"]


async def test_the_links_of_a_mapped_order_expire_but_the_contacts(product: Product) -> None:
    await product.directory()
    await product.partnered()
    contact, customer = await product.link("user@north.example"), await product.link(ADMIN)
    product.later(days=31)
    assert (await product.browser().do("openSetupLink", token=customer)).refused == ["EXPIRED"]
    assert (await product.browser().do("openSetupLink", token=contact)).refused == ["CODE_REQUIRED"]
    await product.browser().do("requestNewSetupLink", token=customer)
    assert not (await product.browser().do("openSetupLink", token=await product.link(ADMIN))).refused


async def test_an_old_link_brings_nobody_back_who_is_out(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    old = await product.link("pat@partner.example")
    await seller.do("resendSetupEmail", orderId=id)
    contact = await product.opened("pat@partner.example")
    await contact.do("delegateOrder", orderId=id, email="bo@partner.example")
    before = len(await product.mails(to="pat@partner.example"))
    assert (await product.browser().do("requestNewSetupLink", token=old)).payload["accepted"]
    assert len(await product.mails(to="pat@partner.example")) == before


async def test_an_undone_mapping_sends_the_customer_no_new_link(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    token = await product.link(ADMIN)
    await contact.do("undoMapping", orderId=order["id"])
    before = len(await product.mails(to=ADMIN))
    await product.browser().do("requestNewSetupLink", token=token)
    assert len(await product.mails(to=ADMIN)) == before


async def test_signing_out_everywhere_by_a_link_ends_only_the_sessions_of_its_order(product: Product) -> None:
    await product.place()
    person = await product.signed_in("pat@partner.example")
    await product.place(companyName="Other")
    by_link = await product.opened("pat@partner.example")
    await by_link.ask("mutation { signOut(everywhere: true) { userErrors { code } } }")
    assert (await by_link.ask("{ viewer { email } }"))["viewer"] is None
    assert (await person.ask("{ viewer { email } }"))["viewer"] == {"email": "pat@partner.example"}


# ---------------------------------------------------------------- questions that tell too much


async def test_the_availability_of_a_site_name_does_not_tell_a_stranger_who_holds_it(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    stranger, _ = await product.choosing("user@south.example")
    query = 'query ($id: ID!) { siteNameAvailability(siteName: "acme-hq", serviceId: $id) { available } }'
    for caller, available in ((contact, True), (stranger, False)):
        answer = await caller.ask(query, id=meetings)
        assert answer["siteNameAvailability"] == {"available": available}


@pytest.mark.parametrize(
    "cursor", ['["abc"]', '["abc",1]', "[9223372036854775808]", "[-1]", '["2026-01-01",1]', "[[]]"]
)
async def test_a_cursor_that_is_none_of_ours_is_bad_input(product: Product, cursor: str) -> None:
    id = (await product.place())["id"]
    contact = await product.opened("pat@partner.example")
    after = urlsafe_b64encode(cursor.encode()).decode().rstrip("=")
    orders = "query ($after: String) { orders(after: $after) { edges { node { id } } } }"
    timeline = "query ($id: ID!, $after: String) { order(id: $id) { timeline(after: $after) { edges { cursor } } } }"
    assert (await contact.send(orders, {"after": after})).refused == ["BAD_USER_INPUT"]
    assert (await contact.send(timeline, {"id": id, "after": after})).refused == ["BAD_USER_INPUT"]


async def test_a_former_contact_finds_nothing_by_what_he_may_not_see(product: Product) -> None:
    id = (await product.place())["id"]
    former = await product.opened("pat@partner.example")
    await former.do("delegateOrder", orderId=id, email="bo@partner.example")
    found = "query ($text: String) { orders(filter: { text: $text }) { edges { node { id } } } }"
    assert (await former.ask(found, text="bo@partner.example"))["orders"]["edges"] == []
    assert len((await former.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"]) == 1
    delegate = await product.opened("bo@partner.example")
    assert len((await delegate.ask(found, text="bo@partner.example"))["orders"]["edges"]) == 1


async def test_support_sees_no_address_in_full(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened("pat@partner.example")
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    support = await product.support()
    change = {"orderId": id, "email": "bo@partner.example", "reason": "Asked for.", "expectedVersion": 0}
    stale = await support.do("changeProvisioningContact", **change)
    assert [error["changedBy"] for error in stale.payload["userErrors"]] == ["p•••@partner.example"]
    seller = "query ($id: ID!) { order(id: $id) { seller { contactEmail } } }"
    assert (await support.ask(seller, id=id))["order"]["seller"] == {"contactEmail": "o•••@seller.example"}
    order = await dossier.read(number_of("Order", id))
    assert order is not None
    assert summary_of(order, mask=True).contact_email == "p•••@partner.example"


async def test_a_get_request_of_another_site_is_refused(product: Product) -> None:
    answer = await product.browser().get("/graphql?query={viewer{email}}", **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


async def test_a_key_that_is_too_long_is_refused(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    assert (await seller.do("placeOrder", key="k" * 201, **product.order_input())).refused == ["BAD_USER_INPUT"]


async def test_a_web_address_is_no_name_of_an_organization(product: Product) -> None:
    contact, id = await product.choosing()
    new = {"companyName": "https://evil.example/login", "businessVertical": "OTHER", "country": "DE"}
    answer = await contact.do("createOrganization", orderId=id, slot="CUSTOMER", **new)
    assert answer.fields == {"companyName": "INVALID"}


async def test_an_organization_that_is_not_confirmed_is_hidden_from_readers(product: Product) -> None:
    contact, id = await product.choosing()
    hooli = (await create(contact, id, "CUSTOMER", "Hooli"))["customerOrganization"]["id"]
    reader = await product.integrator("reader", "organizations:read")
    assert (await reader.ask("query ($id: ID!) { node(id: $id) { id } }", id=hooli))["node"] is None


# ---------------------------------------------------------------- sign-in


async def test_a_code_for_an_unknown_address_is_queued_as_any_other_and_dropped_by_the_worker(product: Product) -> None:
    await product.browser().do("requestSignIn", email="nobody@partner.example")
    assert await EmailMessage.filter(recipient="nobody@partner.example").count() == 1
    assert await product.mails() == []
    assert not await EmailMessage.exists()


async def test_a_stranger_does_not_use_up_the_codes_of_a_mailbox(product: Product) -> None:
    await product.place()
    for _ in range(11):
        await product.browser().do("requestSignIn", email="pat@partner.example")
    assert len(await product.mails(to="pat@partner.example", kind="SIGN_IN_CODE")) == 10
    await product.browser(address="192.0.2.7").do("requestSignIn", email="pat@partner.example")
    assert len(await product.mails(to="pat@partner.example", kind="SIGN_IN_CODE")) == 11
