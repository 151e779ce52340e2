"""Random lives of orders: people of all roles do whatever they can think of, time passes, what always holds is asked.

`python -m tests.provisioning.stories 2000` plays that many on each database.
"""

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

from tqdm import tqdm

from backend import clock, database
from backend.models.order import OrderStatus
from backend.models.person import SupportPerson
from backend.provisioning import dossier, listed_orders, sign_in, tokens
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import FollowUpKind, may_take_back, turn
from backend.provisioning.meetings import per_site
from backend.provisioning.requirements import requirements_of
from backend.schema.ids import global_id, number_of
from tests.api import Caller
from tests.product import LICENSES, Product, location, sites

S = OrderStatus
NEXT = {
    S.SCHEDULED: {S.AWAITING_CONTACT, S.CANCELLED},
    S.AWAITING_CONTACT: {S.FINDING_ORGANIZATIONS, S.CLOSED, S.CANCELLED},
    S.FINDING_ORGANIZATIONS: {S.AWAITING_CONTACT, S.MAPPED, S.CLOSED, S.CANCELLED},
    S.MAPPED: {S.FINDING_ORGANIZATIONS, S.SETTING_UP, S.CANCELLED},
    S.SETTING_UP: {S.COMPLETED},
    S.COMPLETED: set[S](),
    S.CLOSED: {S.AWAITING_CONTACT, S.FINDING_ORGANIZATIONS},
    S.CANCELLED: set[S](),
}
ONCE_EACH = {
    "SUBSCRIPTION_ADDED": "organizations_confirmed",
    "HAND_OVER": "handed_over",
    "ADMINISTRATOR_REQUEST": "administrator_requested",
}
UNDO = {"cancelOrder", "changeProvisioningContact", "chooseAudience", "delegateOrder", "disputeMapping", "undoMapping"}
UNDO |= {"resendSetupEmail", "takeBackOrder"}
PEOPLE = [
    "user@north.example",
    "admin@north.example",
    "zoe@north.example",
    "admin@globex.example",
    "admin@south.example",
]
CONTACTS = PEOPLE[:3]
NAMES = ["alpha", "beta", "gamma", "fail-once-delta", "fail-epsilon"]
PLACES = ["One", "Two", "fail-once-Three"]
SEEN = "query ($id: ID!) { order(id: $id) { allowedMutations requirements { currentlyDue { mutation } } } }"
WAITING = """query ($number: String!) {
  mine: orders(first: 100, filter: { text: $number, myTurn: true }) { edges { node { id } } }
  all: orders(first: 100, filter: { text: $number }) { edges { node { id viewerRole waitingFor { role email } } } }
}"""
SEARCH = """query ($id: ID!, $slot: OrganizationType!) {
  north: searchOrganizations(orderId: $id, slot: $slot, domain: "north.example") { basedOn }
  globex: searchOrganizations(orderId: $id, slot: $slot, domain: "globex.example") { basedOn }
}"""


class People:
    """The people of many stories, signed in, and their clock."""

    def __init__(self, product: Product, rng: random.Random) -> None:
        self.product = product
        self.rng = rng
        self.callers: dict[str, Caller] = {}

    async def sign_in_all(self) -> None:
        """Load the directory and sign everybody in."""
        product = self.product
        await product.directory()
        self.callers["seller"] = await product.integrator("cloud-sales")
        self.callers["reader"] = await product.integrator("cloud-sales", "orders:read")
        self.callers["other seller"] = await product.integrator("other-sales")
        await SupportPerson.create(email_key="help@hub.example", email="help@hub.example", since=clock.now())
        for email in [*PEOPLE, "help@hub.example"]:
            self.callers[email] = caller = product.browser()
            caller.http.cookies.set("session", await sign_in.open_session(email, email, None, clock.now()))

    async def pass_time(self, **time: float) -> None:
        """Time passes; whoever was signed in comes back and is still, and programs renew their tokens."""
        self.product.later(**time)
        await database.execute("UPDATE api_token SET expires_at = $1", [clock.now() + tokens.LIFETIME])
        until = clock.now() + sign_in.SESSION_LIFETIME
        await database.execute("UPDATE session SET seen_at = $1, expires_at = $2", [clock.now(), until])


