"""Tokens of organizations: their programs do what the organization's full administrators could, and no more."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest

from backend import database
from backend.models.organization import OrganizationUser
from backend.schema.ids import global_id, number_of
from tests.api import Caller
from tests.product import Product, choose, create, location, service, sites


async def mapped_by_program(partner: Caller, id: str, customer: str) -> Any:
    """A partner's program maps an order that names its organization; the order."""
    assert not (await partner.do("chooseAudience", orderId=id, audience="CUSTOMER")).refused
    await choose(partner, id, "PARTNER", "north.example")
    if customer == "new":
        await create(partner, id, "CUSTOMER", "Umbrella")
    else:
        await choose(partner, id, "CUSTOMER", "globex.example")
    return (await partner.do("confirmOrganizations", orderId=id)).order


async def set_up(program: Caller, order: Any) -> None:
    """A program enters everything that an order asks for, and closes."""
    meetings, calling = service(order, "MEETINGS"), service(order, "CALLING")
    site = f"site-{order['orderNumber'].lower()}"
    assert not (await program.do("saveMeetingSites", serviceId=meetings["id"], sites=sites(site))).refused
    assert not (await program.do("saveCallingLocation", serviceId=calling["id"], **location())).refused
    for kind in (meetings, calling):
        answer = await program.do("submitService", serviceId=kind["id"])
        assert not answer.refused, answer


@pytest.mark.parametrize("customer", ["new", "known"])
async def test_programs_alone_take_an_order_from_placement_to_completed(product: Product, customer: str) -> None:
    """A seller's token places it and a partner organization's does all the rest; nobody reads a mailbox."""
    await product.directory()
    seller, partner = await product.integrator("cloud-sales"), await product.program("North")
    id = (await product.place(seller, partnerOrganizationExternalId="North"))["id"]
    seen = await partner.order(id)
    assert (seen["viewerRole"], seen["nextStep"]) == ("PARTNER_ADMINISTRATOR", "AUDIENCE")
    order = await mapped_by_program(partner, id, customer)
    await set_up(partner, order)
    await product.provision()
    order = await partner.order(id)
    assert (order["status"], order["requirements"]["currentlyDue"]) == ("COMPLETED", [])
    assert service(order, "MEETINGS")["savedBy"] == "Sync (North)"
    assert (await partner.get(order["summaryUrl"])).status_code == 200
    assert (await partner.get(f"/orders/{id}/timeline.jsonl")).text.count("Sync (North)") > 5
    for opened in await product.mails():
        assert "Sync (North)" not in opened["to"]


async def test_a_customers_program_sets_up_what_was_handed_over_and_decides(product: Product) -> None:
    await product.directory()
    partner, customer = await product.program("North"), await product.program("Globex")
    id = (await product.place(partnerOrganizationExternalId="North"))["id"]
    assert (await customer.send(f'{{ order(id: "{id}") {{ id }} }}')).refused == ["NOT_FOUND"]
    order = await mapped_by_program(partner, id, "known")
    calling = service(order, "CALLING")["id"]
    assert not (await partner.do("delegateService", serviceId=calling, email="vera@voice.example")).refused
    [asked] = await product.mails("vera@voice.example", "SERVICE_DELEGATION")
    assert {"Sync (North)", "pat@partner.example"} <= set(re.findall(r"Sync \(North\)|[\w@.]+\w", asked["text"]))
    assert not (await partner.do("handOverToCustomer", orderId=id)).refused
    seen = await customer.order(id)
    assert (seen["viewerRole"], seen["waitingFor"]["role"]) == ("CUSTOMER_ADMINISTRATOR", "CUSTOMER_ADMINISTRATOR")
    mine = "{ orders(filter: { myTurn: true }) { edges { node { id } } } }"
    assert [edge["node"]["id"] for edge in (await customer.ask(mine))["orders"]["edges"]] == [id]
    await set_up(customer, seen)
    await product.provision()
    # It asks for the contact of the order: only a person can be an administrator.
    asked_for = (await partner.do("requestFullAdministrator", orderId=id)).order["administratorRequest"]
    waits = (await customer.ask("{ viewer { administratorRequests { id requestedBy } } }"))["viewer"]
    assert waits["administratorRequests"] == [{"id": asked_for["id"], "requestedBy": "pat@partner.example"}]
    answer = await customer.do("decideAdministratorRequest", requestId=asked_for["id"], approve=True)
    assert answer.order["administratorRequest"]["state"] == "APPROVED"


