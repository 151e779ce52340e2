"""Meetings: sites with their names, time zones and release schedule, and how the licenses are split over them."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from backend import database
from backend.database import Row
from backend.models.order import EventKind, LicenseScope
from backend.models.organization import OrganizationEventKind
from backend.models.service import ServiceKind, ServiceState, StepKind
from backend.provisioning import history
from backend.provisioning.act import Act
from backend.provisioning.dossier import Dossier, LicenseRecord, SiteRecord
from backend.provisioning.finder.company_names import without_legal_form
from backend.provisioning.service_plan import NewStep
from backend.provisioning.services import add_steps, begin_edit, changed, saved, service_of
from backend.provisioning.survivors import all_of
from backend.provisioning.validation import Entries
from backend.reference import site_names
from backend.reference.time_zones import is_time_zone
from backend.refusals import ErrorCode, Refused
from backend.sql import among, listed, locking, packed, table

MAX_SITES = 50
HOLD_PERIOD = timedelta(days=7)
_RELEASE = "UPDATE site SET held_name = NULL, held_at = NULL WHERE organization_id IS NULL AND held_at < $1"
_ENTERED = ("position", "held_name", "held_at", "time_zone", "early_release", "is_primary", "allocations")
_KEPT = ("id", *_ENTERED)
_NEW = ("service_id", "existing_id", "name", "state", *_ENTERED)
_OF_OTHERS = "SELECT held_name FROM site WHERE held_name {among} AND service_id <> $2"
# What an order may use: what its organization has, whichever order made it.
_IN_USE = f"""
SELECT id, name, time_zone, early_release FROM site
WHERE organization_id IN ({all_of("$1")}) AND state = 'PROVISIONED' AND removed_at IS NULL
"""
_EXISTING = f"{_IN_USE} AND service_id <> $2"
_SHARE = """
INSERT INTO site (service_id, existing_id, position, name, time_zone, early_release, is_primary, allocations, state)
VALUES ($1, $2, $3, $4, $5, $6, false, $7, 'PROVISIONED') RETURNING id
"""
_FORGET_ASSIGNED = """
DELETE FROM provisioning_step WHERE service_id = $1 AND subject_id = $2 AND kind = 'ASSIGN_LICENSES'
"""


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A site as entered; `existing_id`: the one that the organization has is used as it is."""

    site_name: str
    time_zone: str
    early_release: bool
    existing_id: int | None = None


class ExistingSite(Row, frozen=True, kw_only=True):
    """A site that the organization has."""

    id: int
    name: str
    time_zone: str
    early_release: bool


@dataclass(frozen=True, slots=True)
class Allocation:
    """Units of a license for a site, as entered."""

    site_name: str
    license_id: int
    units: int


async def save_sites(act: Act, service_id: int, entered: list[SiteEntry]) -> None:
    """Save the sites, and hold the names of new ones. Other sites than before drop the license split.

    A site that the organization has is used as it is, whether it is chosen or its name is entered. The first new one
    becomes primary where the organization has no primary site.
    """
    service = service_of(act.order, service_id, ServiceKind.MEETINGS)
    begin_edit(act.order, service)
    entries = Entries()
    # They are locked: none is removed before the draft says that it is used.
    chosen = f"{_EXISTING} ORDER BY id{locking()}"
    existing = await database.records(ExistingSite, chosen, [act.order.customer_organization_id, service_id])
    sites = _read_sites(entered, existing, entries)
    names = [site.site_name for site in sites]
    before = act.order.sites_of(service_id)
    await _check_free(service_id, sites, entries, act.at)
    _check_kept(before, names, entries)
    entries.check()
    same = {site.name for site in before} == set(names)
    split = per_site(act.order)
    whole = {str(license.id): license.total_units for license in split}
    kept = {(site.name, site.existing_id): site for site in before}
    wanted = {(site.site_name, site.existing_id) for site in sites}
    gone = [site.id for key, site in kept.items() if key not in wanted]
    if gone:
        await database.execute(f"DELETE FROM site WHERE id {among(1)}", [listed(gone)])
    primary = act.order.primary_site.id if act.order.primary_site else None
    first = next((site for site in sites if site.existing_id is None), None) if primary in {None, *gone} else None
    drafts: list[SiteRecord] = []
    for position, site in enumerate(sites):
        old = kept.get((site.site_name, site.existing_id))
        # A test order holds no name, so that it never takes one from a real one.
        held = site.existing_id is None and not act.order.test
        draft = SiteRecord(
            id=old.id if old else 0,
            service_id=service_id,
            organization_id=old.organization_id if old else None,
            position=position,
            name=site.site_name,
            held_name=site.site_name if held else None,
            held_at=act.at if held else None,
            time_zone=site.time_zone,
            early_release=site.early_release,
            allocations=whole if len(sites) == 1 else (old.allocations if old and same else None),
            state=old.state if old else ServiceState.DRAFT,
            is_primary=site is first or (old is not None and old.id == primary),
            existing_id=site.existing_id,
        )
        drafts.append(draft)
    drafts = await _write(act, drafts)
    ready = len(sites) == 1 or not split or (same and all(site.allocations is not None for site in before))
    _record_sites(act, before, sites)
    state = ServiceState.READY_FOR_REVIEW if ready else ServiceState.DRAFT
    now = saved(act, service, state, EventKind.SITES_SAVED)
    if all(site.organization_id is None for site in before):  # else the organization has others than before
        others = [site for site in act.order.sites if site.service_id != service_id]
        strayed = tuple(id for id in act.order.strayed_sites if id not in {site.id for site in before})
        sites_now = sorted([*others, *drafts], key=lambda site: site.position)
        act.outcome = replace(changed(act.order, now), sites=sites_now, strayed_sites=strayed)


