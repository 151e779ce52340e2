"""What is measured: orders that are mapped, who may see them, and what an application asks of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock, database
from backend.migrate import migrate
from backend.models.order import Audience, LicenseScope
from backend.models.organization import OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning import sign_in
from backend.provisioning.access import Actor
from backend.provisioning.act import Act, perform
from backend.provisioning.audience import choose_audience
from backend.provisioning.intake import place_order
from backend.provisioning.journey import TRANSITIONS, Mutation
from backend.provisioning.new_order import NewOrder, SoldLicense
from backend.provisioning.organizations import confirm, create

QUERY = """query Page($id: ID!) { order(id: $id) {
  id orderNumber companyName status provisioningStatus version nextStep deadline viewerRole allowedMutations
  subscription { subscriptionNumber offer termMonths startDate endDate licenses { id name service scope totalUnits } }
  partnerOrganization { id displayName country } customerOrganization { id displayName country }
  services { id kind state progress nextStep savedAt }
} }"""
LATER = """mutation Later($input: ServiceInput!) { setUpLater(input: $input) {
  order { id version nextStep services { id state } } userErrors { code message field } } }"""
NOW = LATER.replace("setUpLater", "setUpNow").replace("Later", "Now")


@dataclass(frozen=True, slots=True)
class PreparedOrder:
    """An order, its first service, and the session of the person who may set it up."""

    order: int
    service: int
    session: str


async def prepare(url: str, orders_of: list[int] | None = None) -> list[PreparedOrder]:
    """Fill a new database: for each person, so many orders."""
    EXECUTOR_CACHE.clear()  # what Tortoise prepared for another kind of database
    await migrate(url)
    await database.connect(url)
    try:
        numbers = [1] if orders_of is None else orders_of
        return [given for person, many in enumerate(numbers) for given in await _person(person, many)]
    finally:
        await database.disconnect()


async def _person(person: int, many: int) -> list[PreparedOrder]:
    email = f"person{person}@halden.example"
    placed = [await mapped(f"B-{person}-{number}", email) for number in range(many)]
    session = await sign_in.open_session(email, email, None, clock.now())
    return [PreparedOrder(one.order, one.service, session) for one in placed]


async def mapped(number: str, email: str, seller: str = "bench") -> PreparedOrder:
    """Place an order and confirm its organizations, as their rules do."""
    actor = Actor(email=email, email_key=email)
    async with database.transaction():
        order = await place_order(new_order(number, email), seller, clock.now())

        async def change(mutation: Mutation, rule: Any) -> None:
            await perform(order.id, TRANSITIONS[mutation], actor, clock.now(), rule)

        await change(Mutation.CHOOSE_AUDIENCE, lambda act: choose_audience(act, Audience.CUSTOMER))
        await change(Mutation.CREATE_ORGANIZATION, _creating(OrganizationType.PARTNER, "Halden Networks"))
        await change(Mutation.CREATE_ORGANIZATION, _creating(OrganizationType.CUSTOMER, "Brandt Logistik"))
        await change(
            Mutation.CONFIRM_ORGANIZATIONS,
            lambda act: confirm(act, customer_sets_up_services=False, customer_admin_email=None),
        )
    return PreparedOrder(order.id, order.services[0].id, "")


def _creating(slot: OrganizationType, name: str) -> Any:
    async def rule(act: Act) -> None:
        await create(act, slot, name, "AGRICULTURE", "DE")

    return rule


def new_order(number: str, email: str) -> NewOrder:
    """An order as a seller sends it."""
    per_site, wide = LicenseScope.PER_SITE, LicenseScope.ORGANIZATION_WIDE
    sold = [("Meetings", ServiceKind.MEETINGS, per_site), ("Webinars", ServiceKind.MEETINGS, per_site)]
    sold += [("Calling", ServiceKind.CALLING, wide), ("Messaging", ServiceKind.MESSAGING, wide)]
    return NewOrder(
        order_number=number,
        offer="Webex Suite",
        company_name="Brandt Logistik GmbH",
        provisioning_contact_email=email,
        requested_start_date=date(2026, 1, 1),
        seller_name="Nordlicht",
        term_months=36,
        licenses=[SoldLicense(name, kind, scope, 250) for name, kind, scope in sold],
    )
