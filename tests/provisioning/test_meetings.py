"""Meetings: the sites and how the licenses are split over them."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.ids import public_id
from backend.models.order import LicenseScope
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.dossier import LicenseRecord, SiteRecord
from backend.provisioning.meetings import MAX_SITES, Allocation, check_each_has_some, read_name, read_split
from backend.provisioning.validation import Entries
from backend.reference import site_names
from tests.api import document
from tests.product import LICENSES, Product, service, sites

AVAILABLE = """query ($name: String!, $id: ID) {
  siteNameAvailability(siteName: $name, serviceId: $id) { siteName available reason suggestions } }"""

PROPOSALS = "query ($id: ID!) { siteNameProposals(serviceId: $id) }"


def shares(order: Any, *units: tuple[str, int]) -> list[dict[str, object]]:
    """A split of the first license of Meetings."""
    license = service(order, "MEETINGS")["licenses"][0]["id"]
    return [{"siteName": name, "licenseId": license, "units": count} for name, count in units]


def allocations(order: Any) -> dict[str, list[int]]:
    found = service(order, "MEETINGS")["sites"]
    return {site["siteName"]: [share["units"] for share in site["allocations"]] for site in found}


async def test_names_are_kept_in_lower_case_and_the_first_site_is_primary(product: Product) -> None:
    contact, order = await product.mapped()
    saved = await contact.do(
        "saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites(" Acme-HQ ", "acme-two", early=True)
    )
    found = service(saved.order, "MEETINGS")["sites"]
    assert [(site["siteName"], site["primary"], site["earlyRelease"]) for site in found] == [
        ("acme-hq", True, True),
        ("acme-two", False, True),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "REQUIRED"),
        ("  ", "REQUIRED"),
        ("a", "INVALID"),
        ("-acme", "INVALID"),
        ("acme-", "INVALID"),
        ("ac--me", "INVALID"),
        ("acme_hq", "INVALID"),
        ("ac.me", "INVALID"),
        ("äcme", "INVALID"),
        ("a" * 61, "INVALID"),
        ("webex", "SITE_NAME_RESERVED"),
        ("WWW", "SITE_NAME_RESERVED"),
        ("downloadservicebts", "SITE_NAME_RESERVED"),
    ],
)
def test_a_name_that_cannot_be_is_refused_at_its_field(name: str, code: str) -> None:
    entries = Entries()
    read_name(name, ("sites", "0", "siteName"), [], entries)
    assert [(refusal.code, refusal.field) for refusal in entries.refusals] == [(code, ("sites", "0", "siteName"))]


async def test_everything_that_is_wrong_with_the_sites_is_told_at_once_and_nothing_is_saved(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    mars = {"siteName": "ok-name", "timeZone": "Mars", "earlyRelease": False}
    wrong = [*sites("-bad", "login", "acme-hq", "ACME-hq"), mars]
    answer = await contact.do("saveMeetingSites", serviceId=meetings, sites=wrong)
    assert answer.fields == {
        "sites.0.siteName": "INVALID",
        "sites.1.siteName": "SITE_NAME_RESERVED",
        "sites.3.siteName": "SITE_NAME_TAKEN",
        "sites.4.timeZone": "INVALID",
    }
    assert service(answer.payload["order"], "MEETINGS")["sites"] == []
    assert (await contact.do("saveMeetingSites", serviceId=meetings, sites=[])).fields == {"sites": "REQUIRED"}
    many = sites(*(f"acme-{number}" for number in range(51)))
    assert (await contact.do("saveMeetingSites", serviceId=meetings, sites=many)).fields == {"sites": "TOO_LONG"}
    fifty = await contact.do("saveMeetingSites", serviceId=meetings, sites=many[:50])
    assert len(service(fifty.order, "MEETINGS")["sites"]) == 50


async def test_a_name_that_somebody_holds_is_taken_and_free_ones_are_suggested(product: Product) -> None:
    first, order = await product.mapped()
    own = service(order, "MEETINGS")["id"]
    await first.do("saveMeetingSites", serviceId=own, sites=sites("acme"))
    second, order = await product.mapped("olga@other.example")
    answer = await second.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme"))
    [error] = answer.payload["userErrors"]
    assert (error["__typename"], error["code"], error["field"]) == (
        "SiteNameTaken",
        "SITE_NAME_TAKEN",
        ["sites", "0", "siteName"],
    )
    assert len(error["suggestions"]) == 3
    for name in error["suggestions"]:
        assert (await second.ask(AVAILABLE, name=name))["siteNameAvailability"]["available"]
    assert (await first.ask(AVAILABLE, name="acme", id=own))["siteNameAvailability"]["available"] is True


async def test_whether_a_name_is_free_is_told_while_typing(product: Product) -> None:
    contact, _ = await product.mapped()
    found = (await contact.ask(AVAILABLE, name=" ACME "))["siteNameAvailability"]
    assert found == {"siteName": "acme", "available": True, "reason": None, "suggestions": []}
    assert (await contact.ask(AVAILABLE, name="login"))["siteNameAvailability"]["reason"] == "SITE_NAME_RESERVED"
    assert (await contact.ask(AVAILABLE, name="a--b"))["siteNameAvailability"]["reason"] == "INVALID"
    assert (await product.browser().send(AVAILABLE, {"name": "acme"})).refused == ["UNAUTHENTICATED"]


async def test_free_names_made_from_the_customers_name_are_proposed_to_who_sets_up(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    proposed = (await contact.ask(PROPOSALS, id=meetings))["siteNameProposals"]
    assert len(proposed) == 3
    assert proposed[0].startswith("acme")
    other, second = await product.mapped("olga@other.example")
    await other.do("saveMeetingSites", serviceId=service(second, "MEETINGS")["id"], sites=sites(proposed[0]))
    assert proposed[0] not in (await contact.ask(PROPOSALS, id=meetings))["siteNameProposals"]
    assert (await other.send(PROPOSALS, {"id": meetings})).refused == ["NOT_FOUND"]
    assert (await product.browser().send(PROPOSALS, {"id": meetings})).refused == ["UNAUTHENTICATED"]


async def test_of_two_who_want_the_same_name_at_the_same_moment_one_gets_it(product: Product) -> None:
    people = [await product.mapped(f"p{number}@acme.example") for number in range(4)]
    answers = await asyncio.gather(
        *(
            contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme"))
            for contact, order in people
        )
    )
    assert sorted(answer.refused for answer in answers) == [[], *[["SITE_NAME_TAKEN"]] * 3]


async def test_a_hold_ends_after_seven_days_without_a_touch(product: Product) -> None:
    first, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await first.do("saveMeetingSites", **meetings, sites=sites("acme"))
    second, other = await product.mapped("olga@other.example")
    product.later(days=7, seconds=1)
    second = await product.signed_in("olga@other.example")
    assert (await second.ask(AVAILABLE, name="acme"))["siteNameAvailability"]["available"] is True
    theirs = {"serviceId": service(other, "MEETINGS")["id"]}
    assert not (await second.do("saveMeetingSites", **theirs, sites=sites("acme"))).refused
    first = await product.signed_in("pat@acme.example")
    order = await first.order(order["id"])
    assert [(error["code"], error["field"]) for error in order["requirements"]["errors"]] == [
        ("EXPIRED", ["sites", "0", "siteName"])
    ]
    assert (await first.do("submitService", **meetings)).fields == {"sites.0.siteName": "SITE_NAME_TAKEN"}


async def test_a_name_is_held_again_at_close_if_nobody_took_it(product: Product) -> None:
    first, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await first.do("saveMeetingSites", **meetings, sites=sites("acme"))
    product.later(days=8)
    first = await product.signed_in("pat@acme.example")
    assert not (await first.do("submitService", **meetings)).refused


async def test_one_site_gets_all_licenses_without_the_step_of_splitting_them(product: Product) -> None:
    contact, order = await product.mapped()
    saved = await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme"))
    assert (service(saved.order, "MEETINGS")["state"], saved.order["nextStep"]) == (
        "READY_FOR_REVIEW",
        "MEETINGS_REVIEW",
    )
    assert allocations(saved.order) == {"acme": [100]}


async def test_several_sites_share_the_licenses_to_the_last_unit(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    order = (await contact.do("saveMeetingSites", **meetings, sites=sites("acme-one", "acme-two"))).order
    assert (service(order, "MEETINGS")["state"], order["nextStep"]) == ("DRAFT", "MEETINGS_LICENSES")

    async def split(*units: tuple[str, int]) -> list[str]:
        return (await contact.do("distributeLicenses", **meetings, allocations=shares(order, *units))).refused

    assert await split(("acme-one", 60), ("acme-two", 39)) == ["LICENSE_SUM_MISMATCH"]
    assert await split(("acme-one", 100), ("acme-two", 0)) == ["INVALID"]
    assert await split(("acme-one", 101), ("acme-two", -1)) == ["INVALID"]
    assert await split(("acme-one", 50), ("acme-one", 50)) == ["INVALID"]
    assert await split(("acme-one", 50), ("acme-three", 50)) == ["INVALID"]
    calling = [{"siteName": "acme-one", "licenseId": order["id"], "units": 100}]
    assert (await contact.do("distributeLicenses", **meetings, allocations=calling)).fields == {
        "allocations.0.licenseId": "INVALID"
    }
    assert await split(("acme-one", 60), ("ACME-two", 40)) == []
    order = await contact.order(order["id"])
    assert (allocations(order), order["nextStep"]) == ({"acme-one": [60], "acme-two": [40]}, "MEETINGS_REVIEW")


async def test_other_sites_drop_the_split_and_other_details_keep_it(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    order = (await contact.do("saveMeetingSites", **meetings, sites=sites("acme-one", "acme-two"))).order
    await contact.do("distributeLicenses", **meetings, allocations=shares(order, ("acme-one", 60), ("acme-two", 40)))
    order = (await contact.do("saveMeetingSites", **meetings, sites=sites("acme-two", "acme-one", early=True))).order
    assert allocations(order) == {"acme-two": [40], "acme-one": [60]}
    assert service(order, "MEETINGS")["state"] == "READY_FOR_REVIEW"
    order = (await contact.do("saveMeetingSites", **meetings, sites=sites("acme-one", "acme-three"))).order
    assert (allocations(order), service(order, "MEETINGS")["state"]) == ({"acme-one": [], "acme-three": []}, "DRAFT")


async def test_without_licenses_to_split_several_sites_are_ready_at_once(product: Product) -> None:
    whole = [LICENSES[0] | {"scope": "ORGANIZATION_WIDE"}]
    contact, order = await product.mapped(licenses=whole)
    input = {"serviceId": service(order, "MEETINGS")["id"], "sites": sites("acme-one", "acme-two")}
    order = (await contact.do("saveMeetingSites", **input)).order
    assert order["nextStep"] == "MEETINGS_REVIEW"
    assert not (await contact.do("submitService", serviceId=input["serviceId"])).refused


def _site(number: int) -> SiteRecord:
    return SiteRecord(
        id=number, service_id=1, organization_id=None, position=number, name=f"site-{number}", held_name=None,
        held_at=None, time_zone="UTC", early_release=False, allocations=None, state=ServiceState.DRAFT,
    )  # fmt: skip


def _license(number: int, units: int) -> LicenseRecord:
    return LicenseRecord(
        id=number,
        name=f"License {number}",
        service=ServiceKind.MEETINGS,
        scope=LicenseScope.PER_SITE,
        total_units=units,
    )


@given(st.lists(st.lists(st.integers(-3, 50), min_size=1, max_size=4), min_size=1, max_size=4), st.integers(-1, 1))
def test_a_split_is_taken_if_and_only_if_it_adds_up(units: list[list[int]], off: int) -> None:
    width = min(len(row) for row in units)
    split = [row[:width] for row in units]  # a row a license, a column a site
    licenses = [_license(number, sum(row) + off) for number, row in enumerate(split, 1)]
    entered = [
        Allocation(f"site-{site}", license.id, row[site])
        for license, row in zip(licenses, split, strict=True)
        for site in range(width)
    ]
    entries = Entries()
    read = read_split([f"site-{number}" for number in range(width)], licenses, entered, entries)
    check_each_has_some(read, entries)
    holds = (
        not off
        and all(u >= 0 for row in split for u in row)
        and all(any(column) for column in zip(*split, strict=True))
    )
    assert (not entries.refusals) == holds
    if holds:
        for license, row in zip(licenses, split, strict=True):
            assert sum(share[str(license.id)] for share in read.values()) == sum(row) == license.total_units


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")], ids=["compact", "with blanks"])
async def test_the_largest_split_can_be_sent_whole(product: Product, separators: tuple[str, str]) -> None:
    contact, order = await product.mapped()
    license = public_id("License", 10**18 - 1)
    names = [f"{number:02}".ljust(site_names.MAX_LENGTH, "x") for number in range(MAX_SITES)]
    split = [{"siteName": name, "licenseId": license, "units": 10_000_000} for name in names for _ in range(50)]
    given = {"serviceId": service(order, "MEETINGS")["id"], "allocations": split}
    sent = {"query": document("distributeLicenses"), "variables": {"input": given}}
    headers = {"Content-Type": "application/json"}
    answer = await contact.http.post("/graphql", content=json.dumps(sent, separators=separators), headers=headers)
    assert answer.status_code == 200
    assert answer.json()["data"]["distributeLicenses"]["userErrors"]