async def _write(act: Act, drafts: list[SiteRecord]) -> list[SiteRecord]:
    """Write the drafts, of which those without a number are new; all of them as they are then."""
    new = [draft for draft in drafts if not draft.id]
    if old := [draft for draft in drafts if draft.id]:
        pairs = ", ".join(f"{name} = v.{name}" for name in _ENTERED)
        update = f"UPDATE site SET {pairs} FROM {table(_KEPT, 'site')} WHERE site.id = v.id"
        act.also.append((update, [_packed(_KEPT, old)]))
    if not new:
        return drafts
    names = ", ".join(_NEW)
    insert = f"INSERT INTO site ({names}) SELECT {names} FROM {table(_NEW, 'site')} RETURNING id, position"
    ids = {row["position"]: row["id"] for row in await database.rows(insert, [_packed(_NEW, new)])}
    return [replace(draft, id=draft.id or ids[draft.position]) for draft in drafts]


def _packed(columns: tuple[str, ...], drafts: list[SiteRecord]) -> str:
    def stored(value: Any) -> Any:
        return value.isoformat(" ") if isinstance(value, datetime) else value

    return packed(columns, [[stored(getattr(draft, column)) for column in columns] for draft in drafts])


def _record_sites(act: Act, before: list[SiteRecord], sites: list[SiteEntry]) -> None:
    act.change("sites", ", ".join(site.name for site in before) or None, ", ".join(site.site_name for site in sites))
    zones = ", ".join(site.time_zone for site in before) or None
    act.change("timeZones", zones, ", ".join(site.time_zone for site in sites))
    early = ", ".join(site.name for site in before if site.early_release)
    act.change("earlyRelease", early, ", ".join(site.site_name for site in sites if site.early_release))


def per_site(order: Dossier) -> list[LicenseRecord]:
    """The licenses that are split over sites."""
    return [license for license in order.licenses_of(ServiceKind.MEETINGS) if license.scope is LicenseScope.PER_SITE]


def _read_sites(sites: list[SiteEntry], existing: list[ExistingSite], entries: Entries) -> list[SiteEntry]:
    """The sites with their names as they are kept; those that the organization has as they are."""
    if not sites:
        entries.refuse(ErrorCode.REQUIRED, "Enter a site.", "sites")
    if len(sites) > MAX_SITES:
        entries.refuse(ErrorCode.TOO_LONG, "An order can have at most {most} sites.", "sites", most=MAX_SITES)
        entries.check()
    by_id, by_name = {site.id: site for site in existing}, {site.name: site for site in existing}
    read: list[SiteEntry] = []
    for number, site in enumerate(sites):
        path = ("sites", str(number))
        there = by_id.get(site.existing_id or 0)
        if site.existing_id is not None and there is None:
            text = "Choose one of the organization’s sites."
            entries.refuse(ErrorCode.INVALID, text, *path, "existingSiteId")
            read.append(SiteEntry("", site.time_zone, site.early_release))
            continue
        earlier = [one.site_name for one in read]
        name = read_name(there.name if there else site.site_name, (*path, "siteName"), earlier, entries)
        if there := there or by_name.get(name):
            read.append(SiteEntry(name, there.time_zone, there.early_release, there.id))
        else:
            entries.code(site.time_zone, is_time_zone, *path, "timeZone")
            read.append(SiteEntry(name, site.time_zone, site.early_release))
    return read


