"""One service to one person: they set up Calling of an order and see nothing else of it; others may work on it too."""

from typing import Any

from backend import database
from tests.api import Caller
from tests.product import Product, create, location, service, sites

PAT, VERA = "pat@partner.example", "vera.voice@bücher.example"
VERA_KEY = "vera.voice@xn--bcher-kva.example"
SEEN = """query ($id: ID!) { order(id: $id) {
  viewerRole nextStep allowedMutations provisioningContactEmail seller { contactEmail } waitingFor { email }
  people { email } emails { id } subscription { id } summaryUrl customerAdminEmail
  partnerOrganization { id } customerOrganization { id } requirements { currentlyDue { step } }
  services { id kind delegate plan { message } ... on MeetingsService { licenses { id } } }
  timeline(first: 50) { edges { node { kind summary } } } } }"""


async def delegated(product: Product, to: str = VERA, kind: str = "CALLING") -> tuple[Caller, Any]:
    """A partner's contact who asked somebody to set up a service; the order."""
    await product.directory()
    contact, order = await product.partnered(PAT)
    answer = await contact.do("delegateService", serviceId=service(order, kind)["id"], email=to)
    assert not answer.refused
    return contact, answer.order


async def delegates(caller: Caller, id: str) -> set[str]:
    """Who is asked to set up a service of the order."""
    return {one["delegate"] for one in (await caller.ask(SEEN, id=id))["order"]["services"] if one["delegate"]}


async def test_a_delegate_sets_up_one_service_and_sees_nothing_else_of_the_order(product: Product) -> None:
    contact, order = await delegated(product)
    id, meetings, calling = order["id"], service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("secret-site"))
    [mail] = await product.mails(VERA_KEY)
    assert mail["subject"].startswith("Set up Calling for Acme: order ")
    assert PAT in mail["text"]
    assert not any(word in mail["text"] for word in ("Meetings", "Globex", "North", "orders@seller"))
    vera = await product.opened(VERA_KEY)
    told = (await vera.ask(SEEN, id=id))["order"]
    assert (told["viewerRole"], told["nextStep"]) == ("SERVICE_DELEGATE", "SERVICES")
    assert set(told["allowedMutations"]) == {"setUpNow", "setUpLater", "saveCallingLocation"}
    [own] = told["services"]
    assert (own["id"], own["delegate"]) == (calling, VERA)
    assert (told["provisioningContactEmail"], told["seller"]["contactEmail"]) == (PAT, "o•••@seller.example")
    for hidden in ("subscription", "summaryUrl", "partnerOrganization", "customerOrganization", "customerAdminEmail"):
        assert told[hidden] is None
    assert told["people"] == told["emails"] == told["timeline"]["edges"] == []
    whole = (await contact.ask(SEEN, id=id))["order"]
    for part in (meetings, whole["subscription"]["id"], whole["customerOrganization"]["id"]):
        assert (await vera.ask("query ($id: ID!) { node(id: $id) { id } }", id=part))["node"] is None
    assert (await vera.get(f"/orders/{id}/summary.pdf")).status_code == 404
    query = "query ($id: ID!) { siteNameProposals(serviceId: $id) }"
    assert (await vera.send(query, {"id": meetings})).refused == ["NOT_FOUND"]
    await contact.do("delegateService", serviceId=meetings, email=VERA)
    assert (await vera.ask(query, id=meetings))["siteNameProposals"][0] == "acme"  # as it was sold, not as it is mapped
    await contact.do("takeBackService", serviceId=meetings)
    for mutation in ("setUpNow", "submitService", "delegateService"):
        extra = {"email": "eve@x.example"} if mutation == "delegateService" else {}
        refused = ["FORBIDDEN" if extra else "NOT_FOUND"]
        assert (await vera.do(mutation, serviceId=meetings, **extra)).refused == refused
    assert (await vera.do("undoMapping", orderId=id)).refused == ["FORBIDDEN"]
    assert not (await vera.do("saveCallingLocation", serviceId=calling, **location())).refused
    assert not (await vera.do("submitService", serviceId=calling)).refused
    await product.provision()
    states = {one["kind"]: one["state"] for one in (await contact.order(id))["services"]}
    assert (states["CALLING"], states["MEETINGS"]) == ("PROVISIONED", "READY_FOR_REVIEW")
    assert (await vera.ask(SEEN, id=id))["order"]["allowedMutations"] == []
    # They would see what is added to the service later, also when the whole order is done.
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    done = (await contact.do("takeBackService", serviceId=calling)).order
    assert (done["status"], await delegates(contact, id)) == ("COMPLETED", set())
    assert (await vera.send(SEEN, {"id": id})).refused == ["NOT_FOUND"]


