"""Orders in every stage of their life, with everybody who has to do with them and some who have not."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from backend.models.order import ProvisioningAdministrator
from backend.provisioning import listed_orders
from backend.schema.ids import number_of
from tests.api import Caller
from tests.product import LICENSES, Product, choose, location, service, sites

FIRST, PAT, EVE = "first@north.example", "pat@north.example", "eve@north.example"
SALLY, VERA = "orders@seller.example", "vera@voice.example"
SMALL = LICENSES[2:]
BEFORE_MAPPED = ["scheduled", "delegated", "finding", "closed", "cancelled"]
MAPPED = ["mapped", "handed over", "disputed", "setting up", "completed"]
STAGES = [*BEFORE_MAPPED, *MAPPED]
DELEGATED = MAPPED[:-1]  # in which Vera is asked to set up Calling


@dataclass(frozen=True, slots=True)
class World:
    """The orders by their stage, the callers by their role, and who they are to each other."""

    product: Product
    callers: dict[str, Caller]
    orders: dict[str, Any] = field(default_factory=dict)

    async def order(self, stage: str) -> Any:
        """The order of a stage as its seller sees it now."""
        return await self.callers["seller"].order(self.orders[stage]["id"])


async def build(product: Product) -> World:
    """Let people bring one order into each stage; each was the first contact's before it became Pat's."""
    await product.directory()
    seller = await product.integrator("cloud-sales")
    product.later(days=-31)
    closed = await product.place(seller, provisioningContactEmail=FIRST)
    first = await product.signed_in(FIRST)
    await first.do("delegateOrder", orderId=closed["id"], email=PAT)
    product.later(days=31)
    await product.worker.run_due_transitions()
    world = World(product, await _callers(product, seller))
    world.orders["closed"] = closed
    for stage in STAGES:
        if stage != "closed":
            world.orders[stage] = await _bring(world, stage)
    await product.provision()
    await _ask_for_rights(world)
    await _add_a_domain(world)
    await product.deliver()
    for stage in STAGES:
        world.orders[stage] = await world.order(stage)
    return world


async def _callers(product: Product, seller: Caller) -> dict[str, Caller]:
    await product.place(provisioningContactEmail=PAT)
    return {
        "seller": seller,
        "reader": await product.integrator("cloud-sales", "orders:read"),
        "salesperson": await product.signed_in(SALLY),
        "contact": await product.signed_in(PAT),
        "former": await product.signed_in(FIRST),
        "partner": await product.signed_in("admin@north.example"),
        "partner's program": await product.program("North", "orders:write", "organizations:read"),
        "partner's reader": await product.program("North", "orders:read"),
        "provisioner": await _known(product, EVE),
        "delegate": await _known(product, VERA),
        "customer": await product.signed_in("admin@globex.example"),
        "customer's program": await product.program("Globex", "orders:write", "organizations:read"),
        "support": await product.support(),
        "support's program": await product.integrator("help", "support"),
        "nobody": product.browser(),
        "stranger": await product.signed_in("user@south.example"),
        "other partner": await product.signed_in("admin@south.example"),
        "other customer": await product.signed_in("admin@initech.example"),
        "customer's user": await product.signed_in("user@globex.example"),
        "other seller": await product.integrator("other-sales"),
        "directory reader": await product.integrator("directory", "organizations:read"),
    }


async def _known(product: Product, email: str) -> Caller:
    """Somebody who has an order of their own, to sign in before they get a part in the others."""
    await product.place(provisioningContactEmail=email)
    return await product.signed_in(email)


async def _bring(world: World, stage: str) -> Any:
    product, callers = world.product, world.callers
    seller, contact, first = callers["seller"], callers["contact"], callers["former"]
    start = product.now.date() + timedelta(days=3 if stage == "scheduled" else 0)
    named = "North" if stage == "finding" else None
    order = await product.place(
        seller,
        provisioningContactEmail=FIRST,
        requestedStartDate=start.isoformat(),
        customerAdminEmail="boss@globex.example",
        partnerOrganizationExternalId=named,
        licenses=SMALL if stage == "completed" else LICENSES,
    )
    id = order["id"]
    if stage == "scheduled":
        return (await seller.do("changeProvisioningContact", orderId=id, email=PAT)).order
    order = (await first.do("delegateOrder", orderId=id, email=PAT)).order
    if stage == "delegated":
        return order
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    await choose(contact, id, "PARTNER", "north.example")
    order = await choose(contact, id, "CUSTOMER", "globex.example")
    return order if stage == "finding" else await _set_up(world, stage, id)


async def _set_up(world: World, stage: str, id: str) -> Any:
    contact, customer, seller = (world.callers[role] for role in ("contact", "customer", "seller"))
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    await ProvisioningAdministrator.create(
        order_id=number_of("Order", id), email=EVE, email_key=EVE, since=world.product.now
    )
    await listed_orders.rewrite([number_of("Order", id)])
    await contact.do("handOverToCustomer", orderId=id)
    if stage == "mapped":
        await contact.do("takeBackServiceSetup", orderId=id)
    if stage == "completed":
        return (await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])).order
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    await contact.do("delegateService", serviceId=calling, email=VERA)
    name = f"{'fail' if stage == 'setting up' else 'globex'}-{stage.replace(' ', '-')}"
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(name))
    order = (await contact.do("saveCallingLocation", serviceId=calling, **location(f"Office {stage}"))).order
    match stage:
        case "cancelled":
            order = (await seller.do("cancelOrder", orderId=id)).order
        case "disputed":
            order = (await customer.do("disputeMapping", orderId=id, reason="Not ours")).order
        case "setting up":
            order = (await contact.do("submitService", serviceId=meetings)).order
    return order


async def _add_a_domain(world: World) -> None:
    globex = world.orders["mapped"]["customerOrganization"]["id"]
    answer = await world.callers["customer"].do("addDomain", organizationId=globex, domain="labs.globex.example")
    assert not answer.refused


async def _ask_for_rights(world: World) -> None:
    id = world.orders["completed"]["id"]
    assert not (await world.callers["contact"].do("requestFullAdministrator", orderId=id)).refused