def read_name(typed: str, path: tuple[str, ...], earlier: list[str], entries: Entries) -> str:
    """The name of a new site as it is kept; what is wrong with it goes to the entries."""
    if not typed.strip():
        entries.refuse(ErrorCode.REQUIRED, "Enter a site name.", *path)
        return ""
    read = site_names.check(typed)
    if read.problem == ErrorCode.SITE_NAME_RESERVED:
        entries.refusals.append(taken(read.name, path, ErrorCode.SITE_NAME_RESERVED, set()))
    elif read.problem is not None:
        text = (
            "Use letters a to z, digits and single hyphens; begin and end with a letter or digit; 2 to 60 characters."
        )
        entries.refuse(ErrorCode.INVALID, text, *path)
    elif read.name in earlier:
        entries.refuse(ErrorCode.SITE_NAME_TAKEN, "You entered this name twice.", *path)
    return read.name


def taken(name: str, path: tuple[str, ...], code: ErrorCode, others: set[str]) -> Refused:
    """The refusal of a name that is taken or reserved, with free ones near it, which none of the `others` is."""
    text = "{site} is taken." if code == ErrorCode.SITE_NAME_TAKEN else "{site} is reserved."
    details: dict[str, object] = {"suggestions": site_names.suggestions(name, others)}
    return Refused(code, text, path, values={"site": f"{name}.webex.com"}, details=details)


async def _check_free(service_id: int, sites: list[SiteEntry], entries: Entries, at: datetime) -> None:
    await release_names(at)
    names = {site.site_name for site in sites}
    found = await database.rows(_OF_OTHERS.format(among=among(1, "text")), [listed(names), service_id])
    others = {row["held_name"] for row in found}
    for number, site in enumerate(sites):
        if site.existing_id is None and site.site_name in others:
            near = await taken_names(site_names.candidates(site.site_name))
            path = ("sites", str(number), "siteName")
            entries.refusals.append(taken(site.site_name, path, ErrorCode.SITE_NAME_TAKEN, near | names))


async def release_names(at: datetime) -> None:
    """Let go of the names that drafts held for too long."""
    await database.execute(_RELEASE, [at - HOLD_PERIOD])


async def taken_names(names: list[str]) -> set[str]:
    """Those of the names that somebody holds or owns."""
    if not names:
        return set()
    sql = f"SELECT held_name FROM site WHERE held_name {among(1, 'text')}"
    return {row["held_name"] for row in await database.rows(sql, [listed(names)])}


def _check_kept(before: list[SiteRecord], names: list[str], entries: Entries) -> None:
    """After a failure, sites that exist already stay."""
    for site in before:
        if site.state is ServiceState.PROVISIONED and site.name not in names:
            entries.refuse(ErrorCode.INVALID, "{site} already exists. Keep it.", "sites", site=f"{site.name}.webex.com")


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a site name can be had; if not, why, and which names near it can."""

    site_name: str
    available: bool
    reason: ErrorCode | None
    suggestions: list[str]


class _Holder(Row, frozen=True, kw_only=True):
    """The site that has a name."""

    service_id: int
    organization_id: int | None
    held_at: datetime | None

    def expired(self, at: datetime) -> bool:
        """Whether the name is free again: it was only held, and for too long."""
        return self.organization_id is None and self.held_at is not None and self.held_at < at - HOLD_PERIOD


async def availability(typed: str, service_id: int | None, at: datetime) -> Availability:
    """Whether a site name is free for a service."""
    read = site_names.check(typed)
    problem = read.problem
    if problem is None:
        sql = "SELECT service_id, organization_id, held_at FROM site WHERE held_name = $1"
        holder = await database.record(_Holder, sql, [read.name])
        if holder and holder.service_id != service_id and not holder.expired(at):
            usable = service_id is not None and await _may_use(read.name, service_id)
            problem = None if usable else ErrorCode.SITE_NAME_TAKEN
    if problem is None:
        return Availability(read.name, True, None, [])
    near = await taken_names(site_names.candidates(typed))
    return Availability(read.name, False, problem, site_names.suggestions(typed, near))


async def _may_use(name: str, service_id: int) -> bool:
    """Whether the organization of a service's order has the site of this name, so that the order uses it."""
    row = await database.row(
        "SELECT COALESCE(g.survivor_id, g.id) AS customer FROM service v JOIN orders o ON o.id = v.order_id"
        " JOIN organization g ON g.id = o.customer_organization_id WHERE v.id = $1 AND o.mapped_at IS NOT NULL",
        [service_id],
    )
    if row is None:
        return False
    return bool(await database.rows(f"{_EXISTING} AND name = $3", [row["customer"], service_id, name]))