async def test_a_delegate_who_signs_in_by_code_finds_the_order_by_what_they_see_and_nothing_of_its_people(
    product: Product,
) -> None:
    _, order = await delegated(product, "vera@voice.example")
    vera = await product.signed_in("vera@voice.example")
    query = "query ($text: String!) { orders(filter: { text: $text }) { totalCount } viewer { roles } }"
    for text, count in ((order["orderNumber"], 1), ("Globex", 0), (PAT, 0), ("orders@seller.example", 0)):
        found = await vera.ask(query, text=text)
        assert (found["orders"]["totalCount"], found["viewer"]["roles"]) == (count, ["SERVICE_DELEGATE"]), text


async def test_whoever_works_on_the_services_takes_one_back_and_the_delegate_is_told(product: Product) -> None:
    contact, order = await delegated(product)
    calling = service(order, "CALLING")["id"]
    token, vera = await product.link(VERA_KEY), await product.opened(VERA_KEY)
    await vera.do("saveCallingLocation", serviceId=calling, **location())
    answer = await contact.do("takeBackService", serviceId=calling)
    assert answer.refused == []
    assert service(answer.order, "CALLING")["state"] == "READY_FOR_REVIEW"
    assert await delegates(contact, order["id"]) == set()
    assert (await vera.do("saveCallingLocation", serviceId=calling, **location())).refused == ["NOT_FOUND"]
    document = """mutation ($t: String!) { openSetupLink(input: { token: $t }) {
      userErrors { code ... on LinkRefused { seller { name contactEmail } } } } }"""
    [dead] = (await product.browser().ask(document, t=token))["openSetupLink"]["userErrors"]
    assert dead == {"code": "LINK_REPLACED", "seller": {"name": "Cloud Sales", "contactEmail": None}}
    asked = await product.browser().ask("query ($t: String!) { setupLink(token: $t) { state answer } }", t=token)
    assert asked["setupLink"] == {"state": "DECIDED", "answer": "TAKEN_BACK"}
    assert "took the setup of Calling back" in (await product.mails(VERA_KEY))[0]["text"]
    happened = await contact.ask(SEEN, id=order["id"])
    said = [edge["node"]["summary"] for edge in happened["order"]["timeline"]["edges"]]
    assert {f"Asked {VERA} to set up Calling", f"Took Calling back from {VERA}"} <= set(said)


async def test_what_gave_the_delegate_their_part_ends_it(product: Product) -> None:
    await product.directory()
    for mutation in ("undoMapping", "cancelOrder", "handOverToCustomer"):
        person = f"{mutation.lower()}@voice.example"
        contact, order = await product.partnered(PAT)
        caller = await product.integrator("cloud-sales") if mutation == "cancelOrder" else contact
        calling = service(order, "CALLING")["id"]
        for own in (calling, service(order, "MEETINGS")["id"]):
            await contact.do("delegateService", serviceId=own, email=person)
        vera = await product.opened(person)
        assert not (await caller.do(mutation, orderId=order["id"])).refused
        assert (await vera.do("setUpNow", serviceId=calling)).refused == ["NOT_FOUND"]
        assert await delegates(contact, order["id"]) == set()
        assert "took the setup of" in (await product.mails(person))[0]["text"]
    assert await database.rows("SELECT id FROM setup_link WHERE purpose = 'SERVICE' AND ended_at IS NULL") == []


async def test_a_dispute_halts_the_delegate_and_an_upheld_one_ends_their_part(product: Product) -> None:
    _, order = await delegated(product, "vera@voice.example")
    vera, customer = await product.opened("vera@voice.example"), await product.signed_in("admin@globex.example")
    calling = service(order, "CALLING")["id"]
    await customer.do("disputeMapping", orderId=order["id"])
    assert (await vera.do("setUpNow", serviceId=calling)).refused == ["DISPUTED"]
    support = await product.support()
    await support.do("resolveDispute", orderId=order["id"], uphold=True, reason="Theirs")
    assert (await vera.do("setUpNow", serviceId=calling)).refused == ["NOT_FOUND"]


async def test_another_person_takes_the_place_of_the_first_and_some_cannot_be_asked(product: Product) -> None:
    contact, order = await delegated(product)
    calling, meetings = service(order, "CALLING")["id"], service(order, "MEETINGS")["id"]
    vera = await product.opened(VERA_KEY)
    for email, code in ((PAT.upper(), "SAME_ADDRESS"), ("nobody", "INVALID"), ("", "REQUIRED")):
        assert (await contact.do("delegateService", serviceId=calling, email=email)).refused == [code]
    # The same person has both services with the newer link.
    await contact.do("delegateService", serviceId=meetings, email=VERA)
    assert len((await vera.ask(SEEN, id=order["id"]))["order"]["services"]) == 2
    await contact.do("delegateService", serviceId=calling, email="walt@voice.example")
    [left] = (await vera.ask(SEEN, id=order["id"]))["order"]["services"]
    assert left["kind"] == "MEETINGS"
    support = await product.support()
    assert await delegates(support, order["id"]) == {"v•••@bücher.example", "w•••@voice.example"}


