"""Sites of an organization after setup: added, put into another time zone, removed; licenses moved between them."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from backend import database
from backend.connectors.port import ConnectorFailed, ConnectorUnavailable, Task
from backend.connectors.webex import _request
from backend.models.service import SiteChange, StepKind
from backend.provisioning import organization_contents
from backend.provisioning.dossier import SiteRecord
from backend.schema.ids import global_id
from backend.settings import settings
from backend.worker.loop import Worker
from tests.api import Answer, Caller
from tests.product import Product, choose, location, service, sites

ADMIN = "admin@globex.example"
SITES = """query ($id: ID!) { organization(id: $id) { allowedMutations history { kind summary actor reason }
  sites { id siteName timeZone earlyRelease primary state change { kind state timeZone message } } } }"""
ONE_DATABASE = pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
LATER = {"timeZone": "Europe/Berlin", "earlyRelease": False}


class Hub:
    """Globex, whose first order set up a site with all licenses, and its administrator."""

    def __init__(self, product: Product, admin: Caller, order: Any) -> None:
        self.product = product
        self.admin = admin
        self.order = order
        self.id = order["customerOrganization"]["id"]
        self.meetings = service(order, "MEETINGS")["id"]

    async def seen(self, caller: Caller | None = None) -> Any:
        """The organization as somebody sees it."""
        return (await (caller or self.admin).ask(SITES, id=self.id))["organization"]

    async def sites(self) -> dict[str, Any]:
        """Its sites by name."""
        return {site["siteName"]: site for site in (await self.seen())["sites"]}

    async def add(self, name: str, caller: Caller | None = None, **changes: Any) -> Answer:
        """Add a site."""
        entered = {"organizationId": self.id, "siteName": name, **LATER, **changes}
        return await (caller or self.admin).do("addMeetingSite", **entered)

    async def added(self, name: str) -> Any:
        """Add a site and have it provisioned; it."""
        assert not (await self.add(name)).refused
        await self.product.provision()
        return (await self.sites())[name]

    async def move(self, caller: Caller | None = None, **units: int) -> Answer:
        """Split the one license over sites; underscores of their names stand for hyphens."""
        [license] = service(self.order, "MEETINGS")["licenses"]
        split = [
            {"siteName": name.replace("_", "-"), "licenseId": license["id"], "units": number}
            for name, number in units.items()
        ]
        return await (caller or self.admin).do("moveLicenses", serviceId=self.meetings, allocations=split)

    async def units(self) -> dict[str, int]:
        """How many licenses each site of the order has."""
        found = service(await self.admin.order(self.order["id"]), "MEETINGS")["sites"]
        return {site["siteName"]: sum(share["units"] for share in site["allocations"]) for site in found}


@pytest.fixture
async def hub(product: Product) -> Hub:
    """An organization with one site."""
    await product.directory()
    contact, order = await product.partnered()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex", early=True))
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    return Hub(product, await product.signed_in(ADMIN), await contact.order(order["id"]))


class OtherSide:
    """Does what it is asked, but for tasks of the kinds that it refuses; `away`: so many times it is not there."""

    def __init__(self, *refuses: StepKind, away: int = 0) -> None:
        self.refuses = set(refuses)
        self.away = away
        self.tasks: list[Task] = []
        self.asked = asyncio.Event()
        self.stuck = False

    async def carry_out(self, task: Task) -> str:
        self.tasks.append(task)
        self.asked.set()
        if self.stuck:
            await asyncio.Event().wait()
        if task.kind in self.refuses:
            raise ConnectorFailed("Webex refused: not now")
        if len(self.tasks) <= self.away:
            raise ConnectorUnavailable("Webex could not be reached.")
        return "Done"


def employ(product: Product, other: OtherSide) -> OtherSide:
    """Let the product's worker work with this other side."""
    product.worker = Worker(settings(), connector=other)
    return other