async def proposals(order: Dossier, most: int = 3) -> list[str]:
    """Free site names made from the customer's name and domain."""
    company = order.customer.display_name if order.customer else order.company_name
    domain = (order.customer_domain or "").partition(".")[0]
    wanted = site_names.proposals([without_legal_form(company), company, domain])
    taken = await taken_names(wanted)
    return [name for name in wanted if name not in taken][:most]


async def distribute(act: Act, service_id: int, allocations: list[Allocation]) -> None:
    """Split the licenses over the sites: the units of each license sum to its total, and no site goes without."""
    service = service_of(act.order, service_id, ServiceKind.MEETINGS)
    begin_edit(act.order, service)
    sites = act.order.sites_of(service_id)
    if not sites:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "Enter the sites first.")
    entries = Entries()
    units = read_split([site.name for site in sites], per_site(act.order), allocations, entries)
    check_each_has_some(units, entries)
    entries.check()
    for site in sites:
        share = json.dumps(units[site.name])
        act.also.append(("UPDATE site SET allocations = $1 WHERE id = $2", [share, site.id]))
    names = {str(license.id): license.name for license in per_site(act.order)}
    had = {site.name: site.allocations for site in sites}
    act.change("allocations", _split_words(had, names), _split_words(units, names))
    split = {site.id: replace(site, allocations=units[site.name]) for site in sites}
    now = saved(act, service, ServiceState.READY_FOR_REVIEW, EventKind.LICENSES_DISTRIBUTED)
    sites_now = [split.get(site.id, site) for site in act.order.sites]
    act.outcome = replace(changed(act.order, now), sites=sites_now)


def _split_words(units: Mapping[str, dict[str, int] | None], names: dict[str, str]) -> str | None:
    """A split in words: the units of each site, by their licenses."""
    told = []
    for site, share in units.items():
        if share:
            told.append(f"{site}: " + ", ".join(f"{names.get(key, key)} {value}" for key, value in share.items()))
    return "; ".join(told) or None


async def move(act: Act, service_id: int, allocations: list[Allocation]) -> None:
    """Split the licenses anew once Meetings is provisioned, over the order's sites and others of the organization.

    The units of each license sum to its total; a site may go without, so that it can be removed. A worker takes units
    away before it gives them to another site. What is asked for again, or failed before, is carried out once more only
    where it is not done.
    """
    service = service_of(act.order, service_id, ServiceKind.MEETINGS)
    if service.state is not ServiceState.PROVISIONED:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "Licenses can be moved once Meetings is provisioned.")
    licenses = per_site(act.order)
    if not licenses:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This order has no licenses that are split over sites.")
    # They are locked: none is removed before its licenses say that it is used.
    chosen = f"{_IN_USE} ORDER BY id{locking()}"
    in_use = await database.records(ExistingSite, chosen, [act.order.customer_organization_id])
    before = {site.name: site for site in act.order.sites_of(service_id)}
    holding = [site.name for site in before.values() if any((site.allocations or {}).values())]
    entries = Entries()
    names = dict.fromkeys([*holding, *(site.name for site in in_use)])
    units = read_split(list(names), licenses, allocations, entries, after_setup=True)
    added = [site for site in in_use if site.name not in before and any(units[site.name].values())]
    if len(before) + len(added) > MAX_SITES:
        entries.refuse(ErrorCode.TOO_LONG, "An order can have at most {most} sites.", "allocations", most=MAX_SITES)
    entries.check()
    had = {name: _units(before.get(name), licenses) for name in names}
    steps = [step for step in act.order.steps_of(service_id) if step.kind is StepKind.ASSIGN_LICENSES]
    left = {step.subject_id for step in steps if step.state is not ServiceState.PROVISIONED}
    # After a failure nothing goes on by itself.
    failed = any(step.state is ServiceState.FAILED for step in steps)
    undone = left if failed else set[int | None]()
    moved = [name for name in names if units[name] != had[name] or (name in before and before[name].id in undone)]
    if left and not failed:
        if units == had:
            return
        text = "Licenses of this order are being moved. Wait until this is finished."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text)
    if not moved:
        return
    ids = {name: site.id for name, site in before.items()}
    for position, site in enumerate(added, max((one.position for one in before.values()), default=-1) + 1):
        values = [service_id, site.id, position, site.name, site.time_zone, site.early_release, None]
        created = await database.row(_SHARE, values)
        assert created is not None
        ids[site.name] = created["id"]
    for name in moved:
        await database.execute("UPDATE site SET allocations = $1 WHERE id = $2", [json.dumps(units[name]), ids[name]])
        await database.execute(_FORGET_ASSIGNED, [service_id, ids[name]])
    moved.sort(key=lambda name: sum(units[name].values()) - sum(had[name].values()))
    await add_steps(act, service, [NewStep(StepKind.ASSIGN_LICENSES, ids[name], name) for name in moved])
    words = {str(license.id): license.name for license in licenses}
    act.change("allocations", _split_words(had, words), _split_words(units, words))
    act.record_event(EventKind.LICENSES_MOVED)
    if act.order.customer_organization_id is not None:
        kind, order = OrganizationEventKind.LICENSES_MOVED, act.order.order_number
        await history.record_event(act.order.customer_organization_id, kind, act.actor, act.at, order=order)


