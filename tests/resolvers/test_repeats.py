"""Every mutation can be sent again: with its Idempotency-Key it happens once and is answered alike, a day long."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend import database
from backend.models.outbox import EmailMessage
from tests.api import Answer
from tests.product import location, service, sites
from tests.resolvers.reading import OWN
from tests.resolvers.rights import MUTATIONS
from tests.resolvers.stages import World

Input = Callable[[World, Any], dict[str, Any]]


def this(_world: World, order: Any) -> dict[str, Any]:
    """Just the order."""
    return {"orderId": order["id"]}


def of(kind: str, **more: Any) -> Input:
    """A service of the order, and more."""
    return lambda _world, order: {"serviceId": service(order, kind)["id"], **more}


def also(**more: Any) -> Input:
    """The order, and more."""
    return lambda _world, order: {"orderId": order["id"], **more}


def first_chosen(world: World, order: Any) -> dict[str, Any]:
    """The customer that was chosen before another was created."""
    customer = world.orders["finding"]["customerOrganization"]["id"]
    return {"orderId": order["id"], "slot": "CUSTOMER", "organizationId": customer}


def split(_world: World, order: Any) -> dict[str, Any]:
    """The licenses over the order's two sites."""
    meetings = service(order, "MEETINGS")
    license = meetings["licenses"][0]["id"]
    units = [{"siteName": f"twice-{name}", "licenseId": license, "units": 50} for name in "ab"]
    return {"serviceId": meetings["id"], "allocations": units}


def moved(_world: World, order: Any) -> dict[str, Any]:
    """All licenses on the first site."""
    meetings = service(order, "MEETINGS")
    split = [{"siteName": "twice-a", "licenseId": meetings["licenses"][0]["id"], "units": 100}]
    return {"serviceId": meetings["id"], "allocations": split}


def annex(_world: World, order: Any) -> dict[str, Any]:
    """Another name for the location that was added."""
    return {"locationId": service(order, "CALLING")["locations"][-1]["id"], **location("Annex")}


def decision(_world: World, order: Any) -> dict[str, Any]:
    """No to the request for full rights."""
    return {"requestId": order["administratorRequest"]["id"], "approve": False}


def later(world: World, order: Any) -> dict[str, Any]:
    """Another start date."""
    day = world.product.now.date() + timedelta(days=20)
    return {"orderId": order["id"], "requestedStartDate": day.isoformat()}


# What a contact did before they handed the order on: of another's order they see no more than where it stands.
HANDED_ON = {"takeBackOrder", "chooseAudience"}
HOOLI = {"slot": "CUSTOMER", "companyName": "Hooli", "businessVertical": "OTHER", "country": "DE"}
# Each mutation once: who sends it, on the order in which stage, with which input.
STORY: list[tuple[str, str, str, Input]] = [
    ("rescheduleOrder", "seller", "scheduled", later),
    ("changeProvisioningContact", "seller", "scheduled", also(email="zoe@north.example")),
    ("reopenOrder", "seller", "closed", this),
    ("resendSetupEmail", "seller", "closed", this),
    ("cancelOrder", "seller", "closed", this),
    ("takeBackOrder", "former", "delegated", this),
    ("chooseAudience", "former", "delegated", also(audience="OWN_COMPANY")),
    ("delegateOrder", "former", "delegated", also(email="zoe@north.example")),
    ("createOrganization", "contact", "finding", also(**HOOLI)),
    ("chooseOrganization", "contact", "finding", first_chosen),
    ("confirmOrganizations", "contact", "finding", this),
    ("handOverToCustomer", "partner", "mapped", this),
    ("takeBackServiceSetup", "contact", "handed over", this),
    ("undoMapping", "provisioner", "handed over", this),
    ("resolveDispute", "support", "disputed", also(uphold=False, reason="It is theirs.")),
    ("disputeMapping", "customer", "disputed", this),
    ("setUpLater", "customer", "mapped", of("MEETINGS")),
    ("setUpNow", "customer", "mapped", of("MEETINGS")),
    ("saveMeetingSites", "contact", "mapped", of("MEETINGS", sites=sites("twice-a", "twice-b"))),
    ("distributeLicenses", "contact", "mapped", split),
    ("saveCallingLocation", "partner", "mapped", of("CALLING", **location("Twice"))),
    ("delegateService", "contact", "mapped", of("CALLING", email="walt@voice.example")),
    ("takeBackService", "customer", "mapped", of("CALLING")),
    ("submitService", "provisioner", "mapped", of("MEETINGS")),
    ("moveLicenses", "customer", "mapped", moved),
    ("retryService", "support", "setting up", of("MEETINGS")),
    ("addLocation", "contact", "setting up", of("CALLING", **location("Branch"))),
    ("updateLocation", "contact", "setting up", annex),
    ("decideAdministratorRequest", "customer", "completed", decision),
    ("requestFullAdministrator", "contact", "completed", this),
    ("tickFollowUp", "provisioner", "completed", also(followUp="ASSIGN_PEOPLE", done=True)),
]