async def test_what_became_of_a_programs_dispute_is_told_to_its_administrators(product: Product) -> None:
    await product.directory()
    partner, customer, support = (
        await product.program("North"),
        await product.program("Globex"),
        await product.support(),
    )
    id = (await product.place(partnerOrganizationExternalId="North"))["id"]
    await mapped_by_program(partner, id, "known")
    assert not (await customer.do("disputeMapping", orderId=id, reason="Not ours")).refused
    answer = await support.do("resolveDispute", orderId=id, uphold=False, reason="It is")
    assert not answer.refused
    told = [mail["to"] for mail in await product.mails(kind="NOTICE") if "It is" in mail["text"]]
    assert sorted(told) == ["admin@globex.example", "pat@partner.example"]


async def test_a_token_that_is_named_like_a_seller_is_not_that_seller(product: Product) -> None:
    await product.directory()
    placed = await product.place(await product.integrator("Sync"))
    partner = await product.program("North")
    assert (await partner.send(f'{{ order(id: "{placed["id"]}") {{ id }} }}')).refused == ["NOT_FOUND"]
    assert (await partner.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"] == []
    for mutation in ("placeOrder", "placeOrders"):
        input: Any = product.order_input()
        sent = {"input": [input] if mutation == "placeOrders" else input}
        field = "results" if mutation == "placeOrders" else "order"
        kind = "[PlaceOrderInput!]!" if mutation == "placeOrders" else "PlaceOrderInput!"
        query = f"mutation ($input: {kind}) {{ {mutation}(input: $input) {{ {field} {{ __typename }} }} }}"
        refused = await partner.send(query, sent)
        assert refused.refused == ["FORBIDDEN"]
        assert refused.errors[0]["message"].startswith("Only a seller’s token places and checks orders")


async def test_scopes_cut_what_an_organizations_token_may_do(product: Product) -> None:
    await product.directory()
    id = (await product.place(partnerOrganizationExternalId="North"))["id"]
    reader, blind = await product.program("North", "orders:read"), await product.program("North", "organizations:read")
    assert (await reader.order(id))["allowedMutations"] == []
    assert (await reader.do("chooseAudience", orderId=id, audience="CUSTOMER")).refused == ["FORBIDDEN"]
    assert (await reader.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"] == []
    assert (await blind.send(f'{{ order(id: "{id}") {{ id }} }}')).refused == ["NOT_FOUND"]
    assert (await blind.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"] == []
    [own] = (await blind.ask("{ viewer { organizations { displayName administrators allowedMutations } } }"))["viewer"][
        "organizations"
    ]
    assert own == {"displayName": "North", "administrators": ["admin@north.example"], "allowedMutations": []}
    globex = await database.row("SELECT id FROM organization WHERE external_id = 'Globex'")
    assert globex is not None
    other = global_id("Organization", globex["id"])
    assert (await blind.send(f'{{ organization(id: "{other}") {{ id }} }}')).refused == ["NOT_FOUND"]
    asks = '{ explainOrganizationMatch(input: { email: "a@globex.example", slot: CUSTOMER }) { basedOn } }'
    assert (await blind.send(asks)).refused == ["FORBIDDEN"]


async def test_a_merged_organizations_token_acts_for_its_survivor_and_a_suspended_ones_rests(product: Product) -> None:
    await product.directory()
    id = (await product.place(partnerOrganizationExternalId="North"))["id"]
    south = await product.program("South")
    merge = "UPDATE organization SET status = $1, survivor_id = $2 WHERE external_id = 'South'"
    north = await database.row("SELECT id FROM organization WHERE external_id = 'North'")
    assert north is not None
    await database.execute(merge, ["MERGED", north["id"]])
    assert (await south.order(id))["viewerRole"] == "PARTNER_ADMINISTRATOR"
    listed = (await south.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"]
    assert [edge["node"]["id"] for edge in listed] == [id]
    await database.execute(merge, ["SUSPENDED", None])
    assert (await south.send("{ viewer { email } }")).status == 401
    await database.execute(merge, ["ACTIVE", None])
    assert (await south.send(f'{{ order(id: "{id}") {{ id }} }}')).refused == ["NOT_FOUND"]


TOKENS = "query ($id: ID!) { organization(id: $id) { apiTokens { id name prefix createdBy revokedAt lastUsedAt } } }"
SCOPES = ["orders:read", "orders:write"]


async def company(caller: Caller) -> str:
    """The organization of who is signed in."""
    [own] = (await caller.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"]
    return str(own["id"])


async def test_an_administrator_makes_a_token_that_works_until_it_is_revoked(product: Product) -> None:
    await product.directory()
    id = (await product.place(partnerOrganizationExternalId="North"))["id"]
    admin = await product.signed_in("admin@north.example")
    north = await company(admin)
    made = await admin.do("createApiToken", organizationId=north, name=" ERP ", scopes=SCOPES, key="once")
    token, secret = made.payload["apiToken"], made.payload["secret"]
    assert (len(secret), secret[:13], token["name"], token["scopes"]) == (48, token["prefix"], "ERP", SCOPES)
    assert token["createdBy"] == "admin@north.example"
    again = await admin.do("createApiToken", organizationId=north, name=" ERP ", scopes=SCOPES, key="once")
    assert (again.payload["apiToken"]["id"], again.payload["secret"]) == (token["id"], None)
    program = product.browser(token=secret)
    assert (await program.order(id))["viewerRole"] == "PARTNER_ADMINISTRATOR"
    [shown] = (await admin.ask(TOKENS, id=north))["organization"]["apiTokens"]
    assert (shown["id"], shown["lastUsedAt"] is not None, shown["revokedAt"]) == (token["id"], True, None)
    assert (await program.ask("{ viewer { apiTokens { id } } }"))["viewer"]["apiTokens"] == [{"id": token["id"]}]
    [told] = await product.mails("admin@north.example", "NOTICE")
    assert f"ERP ({token['prefix']}…)" in told["text"]
    assert f"/organizations/{north}/api-access" in told["text"]
    assert secret not in str(await product.mails())
    revoked = await admin.do("revokeApiToken", tokenId=token["id"])
    assert revoked.payload["apiToken"]["revokedAt"] is not None
    assert (await program.send("{ viewer { email } }")).status == 401
    assert (await admin.do("revokeApiToken", tokenId=token["id"])).payload == revoked.payload
    subjects = [mail["subject"] for mail in await product.mails("admin@north.example", "NOTICE")]
    assert subjects == ["API-Token widerrufen: North", "Neues API-Token: North"]  # it is at home in Germany
    history = "query ($id: ID!) { organization(id: $id) { history { kind actor summary } } }"
    events = (await admin.ask(history, id=north))["organization"]["history"]
    assert [event["kind"] for event in events] == ["token_revoked", "token_created"]
    assert events[0]["summary"] == f"Revoked the API token ERP ({token['prefix']}…)"


async def test_only_an_organizations_own_full_administrators_know_and_make_its_tokens(product: Product) -> None:
    await product.directory()
    await product.program("Globex")
    admin = await product.signed_in("admin@globex.example")
    globex = await company(admin)
    [token] = (await admin.ask(TOKENS, id=globex))["organization"]["apiTokens"]
    email = "for@north.example"
    await OrganizationUser.create(
        organization_id=number_of("Organization", globex), email=email, email_key=email, domain="north.example",
        status="ACTIVE", administrator=True, for_partner=True,
    )  # fmt: skip
    program = await product.program("Globex")
    others = [await product.signed_in(email) for email in ("for@north.example", "user@globex.example")]
    for caller in (*others, program, await product.signed_in("admin@north.example"), await product.integrator("any")):
        seen = (await caller.send(TOKENS, {"id": globex})).data["organization"]
        assert not seen or seen["apiTokens"] == []
        refused = await caller.do("createApiToken", organizationId=globex, name="Mine", scopes=SCOPES)
        assert refused.refused == (["FORBIDDEN"] if seen else ["NOT_FOUND"])
        assert (await caller.do("revokeApiToken", tokenId=token["id"])).refused == refused.refused
        if caller is not program:
            assert (await caller.ask(f'{{ node(id: "{token["id"]}") {{ id }} }}'))["node"] is None
    [seen, _] = (await (await product.support()).ask(TOKENS, id=globex))["organization"]["apiTokens"]
    assert seen["createdBy"] == "a•••@globex.example"
    assert (await product.browser().do("revokeApiToken", tokenId=token["id"])).refused == ["UNAUTHENTICATED"]


async def test_two_that_come_at_once_with_one_key_make_one_token(product: Product) -> None:
    await product.directory()
    admin = await product.signed_in("admin@north.example")
    north = await company(admin)
    document = """mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) {
      apiToken { id } secret userErrors { code } } }"""
    given = {"input": {"organizationId": north, "name": "ERP", "scopes": SCOPES}}
    answers = await asyncio.gather(*(admin.send(document, given, key="once") for _ in range(3)))
    made = [answer.data["createApiToken"] for answer in answers]
    assert len({one["apiToken"]["id"] for one in made}) == 1
    assert len([one for one in made if one["secret"]]) == 1


async def test_what_no_token_can_be_is_refused_together(product: Product) -> None:
    await product.directory()
    admin = await product.signed_in("admin@north.example")
    north, far = await company(admin), (product.now + timedelta(days=400)).date().isoformat()
    wrong: dict[str, Any] = {"name": "boss@north.example", "scopes": ["support"], "expiresOn": far}
    answer = await admin.do("createApiToken", organizationId=north, **wrong)
    assert answer.fields == {"name": "INVALID", "scopes": "INVALID", "expiresOn": "INVALID"}
    answer = await admin.do("createApiToken", organizationId=north, name="x" * 61, scopes=[])
    assert answer.fields == {"name": "TOO_LONG", "scopes": "REQUIRED"}
    last = product.now.date().isoformat()
    made = await admin.do("createApiToken", organizationId=north, name="Today", scopes=SCOPES[:1], expiresOn=last)
    program = product.browser(token=made.payload["secret"])
    assert (await program.send("{ viewer { email } }")).status == 200
    product.later(days=1)
    assert (await program.send("{ viewer { email } }")).status == 401


async def test_an_organization_has_so_many_tokens_and_makes_so_many_a_day(product: Product) -> None:
    await product.directory()
    admin = await product.signed_in("admin@north.example")
    asked: dict[str, Any] = {"organizationId": await company(admin), "name": "One", "scopes": SCOPES}
    answers = [await admin.do("createApiToken", **asked) for _ in range(21)]
    assert [answer.refused for answer in answers] == [[]] * 20 + [["TOO_MANY_ATTEMPTS"]]
    for _ in range(30):
        await product.program("North")
    product.later(hours=25)
    admin = await product.signed_in("admin@north.example")
    assert (await admin.do("createApiToken", **asked)).refused == ["TOO_MANY_ATTEMPTS"]
    await admin.do("revokeApiToken", tokenId=answers[0].payload["apiToken"]["id"])
    assert (await admin.do("createApiToken", **asked)).refused == []


async def test_a_token_outlives_who_made_it_but_not_the_mapping_that_made_its_organization(product: Product) -> None:
    contact, order = await product.mapped()
    person = await product.signed_in("pat@acme.example")
    made = await person.do("createApiToken", organizationId=await company(person), name="ERP", scopes=SCOPES)
    program = product.browser(token=made.payload["secret"])
    assert (await program.order(order["id"]))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"
    await OrganizationUser.all().update(administrator=False)
    assert (await program.order(order["id"]))["viewerRole"] == "CUSTOMER_ADMINISTRATOR"
    await contact.do("undoMapping", orderId=order["id"])
    await contact.do("confirmOrganizations", orderId=order["id"])
    assert (await program.send("{ viewer { email } }")).status == 401


async def test_a_token_is_told_which_scope_it_lacks_and_which_it_has(product: Product) -> None:
    await product.directory()
    seller, reader = await product.integrator("cloud-sales"), await product.integrator("cloud-sales", "orders:read")
    id = (await product.place(seller, partnerOrganizationExternalId="North"))["id"]
    program = await product.program("North", "organizations:read", "orders:read")
    search = f'{{ searchOrganizations(orderId: "{id}", slot: CUSTOMER, domain: "globex.example") {{ basedOn }} }}'
    needs, domain = "{ supportNeeds { edges { cursor } } }", '{ mailDomain(domain: "globex.example") { kind } }'
    explain = '{ explainOrganizationMatch(input: { email: "a@globex.example", slot: CUSTOMER }) { outcome } }'
    webhook: dict[str, Any] = {"url": "https://hooks.example/", "events": ["ORDER_PLACED"]}
    read, write = "orders:read", "orders:read, orders:write"
    for lacks, has, answer in (
        ("orders:write", read, await reader.do("cancelOrder", orderId=id)),
        ("orders:write", read, await reader.do("createWebhookEndpoint", **webhook)),
        ("orders:write", f"{read}, organizations:read", await program.send(search)),
        ("support", write, await seller.do("resolveDispute", orderId=id, uphold=True, reason="no")),
        ("support", write, await seller.send(needs)),
        ("support", write, await seller.send(domain)),
        ("support", write, await seller.send(f'{{ orderAs(id: "{id}", email: "a@b.example", reason: "r") {{ id }} }}')),
        ("organizations:read", write, await seller.send(explain)),
    ):
        assert answer.refused == ["FORBIDDEN"]
        assert answer.errors[0]["message"] == f"This needs a token with the scope {lacks}; this one has {has}."
    # No scope would help: it is not the seller's step.
    refused = await seller.do("chooseAudience", orderId=id, audience="CUSTOMER")
    assert refused.errors[0]["message"] == "You don’t have permission to do this."
