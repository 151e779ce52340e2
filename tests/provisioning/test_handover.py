"""Hand-over: the customer sets up their own services, and full administrator rights are asked for."""

import pytest

from tests.product import Product, choose, create, location, service, sites

ADMIN, HANK = "admin@globex.example", "hank@hooli.example"
SMALL = [{"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 5}]


async def completed(product: Product) -> str:
    """A partner's order for Globex whose only service is provisioned."""
    contact, order = await product.partnered(licenses=SMALL)
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    return str(order["id"])


async def test_handing_over_mails_every_administrator_of_the_customer_a_link(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    order = (await contact.do("handOverToCustomer", orderId=order["id"])).order
    assert order["customerSetsUpServices"] is True
    assert order["waitingFor"]["role"] == "CUSTOMER_ADMINISTRATOR"
    assert [mail["to"] for mail in await product.mails(kind="HAND_OVER")] == [ADMIN]
    customer = await product.opened(ADMIN)
    meetings = service(order, "MEETINGS")["id"]
    assert not (await customer.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))).refused
    assert not (await contact.do("setUpLater", serviceId=meetings)).refused  # the partner loses nothing


async def test_a_repeated_hand_over_sends_no_second_mail(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    for _ in range(2):
        assert not (await contact.do("handOverToCustomer", orderId=order["id"])).refused
    assert len(await product.mails(kind="HAND_OVER")) == 1


async def test_handing_over_with_the_confirmation_leaves_the_link_of_both_mails_alive(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    order = (await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)).order
    assert order["customerSetsUpServices"] is True
    mails = await product.mails(to=ADMIN)
    assert sorted(mail["kind"] for mail in mails) == ["HAND_OVER", "SUBSCRIPTION_ADDED"]
    links = {link.partition("#")[2] for mail in mails for link in mail["links"] if "/setup#" in link}
    browser = product.browser()
    for token in links:
        assert not (await browser.do("openSetupLink", token=token)).refused


async def test_a_new_customers_administrator_is_the_address_that_was_entered(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    await create(contact, id, "CUSTOMER", "Hooli")
    refused = await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    assert refused.fields == {"customerAdminEmail": "REQUIRED"}
    assert refused.payload["order"]["status"] == "FINDING_ORGANIZATIONS"
    wrong = await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail="hank")
    assert wrong.fields == {"customerAdminEmail": "INVALID"}
    order = (
        await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=HANK)
    ).order
    assert (order["partnerRole"], order["waitingFor"]["email"]) == ("FULL_ADMINISTRATOR", HANK)
    assert [mail["to"] for mail in await product.mails(kind="HAND_OVER")] == [HANK]
    customer = await product.opened(HANK)
    assert (await customer.order(id))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"
    again = await contact.do("handOverToCustomer", orderId=id, customerAdminEmail="other@hooli.example")
    assert not again.refused
    assert await product.mails(to="other@hooli.example") == []


async def test_an_order_for_ones_own_company_cannot_be_handed_over(product: Product) -> None:
    contact, order = await product.mapped()
    assert "handOverToCustomer" not in order["allowedMutations"]
    assert (await contact.do("handOverToCustomer", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]


async def test_the_partner_takes_service_setup_back(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert (await contact.do("takeBackServiceSetup", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]
    await contact.do("handOverToCustomer", orderId=order["id"])
    order = (await contact.do("takeBackServiceSetup", orderId=order["id"])).order
    assert (order["customerSetsUpServices"], order["waitingFor"]["role"]) == (False, "PROVISIONING_CONTACT")
    customer = await product.opened(ADMIN)
    assert "saveMeetingSites" in (await customer.order(order["id"]))["allowedMutations"]


async def test_the_customer_is_reminded_of_the_hand_over_once_after_a_week(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    await contact.do("handOverToCustomer", orderId=order["id"])
    product.later(days=6, hours=23)
    await product.worker.run_due_transitions()
    assert await product.mails(kind="REMINDER") == []
    for _ in range(2):
        product.later(hours=2)
        await product.worker.run_due_transitions()
        assert [mail["to"] for mail in await product.mails(kind="REMINDER")] == [ADMIN]
    await product.opened(ADMIN)


async def test_full_rights_are_asked_for_only_after_setup(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert (await contact.do("requestFullAdministrator", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]


@pytest.mark.parametrize(
    ("approve", "state", "role"),
    [(True, "APPROVED", "FULL_ADMINISTRATOR"), (False, "DENIED", "PROVISIONING_ADMINISTRATOR")],
)
async def test_the_customer_approves_or_denies_full_rights(
    product: Product, approve: bool, state: str, role: str
) -> None:
    await product.directory()
    id = await completed(product)
    partner = await product.signed_in("user@north.example")
    order = (await partner.do("requestFullAdministrator", orderId=id)).order
    assert order["administratorRequest"]["state"] == "PENDING"
    assert (await partner.do("requestFullAdministrator", orderId=id)).refused == ["STEP_NOT_ALLOWED"]
    assert [mail["to"] for mail in await product.mails(kind="ADMINISTRATOR_REQUEST")] == [ADMIN]
    customer = await product.opened(ADMIN)
    pending = (await customer.ask("{ viewer { administratorRequests { id requestedBy } } }"))["viewer"]
    [request] = pending["administratorRequests"]
    assert request["requestedBy"] == "user@north.example"
    decision = {"requestId": request["id"], "approve": approve}
    assert (await partner.do("decideAdministratorRequest", **decision)).refused == ["FORBIDDEN"]
    order = (await customer.do("decideAdministratorRequest", **decision)).order
    assert (order["administratorRequest"]["state"], order["partnerRole"]) == (state, role)
    assert (await customer.do("decideAdministratorRequest", **decision)).refused == ["STEP_NOT_ALLOWED"]
    organization = "query ($id: ID!) { organization(id: $id) { viewerRole administrators } }"
    seen = (await partner.ask(organization, id=order["customerOrganization"]["id"]))["organization"]
    assert seen["viewerRole"] == (role if approve else None)
    assert bool(seen["administrators"]) is approve
    assert len(await product.mails(to="user@north.example", kind="NOTICE")) == 1


@pytest.mark.parametrize("worked", [False, True])
async def test_a_request_that_nobody_decides_expires_after_fourteen_days(product: Product, worked: bool) -> None:
    await product.directory()
    id = await completed(product)
    partner = await product.signed_in("user@north.example")
    request = (await partner.do("requestFullAdministrator", orderId=id)).order["administratorRequest"]["id"]
    product.later(days=14)
    if worked:
        await product.worker.run_due_transitions()
        assert (await (await product.integrator("cloud-sales")).order(id))["administratorRequest"]["state"] == "EXPIRED"
    customer = await product.signed_in(ADMIN)
    answer = await customer.do("decideAdministratorRequest", requestId=request, approve=True)
    assert answer.refused == ["EXPIRED"]