async def test_an_answer_that_an_earlier_version_kept_is_given_from_today_s_order(world: World) -> None:
    seller, contact = world.callers["seller"], world.callers["contact"]
    placing = world.product.order_input()
    placed = await seller.do("placeOrder", key="placed", **placing)
    saved = {"serviceId": service(world.orders["mapped"], "MEETINGS")["id"], "sites": sites("kept-a")}
    first = await contact.do("saveMeetingSites", key="saved", **saved)
    known_then = '{"id": 1, "orderNumber": "1"}'  # most of what an order has today was not there
    assert await database.execute("UPDATE idempotency_key SET answer = $1", [known_then]) >= 2
    assert (await seller.do("placeOrder", key="placed", **placing)).payload == placed.payload
    assert (await contact.do("saveMeetingSites", key="saved", **saved)).order == first.order


async def test_every_mutation_happens_once_and_is_answered_alike_at_once_and_after_a_day(world: World) -> None:
    assert {mutation for mutation, *_ in STORY} == set(MUTATIONS) - {"advanceTestOrder"}  # tested beside test orders
    await world.callers["contact"].do("submitService", serviceId=service(world.orders["setting up"], "CALLING")["id"])
    await world.product.provision()
    told: list[tuple[str, str, dict[str, Any], Answer]] = []
    for mutation, role, stage, input_of in STORY:
        if mutation == "moveLicenses":  # once it is provisioned
            await world.product.provision()
        before = await world.order(stage)
        input = input_of(world, before)
        caller, key = world.callers[role], f"key of {mutation}"
        first, twin = await asyncio.gather(*(caller.do(mutation, key=key, **input) for _ in range(2)))
        assert (first.refused, first.payload) == ([], twin.payload), mutation
        assert (await world.order(stage))["version"] == before["version"] + 1, mutation
        other = await caller.do(mutation, key=key, **input, expectedVersion=1) if "requestId" not in input else None
        assert other is None or other.refused == ["IDEMPOTENCY_KEY_REUSED"], mutation
        told.append((mutation, role, input, first))
    placing = world.product.order_input()
    placed = await world.callers["seller"].do("placeOrder", key="key of placeOrder", **placing)
    told.append(("placeOrder", "seller", placing, placed))
    world.product.later(hours=23)
    versions = {stage: (await world.order(stage))["version"] for stage in world.orders}
    mails = await EmailMessage.filter(order_id__not_isnull=True).count()
    people = {role: await world.product.signed_in(OWN[role]) for role in {role for _, role, *_ in told} & set(OWN)}
    for mutation, role, input, first in told:
        again = await (people.get(role) or world.callers[role]).do(mutation, key=f"key of {mutation}", **input)
        if mutation in HANDED_ON:
            assert again.order["viewerRole"] == "FORMER_CONTACT"
        else:
            assert again.payload == first.payload, mutation
    assert {stage: (await world.order(stage))["version"] for stage in world.orders} == versions
    assert await EmailMessage.filter(order_id__not_isnull=True).count() == mails