async def test_a_site_is_added_gets_licenses_loses_them_and_is_removed(hub: Hub) -> None:
    other = employ(hub.product, OtherSide())
    site = (await hub.add("Globex-Two")).payload["site"]
    assert (site["siteName"], site["state"], site["primary"]) == ("globex-two", "PROVISIONING", False)
    assert (site["change"]["kind"], site["change"]["state"]) == ("CREATE_SITE", "NOT_STARTED")
    await hub.product.provision()
    assert (await hub.sites())["globex-two"]["state"] == "PROVISIONED"
    assert other.tasks[0].details == {"timezone": "Europe/Berlin", "earlyRelease": False, "primary": False}
    node = "query ($id: ID!) { node(id: $id) { ... on Site { siteName } } }"
    assert (await hub.admin.ask(node, id=site["id"])) == {"node": {"siteName": "globex-two"}}
    stranger = await hub.product.signed_in("admin@initech.example")
    assert (await stranger.ask(node, id=site["id"])) == {"node": None}
    assert await hub.units() == {"globex": 100}
    assert not (await hub.move(globex=60, globex_two=40)).refused
    await hub.product.provision()
    assert await hub.units() == {"globex": 60, "globex-two": 40}
    assert [(task.name, task.details["licenses"][0]["quantity"]) for task in other.tasks[1:]] == [
        ("globex", 60),  # given back before it is given
        ("globex-two", 40),
    ]
    refused = await hub.admin.do("removeMeetingSite", siteId=site["id"])
    assert refused.fields == {"siteId": "STEP_NOT_ALLOWED"}
    [error] = refused.payload["userErrors"]
    assert error["message"] == (
        f"globex-two.webex.com still has licenses of {hub.order['orderNumber']}. Move them to other sites first."
    )
    assert not (await hub.move(globex=100)).refused
    waits = await hub.admin.do("removeMeetingSite", siteId=site["id"])
    assert "not moved yet" in waits.payload["userErrors"][0]["message"]
    await hub.product.provision()
    gone = await hub.admin.do("removeMeetingSite", siteId=site["id"])
    assert (gone.refused, gone.payload["site"]["change"]["kind"]) == ([], "REMOVE_SITE")
    await hub.product.provision()
    assert list(await hub.sites()) == ["globex"]
    assert await hub.units() == {"globex": 100}
    assert (await hub.admin.ask("query ($id: ID!) { node(id: $id) { id } }", id=site["id"])) == {"node": None}
    again = await hub.admin.do("removeMeetingSite", siteId=site["id"])
    assert (again.refused, again.payload["site"]) == ([], None)
    history = [event["kind"] for event in (await hub.seen())["history"]]
    assert history == [
        *("site_removed", "site_removal_started", "licenses_moved", "licenses_moved"),
        *("site_added", "site_addition_started"),
    ]
    subjects = [mail["subject"] for mail in await hub.product.mails(ADMIN, "NOTICE")]
    number = hub.order["orderNumber"]
    assert subjects == [
        "Site removed: globex-two.webex.com",
        f"Licenses moved: {number}",
        f"Licenses moved: {number}",
        "Site added: globex-two.webex.com",
    ]


async def test_a_removed_name_is_free_again_for_its_organization_and_for_nobody_else(hub: Hub) -> None:
    site = await hub.added("globex-two")
    assert not (await hub.admin.do("removeMeetingSite", siteId=site["id"])).refused
    await hub.product.provision()
    stranger, other = await hub.product.mapped("mia@acme.example")
    theirs = service(other, "MEETINGS")["id"]
    assert (await stranger.do("saveMeetingSites", serviceId=theirs, sites=sites("globex-two"))).refused == [
        "SITE_NAME_TAKEN"
    ]
    free = "query ($n: String!) { siteNameAvailability(siteName: $n) { available } }"
    assert (await stranger.ask(free, n="globex-two"))["siteNameAvailability"]["available"] is False
    again = (await hub.add("globex-two", timeZone="Asia/Tokyo")).payload["site"]
    assert again["id"] != site["id"]
    await hub.product.provision()
    assert (await hub.sites())["globex-two"]["timeZone"] == "Asia/Tokyo"


