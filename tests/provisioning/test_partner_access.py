"""Who has access: what a customer sees of its partners, ending it, and asking for it again."""

import asyncio
from typing import Any

import pytest

from backend import database
from backend.models.organization import Organization, OrganizationUser
from backend.provisioning import listed_orders
from backend.schema.ids import global_id, number_of
from tests.api import Caller
from tests.product import Product, choose, create, location, service, sites

ADMIN, CONTACT, PARTNER = "admin@globex.example", "user@north.example", "admin@north.example"
SMALL = [{"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 5}]
ACCESS = """query ($id: ID!) { organization(id: $id) { allowedMutations
  history { kind summary actor reason }
  partnerAccess { right since endedAt programs partnerName customerName
    people { email right since orderIds } orders { id orderNumber right waitsForPartner }
    request { id requestedBy reason state } }
  endedAccess { right endedAt customerName people { email } orders { id } request { state } } } }"""
SEE = "query ($id: ID!) { order(id: $id) { id } orders { edges { node { id } } } }"


async def id_of(name: str) -> str:
    """The global id of an organization by its id in the directory."""
    return str(global_id("Organization", (await Organization.get(external_id=name)).id))


async def organization(caller: Caller, id: str) -> Any:
    """An organization with who has access to it."""
    return (await caller.ask(ACCESS, id=id))["organization"]


async def sees(caller: Caller, order: str) -> bool:
    """Whether somebody sees an order; its page and the list agree."""
    page = await caller.send("query ($id: ID!) { order(id: $id) { id } }", {"id": order})
    listed = (await caller.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"]
    assert (page.errors == []) is bool(listed), (page, listed)
    return bool(listed)


async def completed(product: Product) -> str:
    """A partner's order for Globex whose only service is provisioned."""
    contact, order = await product.partnered(licenses=SMALL)
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    return str(order["id"])


async def test_the_picture_shows_exactly_who_sees_the_order(product: Product) -> None:
    """Everybody of the partner's side whom the picture names sees it, nobody else does; and after its end nobody."""
    await product.directory()
    contact, order = await product.partnered()
    id, globex, north = order["id"], await id_of("Globex"), await id_of("North")
    await product.program("North")
    calling = service(order, "CALLING")["id"]
    assert not (await contact.do("delegateService", serviceId=calling, email="vera@voice.example")).refused
    admin = await product.signed_in(ADMIN)
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert (access["partnerName"], access["right"], access["programs"]) == (
        "North",
        "PROVISIONING_ADMINISTRATOR",
        True,
    )
    people = [(one["email"], one["right"], one["orderIds"]) for one in access["people"]]
    assert people == [
        (PARTNER, "PROVISIONING_ADMINISTRATOR", [id]),
        (CONTACT, "PROVISIONING_ADMINISTRATOR", [id]),
        ("vera@voice.example", "SERVICE_DELEGATE", [id]),
    ]
    assert [(one["id"], one["waitsForPartner"]) for one in access["orders"]] == [(id, True)]
    others = {email: await product.signed_in(email) for email in (PARTNER, CONTACT, "vera@voice.example")}
    stranger = await product.signed_in("admin@south.example")
    assert [await sees(caller, id) for caller in (*others.values(), stranger)] == [True, True, True, False]
    typed: dict[str, Any] = {"orderId": id, "entries": "{}", "version": 1, "writer": "one-device", "number": 0}
    for caller, step in (
        (contact, "MEETINGS_SITES"),
        (others[PARTNER], "MEETINGS_SITES"),
        (others["vera@voice.example"], "CALLING_LOCATION"),
        (admin, "MEETINGS_SITES"),
    ):
        assert not (await caller.do("keepTypedStep", step=step, **typed)).refused
    ended = await admin.do("endPartnerAccess", organizationId=globex, partnerId=north, reason="We changed partners")
    assert not ended.refused
    assert await database.rows("SELECT email_key FROM typed_step") == [{"email_key": ADMIN}]
    assert [await sees(caller, id) for caller in others.values()] == [False, False, False]
    assert (await contact.send(SEE, {"id": id})).refused == ["NOT_FOUND"]  # also the session of the link
    assert await sees(admin, id)
    assert await listed_orders.repair() == 0
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert (access["right"], access["people"], access["orders"], access["programs"]) == (None, [], [], False)
    assert access["endedAt"] is not None


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_links_of_the_partners_people_name_nobody_once_their_access_was_ended(product: Product) -> None:
    await product.directory()
    id = (await product.place(provisioningContactEmail="first@north.example"))["id"]
    first, links = await product.opened("first@north.example"), [await product.link("first@north.example")]
    assert not (await first.do("delegateOrder", orderId=id, email=CONTACT)).refused
    contact = await product.opened(CONTACT)
    links.append(await product.link(CONTACT))
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    await choose(contact, id, "PARTNER", "north.example")
    await choose(contact, id, "CUSTOMER", "globex.example")
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    admin, globex, north = await product.signed_in(ADMIN), await id_of("Globex"), await id_of("North")
    assert not (await admin.do("endPartnerAccess", organizationId=globex, partnerId=north)).refused
    told = len(await product.mails())
    for link in links:
        [error] = (await product.browser().do("openSetupLink", token=link)).payload["userErrors"]
        assert (error["code"], error["handedTo"]) == ("LINK_HANDED_OVER", None)
        await product.browser().do("requestNewSetupLink", token=link)
    for caller in (first, contact):
        assert (await caller.ask("{ viewer { roles } }"))["viewer"]["roles"] == []
    assert len(await product.mails()) == told


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_what_waited_for_the_partner_waits_for_the_customer(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))).refused
    assert not (await contact.do("saveCallingLocation", serviceId=calling, **location())).refused
    assert not (await contact.do("submitService", serviceId=calling)).refused
    admin, globex, north = await product.signed_in(ADMIN), await id_of("Globex"), await id_of("North")
    assert not (await admin.do("endPartnerAccess", organizationId=globex, partnerId=north)).refused
    late = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("other"))
    assert late.refused == ["NOT_FOUND"]
    await product.provision()
    seen = await admin.order(order["id"])
    assert (seen["waitingFor"]["role"], seen["partnerRole"]) == ("CUSTOMER_ADMINISTRATOR", None)
    assert (service(seen, "MEETINGS")["state"], service(seen, "CALLING")["state"]) == (
        "READY_FOR_REVIEW",
        "PROVISIONED",
    )
    mine = "{ orders(filter: { myTurn: true }) { edges { node { id } } } }"
    assert [edge["node"]["id"] for edge in (await admin.ask(mine))["orders"]["edges"]] == [order["id"]]
    assert not (await admin.do("submitService", serviceId=meetings)).refused
    await product.provision()
    assert (await admin.order(order["id"]))["status"] == "COMPLETED"
    assert [mail["to"] for mail in await product.mails(kind="COMPLETION")] == [ADMIN]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_the_partner_is_told_and_gets_its_orders_again_if_the_customer_agrees(product: Product) -> None:
    await product.directory()
    id = await completed(product)
    globex, north = await id_of("Globex"), await id_of("North")
    admin, partner = await product.signed_in(ADMIN), await product.signed_in(PARTNER)
    link = await product.link(CONTACT)
    asked = await partner.do("requestPartnerAccess", organizationId=north, customerId=globex)
    assert asked.refused == ["STEP_NOT_ALLOWED"]
    for _ in range(2):  # the second time nothing is left to end
        ended = await admin.do("endPartnerAccess", organizationId=globex, partnerId=north, reason="We changed partners")
        assert not ended.refused
    told = await product.mails(kind="NOTICE")
    assert sorted(mail["to"] for mail in told) == [PARTNER, CONTACT]
    assert {mail["subject"] for mail in told} == {"Zugriff beendet: Globex"}
    assert all(f"/organizations/{north}/access" in mail["text"] for mail in told)
    assert all("We changed partners" in mail["text"] for mail in told)
    [lost] = (await organization(partner, north))["endedAccess"]
    assert (lost["customerName"], lost["people"], lost["orders"]) == ("Globex", [], [])
    asked = await partner.do("requestPartnerAccess", organizationId=north, customerId=globex, reason="Two sites left")
    assert not asked.refused
    again = await partner.do("requestPartnerAccess", organizationId=north, customerId=globex)
    assert again.refused == ["STEP_NOT_ALLOWED"]
    [mail] = await product.mails(ADMIN, "NOTICE")
    assert "Two sites left" in mail["text"]
    assert f"/organizations/{globex}/access" in mail["text"]
    [access] = (await organization(admin, globex))["partnerAccess"]
    request = access["request"]
    assert (request["requestedBy"], request["state"]) == (PARTNER, "PENDING")
    decision = {"requestId": request["id"], "approve": True}
    assert (await partner.do("decidePartnerAccessRequest", **decision)).refused == ["NOT_FOUND"]
    for _ in range(2):
        assert not (await admin.do("decidePartnerAccessRequest", **decision)).refused
    refused = await admin.do("decidePartnerAccessRequest", requestId=request["id"], approve=False)
    assert refused.refused == ["STEP_NOT_ALLOWED"]
    [dead] = (await product.browser().do("openSetupLink", token=link)).payload["userErrors"]
    assert (dead["code"], dead["message"]) == ("EXPIRED", "This link has expired.")  # no newer one was sent
    assert await sees(partner, id)
    assert await sees(await product.signed_in(CONTACT), id)
    assert (await admin.order(id))["partnerRole"] == "PROVISIONING_ADMINISTRATOR"
    assert await listed_orders.repair() == 0
    kinds = [event["kind"] for event in (await organization(admin, globex))["history"]]
    assert kinds == ["partner_access_granted", "partner_access_requested", "partner_access_ended"]
    timeline = "query ($id: ID!) { order(id: $id) { timeline(first: 2) { edges { node { summary } } } } }"
    edges = (await admin.ask(timeline, id=id))["order"]["timeline"]["edges"]
    assert "Gave North access again" in [edge["node"]["summary"] for edge in edges]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_customer_is_asked_once_a_day_and_three_times_a_month(product: Product) -> None:
    await product.directory()
    await completed(product)
    globex, north = await id_of("Globex"), await id_of("North")
    admin = await product.signed_in(ADMIN)
    await admin.do("endPartnerAccess", organizationId=globex, partnerId=north)
    refusals = []
    for hours in (0, 1, 24, 24, 24):
        product.later(hours=hours)
        partner = await product.signed_in(PARTNER)
        answer = await partner.do("requestPartnerAccess", organizationId=north, customerId=globex)
        refusals.append(answer.refused)
        if not answer.refused:
            admin = await product.signed_in(ADMIN)
            [access] = (await organization(admin, globex))["partnerAccess"]
            decline = {"requestId": access["request"]["id"], "approve": False}
            assert not (await admin.do("decidePartnerAccessRequest", **decline)).refused
    assert refusals == [[], ["TOO_MANY_ATTEMPTS"], [], [], ["TOO_MANY_ATTEMPTS"]]
    declined = [mail["subject"] for mail in await product.mails(PARTNER, "NOTICE") if "abgelehnt" in mail["subject"]]
    assert declined == ["Zugriff abgelehnt: Globex"] * 3