def _units(site: SiteRecord | None, licenses: list[LicenseRecord]) -> dict[str, int]:
    """What a site has of each license."""
    share = (site.allocations if site else None) or {}
    return {str(license.id): share.get(str(license.id), 0) for license in licenses}


def read_split(
    names: list[str],
    licenses: list[LicenseRecord],
    allocations: list[Allocation],
    entries: Entries,
    *,
    after_setup: bool = False,
) -> dict[str, dict[str, int]]:
    """The units of each site by license id; what does not add up is refused.

    After setup the sites of these names are those of the organization, before it those of the order.
    """
    units: dict[str, dict[str, int]] = {name: {str(license.id): 0 for license in licenses} for name in names}
    seen: Counter[tuple[str, int]] = Counter()
    known = {license.id for license in licenses}
    for number, entry in enumerate(allocations):
        path = ("allocations", str(number))
        name = entry.site_name.strip().lower()
        if name not in units and after_setup:
            entries.refuse(ErrorCode.INVALID, "Choose one of the organization’s sites.", *path, "siteName")
        elif name not in units:
            entries.refuse(ErrorCode.INVALID, "Choose one of the order’s sites.", *path, "siteName")
        elif entry.license_id not in known:
            entries.refuse(ErrorCode.INVALID, "Choose a license that is split over sites.", *path, "licenseId")
        elif entry.units < 0:
            entries.refuse(ErrorCode.INVALID, "Enter a whole number, 0 or more.", *path, "units")
        elif seen[name, entry.license_id]:
            entries.refuse(ErrorCode.INVALID, "Enter each license only once per site.", *path)
        else:
            seen[name, entry.license_id] += 1
            units[name][str(entry.license_id)] = entry.units
    if not entries.refusals:
        _check_sums(units, licenses, entries)
    return units


def _check_sums(units: dict[str, dict[str, int]], licenses: list[LicenseRecord], entries: Entries) -> None:
    for license in licenses:
        given = sum(share[str(license.id)] for share in units.values())
        if given != license.total_units:
            text = "{license}: {given} of {total} distributed."
            told = {"license": license.name, "given": given, "total": license.total_units}
            entries.refusals.append(Refused(ErrorCode.LICENSE_SUM_MISMATCH, text, ("allocations",), values=told))


def check_each_has_some(units: dict[str, dict[str, int]], entries: Entries) -> None:
    """Refuse a split by which a site goes without licenses; what is wrong with the units themselves is told first."""
    if entries.refusals and not all(one.code == ErrorCode.LICENSE_SUM_MISMATCH for one in entries.refusals):
        return
    for name, share in units.items():
        if share and not any(share.values()):
            text = "{site} has no licenses. Assign some or remove the site."
            entries.refuse(ErrorCode.INVALID, text, "allocations", site=f"{name}.webex.com")
