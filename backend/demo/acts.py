"""What people do to the demo's orders: each act is a transition of the journey, carried out by its own rule."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

from backend import database
from backend.models.order import Audience, EventKind
from backend.models.organization import OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning import (
    audience,
    calling,
    dossier,
    handover,
    intake,
    meetings,
    organizations,
    services,
)
from backend.provisioning.access import Actor
from backend.provisioning.act import Act, by_system, perform
from backend.provisioning.calling import LocationEntry
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.finder.search import search
from backend.provisioning.journey import TRANSITIONS, Mutation
from backend.provisioning.meetings import Allocation, SiteEntry
from backend.provisioning.organization_match import question

DemoAct = Callable[[int, Actor, datetime], Awaitable[None]]
Change = Callable[[Act], Awaitable[None]]
PARTNER, CUSTOMER = OrganizationType.PARTNER, OrganizationType.CUSTOMER


def person(email: str, *, support: bool = False) -> Actor:
    """Somebody who is signed in by their mailbox."""
    address = read_address(email)
    return Actor(email=address.text, email_key=address.key, support=support)


def integrator(name: str) -> Actor:
    """A seller's system."""
    return Actor(token=name, scopes=frozenset({"orders:read", "orders:write"}))


def _demo_act(
    mutation: Mutation, change: Change, *, kind: ServiceKind | None = None, reason: str | None = None
) -> DemoAct:
    async def play(order_id: int, actor: Actor, at: datetime) -> None:
        service_id = await _service(order_id, kind) if kind else None
        rule = TRANSITIONS[mutation]
        await perform(order_id, rule, actor, at, change, service_id=service_id, reason=reason)

    return play


async def _service(order_id: int, kind: ServiceKind) -> int:
    row = await database.row("SELECT id FROM service WHERE order_id = $1 AND kind = $2", [order_id, kind.value])
    assert row is not None
    return int(row["id"])


def _service_act(mutation: Mutation, kind: ServiceKind, change: Callable[[Act, int], Awaitable[None]]) -> DemoAct:
    return _demo_act(
        mutation, lambda act: change(act, next(s.id for s in act.order.services if s.kind is kind)), kind=kind
    )


# ---------------------------------------------------------------- the seller's side


def cancel(reason: str | None = None) -> DemoAct:
    """Cancel the order."""
    return _demo_act(Mutation.CANCEL_ORDER, intake.cancel, reason=reason)


def reschedule(days: int) -> DemoAct:
    """Move the start so many days into the future."""
    return _demo_act(Mutation.RESCHEDULE_ORDER, lambda act: intake.reschedule(act, _in_days(act, days)))


def _in_days(act: Act, days: int) -> date:
    return act.at.date() + timedelta(days)


def reopen() -> DemoAct:
    """Open a closed order again."""
    return _demo_act(Mutation.REOPEN_ORDER, intake.reopen)


def change_contact(email: str) -> DemoAct:
    """Name another contact."""
    return _demo_act(Mutation.CHANGE_PROVISIONING_CONTACT, lambda act: intake.change_contact(act, email))


def resend(reason: str) -> DemoAct:
    """Send the welcome email again."""
    return _demo_act(Mutation.RESEND_SETUP_EMAIL, intake.resend, reason=reason)


# ---------------------------------------------------------------- the organization finder


def choose_audience(answer: Audience) -> DemoAct:
    """Say for whom the order is."""
    return _demo_act(Mutation.CHOOSE_AUDIENCE, lambda act: audience.choose_audience(act, answer))


def delegate(email: str) -> DemoAct:
    """Let somebody else complete the order."""
    return _demo_act(Mutation.DELEGATE_ORDER, lambda act: audience.delegate(act, email))


def take_back() -> DemoAct:
    """Take a delegated order back."""
    return _demo_act(Mutation.TAKE_BACK_ORDER, audience.take_back)


def find(slot: OrganizationType, domain: str) -> DemoAct:
    """Search all organizations by a domain; what is found may be chosen."""

    async def play(order_id: int, actor: Actor, at: datetime) -> None:
        order = await dossier.read(order_id, actor.email_key)
        assert order is not None
        page = await search(question(order, slot), domain, at)
        shown = {
            found.organization.id: [{"code": entry.code, "domain": entry.domain} for entry in found.evidence]
            for found in page.candidates
        }
        await organizations.remember_shown(order.id, slot, page.based_on, shown, at)
        async with by_system(order, at, actor) as act:
            act.record_event(EventKind.ORGANIZATIONS_SEARCHED, domain=page.based_on, slot=slot.value, found=len(shown))

    return play


