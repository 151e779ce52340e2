"""Whatever people do in whatever order, what always holds holds."""

import random
from collections import Counter
from typing import Any

import pytest

from backend import database
from tests.api import Caller
from tests.desk import Desk, location, search, service, sites

NEXT = {
    "AWAITING_CONTACT": {"FINDING_ORGANIZATIONS", "CANCELLED"},
    "FINDING_ORGANIZATIONS": {"AWAITING_CONTACT", "MAPPED", "CANCELLED"},
    "MAPPED": {"FINDING_ORGANIZATIONS", "SETTING_UP", "CANCELLED"},
    "SETTING_UP": {"COMPLETED"},
    "COMPLETED": set[str](),
    "CANCELLED": set[str](),
}
NAMES = ["alpha", "beta", "gamma", "fail-once-delta"]

ANYTHING = ["submitService", "chooseAudience", "undoMapping", "setUpLater", "confirmOrganizations"]
SETBACKS = {
    "cancelOrder",
    "changeProvisioningContact",
    "chooseAudience",
    "delegateOrder",
    "disputeMapping",
    "resendSetupEmail",
    "takeBackOrder",
    "undoMapping",
}


class Story:
    """Two orders, the people around them, and a dice."""

    def __init__(self, desk: Desk, dice: random.Random) -> None:
        self.desk = desk
        self.dice = dice
        self.callers: dict[str, Caller] = {}
        self.ids: list[str] = []
        self.seen: dict[str, Any] = {}

    async def begin(self) -> None:
        await self.desk.directory()
        self.callers["seller"] = seller = await self.desk.integrator("cloud-sales")
        for _ in range(2):
            placed = await self.desk.place(seller, provisioningContactEmail="user@north.example")
            self.ids.append(placed["id"])
            self.seen[placed["id"]] = placed
        self.callers["support"] = await self.desk.support()
        for email in ("user@north.example", "admin@north.example", "admin@globex.example"):
            self.callers[email] = await self.desk.signed_in(email)

    async def step(self) -> None:
        """Somebody does something that may be possible or not."""
        who, id = self.dice.choice(list(self.callers)), self.dice.choice(self.ids)
        caller = self.callers[who]
        visible = await caller.send("query ($id: ID!) { order(id: $id) { allowedMutations } }", {"id": id})
        offered = visible.data["order"]["allowedMutations"] if visible.data and visible.data.get("order") else []
        due = [entry["mutation"] for entry in self.seen[id]["requirements"]["currentlyDue"]]
        # Most go forward; setbacks are rare, or no story would come to an end.
        chance = self.dice.random()
        sideways = [mutation for mutation in offered if mutation not in SETBACKS] or ANYTHING
        forward = [mutation for mutation in due if mutation in offered] or sideways
        back = [mutation for mutation in offered if mutation != "cancelOrder" or chance > 0.99]
        wanted = forward if chance < 0.6 else sideways if chance < 0.93 else [*back, *ANYTHING]
        await self.do(caller, id, self.dice.choice(wanted))
        if self.dice.random() < 0.3:
            await self.desk.worker.provision_one()
        await self.check()

    async def do(self, caller: Caller, id: str, mutation: str) -> None:  # noqa: C901, PLR0912 – a list of inputs
        order = self.seen[id]
        kind = self.dice.choice(["MEETINGS", "CALLING"])
        target: dict[str, Any] = {"orderId": id, "reason": "Why not."}
        if mutation in {"setUpNow", "setUpLater", "submitService", "retryService"}:
            target = {"serviceId": service(order, kind)["id"]}
        match mutation:
            case "chooseAudience":
                target = {"orderId": id, "audience": self.dice.choice(["CUSTOMER", "CUSTOMER", "OWN_COMPANY"])}
            case "delegateOrder" | "changeProvisioningContact":
                target["email"] = self.dice.choice(["user@north.example", "admin@north.example"])
            case "createOrganization":
                new = {"companyName": "Hooli", "businessVertical": "OTHER", "country": "DE"}
                target = {"orderId": id, "slot": self.dice.choice(["PARTNER", "CUSTOMER"]), **new}
            case "chooseOrganization":
                slot, domain = self.dice.choice([("PARTNER", "north.example"), ("CUSTOMER", "globex.example")])
                found = await search(caller, id, slot, domain)
                target = {"orderId": id, "slot": slot, "organizationId": found[0]["id"] if found else id}
            case "confirmOrganizations" | "handOverToCustomer" | "takeBackServiceSetup" | "requestFullAdministrator":
                target = {"orderId": id}
            case "resolveDispute":
                target["uphold"] = self.dice.random() < 0.5
            case "saveMeetingSites":
                names = self.dice.sample(NAMES, self.dice.randint(1, 3))
                target = {"serviceId": service(order, "MEETINGS")["id"], "sites": sites(*names)}
            case "distributeLicenses":
                target = {"serviceId": service(order, "MEETINGS")["id"], "allocations": self.split(order)}
            case "saveCallingLocation" | "addLocation":
                named = location(self.dice.choice(["One", "Two", "fail-once-Three"]))
                target = {"serviceId": service(order, "CALLING")["id"], **named}
            case "updateLocation":
                found = service(order, "CALLING")["locations"]
                if not found:
                    return
                target = {"locationId": self.dice.choice(found)["id"], **location("Four")}
            case "decideAdministratorRequest":
                target = {"requestId": order["administratorRequest"]["id"], "approve": self.dice.random() < 0.5}
        answer = await caller.do(mutation, **target)
        internal = [error for error in answer.errors if error["extensions"]["code"] == "INTERNAL"]
        assert not internal, (mutation, target, internal)

    def split(self, order: Any) -> list[dict[str, Any]]:
        """A split that adds up more often than not."""
        meetings = service(order, "MEETINGS")
        names = [site["siteName"] for site in meetings["sites"]]
        if not names:
            return []
        license = meetings["licenses"][0]
        left = license["totalUnits"] + self.dice.choice([0, 0, 0, 1])
        units = [left // len(names)] * len(names)
        units[0] += left - sum(units)
        return [{"siteName": n, "licenseId": license["id"], "units": u} for n, u in zip(names, units, strict=True)]

    async def check(self) -> None:
        """What always holds."""
        owners: Counter[str] = Counter()
        for id in self.ids:
            before, after = self.seen[id], await self.callers["seller"].order(id)
            if before["status"] != after["status"]:
                assert after["status"] in NEXT[before["status"]], (before["status"], after["status"])
            assert after["version"] >= before["version"]
            self.check_services(before, after)
            self.seen[id] = after
        for row in await database.rows("SELECT held_name FROM site WHERE held_name IS NOT NULL"):
            owners[row["held_name"]] += 1
        assert all(count == 1 for count in owners.values())

    def check_services(self, before: Any, after: Any) -> None:
        meetings = service(after, "MEETINGS")
        if meetings["state"] in {"READY_FOR_REVIEW", "PROVISIONING", "PROVISIONED"}:
            for license in meetings["licenses"]:
                given = sum(
                    share["units"]
                    for site in meetings["sites"]
                    for share in site["allocations"]
                    if share["license"]["name"] == license["name"]
                )
                assert given == license["totalUnits"]
        for kind, part in (("MEETINGS", "sites"), ("CALLING", "locations")):
            had, has = service(before, kind)[part], service(after, kind)[part]
            assert bool(has) >= bool(had), "a draft was lost"
        if after["status"] == "COMPLETED":
            assert {found["state"] for found in after["services"]} == {"PROVISIONED"}

    async def check_timeline(self) -> None:
        """Each version of an order has its event, by whoever made it."""
        for row in await database.rows("SELECT id, version FROM orders"):
            events = await database.rows(
                "SELECT DISTINCT version FROM order_event WHERE order_id = $1 AND version IS NOT NULL", [row["id"]]
            )
            assert {event["version"] for event in events} == set(range(2, row["version"] + 1))


@pytest.mark.parametrize("seed", range(4))
async def test_a_random_story_breaks_no_rule(desk: Desk, seed: int) -> None:
    story = Story(desk, random.Random(seed))
    await story.begin()
    for _ in range(120):
        await story.step()
    await story.check_timeline()
    assert await nothing_is_left_over()


async def nothing_is_left_over() -> bool:
    """Every organization that was created for an order is on it, or was deleted."""
    orphans = await database.rows(
        "SELECT g.id FROM organization g JOIN orders o ON o.id = g.created_for_order_id"
        " WHERE g.status = 'PROVISIONAL' AND g.id NOT IN (COALESCE(o.partner_organization_id, 0),"
        " COALESCE(o.customer_organization_id, 0))"
    )
    return not orphans