async def test_it_is_the_delegates_turn_while_their_service_waits(product: Product) -> None:
    contact, order = await delegated(product, "vera@voice.example", "CALLING")
    vera = await product.signed_in("vera@voice.example")
    query = """{ orders { edges { node { waitingFor { role email } } } } viewer { orderOverview { myTurn } }
      mine: orders(filter: { myTurn: true }) { totalCount }
      others: orders(filter: { bucket: WAITING_FOR_OTHERS }) { totalCount } }"""

    async def seen() -> tuple[dict[str, str] | None, int, int, int]:
        found = await vera.ask(query)
        [edge] = found["orders"]["edges"]
        counts = found["mine"]["totalCount"], found["others"]["totalCount"]
        return edge["node"]["waitingFor"], found["viewer"]["orderOverview"]["myTurn"], *counts

    assert await seen() == ({"role": "SERVICE_DELEGATE", "email": "vera@voice.example"}, 1, 1, 0)
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    assert not (await contact.do("submitService", serviceId=calling)).refused
    assert await seen() == (None, 0, 0, 0)


async def test_lists_tell_a_delegate_nothing_of_whom_the_other_services_wait_for(product: Product) -> None:
    contact, order = await delegated(product, "vera@voice.example", "MEETINGS")
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("vera-site"))
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    vera = await product.signed_in("vera@voice.example")
    query = """{ all: orders { edges { node { waitingFor { role } standing } } }
      waiting: orders(filter: { bucket: WAITING_FOR_OTHERS }) { totalCount }
      resting: orders(filter: { myTurn: false }) { totalCount } viewer { orderOverview { waitingForOthers } } }"""
    found = await vera.ask(query)
    assert [edge["node"] for edge in found["all"]["edges"]] == [{"waitingFor": None, "standing": "PROVISIONED"}]
    counts = found["waiting"], found["resting"], found["viewer"]["orderOverview"]
    assert counts == ({"totalCount": 0}, {"totalCount": 1}, {"waitingForOthers": 0})


async def test_a_former_contact_who_is_a_delegate_gets_no_more_by_sending_a_mutation_again(product: Product) -> None:
    id = (await product.place(provisioningContactEmail="ann@acme.example"))["id"]
    document = """mutation ($id: ID!) { chooseAudience(input: { orderId: $id, audience: OWN_COMPANY }) {
      order { viewerRole emails { id } people { email } services { kind } } } }"""
    ann = await product.opened("ann@acme.example")
    first = await ann.send(document, {"id": id}, key="once")
    assert first.data["chooseAudience"]["order"]["viewerRole"] == "PROVISIONING_CONTACT"
    await ann.do("delegateOrder", orderId=id, email="bob@acme.example")
    bob = await product.opened("bob@acme.example")
    await bob.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    await create(bob, id, "CUSTOMER", "Acme")
    order = (await bob.do("confirmOrganizations", orderId=id)).order
    await bob.do("delegateService", serviceId=service(order, "CALLING")["id"], email="ann@acme.example")
    again = (await ann.send(document, {"id": id}, key="once")).data["chooseAudience"]["order"]
    expected = {"viewerRole": "SERVICE_DELEGATE", "emails": [], "people": [], "services": [{"kind": "CALLING"}]}
    assert again == expected


async def test_a_refusal_names_no_organization_to_a_delegate(product: Product) -> None:
    contact, order = await delegated(product, "vera@voice.example", "MEETINGS")
    other, earlier = await product.partnered("user@north.example")
    meetings = service(order, "MEETINGS")["id"]
    vera = await product.opened("vera@voice.example")
    await vera.do("saveMeetingSites", serviceId=meetings, sites=sites("vera-site"))
    first = service(earlier, "MEETINGS")["id"]
    await other.do("saveMeetingSites", serviceId=first, sites=sites("first-site"))
    await other.do("submitService", serviceId=first)
    await product.provision()
    document = """mutation ($id: ID!) { submitService(input: { serviceId: $id }) { userErrors { message } } }"""
    needed = "query ($id: ID!) { order(id: $id) { requirements { errors { message } } } }"
    for caller, name in ((vera, "Acme"), (contact, "Globex")):
        [refused] = (await caller.ask(document, id=meetings))["submitService"]["userErrors"]
        assert refused["message"].startswith(f"{name} now has a primary site, first-site.webex.com.")
        [told] = (await caller.ask(needed, id=order["id"]))["order"]["requirements"]["errors"]
        assert told == refused