async def test_another_time_zone_is_for_all_orders_that_use_the_site_and_their_timelines_tell_it(hub: Hub) -> None:
    renewing, renewal = await hub.product.partnered()
    using = service(renewal, "MEETINGS")["id"]
    await renewing.do("saveMeetingSites", serviceId=using, sites=sites("globex"))
    primary = (await hub.sites())["globex"]["id"]
    change = {"siteId": primary, "timeZone": "Asia/Tokyo"}
    first = await hub.admin.do("updateMeetingSite", **change)
    assert (first.payload["site"]["timeZone"], first.payload["site"]["state"]) == ("Europe/Berlin", "PROVISIONED")
    assert (first.payload["site"]["change"]["timeZone"], first.refused) == ("Asia/Tokyo", [])
    assert (await hub.admin.do("updateMeetingSite", **change)).refused == []  # the same twice is done once
    other = await hub.admin.do("updateMeetingSite", siteId=primary, timeZone="Europe/Paris")
    assert (
        other.payload["userErrors"][0]["message"] == "globex.webex.com is being changed. Wait until this is finished."
    )
    assert (await hub.admin.do("removeMeetingSite", siteId=primary)).refused == ["STEP_NOT_ALLOWED"]
    await hub.product.provision()
    assert (await hub.sites())["globex"]["timeZone"] == "Asia/Tokyo"
    [theirs] = service(await renewing.order(renewal["id"]), "MEETINGS")["sites"]
    assert theirs["timeZone"] == "Asia/Tokyo"
    timeline = "query ($id: ID!) { order(id: $id) { timeline(first: 2) { edges { node { kind summary } } } } }"
    told = (await hub.admin.ask(timeline, id=hub.order["id"]))["order"]["timeline"]["edges"]
    assert {"kind": "site_time_zone_changed", "summary": "The time zone of globex.webex.com is now Tokyo, Japan"} in [
        edge["node"] for edge in told
    ]
    assert (await hub.admin.do("updateMeetingSite", **change)).refused == []
    assert await SiteChange.filter(due_at__not_isnull=True).count() == 0  # it has that zone already