def choose(slot: OrganizationType, external_id: str) -> DemoAct:
    """Choose an organization that was shown."""

    async def change(act: Act) -> None:
        row = await database.row("SELECT id FROM organization WHERE external_id = $1", [external_id])
        assert row is not None
        await organizations.choose(act, slot, row["id"])

    return _demo_act(Mutation.CHOOSE_ORGANIZATION, change)


def create(slot: OrganizationType, name: str, vertical: str, country: str) -> DemoAct:
    """Create an organization."""
    return _demo_act(Mutation.CREATE_ORGANIZATION, lambda act: organizations.create(act, slot, name, vertical, country))


def confirm(*, hand_over: bool = False, administrator: str | None = None) -> DemoAct:
    """Confirm the organizations, perhaps letting the customer set up the services."""
    return _demo_act(
        Mutation.CONFIRM_ORGANIZATIONS,
        lambda act: organizations.confirm(act, customer_sets_up_services=hand_over, customer_admin_email=administrator),
    )


def dispute(reason: str) -> DemoAct:
    """Say "This wasn't us"."""
    return _demo_act(Mutation.DISPUTE_MAPPING, organizations.dispute, reason=reason)


def resolve(reason: str, *, uphold: bool) -> DemoAct:
    """Decide a dispute."""
    return _demo_act(
        Mutation.RESOLVE_DISPUTE, lambda act: organizations.resolve_dispute(act, uphold=uphold), reason=reason
    )


# ---------------------------------------------------------------- service setup


def hand_over(administrator: str | None = None) -> DemoAct:
    """Let the customer set up the services."""
    return _demo_act(Mutation.HAND_OVER_TO_CUSTOMER, lambda act: handover.hand_over(act, administrator))


def take_setup_back() -> DemoAct:
    """Set up the services oneself after all."""
    return _demo_act(Mutation.TAKE_BACK_SERVICE_SETUP, handover.take_back)


def set_up_now(kind: ServiceKind) -> DemoAct:
    """Begin with a service."""
    return _service_act(Mutation.SET_UP_NOW, kind, services.set_up_now)


def set_up_later(kind: ServiceKind) -> DemoAct:
    """Put a service aside."""
    return _service_act(Mutation.SET_UP_LATER, kind, services.set_up_later)


def save_sites(zone: str, *names: str, early: str = "") -> DemoAct:
    """Save the sites, all in one time zone, one perhaps on the early release schedule."""
    entries = [SiteEntry(name, zone, name == early) for name in names]
    return _service_act(
        Mutation.SAVE_MEETING_SITES,
        ServiceKind.MEETINGS,
        lambda act, service: meetings.save_sites(act, service, entries),
    )


def distribute() -> DemoAct:
    """Split every license evenly over the sites; the primary site gets the rest."""

    async def change(act: Act, service_id: int) -> None:
        sites = act.order.sites_of(service_id)
        shares = []
        for license in meetings.per_site(act.order):
            units, rest = divmod(license.total_units, len(sites))
            shares += [Allocation(site.name, license.id, units + (0 if site.position else rest)) for site in sites]
        await meetings.distribute(act, service_id, shares)

    return _service_act(Mutation.DISTRIBUTE_LICENSES, ServiceKind.MEETINGS, change)


def save_location(entry: LocationEntry) -> DemoAct:
    """Save the headquarters."""
    return _service_act(
        Mutation.SAVE_CALLING_LOCATION,
        ServiceKind.CALLING,
        lambda act, service: calling.save_location(act, service, entry),
    )


def close(kind: ServiceKind) -> DemoAct:
    """Close: provisioning starts."""
    return _service_act(Mutation.SUBMIT_SERVICE, kind, services.submit)


def request_full_administrator() -> DemoAct:
    """Ask the customer for full administrator rights."""
    return _demo_act(Mutation.REQUEST_FULL_ADMINISTRATOR, handover.request_full_administrator)


def decide(*, approve: bool) -> DemoAct:
    """Decide such a request."""

    async def change(act: Act) -> None:
        assert act.order.request is not None
        await handover.decide_request(act, act.order.request.id, approve=approve)

    return _demo_act(Mutation.DECIDE_ADMINISTRATOR_REQUEST, change)
