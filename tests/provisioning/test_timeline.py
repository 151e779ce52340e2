"""The timeline: everything that happened, by whom and when, for good."""

import json
from typing import Any

import pytest
from tortoise.exceptions import BaseORMException

from backend import database
from backend.provisioning import order_events
from tests.api import Caller
from tests.product import LICENSES, Product, choose, service, sites

PAT = "pat@north.example"


@pytest.mark.parametrize("change", ["UPDATE order_event SET actor = 'x'", "DELETE FROM order_event"])
async def test_the_database_itself_refuses_to_change_what_happened(product: Product, change: str) -> None:
    await product.place()
    before = await database.rows("SELECT * FROM order_event ORDER BY id")
    with pytest.raises(BaseORMException, match="append-only"):
        await database.execute(change)
    assert await database.rows("SELECT * FROM order_event ORDER BY id") == before


async def test_a_contact_sees_his_own_acts_and_the_systems_on_the_timeline(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    await seller.do("resendSetupEmail", orderId=id)
    contact = await product.opened("pat@partner.example")
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    query = "query ($id: ID!) { order(id: $id) { timeline { edges { node { kind actor } } } } }"
    seen = (await contact.ask(query, id=id))["order"]["timeline"]["edges"]
    assert {edge["node"]["actor"] for edge in seen} == {"pat@partner.example", "Control Hub"}


async def test_every_change_mail_and_step_is_told_with_who_and_when_and_can_be_exported(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller, provisioningContactEmail="first@north.example", licenses=LICENSES[:1]))["id"]
    first = await product.opened("first@north.example")
    await first.do("delegateOrder", orderId=id, email=PAT)
    contact = await product.opened(PAT)
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    await choose(contact, id, "PARTNER", "north.example")
    await choose(contact, id, "CUSTOMER", "globex.example")
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("handOverToCustomer", orderId=id)
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex-one"))
    customer = await product.signed_in("admin@globex.example")
    await customer.do("submitService", serviceId=meetings)
    await product.provision()
    await product.deliver()
    exported = (await seller.get(f"/orders/{id}/timeline.jsonl")).text.splitlines()
    events = [json.loads(line) for line in reversed(exported)]
    told = [(event["kind"], event["actor"]) for event in events if not event["kind"].startswith("mail_")]
    system = "Control Hub"
    assert told == [
        ("order_placed", "cloud-sales"),
        ("order_started", system),
        ("contact_changed", "first@north.example"),
        ("audience_chosen", PAT),
        ("organizations_searched", PAT),
        ("organization_chosen", PAT),
        ("organizations_searched", PAT),
        ("organization_chosen", PAT),
        ("organizations_confirmed", PAT),
        ("handed_over", PAT),
        ("sites_saved", PAT),
        ("service_submitted", "admin@globex.example"),
        ("step_finished", system),
        ("step_finished", system),
        ("service_provisioned", system),
        ("order_completed", system),
    ]
    assert all(event["at"] and event["summary"] and event["correlationId"] for event in events)
    sites_saved = next(event for event in events if event["kind"] == "sites_saved")
    assert {"field": "sites", "before": None, "after": "globex-one"} in sites_saved["changes"]
    mails = "query ($id: ID!) { order(id: $id) { emails { subject } } }"
    sent = [mail["subject"] for mail in (await seller.ask(mails, id=id))["order"]["emails"]]
    mailed = [event["summary"] for event in events if event["kind"] == "mail_sent"]
    assert sorted(mailed) == sorted(f"Email sent: {subject}" for subject in sent)
    assert len(sent) == 7
    assert {
        json.loads(line)["actor"] for line in (await first.get(f"/orders/{id}/timeline.jsonl")).text.splitlines()
    } == {"f•••@north.example"}


async def test_a_reason_is_told_with_what_it_is_given_for_and_its_addresses_are_masked_for_support(
    product: Product,
) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    why = "ann@north.example never got it."
    support = await product.support()
    assert not (await support.do("resendSetupEmail", orderId=id, reason=why)).refused
    query = "query ($id: ID!) { order(id: $id) { timeline(first: 1) { edges { node { kind reason } } } } }"
    told = [(await caller.ask(query, id=id))["order"]["timeline"]["edges"][0]["node"] for caller in (seller, support)]
    assert told == [
        {"kind": "setup_mail_resent", "reason": why},
        {"kind": "setup_mail_resent", "reason": "a•••@north.example never got it."},
    ]