@ONE_DATABASE
async def test_an_answer_in_the_middle_of_a_change_never_tells_its_end_beside_the_site_of_before(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who watches asks until the change has ended, and would stay with what the last answer said."""
    site = (await hub.sites())["globex"]
    read = organization_contents.sites_of

    async def ended_meanwhile(organization_ids: Sequence[int]) -> dict[int, list[SiteRecord]]:
        found = await read(organization_ids)
        await hub.product.provision()
        return found

    assert not (await hub.admin.do("updateMeetingSite", siteId=site["id"], timeZone="Asia/Tokyo")).refused
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(organization_contents, "sites_of", ended_meanwhile)
        seen = (await hub.sites())["globex"]
    assert seen["change"]["state"] in {"NOT_STARTED", "PROVISIONING"}
    after = (await hub.sites())["globex"]
    assert (after["timeZone"], after["change"]["state"]) == ("Asia/Tokyo", "PROVISIONED")


@ONE_DATABASE
async def test_what_is_wrong_is_said_at_its_field(hub: Hub) -> None:
    for name, code in (
        ("", "REQUIRED"),
        ("-a", "INVALID"),
        ("a" * 61, "INVALID"),
        ("glöbex", "INVALID"),
        ("webex", "SITE_NAME_RESERVED"),
        ("globex", "SITE_NAME_TAKEN"),
    ):
        assert (await hub.add(name)).fields == {"siteName": code}, name
    assert (await hub.add("globex-two", timeZone="Mars/Base")).fields == {"timeZone": "INVALID"}
    primary = (await hub.sites())["globex"]["id"]
    wrong = await hub.admin.do("updateMeetingSite", siteId=primary, timeZone="Europe/Berlin ")
    assert wrong.fields == {"timeZone": "INVALID"}
    refused = await hub.admin.do("removeMeetingSite", siteId=primary)
    assert refused.payload["userErrors"][0]["message"] == "globex.webex.com is the primary site. It can’t be removed."
    mia, acme = await hub.product.mapped("mia@acme.example")
    await mia.do("saveMeetingSites", serviceId=service(acme, "MEETINGS")["id"], sites=sites("acme"))
    taken = await hub.add("acme")
    assert taken.fields == {"siteName": "SITE_NAME_TAKEN"}
    assert taken.payload["userErrors"][0]["suggestions"]
    mia_signed_in = await hub.product.signed_in("mia@acme.example")
    none_yet = {"organizationId": acme["customerOrganization"]["id"], "siteName": "acme-two", **LATER}
    assert (await mia_signed_in.do("addMeetingSite", **none_yet)).refused == ["STEP_NOT_ALLOWED"]
    assert await SiteChange.all().count() == 0


@ONE_DATABASE
async def test_nobody_but_who_fully_administers_the_organization_changes_its_sites(hub: Hub) -> None:
    primary = (await hub.sites())["globex"]["id"]
    people = {
        "user@globex.example": "FORBIDDEN",
        "user@north.example": "FORBIDDEN",  # the provisioning contact
        "admin@north.example": "FORBIDDEN",  # the partner, without full rights
        "admin@initech.example": "NOT_FOUND",
    }
    inputs: dict[str, dict[str, Any]] = {
        "addMeetingSite": {"organizationId": hub.id, "siteName": "globex-two", **LATER},
        "updateMeetingSite": {"siteId": primary, "timeZone": "Asia/Tokyo"},
        "removeMeetingSite": {"siteId": primary},
    }
    for email, code in people.items():
        caller = await hub.product.signed_in(email)
        for mutation, input in inputs.items():
            assert (await caller.do(mutation, **input)).refused == [code], (email, mutation)
        unseen = code == "NOT_FOUND" or email == "user@globex.example"
        assert (await hub.move(caller, globex=100)).refused == ["NOT_FOUND" if unseen else code], email
    nobody, seller = hub.product.browser(), await hub.product.integrator("cloud-sales")
    by_link, _ = await hub.product.partnered("zoe@north.example")  # the link of an order is for nothing beyond it
    for mutation, input in inputs.items():
        assert (await nobody.do(mutation, **input)).refused == ["UNAUTHENTICATED"]
        assert (await seller.do(mutation, **input)).refused == ["FORBIDDEN"]
        assert (await by_link.do(mutation, **input)).refused == ["FORBIDDEN"]
    for unknown in (global_id("Site", 10**9), global_id("Service", 1), "?"):
        answer = await hub.admin.do("removeMeetingSite", siteId=unknown)
        assert answer.refused in (["NOT_FOUND"], ["BAD_REQUEST"], ["BAD_USER_INPUT"])
    assert await SiteChange.all().count() == 0
    seen = await hub.seen(await hub.product.signed_in("user@globex.example"))
    assert {site["change"] and site["change"]["kind"] for site in seen["sites"]} == {None}
    assert "addMeetingSite" in (await hub.seen())["allowedMutations"]


async def test_two_at_once_add_one_site_and_the_same_twice_is_done_once(hub: Hub) -> None:
    twins = await asyncio.gather(*(hub.add("globex-two") for _ in range(3)))
    assert [answer.refused for answer in twins] == [[], [], []]
    assert len({answer.payload["site"]["id"] for answer in twins}) == 1
    await hub.product.provision()
    site = (await hub.sites())["globex-two"]
    zones = ("Asia/Tokyo", "Europe/Paris", "America/Lima")
    changes = await asyncio.gather(
        *(hub.admin.do("updateMeetingSite", siteId=site["id"], timeZone=zone) for zone in zones)
    )
    assert sorted(answer.refused for answer in changes) == [[], ["STEP_NOT_ALLOWED"], ["STEP_NOT_ALLOWED"]]
    await hub.product.provision()
    key = {"organizationId": hub.id, "siteName": "globex-three", **LATER}
    kept = [await hub.admin.do("addMeetingSite", key="once", **key) for _ in range(2)]
    assert kept[0].payload == kept[1].payload
    await hub.product.provision()
    assert (await hub.admin.do("addMeetingSite", key="once", **key)).refused == []
    assert (await hub.add("globex-three")).fields == {"siteName": "SITE_NAME_TAKEN"}
    assert len(await hub.sites()) == 3


async def test_a_removal_and_a_draft_that_uses_the_site_do_not_pass_each_other(hub: Hub) -> None:
    site = await hub.added("globex-two")
    renewing, renewal = await hub.product.partnered()
    using = service(renewal, "MEETINGS")["id"]
    saved, removed = await asyncio.gather(
        renewing.do("saveMeetingSites", serviceId=using, sites=sites("globex-two")),
        hub.admin.do("removeMeetingSite", siteId=site["id"]),
    )
    assert sorted([saved.refused, removed.refused]) in ([[], ["SITE_NAME_TAKEN"]], [[], ["STEP_NOT_ALLOWED"]])
    if removed.refused:
        told = removed.payload["userErrors"][0]["message"]
        assert told == f"globex-two.webex.com is part of an order that is still being set up: {renewal['orderNumber']}."
    await hub.product.provision()
    assert ("globex-two" in await hub.sites()) == (not saved.refused)


async def test_licenses_move_as_they_add_up_and_tell_who_was_faster(hub: Hub) -> None:
    await hub.added("globex-two")
    assert (await hub.move(globex=60)).refused == ["LICENSE_SUM_MISMATCH"]
    assert (await hub.move(globex=60, initech=40)).fields == {"allocations.1.siteName": "INVALID"}
    assert (await hub.move(globex=-1, globex_two=101)).fields == {"allocations.0.units": "INVALID"}
    order = await hub.admin.order(hub.order["id"])
    assert "moveLicenses" in order["allowedMutations"]
    assert not (await hub.move(globex=60, globex_two=40)).refused
    assert not (await hub.move(globex=60, globex_two=40)).refused  # the same again
    assert (await hub.move(globex=50, globex_two=50)).refused == ["STEP_NOT_ALLOWED"]
    after = await hub.admin.order(hub.order["id"])
    assert after["version"] == order["version"] + 1
    [license] = service(order, "MEETINGS")["licenses"]
    split = [{"siteName": "globex", "licenseId": license["id"], "units": 100}]
    late = {"serviceId": hub.meetings, "allocations": split, "expectedVersion": order["version"]}
    assert (await hub.admin.do("moveLicenses", **late)).refused == ["VERSION_CONFLICT"]
    await hub.product.provision()
    order = await hub.admin.order(hub.order["id"])
    assert service(order, "MEETINGS")["state"] == "PROVISIONED"
    assert len(service(order, "MEETINGS")["steps"]) == 3  # to create the first, and the licenses of both


async def test_licenses_that_could_not_be_moved_leave_the_sites_in_use_and_are_moved_again(hub: Hub) -> None:
    await hub.added("globex-two")
    employ(hub.product, OtherSide(StepKind.ASSIGN_LICENSES))
    assert not (await hub.move(globex=60, globex_two=40)).refused
    await hub.product.provision()
    assert {site["state"] for site in (await hub.sites()).values()} == {"PROVISIONED"}
    order = await hub.admin.order(hub.order["id"])
    found = service(order, "MEETINGS")
    assert (found["state"], {step["state"] for step in found["steps"]}) == (
        "PROVISIONED",
        {"PROVISIONED", "FAILED", "NOT_STARTED"},
    )
    [mail, *_] = await hub.product.mails(ADMIN, "NOTICE")
    assert mail["subject"] == f"Licenses not moved: {hub.order['orderNumber']}"
    done = employ(hub.product, OtherSide())
    assert not (await hub.move(globex=60, globex_two=40)).refused
    await hub.product.provision()
    assert sorted(task.name for task in done.tasks) == ["globex", "globex-two"]
    steps = service(await hub.admin.order(hub.order["id"]), "MEETINGS")["steps"]
    assert {step["state"] for step in steps} == {"PROVISIONED"}


async def test_a_site_that_could_not_be_added_is_tried_again_or_let_go(hub: Hub) -> None:
    for name in ("taken-globex", "fail-once-globex"):
        assert not (await hub.add(name)).refused
    await hub.product.provision()
    found = await hub.sites()
    assert found["taken-globex"]["state"] == "FAILED"
    assert found["taken-globex"]["change"]["message"] == "This name is already taken. Choose another one."
    [mail, *_] = await hub.product.mails(ADMIN, "NOTICE")
    assert mail["subject"].startswith("Change of a site failed: ")
    events = [event for event in (await hub.seen())["history"] if event["kind"] == "site_change_failed"]
    assert "This name is already taken. Choose another one." in {event["reason"] for event in events}
    assert (await hub.admin.do("updateMeetingSite", siteId=found["taken-globex"]["id"], timeZone="Asia/Tokyo")).refused
    away = employ(hub.product, OtherSide())
    assert not (await hub.admin.do("removeMeetingSite", siteId=found["taken-globex"]["id"])).refused
    assert not (await hub.add("fail-once-globex", timeZone="Asia/Tokyo")).refused
    await hub.product.provision()
    assert [task.kind.value for task in away.tasks] == ["CREATE_SITE"]  # what never was is not removed
    left = await hub.sites()
    assert (list(left), left["fail-once-globex"]["timeZone"]) == (["fail-once-globex", "globex"], "Asia/Tokyo")
    assert not (await hub.add("taken-globex")).refused


async def test_what_fails_leaves_the_site_as_it_was(hub: Hub) -> None:
    site = await hub.added("globex-two")
    employ(hub.product, OtherSide(StepKind.UPDATE_SITE, StepKind.REMOVE_SITE))
    for mutation, more in (("updateMeetingSite", {"timeZone": "Asia/Tokyo"}), ("removeMeetingSite", {})):
        assert not (await hub.admin.do(mutation, siteId=site["id"], **more)).refused
        await hub.product.provision()
        found = (await hub.sites())["globex-two"]
        assert (found["state"], found["timeZone"], found["change"]["state"]) == (
            "PROVISIONED",
            "Europe/Berlin",
            "FAILED",
        )
    employ(hub.product, OtherSide(away=2))
    assert not (await hub.admin.do("removeMeetingSite", siteId=site["id"])).refused
    for _ in range(3):
        await hub.product.provision()
        hub.product.later(hours=1)
    hub.admin = await hub.product.signed_in(ADMIN)
    assert list(await hub.sites()) == ["globex"]


async def test_a_worker_that_was_killed_in_a_change_is_followed_by_the_next_one(hub: Hub) -> None:
    assert not (await hub.add("globex-two")).refused
    stuck = OtherSide()
    stuck.stuck = True
    killed = asyncio.create_task(Worker(settings(), connector=stuck).provision_one())
    await asyncio.wait_for(stuck.asked.wait(), 20)
    [row] = await SiteChange.all().values("id", "leased_until")
    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    await SiteChange.filter(id=row["id"]).update(leased_until=row["leased_until"])
    following = employ(hub.product, OtherSide())
    hub.product.later(seconds=6)
    await hub.product.provision()
    assert [(task.key, task.attempt) for task in following.tasks] == [(stuck.tasks[0].key, 2)]
    assert (await hub.sites())["globex-two"]["state"] == "PROVISIONED"
    history = [event["kind"] for event in (await hub.seen())["history"]]
    assert history == ["site_added", "site_addition_started"]


@ONE_DATABASE
async def test_a_partner_with_full_rights_changes_sites_and_moves_licenses(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    new = {"companyName": "Hooli", "businessVertical": "OTHER", "country": "DE"}
    await choose(contact, id, "PARTNER", "north.example")
    assert not (await contact.do("createOrganization", orderId=id, slot="CUSTOMER", **new)).refused
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("hooli"))
    await contact.do("submitService", serviceId=meetings)
    await contact.do("saveCallingLocation", serviceId=service(order, "CALLING")["id"], **location())
    await product.provision()
    hub = Hub(product, await product.signed_in("admin@north.example"), await contact.order(id))
    assert not (await hub.add("hooli-two")).refused
    await product.provision()
    assert not (await hub.move(hooli=99, hooli_two=1)).refused
    await product.provision()
    assert await hub.units() == {"hooli": 99, "hooli-two": 1}
    assert {mail["to"] for mail in await product.mails(kind="NOTICE")} >= {"admin@north.example"}


@ONE_DATABASE
async def test_a_renewal_chooses_a_site_that_was_added_and_none_that_is_gone(hub: Hub) -> None:
    site = await hub.added("globex-two")
    offered = (
        """query ($id: ID!) { order(id: $id) { services { ... on MeetingsService { existingSites { siteName } } } } }"""
    )
    renewing, renewal = await hub.product.partnered()

    async def names() -> list[str]:
        found = (await renewing.ask(offered, id=renewal["id"]))["order"]["services"]
        return [one["siteName"] for one in next(part["existingSites"] for part in found if part)]

    assert await names() == ["globex", "globex-two"]
    assert not (await hub.admin.do("removeMeetingSite", siteId=site["id"])).refused
    assert await names() == ["globex"]
    await hub.product.provision()
    assert await names() == ["globex"]


def test_webex_is_asked_by_the_site_s_address() -> None:
    update = Task(StepKind.UPDATE_SITE, "acme", "k", 1, {"timezone": "Asia/Tokyo"})
    assert _request(update) == ("PATCH", "/v1/wholesale/sites/acme.webex.com", {"timezone": "Asia/Tokyo"})
    assert _request(Task(StepKind.REMOVE_SITE, "acme", "k", 1)) == (
        "DELETE",
        "/v1/wholesale/sites/acme.webex.com",
        None,
    )


async def test_an_organization_has_one_primary_site_whatever_is_added(hub: Hub) -> None:
    await hub.added("globex-two")
    await hub.added("a-globex")
    counted = await database.rows("SELECT count(*) AS n FROM site WHERE is_primary")
    assert [row["n"] for row in counted] == [1]