async def test_full_privileges_end_with_the_access_and_do_not_come_back_with_it(product: Product) -> None:
    await product.directory()
    id = await completed(product)
    contact = await product.signed_in(CONTACT)
    globex, north = await id_of("Globex"), await id_of("North")
    request = (await contact.do("requestFullAdministrator", orderId=id)).order["administratorRequest"]["id"]
    admin, partner = await product.signed_in(ADMIN), await product.signed_in(PARTNER)
    await admin.do("decideAdministratorRequest", requestId=request, approve=True)
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert [(one["email"], one["right"]) for one in access["people"]] == [
        (PARTNER, "FULL_ADMINISTRATOR"),
        (CONTACT, "FULL_ADMINISTRATOR"),
    ]
    new = {"organizationId": globex, "domain": "globex-new.example"}
    assert not (await contact.do("addDomain", **new)).refused
    # A partner's person with all privileges neither sees who has access nor ends another's.
    assert (await organization(contact, globex))["partnerAccess"] == []
    assert (await contact.do("endPartnerAccess", organizationId=globex, partnerId=north)).refused == ["FORBIDDEN"]
    assert not (await admin.do("endPartnerAccess", organizationId=globex, partnerId=north)).refused
    for caller in (contact, partner):
        assert (await caller.do("addDomain", **new)).refused == ["NOT_FOUND"]
    asked = await partner.do("requestPartnerAccess", organizationId=north, customerId=globex)
    assert not asked.refused
    [access] = (await organization(admin, globex))["partnerAccess"]
    await admin.do("decidePartnerAccessRequest", requestId=access["request"]["id"], approve=True)
    assert (await contact.do("addDomain", **new)).refused == ["FORBIDDEN"]
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert {one["right"] for one in access["people"]} == {"PROVISIONING_ADMINISTRATOR"}


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_customer_that_the_partner_created_keeps_its_organization(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    await create(contact, id, "CUSTOMER", "Hooli")
    handed: dict[str, Any] = {"customerSetsUpServices": True, "customerAdminEmail": "hank@hooli.example"}
    order = (await contact.do("confirmOrganizations", orderId=id, **handed)).order
    await product.opened("hank@hooli.example")
    hank, hooli, north = (
        await product.signed_in("hank@hooli.example"),
        order["customerOrganization"]["id"],
        await id_of("North"),
    )
    [access] = (await organization(hank, hooli))["partnerAccess"]
    assert {one["email"]: one["right"] for one in access["people"]} == {
        CONTACT: "FULL_ADMINISTRATOR",
        PARTNER: "FULL_ADMINISTRATOR",
    }
    assert not (await hank.do("endPartnerAccess", organizationId=hooli, partnerId=north)).refused
    support = await product.support()
    assert not (await support.do("undoMapping", orderId=id, reason="Sold to somebody else")).refused
    seen = await organization(hank, hooli)
    assert seen["partnerAccess"] == []
    again = await product.signed_in(CONTACT)
    assert (await again.order(id))[
        "customerOrganization"
    ] is None  # the contact finds the right one, if support undid it


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_only_a_customers_own_administrators_and_support_see_who_has_access(product: Product) -> None:
    await product.directory()
    contact, _ = await product.partnered()
    globex, north = await id_of("Globex"), await id_of("North")
    link_session = await product.opened(ADMIN)
    others = [
        await product.signed_in(one) for one in (PARTNER, CONTACT, "user@globex.example", "admin@initech.example")
    ]
    programs = [await product.program(name) for name in ("Globex", "North")]
    for caller in (contact, link_session, *others, *programs):
        answer = await caller.send(ACCESS, {"id": globex})
        assert not answer.data["organization"] or answer.data["organization"]["partnerAccess"] == []
        refused = await caller.do("endPartnerAccess", organizationId=globex, partnerId=north)
        assert refused.refused in (["FORBIDDEN"], ["NOT_FOUND"])
        refused = await caller.do("requestPartnerAccess", organizationId=globex, customerId=north)
        assert refused.refused in (["FORBIDDEN"], ["NOT_FOUND"])
    [seen] = (await organization(await product.support(), globex))["partnerAccess"]
    assert [one["email"] for one in seen["people"]] == ["a•••@north.example", "u•••@north.example"]
    nobody = await product.browser().do("endPartnerAccess", organizationId=globex, partnerId=north)
    assert nobody.refused == ["UNAUTHENTICATED"]


async def test_two_who_end_it_at_once_end_it_once(product: Product) -> None:
    await product.directory()
    await completed(product)
    globex, north = await id_of("Globex"), await id_of("North")
    callers = [await product.signed_in(ADMIN) for _ in range(3)]
    answers = await asyncio.gather(
        *(caller.do("endPartnerAccess", organizationId=globex, partnerId=north) for caller in callers)
    )
    assert [answer.refused for answer in answers] == [[], [], []]
    assert len(await product.mails(PARTNER, "NOTICE")) == 1
    found = await database.row("SELECT count(*) AS events FROM order_event WHERE kind = 'partner_access_ended'")
    assert found == {"events": 1}


GRANTS = "query ($id: ID!) { order(id: $id) { access { who message } } }"


async def told(caller: Caller, id: str) -> dict[str, str]:
    """Who gets which right by an order, as somebody reads it."""
    found = (await caller.ask(GRANTS, id=id))["order"]["access"]
    return {one["who"]: one["message"] for one in found}


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_what_the_review_tells_is_what_confirming_gives(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    assert await told(contact, id) == {}
    await choose(contact, id, "PARTNER", "north.example")
    await choose(contact, id, "CUSTOMER", "globex.example")
    setting_up = "Seeing this order and setting up its services"
    partners = {CONTACT: setting_up, "The full administrators of North, and its systems": setting_up}
    most = "Seeing this order, setting up its services, and ending the partner’s access"
    customers = {"The full administrators of Globex": most}
    assert await told(contact, id) == partners | customers
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    assert await told(contact, id) == partners | customers
    admin, globex = await product.signed_in(ADMIN), await id_of("Globex")
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert {one["email"]: one["right"] for one in access["people"]} == dict.fromkeys(
        (CONTACT, PARTNER), "PROVISIONING_ADMINISTRATOR"
    )
    summary = (await contact.get(f"/orders/{id}/summary.pdf")).content
    assert summary.startswith(b"%PDF")
    assert not (await admin.do("endPartnerAccess", organizationId=globex, partnerId=await id_of("North"))).refused
    assert await told(admin, id) == customers
    assert await told(await product.support(), id) == customers


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_who_creates_organizations_is_told_what_they_get_there(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing("kim@fresh.example")
    await create(contact, id, "PARTNER", "Fresh")
    await create(contact, id, "CUSTOMER", "Hooli")
    found = (await contact.ask(GRANTS, id=id))["order"]["access"]
    in_customer = "Full administrator privileges in Hooli, also after setup"
    assert [(one["who"], one["message"]) for one in found] == [
        ("kim@fresh.example", in_customer),
        ("The full administrators of Fresh, and its systems", in_customer),
        ("kim@fresh.example", "Full administrator privileges in Fresh"),
    ]
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    kim = await product.signed_in("kim@fresh.example")
    roles = (await kim.ask("{ viewer { organizations { displayName viewerRole } } }"))["viewer"]["organizations"]
    assert {one["displayName"]: one["viewerRole"] for one in roles} == dict.fromkeys(
        ("Fresh", "Hooli"), "FULL_ADMINISTRATOR"
    )


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_people_whom_only_the_directory_names_are_shown_and_go_too(product: Product) -> None:
    await product.directory()
    globex, north = await id_of("Globex"), await id_of("North")
    row: dict[str, Any] = {
        "organization_id": number_of("Organization", globex),
        "domain": "north.example",
        "status": "ACTIVE",
    }
    await OrganizationUser.create(email=CONTACT, email_key=CONTACT, administrator=True, for_partner=True, **row)
    admin, person = await product.signed_in(ADMIN), await product.signed_in(CONTACT)
    new = {"organizationId": globex, "domain": "globex-new.example"}
    assert not (await person.do("addDomain", **new)).refused
    [access] = (await organization(admin, globex))["partnerAccess"]
    assert (access["partnerName"], access["right"]) == ("North", None)
    assert [(one["email"], one["right"], one["since"], one["orderIds"]) for one in access["people"]] == [
        (CONTACT, "FULL_ADMINISTRATOR", None, [])
    ]
    assert not (await admin.do("endPartnerAccess", organizationId=globex, partnerId=north)).refused
    assert (await organization(admin, globex))["partnerAccess"] == []
    assert (await person.do("addDomain", **new)).refused == ["NOT_FOUND"]