FOUND = """query ($id: ID!, $about: EventTopic, $actor: String = "", $text: String = "", $after: String) {
  findOrderEvents(orderId: $id, about: $about, actor: $actor, text: $text, first: 40, after: $after) {
    edges { cursor node { id kind actor summary reason correlationId changes { field before after } } }
    pageInfo { hasNextPage endCursor } actors
  }
}"""
WHOLE = """query ($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node {
  id kind actor summary reason correlationId changes { field before after } } } } } }"""


async def found(caller: Caller, id: str, **wanted: str) -> list[Any]:
    """All events that a filter lets through, page by page."""
    events: list[Any] = []
    after = None
    while True:
        page = (await caller.ask(FOUND, id=id, after=after, **wanted))["findOrderEvents"]
        events += [edge["node"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            return events
        after = page["pageInfo"]["endCursor"]


async def test_a_filter_finds_what_its_reader_sees_of_a_timeline_and_nothing_else(product: Product) -> None:
    person, placed = await product.mapped()
    id = placed["id"]
    await product.deliver()
    seller = await product.integrator("cloud-sales")
    support = await product.support()
    for reader in (person, seller, support):
        seen = [edge["node"] for edge in (await reader.ask(WHOLE, id=id))["order"]["timeline"]["edges"]]
        assert await found(reader, id) == seen
        parts = [await found(reader, id, about=topic) for topic in ("EMAILS", "ORGANIZATIONS", "SERVICES", "ORDER")]
        assert sorted(one["id"] for part in parts for one in part) == sorted(one["id"] for one in seen)
        for one in seen:
            last = one["summary"].split()[-1].upper()
            assert one in await found(reader, id, text=f"  {last} ")
            assert one in await found(reader, id, text=one["correlationId"])
            assert one in await found(reader, id, actor=one["actor"])
    # Support reads masked addresses, and finds nothing by a whole one.
    assert await found(seller, id, text="pat@acme.example")
    for wanted in ({"text": "pat@acme"}, {"actor": "pat@acme.example"}):
        assert await found(support, id, **wanted) == []
    page = (await support.ask(FOUND, id=id))["findOrderEvents"]
    assert page["actors"] == sorted({one["actor"] for one in await found(support, id)})
    assert "p•••@acme.example" in page["actors"]
    stranger = await product.integrator("others")
    assert (await stranger.send(FOUND, {"id": id})).refused == ["NOT_FOUND"]
    assert (await product.browser().send(FOUND, {"id": id})).refused == ["UNAUTHENTICATED"]
    assert (await support.send(FOUND, {"id": id, "text": "x" * 261})).refused == ["BAD_USER_INPUT"]


async def test_nothing_of_a_long_timeline_is_left_out_by_a_filter(product: Product) -> None:
    id = (await product.place())["id"]
    copy = """INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes)
      SELECT order_id, at, {actor}, actor_key, 'changed', "values", changes FROM order_event {which}"""
    await database.execute(copy.format(actor="'Rare'", which="WHERE kind = 'order_placed'"))
    await database.execute(copy.format(actor="actor", which="WHERE kind = 'order_placed'"))
    many = 1
    while many <= order_events.MOST_READ:  # twice as many each time
        await database.execute(copy.format(actor="actor", which="WHERE kind = 'changed' AND actor <> 'Rare'"))
        many *= 2
    support = await product.support()
    page = (await support.ask(FOUND, id=id, text="rare"))["findOrderEvents"]
    assert (page["edges"], page["pageInfo"]["hasNextPage"], "Rare" in page["actors"]) == ([], True, True)
    assert [one["actor"] for one in await found(support, id, text="rare")] == ["Rare"]
    assert [one["actor"] for one in await found(support, id, actor="Rare")] == ["Rare"]
    assert len(await found(support, id, text="changed")) >= many