class Story:
    """Some orders and what happens to them."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.rng = people.rng
        self.orders: dict[int, Dossier] = {}
        self.done: Counter[str] = Counter()

    async def begin(self) -> None:
        """The seller places orders: of today, of later, one small, one that nobody has to set up."""
        for days, licenses in ((0, LICENSES), (0, LICENSES[1:]), (0, LICENSES[2:]), (2, LICENSES)):
            start = clock.now().date() + timedelta(days=days)
            contact = self.rng.choice(CONTACTS)
            changes: dict[str, Any] = {"requestedStartDate": start.isoformat(), "licenses": licenses}
            changes["partnerOrganizationExternalId"] = self.rng.choice([None, "North"])
            product = self.people.product
            placed = await product.place(self.people.callers["seller"], provisioningContactEmail=contact, **changes)
            number = number_of("Order", placed["id"])
            self.orders[number] = await read(number)

    async def step(self) -> None:
        """Somebody does something that may be possible or not, or time passes, or the worker works."""
        chance = self.rng.random()
        number = self.rng.choice(list(self.orders))
        if chance < 0.01:
            await self.people.pass_time(days=self.rng.choice([0.1, 1, 3, 8, 31]))
        if chance < 0.03:
            await self.people.product.worker.run_due_transitions()
        elif chance < 0.12:
            while self.rng.random() < 0.9 and await self.people.product.worker.provision_one():
                pass
        else:
            await self.somebody(number)
        for other in [number] if chance >= 0.12 else self.orders:
            await self.check(other)

    async def somebody(self, number: int) -> None:
        """Most often whose turn it is does what is due; else anybody does anything: few go back, some try at random."""
        if await self.regrets(number):
            return
        order, patient = self.orders[number], self.rng.random() < 0.65
        whose = turn(order)
        address = (whose.email if whose else None) or "admin@globex.example"
        who = address if patient and address in self.people.callers else self.rng.choice(list(self.people.callers))
        caller = self.people.callers[who]
        answer = await caller.send(SEEN, {"id": global_id("Order", number)})
        seen = answer.data["order"] if answer.data else None
        offered = seen["allowedMutations"] if seen else []
        due = [needed["mutation"] for needed in seen["requirements"]["currentlyDue"]] if seen else []
        due = [mutation for mutation in due if mutation in offered]
        sideways = [mutation for mutation in offered if mutation not in UNDO]
        chance = self.rng.random()
        wanted = due if patient else sideways if chance < 0.6 else offered if chance < 0.85 else []
        mutation = self.rng.choice(wanted or sideways or list(INPUTS))
        if mutation == "cancelOrder" and self.rng.random() < 0.9:
            return
        input = INPUTS[mutation](self.rng, self.orders[number])
        if input is None:
            return
        if mutation == "chooseOrganization":
            await caller.send(SEARCH, {"id": global_id("Order", number), "slot": input["slot"]})
        before = self.orders[number]
        if mutation in {"submitService", "retryService"} and patient and due:  # the service that is due, not any
            needed = next(needed for needed in requirements_of(order).currently_due if needed.mutation == mutation)
            input = {"serviceId": global_id("Service", needed.service_id or 0)}
        answer = await caller.do(mutation, **input)
        codes = [error["extensions"]["code"] for error in answer.errors]
        assert set(codes) <= {"NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED"}, (mutation, input, answer.errors)
        after = await read(number)
        if answer.refused:
            assert after.version == before.version, (mutation, answer.refused)
            assert mutation not in offered or after.status is before.status
        elif after.version > before.version:
            assert mutation in offered, (who, mutation, "was not offered and happened")
            self.done[mutation] += 1

    async def regrets(self, number: int) -> bool:
        """Whether the one who handed the order over, often soon after, takes it back."""
        delegation = self.orders[number].delegation
        if not delegation or not may_take_back(self.orders[number]) or self.rng.random() < 0.7:
            return False
        caller = self.people.callers[delegation.former_email]
        before = self.orders[number]
        answer = await caller.do("takeBackOrder", orderId=global_id("Order", number))
        assert bool(answer.refused) == (before.status not in {S.AWAITING_CONTACT, S.FINDING_ORGANIZATIONS})
        self.done["takeBackOrder"] += not answer.refused
        return True

    async def check(self, number: int) -> None:
        """What always holds for one order."""
        before, after = self.orders[number], await read(number)
        if before.status is not after.status:
            assert after.status in NEXT[before.status], (before.status, after.status)
        if after.status is S.CLOSED and before.status is not S.CLOSED:
            assert before.deadline is not None
            assert before.deadline <= clock.now()
        assert after.version >= before.version
        for kept, has in ((before.sites, after.sites), (before.locations, after.locations)):
            assert bool(has) >= bool(kept), "a draft was lost"
        if before.version == after.version:
            assert [site.name for site in before.sites] == [site.name for site in after.sites]
        if after.status in {S.CANCELLED, S.CLOSED}:
            assert not [site for site in after.sites if site.held_name and site.organization_id is None]
        for found in after.services:
            if found.kind == "MEETINGS" and found.state in {"READY_FOR_REVIEW", "PROVISIONING", "PROVISIONED"}:
                self.check_licenses(after, found.id)
        if after.status is S.COMPLETED:
            assert {found.state for found in after.services} == {"PROVISIONED"}
        self.orders[number] = after
        await self.check_turn(after)

    async def check_turn(self, order: Dossier) -> None:
        """Who asks for what waits for them finds just the orders that name them, in their role, as the next."""
        whose = turn(order)
        for address in {(whose.email if whose else None) or "help@hub.example", self.rng.choice(PEOPLE)}:
            caller = self.people.callers.get(address)
            if caller is None:
                continue
            answer = await caller.ask(WAITING, number=order.order_number)
            mine = {edge["node"]["id"] for edge in answer["mine"]["edges"]}
            for node in (edge["node"] for edge in answer["all"]["edges"]):
                waits = node["waitingFor"] is not None and node["waitingFor"]["role"] == node["viewerRole"]
                assert (node["id"] in mine) == waits, (address, node)

    def check_licenses(self, order: Dossier, meetings: int) -> None:
        """The licenses of each site sum to what was sold."""
        for license in per_site(order):
            shares = [(site.allocations or {}).get(str(license.id), 0) for site in order.sites_of(meetings)]
            assert sum(shares) == license.total_units

    async def end(self) -> None:
        """What holds for whole lives: one owner of a name, one mail for a reason, a complete timeline, no leftovers."""
        await self.people.product.deliver()
        assert await listed_orders.repair() == 0, "an order was not listed as it stands"
        twice = "SELECT held_name FROM site WHERE held_name IS NOT NULL GROUP BY held_name HAVING COUNT(*) > 1"
        assert await database.rows(twice) == []
        for number in self.orders:
            events = await database.rows("SELECT kind, version, actor FROM order_event WHERE order_id = $1", [number])
            mails = await database.rows(
                "SELECT kind, recipient, state, queued_at FROM email_message WHERE order_id = $1", [number]
            )
            kinds = Counter(event["kind"] for event in events)
            assert {e["version"] for e in events} - {None} == set(range(2, (await read(number)).version + 1))
            assert all(event["actor"] for event in events)
            self.check_mails(kinds, mails)
        orphans = (
            "SELECT g.id FROM organization g JOIN orders o ON o.id = g.created_for_order_id"
            " WHERE g.status = 'PROVISIONAL'"
            " AND g.id NOT IN (COALESCE(o.partner_organization_id, 0), COALESCE(o.customer_organization_id, 0))"
        )
        assert await database.rows(orphans) == []
        alive = (  # a person has one live link for each thing that is asked of them
            "SELECT 1 FROM setup_link WHERE ended_at IS NULL GROUP BY order_id, email_key, purpose HAVING COUNT(*) > 1"
        )
        assert await database.rows(alive) == []

    def check_mails(self, happened: Counter[str], mails: list[dict[str, Any]]) -> None:
        """Each mail has its reason, and each reason its mail."""
        sent = Counter(mail["kind"] for mail in mails)
        setup = [
            happened[kind] for kind in ("order_started", "setup_mail_resent", "order_reopened", "order_taken_back")
        ]
        assert sum(setup) <= sent["SETUP"] <= sum(setup) + happened["contact_changed"] + happened["order_rescheduled"]
        assert sent["COMPLETION"] == happened["order_completed"]
        asked = {mail["queued_at"] for mail in mails if mail["kind"] == "ADMINISTRATOR_REQUEST"}
        assert len(asked) == happened["administrator_requested"]
        assert sum(mail["state"] == "SENT" for mail in mails) == happened["mail_sent"]
        # Each administrator of the customer gets one.
        for kind, reason in ONCE_EACH.items():
            each = Counter(mail["recipient"] for mail in mails if mail["kind"] == kind)
            assert max(each.values(), default=0) <= happened[reason]
        reminders = Counter(
            (mail["recipient"], str(mail["queued_at"])[:13]) for mail in mails if mail["kind"] == "REMINDER"
        )
        assert set(reminders.values()) <= {1}


async def read(number: int) -> Dossier:
    """The order as it is."""
    found = await dossier.read(number)
    assert found is not None
    return found


# ---------------------------------------------------------------- what they send

Input = Callable[[random.Random, Dossier], dict[str, Any] | None]


def an_order(_rng: random.Random, order: Dossier) -> dict[str, Any]:
    """Just the order."""
    return {"orderId": global_id("Order", order.id)}


def with_reason(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """The order, and why."""
    return an_order(rng, order) | {"reason": "Why not."}


def with_email(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """The order, and another person."""
    return with_reason(rng, order) | {"email": rng.choice(CONTACTS)}


def a_service(*kinds: str) -> Input:
    """One of the order's services."""

    def input(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
        found = [found.id for found in order.services if not kinds or found.kind.value in kinds]
        return {"serviceId": global_id("Service", rng.choice(found))} if found else None

    return input


def delegation(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """A service, and another person."""
    found = a_service("MEETINGS", "CALLING")(rng, order)
    return found | {"email": rng.choice(["vera@voice.example", "walt@voice.example"])} if found else None


def reschedule(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """Another day, perhaps one that has passed."""
    day = clock.now().date() + timedelta(days=rng.randint(-1, 5))
    return an_order(rng, order) | {"requestedStartDate": day.isoformat()}


def audience(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """Mostly for a customer."""
    return an_order(rng, order) | {"audience": rng.choice(["CUSTOMER", "CUSTOMER", "OWN_COMPANY"])}


def organization(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """The partner or the customer of the directory, in the order in which they were loaded: North, South, Globex."""
    missing = ("CUSTOMER", 3) if order.partner else ("PARTNER", 1)
    slot, id = rng.choice([missing, missing, missing, ("CUSTOMER", 3), ("CUSTOMER", 1)])
    return an_order(rng, order) | {"slot": slot, "organizationId": global_id("Organization", id)}


def new_organization(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """A company of a slot's own."""
    new = {"companyName": "Hooli", "businessVertical": "OTHER", "country": "DE"}
    return an_order(rng, order) | {"slot": rng.choice(["PARTNER", "CUSTOMER"])} | new


def confirmation(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """Perhaps handing over at once."""
    over = rng.random() < 0.3
    return an_order(rng, order) | {"customerSetsUpServices": over, "customerAdminEmail": "boss@hooli.example"}


def hand_over(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """To whom a new customer belongs."""
    return an_order(rng, order) | {"customerAdminEmail": rng.choice(["boss@hooli.example", "chef@hooli.example"])}


def resolution(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """Support's word."""
    return with_reason(rng, order) | {"uphold": rng.random() < 0.4}


def wanted(names: list[str], order: Dossier) -> list[str]:
    """The few names that all three orders of a story want; what became somebody's in an earlier one stays theirs."""
    return [f"{name}-{(order.id - 1) // 3}" for name in names]


def some_sites(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """One to three sites."""
    target = a_service("MEETINGS")(rng, order)
    return target and target | {"sites": sites(*rng.sample(wanted(NAMES, order), rng.randint(1, 3)))}


def split(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """A split that adds up more often than not."""
    target, names = a_service("MEETINGS")(rng, order), [site.name for site in order.sites]
    if target is None or not names:
        return None
    shares = []
    for license in per_site(order):
        left = license.total_units + rng.choice([0, 0, 0, 1])
        units = [left // len(names)] * len(names)
        units[0] += left - sum(units)
        id = global_id("License", license.id)
        shares += [{"siteName": n, "licenseId": id, "units": u} for n, u in zip(names, units, strict=True)]
    return target | {"allocations": shares}


def a_location(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """A location of one of three names."""
    target = a_service("CALLING")(rng, order)
    return target and target | location(rng.choice(wanted(PLACES, order)))


def another_location(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """New details for a location that is there."""
    if not order.locations:
        return None
    chosen = rng.choice(order.locations)
    return {"locationId": global_id("Location", chosen.id), **location(rng.choice(wanted(["Four", *PLACES], order)))}


def decision(rng: random.Random, order: Dossier) -> dict[str, Any] | None:
    """Yes or no to the request there is."""
    if order.request is None:
        return None
    return {"requestId": global_id("AdministratorRequest", order.request.id), "approve": rng.random() < 0.5}


def tick(rng: random.Random, order: Dossier) -> dict[str, Any]:
    """A tick, or no tick, at something that may not be on the list."""
    return an_order(rng, order) | {"followUp": rng.choice([*FollowUpKind]), "done": rng.random() < 0.7}


INPUTS: dict[str, Input] = {
    "cancelOrder": with_reason,
    "rescheduleOrder": reschedule,
    "reopenOrder": with_reason,
    "advanceTestOrder": lambda rng, order: an_order(rng, order) | {"by": rng.choice(["PT12H", "P3D", "P40D"])},
    "changeProvisioningContact": with_email,
    "resendSetupEmail": with_reason,
    "chooseAudience": audience,
    "delegateOrder": with_email,
    "takeBackOrder": an_order,
    "chooseOrganization": organization,
    "createOrganization": new_organization,
    "confirmOrganizations": confirmation,
    "undoMapping": with_reason,
    "handOverToCustomer": hand_over,
    "takeBackServiceSetup": an_order,
    "disputeMapping": with_reason,
    "resolveDispute": resolution,
    "setUpNow": a_service(),
    "setUpLater": a_service(),
    "saveMeetingSites": some_sites,
    "distributeLicenses": split,
    "saveCallingLocation": a_location,
    "submitService": a_service(),
    "retryService": a_service(),
    "delegateService": delegation,
    "takeBackService": a_service(),
    "moveLicenses": split,
    "addLocation": a_location,
    "updateLocation": another_location,
    "requestFullAdministrator": an_order,
    "decideAdministratorRequest": decision,
    "tickFollowUp": tick,
}


# ---------------------------------------------------------------- many


async def play(url: str, seed: int, stories: int, steps: int) -> Counter[str]:
    """Play stories among the same people; how often each mutation succeeded."""
    from backend.resolvers.schema import schema
    from backend.settings import settings
    from backend.web import serving
    from backend.web.app import create_app

    await database.connect(url)
    done: Counter[str] = Counter()
    try:
        async with Product(create_app(settings(), schema, pages=serving.pages(settings()))) as product:
            people = People(product, random.Random(seed))
            await people.sign_in_all()
            for number in tqdm(range(stories), unit="stories", mininterval=10):
                people.rng.seed(f"{seed}:{number}")
                done += (await run_story(people, steps)).done
    finally:
        await database.disconnect()
    return done


async def run_story(people: People, steps: int) -> Story:
    """One story from its beginning to its end."""
    story = Story(people)
    await story.begin()
    for _ in range(steps):
        await story.step()
    await story.end()
    return story


def main() -> None:
    """Play stories on SQLite and on PostgreSQL."""
    parser = argparse.ArgumentParser(description="Plays random lives of orders and asks what always holds.")
    parser.add_argument("stories", type=int)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=["sqlite", "postgres"])
    given = parser.parse_args()
    if given.database:
        play_on(given)
    else:  # a process each: the ORM keeps the statements of the first dialect that it meets
        for name in ("sqlite", "postgres"):
            subprocess.run([sys.executable, "-m", __spec__.name, *sys.argv[1:], "--database", name], check=True)


def play_on(given: argparse.Namespace) -> None:
    """Play stories on one database."""
    from backend.migrate import migrate
    from tests.postgres import postgres

    own = {"SECRET_KEY": "s" * 32, "ENVIRONMENT": "development", "SMTP_URL": "", "RATE_LIMIT_FACTOR": "100000"}
    os.environ |= own | {"PUBLIC_URL": "http://testserver"}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        url = f"sqlite://{folder}/stories.db"
        if given.database == "postgres":
            server = stack.enter_context(postgres())
            url = server.url(server.create())
        asyncio.run(migrate(url))
        done = asyncio.run(play(url, given.seed, given.stories, given.steps))
    print(f"{given.database}: {given.stories} stories of {given.steps} steps, {done.total()} changes, no rule broken")
    print(", ".join(f"{mutation} {done[mutation]}" for mutation in INPUTS))


if __name__ == "__main__":
    main()
