"""Service setup: now or later, in any order, and Close."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any, cast

from backend import clock, database
from backend.provisioning import dossier
from backend.provisioning.access import Actor
from backend.provisioning.act import Act, perform
from backend.provisioning.calling import LocationEntry, save_location
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import TRANSITIONS, Mutation
from backend.provisioning.meetings import Allocation, SiteEntry, distribute, per_site, save_sites
from backend.provisioning.services import set_up_later, set_up_now
from backend.schema.ids import number_of
from tests.product import ADDRESS, LICENSES, Product, location, service, sites

Rule = Callable[[Act, int], Awaitable[None]]


async def test_a_service_that_is_set_up_later_keeps_its_draft(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await contact.do("saveMeetingSites", **meetings, sites=sites("acme-hq"))
    order = (await contact.do("setUpLater", **meetings)).order
    assert order == await contact.order(order["id"])
    assert (service(order, "MEETINGS")["state"], order["nextStep"]) == ("DEFERRED", "SERVICES")
    assert (await contact.do("submitService", **meetings)).refused == ["STEP_NOT_ALLOWED"]
    again = (await contact.do("setUpLater", **meetings)).order
    assert again["version"] == order["version"]
    order = (await contact.do("setUpNow", **meetings)).order
    assert (service(order, "MEETINGS")["state"], order["nextStep"]) == ("READY_FOR_REVIEW", "MEETINGS_REVIEW")
    assert [site["siteName"] for site in service(order, "MEETINGS")["sites"]] == ["acme-hq"]
    assert (await contact.do("setUpNow", **meetings)).order["version"] == order["version"]


async def test_what_a_step_says_that_it_leaves_behind_is_what_stands_in_the_database(product: Product) -> None:
    _contact, order = await product.mapped(licenses=LICENSES)
    number, actor = number_of("Order", order["id"]), Actor(email="pat@acme.example", email_key="pat@acme.example")
    meetings, calling = (number_of("Service", service(order, kind)["id"]) for kind in ("MEETINGS", "CALLING"))
    licenses = [license.id for license in per_site(cast(Dossier, await dossier.read(number)))]

    def named(*names: str) -> list[SiteEntry]:
        return [SiteEntry(name, "Europe/Berlin", early_release=name != "acme-hq") for name in names]

    def split(*names: str) -> list[Allocation]:
        return [
            Allocation(name, license, units)
            for name, units in zip(names, (40, 60), strict=True)
            for license in licenses
        ]

    headquarters = LocationEntry("Zentrale", "Europe/Berlin", "de_DE", "de_DE", dict(ADDRESS))
    first, second = ("acme-hq", "acme-lab"), ("acme-lab", "acme-eu")
    steps: list[tuple[Mutation, int, Rule]] = [
        (Mutation.SAVE_MEETING_SITES, meetings, partial(save_sites, entered=named("acme-hq"))),
        (Mutation.SAVE_MEETING_SITES, meetings, partial(save_sites, entered=named(*first))),
        (Mutation.DISTRIBUTE_LICENSES, meetings, partial(distribute, allocations=split(*first))),
        (Mutation.SAVE_MEETING_SITES, meetings, partial(save_sites, entered=named(*reversed(first)))),
        (Mutation.SAVE_MEETING_SITES, meetings, partial(save_sites, entered=named(*second))),
        (Mutation.SAVE_CALLING_LOCATION, calling, partial(save_location, entry=headquarters)),
        (Mutation.SAVE_CALLING_LOCATION, calling, partial(save_location, entry=replace(headquarters, name="Ümit"))),
        (Mutation.SET_UP_LATER, meetings, set_up_later),
        (Mutation.SET_UP_NOW, meetings, set_up_now),
    ]
    for mutation, service_id, rule in steps:
        product.later(minutes=1)
        acts = list[Act]()

        async def change(act: Act, rule: Rule = rule, id: int = service_id, acts: list[Act] = acts) -> None:
            acts.append(act)
            await rule(act, id)

        async with database.transaction():
            after = await perform(number, TRANSITIONS[mutation], actor, clock.now(), change, service_id=service_id)
        assert acts[0].outcome is not None
        assert after == await dossier.read(number, actor.email_key)


async def test_saving_a_draft_implies_setting_up_now(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await contact.do("setUpLater", **meetings)
    order = (await contact.do("saveMeetingSites", **meetings, sites=sites("acme-hq"))).order
    assert service(order, "MEETINGS")["state"] == "READY_FOR_REVIEW"
    assert service(order, "MEETINGS")["savedBy"] == "pat@acme.example"


async def test_a_mapped_order_never_expires(product: Product) -> None:
    contact, order = await product.mapped()
    await contact.do("setUpLater", serviceId=service(order, "MEETINGS")["id"])
    product.later(days=365)
    await product.worker.run_due_transitions()
    person = await product.signed_in("pat@acme.example")
    order = await person.order(order["id"])
    assert (order["status"], service(order, "MEETINGS")["state"]) == ("MAPPED", "DEFERRED")


async def test_the_only_open_draft_is_the_next_step_and_of_two_the_choice_is_the_persons(product: Product) -> None:
    contact, order = await product.mapped()
    assert order["nextStep"] == "SERVICES"
    order = (await contact.do("setUpNow", serviceId=service(order, "CALLING")["id"])).order
    assert order["nextStep"] == "CALLING_LOCATION"
    order = (await contact.do("setUpNow", serviceId=service(order, "MEETINGS")["id"])).order
    assert order["nextStep"] == "SERVICES"


async def test_closing_starts_the_service_and_what_is_included(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    assert (await contact.do("submitService", **meetings)).refused == ["STEP_NOT_ALLOWED"]
    await contact.do("saveMeetingSites", **meetings, sites=sites("acme-hq"))
    order = (await contact.do("submitService", **meetings)).order
    assert order["status"] == "SETTING_UP"
    states = {found["kind"]: found["state"] for found in order["services"]}
    assert states == {"MEETINGS": "PROVISIONING", "CALLING": "NOT_STARTED", "MESSAGING": "PROVISIONING"}


async def test_a_second_close_changes_nothing_and_answers_the_same(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await contact.do("saveMeetingSites", **meetings, sites=sites("acme-hq"))
    first, second = await asyncio.gather(*(contact.do("submitService", **meetings) for _ in range(2)))
    assert first.order == second.order
    assert len(service(second.order, "MEETINGS")["steps"]) == 2
    await product.provision()
    after = (await contact.do("submitService", **meetings)).order
    assert (service(after, "MEETINGS")["state"], after["version"]) == ("PROVISIONED", first.order["version"])


async def test_what_was_submitted_is_not_edited_any_more(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await contact.do("saveMeetingSites", **meetings, sites=sites("acme-hq"))
    await contact.do("submitService", **meetings)
    for answer in (
        await contact.do("saveMeetingSites", **meetings, sites=sites("acme-two")),
        await contact.do("setUpLater", **meetings),
        await contact.do("retryService", **meetings),
    ):
        assert answer.refused in (["STEP_NOT_ALLOWED"], [])
        assert [s["siteName"] for s in service(answer.payload["order"], "MEETINGS")["sites"]] == ["acme-hq"]
        assert service(answer.payload["order"], "MEETINGS")["state"] == "PROVISIONING"


async def test_the_included_service_starts_by_itself_only_where_no_other_needs_input(product: Product) -> None:
    contact, order = await product.mapped()
    messaging = {"serviceId": service(order, "MESSAGING")["id"]}
    assert (await contact.do("submitService", **messaging)).refused == ["STEP_NOT_ALLOWED"]
    alone, order = await product.mapped("mia@acme.example", licenses=LICENSES[2:])
    assert [entry["mutation"] for entry in order["requirements"]["currentlyDue"]] == ["submitService"]
    assert not (await alone.do("submitService", serviceId=order["services"][0]["id"])).refused
    await product.provision()
    assert (await alone.order(order["id"]))["status"] == "COMPLETED"


async def test_a_service_mutation_for_another_kind_of_service_is_refused_at_its_field(product: Product) -> None:
    contact, order = await product.mapped()
    calling, messaging = service(order, "CALLING")["id"], service(order, "MESSAGING")["id"]
    wrong = await contact.do("saveMeetingSites", serviceId=calling, sites=sites("acme-hq"))
    assert wrong.fields == {"serviceId": "INVALID"}
    assert (await contact.do("setUpNow", serviceId=messaging)).fields == {"serviceId": "INVALID"}
    nothing = await contact.do("setUpNow", serviceId=order["id"])
    assert nothing.refused == ["NOT_FOUND"]


async def test_the_requirements_lead_from_the_link_to_the_finished_order(product: Product) -> None:
    id = (await product.place(provisioningContactEmail="pat@acme.example"))["id"]
    contact = await product.opened("pat@acme.example")
    inputs: dict[str, dict[str, Any]] = {
        "chooseAudience": {"audience": "OWN_COMPANY"},
        "chooseOrganization": {},
        "confirmOrganizations": {},
        "saveMeetingSites": {"sites": sites("acme-one", "acme-two")},
        "saveCallingLocation": location(),
        "submitService": {},
    }
    done = []
    while due := (order := await contact.order(id))["requirements"]["currentlyDue"]:
        needed = due[0]
        mutation = needed["mutation"]
        kind = "MEETINGS" if needed["step"].startswith("MEETINGS") else "CALLING"
        target = {"serviceId": service(order, kind)["id"]} if needed["step"][:7] in {"MEETING", "CALLING"} else {}
        input = inputs.get(mutation, {})
        if mutation == "chooseOrganization":
            mutation = "createOrganization"
            input = {"slot": "CUSTOMER", "companyName": "Acme", "businessVertical": "OTHER", "country": "DE"}
        if mutation == "distributeLicenses":
            license = service(order, "MEETINGS")["licenses"][0]["id"]
            shares = [("acme-one", 60), ("acme-two", 40)]
            input = {"allocations": [{"siteName": n, "licenseId": license, "units": u} for n, u in shares]}
        answer = await contact.do(mutation, **(target or {"orderId": id}), **input)
        assert not answer.refused, (mutation, answer.refused)
        assert answer.order == await contact.order(id), mutation
        done.append(mutation)
        assert len(done) < 12
    await product.provision()
    assert (await contact.order(id))["status"] == "COMPLETED"
    assert done == [
        "chooseAudience",
        "createOrganization",
        "confirmOrganizations",
        "saveMeetingSites",
        "distributeLicenses",
        "submitService",
        "saveCallingLocation",
        "submitService",
    ]


async def test_the_status_word_is_the_most_important_one(product: Product) -> None:
    contact, order = await product.mapped()
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    assert order["provisioningStatus"] == "AWAITING_PROVISIONING_DETAILS"
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    order = (await contact.do("submitService", serviceId=meetings)).order
    assert order["provisioningStatus"] == "AWAITING_PROVISIONING_DETAILS"
    await contact.do("saveCallingLocation", serviceId=calling, **location("fail-here"))
    order = (await contact.do("submitService", serviceId=calling)).order
    assert order["provisioningStatus"] == "PROVISIONING"
    await product.provision()
    order = await contact.order(order["id"])
    assert (order["provisioningStatus"], order["status"]) == ("CANNOT_PROVISION", "SETTING_UP")
