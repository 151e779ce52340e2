"""The audience: for whom the order is, or who else shall complete it."""

import pytest

from tests.product import Product, choose, create, service, sites

PAT, EVE, ZOE = "pat@partner.example", "eve@partner.example", "zoe@partner.example"


async def test_choosing_the_audience_leads_to_the_first_missing_organization(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    assert (await contact.order(id))["nextStep"] == "AUDIENCE"
    order = (await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")).order
    assert (order["status"], order["nextStep"]) == ("FINDING_ORGANIZATIONS", "PARTNER_ORGANIZATION")
    order = (await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")).order
    assert order["nextStep"] == "CUSTOMER_ORGANIZATION"


async def test_another_audience_drops_the_organizations_and_deletes_what_was_created(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    created = (await create(contact, id, "CUSTOMER", "Hooli"))["customerOrganization"]["id"]
    order = (await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")).order
    assert (order["partnerOrganization"], order["customerOrganization"]) == (None, None)
    assert (await contact.ask("query ($id: ID!) { node(id: $id) { id } }", id=created))["node"] is None


async def test_the_same_audience_again_keeps_the_organizations(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    order = (await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")).order
    assert order["customerOrganization"]["displayName"] == "Globex"


async def test_handing_an_order_over_mails_the_delegate_the_former_contact_and_the_seller(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    order = (await contact.do("delegateOrder", orderId=id, email=EVE)).order
    assert order["viewerRole"] == "FORMER_CONTACT"
    assert {(mail["to"], mail["kind"]) for mail in (await product.mails())[:3]} == {
        (EVE, "SETUP"),
        (PAT, "DELEGATION_NOTICE"),
        ("orders@seller.example", "DELEGATION_NOTICE"),
    }
    delegate = await product.opened(EVE)
    assert (await delegate.order(id))["viewerRole"] == "PROVISIONING_CONTACT"


async def test_a_former_contact_sees_where_the_order_stands_and_nothing_more(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    await contact.do("delegateOrder", orderId=id, email=EVE)
    order = await contact.order(id)
    assert order["allowedMutations"] == ["takeBackOrder"]
    assert order["delegation"] == {"delegateEmail": EVE, "canTakeBack": True}  # who typed it sees a typo
    assert order["provisioningContactEmail"] == "e•••@partner.example"
    assert (order["services"], order["summaryUrl"], order["partnerOrganization"]) == ([], None, None)
    hidden = "query ($id: ID!) { order(id: $id) { subscription { id } emails { to } people { email } } }"
    assert (await contact.ask(hidden, id=id))["order"] == {"subscription": None, "emails": [], "people": []}
    timeline = "query ($id: ID!) { order(id: $id) { timeline { edges { node { actor kind } } } } }"
    seen = (await contact.ask(timeline, id=id))["order"]["timeline"]["edges"]
    assert [edge["node"]["kind"] for edge in seen] == ["contact_changed"]
    assert (await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")).refused == ["FORBIDDEN"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Jörg@münchen.example", "Jörg@münchen.example"),
        ("jo@xn--mnchen-3ya.example", "jo@münchen.example"),
        ("jo@аpple.example", "jo@xn--pple-43d.example"),  # a Cyrillic letter among Latin ones stays in sight
        ("jo@пример.example", "jo@пример.example"),
    ],
)
async def test_who_typed_the_address_of_a_delegate_reads_it_whole_and_in_its_own_letters(
    product: Product, typed: str, shown: str
) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    await contact.do("delegateOrder", orderId=id, email=typed)
    assert (await contact.order(id))["delegation"]["delegateEmail"] == shown
    [note] = await product.mails(PAT, "DELEGATION_NOTICE")
    assert shown in note["text"]
    support = await product.support()
    masked = f"{shown[0]}•••@{shown.partition('@')[2]}"
    assert (await support.order(id))["delegation"]["delegateEmail"] == masked


async def test_a_contact_whom_another_changed_sees_the_new_one_masked(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    contact = await product.opened(PAT)
    await seller.do("changeProvisioningContact", orderId=id, email=EVE)
    assert (await contact.order(id))["delegation"]["delegateEmail"] == "e•••@partner.example"


async def test_the_former_contact_takes_the_order_back_and_everything_is_as_it_was(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    before = await contact.order(id)
    await contact.do("delegateOrder", orderId=id, email=EVE)
    link = await product.link(EVE)
    order = (await contact.do("takeBackOrder", orderId=id)).order
    for field in ("status", "audience", "nextStep", "partnerOrganization", "customerOrganization"):
        assert order[field] == before[field]
    assert (await product.browser().do("openSetupLink", token=link)).refused == ["LINK_HANDED_OVER"]
    assert (await contact.do("takeBackOrder", orderId=id)).refused == ["FORBIDDEN"]


async def test_once_the_delegate_has_signed_in_the_order_stays_with_him(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    await contact.do("delegateOrder", orderId=id, email=EVE)
    await product.opened(EVE)
    order = await contact.order(id)
    assert (order["allowedMutations"], order["delegation"]["canTakeBack"]) == ([], False)
    assert (await contact.do("takeBackOrder", orderId=id)).refused == ["STEP_NOT_ALLOWED"]


async def test_a_delegate_who_signs_in_by_code_has_signed_in_too(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    await contact.do("delegateOrder", orderId=id, email=EVE)
    await product.signed_in(EVE)
    assert (await contact.do("takeBackOrder", orderId=id)).refused == ["STEP_NOT_ALLOWED"]


async def test_a_delegate_who_was_signed_in_already_keeps_the_order_once_he_has_begun(product: Product) -> None:
    await product.place(provisioningContactEmail=EVE)
    delegate = await product.signed_in(EVE)
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    order = (await contact.do("delegateOrder", orderId=id, email=EVE)).order
    assert order["delegation"]["canTakeBack"] is True
    assert not (await delegate.do("chooseAudience", orderId=id, audience="OWN_COMPANY")).refused
    assert (await contact.order(id))["delegation"]["canTakeBack"] is False
    assert (await contact.do("takeBackOrder", orderId=id)).refused == ["STEP_NOT_ALLOWED"]


async def test_only_who_handed_the_order_over_last_can_take_it_back(product: Product) -> None:
    id = (await product.place())["id"]
    first = await product.opened(PAT)
    await first.do("delegateOrder", orderId=id, email=EVE)
    second = await product.opened(EVE)
    await second.do("delegateOrder", orderId=id, email=ZOE)
    assert (await first.order(id))["allowedMutations"] == []
    assert (await first.do("takeBackOrder", orderId=id)).refused == ["STEP_NOT_ALLOWED"]
    assert (await second.do("takeBackOrder", orderId=id)).order["viewerRole"] == "PROVISIONING_CONTACT"


async def test_the_choices_of_the_former_contact_are_proposals_to_the_delegate(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    await contact.do("delegateOrder", orderId=id, email="user@south.example")
    delegate = await product.opened("user@south.example")
    order = await delegate.order(id)
    assert (order["status"], order["nextStep"]) == ("AWAITING_CONTACT", "AUDIENCE")
    assert (order["audience"], order["customerOrganization"]["displayName"]) == ("CUSTOMER", "Globex")
    match = """query ($id: ID!) { order(id: $id) {
      organizationMatch(slot: PARTNER) { organization { organization { displayName } } } } }"""
    found = (await delegate.ask(match, id=id))["order"]["organizationMatch"]
    assert found["organization"]["organization"]["displayName"] == "South"
    assert (await delegate.do("confirmOrganizations", orderId=id)).refused == ["STEP_NOT_ALLOWED"]
    order = (await delegate.do("chooseAudience", orderId=id, audience="CUSTOMER")).order
    assert order["nextStep"] == "REVIEW_ORGANIZATIONS"


async def test_nobody_hands_an_order_to_himself_or_to_no_address(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    assert (await contact.do("delegateOrder", orderId=id, email="PAT@partner.EXAMPLE")).fields == {
        "email": "SAME_ADDRESS"
    }
    assert (await contact.do("delegateOrder", orderId=id, email="eve at home")).fields == {"email": "INVALID"}
    assert (await contact.do("delegateOrder", orderId=id, email=" ")).fields == {"email": "REQUIRED"}


async def test_an_order_is_handed_over_five_times_a_day(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    for number in range(5):
        assert not (await contact.do("delegateOrder", orderId=id, email=f"e{number}@partner.example")).refused
        assert not (await contact.do("takeBackOrder", orderId=id)).refused
    assert (await contact.do("delegateOrder", orderId=id, email=EVE)).refused == ["TOO_MANY_ATTEMPTS"]
    assert (await contact.order(id))["viewerRole"] == "PROVISIONING_CONTACT"
    product.later(days=1, seconds=1)
    contact = await product.opened(PAT)
    assert not (await contact.do("delegateOrder", orderId=id, email=EVE)).refused


async def test_a_delegation_sent_again_after_a_timeout_gets_its_first_answer(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    first = await contact.do("delegateOrder", orderId=id, email=EVE, key="k1")
    again = await contact.do("delegateOrder", orderId=id, email=EVE, key="k1")
    assert again.payload == first.payload
    assert len(await product.mails(to=EVE)) == 1


async def test_service_drafts_survive_a_change_of_mapping_and_of_contact(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex-one"))
    await contact.do("undoMapping", orderId=id)
    await contact.do("delegateOrder", orderId=id, email="admin@north.example")
    delegate = await product.opened("admin@north.example")
    await delegate.do("chooseAudience", orderId=id, audience="CUSTOMER")
    order = (await delegate.do("confirmOrganizations", orderId=id)).order
    assert [site["siteName"] for site in service(order, "MEETINGS")["sites"]] == ["globex-one"]
    assert order["nextStep"] == "MEETINGS_REVIEW"


async def test_the_seller_changes_the_contact_and_the_former_one_cannot_take_it_back(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    contact = await product.opened(PAT)
    order = (await seller.do("changeProvisioningContact", orderId=id, email=EVE)).order
    assert order["provisioningContactEmail"] == EVE
    order = await contact.order(id)
    assert (order["viewerRole"], order["allowedMutations"]) == ("FORMER_CONTACT", [])
    assert (await product.opened(EVE)).http.cookies["session"]
