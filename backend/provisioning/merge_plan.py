"""What merging two organizations would move, what support has to know before, and what forbids it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import clock, database
from backend.models.organization import OrganizationStatus
from backend.provisioning import dossier
from backend.provisioning.access import NotFound
from backend.provisioning.administrators import list_administrators
from backend.provisioning.survivors import members_of
from backend.provisioning.validation import masked
from backend.refusals import ErrorCode, Refused
from backend.sql import among, listed

MAX_LISTED = 20  # of a kind; how many more there are is said
MAX_PEOPLE = 1_000  # people of both are counted up to this

_ORDERS = """
SELECT id FROM orders WHERE customer_organization_id {among}
UNION SELECT id FROM orders WHERE partner_organization_id {among}
"""
_OF_BOTH = """
SELECT count(*) AS people FROM (
  SELECT a.email_key FROM organization_user a JOIN organization_user b ON b.email_key = a.email_key
  WHERE a.organization_id {ours} AND b.organization_id {theirs} AND a.status = 'ACTIVE' AND b.status = 'ACTIVE'
  LIMIT {most}
) p
"""
_FIRST_OF_BOTH = """
SELECT name FROM {table} WHERE {first} AND organization_id {ours}
  AND EXISTS (SELECT 1 FROM {table} WHERE {first} AND organization_id {theirs})
ORDER BY 1
"""
_OWN_PARTNER = """
SELECT order_number FROM orders WHERE customer_organization_id {ours} AND partner_organization_id {theirs}
UNION ALL
SELECT order_number FROM orders WHERE customer_organization_id {theirs} AND partner_organization_id {ours}
"""
_DISPUTED = """
SELECT o.order_number FROM dispute d JOIN orders o ON o.id = d.order_id
WHERE (d.upheld OR d.decided_at IS NULL)
  AND ((d.organization_id {ours} AND o.customer_organization_id {theirs})
    OR (d.organization_id {theirs} AND o.customer_organization_id {ours}))
"""
_PARTNERS = """
SELECT DISTINCT p.display_name FROM partner_relation r JOIN organization p ON p.id = r.partner_organization_id
WHERE r.role = 'FULL_ADMINISTRATOR' AND r.customer_organization_id {ours} ORDER BY 1
"""
_USED_AS = "SELECT 1 AS one FROM orders WHERE {side}_organization_id {ours} LIMIT 1"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moves, or that support has to know: its kind, its name, and a sentence with places."""

    kind: str
    name: str
    message: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge before it happens, or its undoing."""

    duplicate: dict[str, Any]
    survivor: dict[str, Any]
    moves: list[Move]
    conflicts: list[Move]
    refusals: list[Refused]
    order_ids: list[int]


async def plan_merge(duplicate_id: int, survivor_id: int) -> Plan:
    """What a merge would do now. Raises NotFound if one of the two does not exist."""
    duplicate, survivor = await company(duplicate_id), await company(survivor_id)
    ours, theirs = await members_of([duplicate_id]), await members_of([survivor_id])
    refusals = await _refusals(duplicate, survivor, ours, theirs)
    if duplicate_id == survivor_id:
        return Plan(duplicate, survivor, [], [], refusals, [])
    moves = await moves_of(ours, str(survivor["display_name"]))
    conflicts = await _conflicts(duplicate, survivor, ours, theirs)
    return Plan(duplicate, survivor, moves, conflicts, refusals, await orders_of(ours))


async def company(organization_id: int) -> dict[str, Any]:
    """An organization's row, whatever became of it. Raises NotFound."""
    row = await database.row("SELECT * FROM organization WHERE id = $1", [organization_id])
    if row is None or row["status"] == OrganizationStatus.DELETED:
        raise NotFound
    return row


async def orders_of(members: Iterable[int], *, lock: bool = False) -> list[int]:
    """The orders for which one of the organizations is chosen; with `lock` others wait to change them."""
    found = await database.rows(f"{_ORDERS.format(among=among(1))} ORDER BY id", [listed(members)])
    ids = [row["id"] for row in found]
    if lock:
        await dossier.lock(*ids)
    return ids


# ---------------------------------------------------------------- what forbids it


async def _refusals(
    duplicate: dict[str, Any], survivor: dict[str, Any], ours: list[int], theirs: list[int]
) -> list[Refused]:
    if duplicate["id"] == survivor["id"]:
        return [Refused(ErrorCode.INVALID, "Choose two different organizations.", ("survivorId",))]
    found = [*_unusable(duplicate, "duplicateId"), *_unusable(survivor, "survivorId")]
    if found:
        return found
    found += await _types(duplicate, survivor, ours)
    places = {"ours": among(1), "theirs": among(2)}
    values = [listed(ours), listed(theirs)]
    for sql, text in (
        (_OWN_PARTNER, "In {orders} one is the partner of the other: an order can’t have one organization as both."),
        (_DISPUTED, "{orders} was disputed by one of them and belongs to the other. Decide that first."),
    ):
        if rows := await database.rows(f"{sql.format(**places)} LIMIT {MAX_LISTED}", values):
            orders = ", ".join(row["order_number"] for row in rows)
            found.append(Refused(ErrorCode.NOT_ELIGIBLE, text, ("survivorId",), values={"orders": orders}))
    return found


def _unusable(organization: dict[str, Any], field: str) -> list[Refused]:
    values: dict[str, object] = {"organization": organization["display_name"]}
    match OrganizationStatus(organization["status"]):
        case OrganizationStatus.MERGED:
            text = "{organization} was already merged."
            return [Refused(ErrorCode.STEP_NOT_ALLOWED, text, (field,), values=values)]
        case OrganizationStatus.PROVISIONAL:
            text = (
                "{organization} was created for an order that is not confirmed yet. Wait until it is confirmed, or "
                "discard the organization there."
            )
            return [Refused(ErrorCode.NOT_ELIGIBLE, text, (field,), values=values)]
        case OrganizationStatus.SUSPENDED:
            text = "{organization} is suspended. A suspended organization can’t be merged."
            return [Refused(ErrorCode.NOT_ELIGIBLE, text, (field,), values=values)]
    if organization["consumer_pool"]:
        text = "{organization} holds the people who belong to no company. It can’t be merged."
        return [Refused(ErrorCode.NOT_ELIGIBLE, text, (field,), values=values)]
    return []


async def _types(duplicate: dict[str, Any], survivor: dict[str, Any], ours: list[int]) -> list[Refused]:
    """A partner organization in use needs a survivor that is one too, and so does a customer organization."""
    for side, text in (
        (
            "partner",
            "{duplicate} is a partner organization, {survivor} is not. Correct that in the directory first.",
        ),
        (
            "customer",
            "{duplicate} is a customer organization, {survivor} is not. Correct that in the directory first.",
        ),
    ):
        if not duplicate[f"is_{side}"] or survivor[f"is_{side}"]:
            continue
        used = await database.row(_USED_AS.format(side=side, ours=among(1)), [listed(ours)])
        other = "customer" if side == "partner" else "partner"
        if used or not (duplicate[f"is_{other}"] and survivor[f"is_{other}"]):
            names: dict[str, object] = {"duplicate": duplicate["display_name"], "survivor": survivor["display_name"]}
            return [Refused(ErrorCode.NOT_ELIGIBLE, text, ("survivorId",), values=names)]
    return []


# ---------------------------------------------------------------- what moves


async def moves_of(ours: list[int], target: str) -> list[Move]:
    """Everything that stands for another organization from then on, a line for each, and for people their number."""
    values = [listed(ours)]
    mine = f"organization_id {among(1)}"
    moves = []
    if merged := await database.rows(
        f"SELECT display_name AS name FROM organization WHERE id {among(1)} ORDER BY id", [listed(ours[1:])]
    ):
        moves += _each("ORGANIZATION", merged, "{name} was merged into it before and moves with it.")
    domains = await database.rows(f"SELECT name, state FROM organization_domain WHERE {mine} ORDER BY name", values)
    moves += _each("DOMAIN", domains, "The domain {name} leads to {target}.", target=target)
    users = await database.row(
        f"SELECT count(*) AS people FROM organization_user WHERE {mine} AND status = 'ACTIVE'", values
    )
    if users and users["people"]:
        text = "People who belong to {target} from then on: {count}."
        moves.append(Move("USERS", str(users["people"]), text, {"count": users["people"], "target": target}))
    people = [{"name": masked(email)} for email, _ in await list_administrators(ours[0])]
    moves += _each("ADMINISTRATOR", people, "{name} administers {target}.", target=target)
    orders = await database.rows(
        "SELECT order_number AS name, company_name AS company FROM orders"
        f" WHERE id IN ({_ORDERS.format(among=among(1))}) ORDER BY id DESC",
        values,
    )
    moves += _each("ORDER", orders, "The order {name} for {company} belongs to {target}.", target=target)
    tokens = await database.rows(
        f"SELECT name FROM api_token WHERE {mine} AND revoked_at IS NULL AND expires_at > $2 ORDER BY name, id",
        [*values, clock.now()],
    )
    moves += _each("TOKEN", tokens, "The API token {name} acts for {target}.", target=target)
    sites = await database.rows(f"SELECT name FROM site WHERE {mine} AND removed_at IS NULL ORDER BY name", values)
    moves += _each("SITE", sites, "The site {name}.webex.com belongs to {target}.", target=target)
    locations = await database.rows(f"SELECT name FROM location WHERE {mine} ORDER BY name", values)
    moves += _each("LOCATION", locations, "The location {name} belongs to {target}.", target=target)
    related = (
        "SELECT DISTINCT o.display_name AS name FROM partner_relation r JOIN organization o"
        " ON o.id = r.{other}_organization_id WHERE r.{side}_organization_id {mine} ORDER BY 1"
    )
    partners = await database.rows(related.format(side="customer", other="partner", mine=among(1)), values)
    moves += _each("PARTNER", partners, "{name} is a partner of {target}.", target=target)
    customers = await database.rows(related.format(side="partner", other="customer", mine=among(1)), values)
    return moves + _each("CUSTOMER", customers, "{name} is a customer of {target}.", target=target)


def _each(kind: str, rows: list[dict[str, Any]], text: str, **values: object) -> list[Move]:
    """A line for each row, and one for those that are too many to list."""
    moves = [Move(kind, str(row["name"]), text, row | values) for row in rows[:MAX_LISTED]]
    if (more := len(rows) - MAX_LISTED) > 0:
        moves.append(Move(kind, f"+{more}", "And {count} more.", {"count": more}))
    return moves


# ---------------------------------------------------------------- what support has to know


async def _conflicts(
    duplicate: dict[str, Any], survivor: dict[str, Any], ours: list[int], theirs: list[int]
) -> list[Move]:
    names: dict[str, object] = {"duplicate": duplicate["display_name"], "survivor": survivor["display_name"]}
    found: list[Move] = []
    if duplicate["country"] != survivor["country"]:
        text = "{duplicate} is in {from_country}, {survivor} in {to_country}."
        values = names | {"from_country": duplicate["country"], "to_country": survivor["country"]}
        found.append(Move("COUNTRY", str(duplicate["country"]), text, values))
    found += await _of_both(ours, theirs, names)
    found += await _rights(ours, theirs, names)
    open_orders = await database.rows(
        f"SELECT order_number AS name FROM orders WHERE id IN ({_ORDERS.format(among=among(1))})"
        " AND status NOT IN ('COMPLETED', 'CLOSED', 'CANCELLED') ORDER BY id DESC",
        [listed(ours)],
    )
    text = "{name} is not finished yet: whoever works on it sees {survivor} from then on."
    return found + _each("OPEN_ORDER", open_orders, text, **names)


async def _of_both(ours: list[int], theirs: list[int], names: dict[str, object]) -> list[Move]:
    """Domains, location names and people that both have."""
    places, values = {"ours": among(1), "theirs": among(2)}, [listed(ours), listed(theirs)]
    shared = (
        "SELECT DISTINCT a.{column} AS name FROM {table} a JOIN {table} b ON b.{key} = a.{key}"
        " WHERE a.organization_id {ours} AND b.organization_id {theirs} ORDER BY 1"
    )
    domains = await database.rows(
        shared.format(column="name", key="name", table="organization_domain", **places), values
    )
    text = "Both have the domain {name}: the better proof counts."
    found = _each("DOMAIN", domains, text)
    locations = await database.rows(shared.format(column="name", key="name_key", table="location", **places), values)
    text = "Both have a location {name}: {survivor} will have two of this name."
    found += _each("LOCATION", locations, text, **names)
    for kind, table, first, text in (
        (
            "SITE",
            "site",
            "is_primary",
            "{survivor} already has a primary site. {name}.webex.com becomes an additional one.",
        ),
        (
            "LOCATION",
            "location",
            "is_default",
            "{survivor} already has a default location. {name} becomes an additional one.",
        ),
    ):
        firsts = await database.rows(_FIRST_OF_BOTH.format(table=table, first=first, **places), values)
        found += _each(kind, firsts, text, **names)
    both = await database.row(_OF_BOTH.format(most=MAX_PEOPLE, **places), values)
    if both and both["people"]:
        count = f"{both['people']}+" if both["people"] == MAX_PEOPLE else str(both["people"])
        text = "People who belong to both: {count}. They have the privileges of both."
        found.append(Move("USERS", count, text, {"count": count}))
    return found


async def _rights(ours: list[int], theirs: list[int], names: dict[str, object]) -> list[Move]:
    """Who gets full rights in the other organization: people, and partners with full rights."""
    found: list[Move] = []
    there = {key for _, key in await list_administrators(theirs[0])}
    here = {key for _, key in await list_administrators(ours[0])}
    coming = [{"name": masked(email)} for email, key in await list_administrators(ours[0]) if key not in there]
    going = [{"name": masked(email)} for email, key in await list_administrators(theirs[0]) if key not in here]
    text = "{name} gets full administrator privileges in {survivor}."
    found += _each("RIGHTS", coming, text, **names)
    text = "{name} gets full administrator privileges for everything that {duplicate} has."
    found += _each("RIGHTS", going, text, **names)
    sql = _PARTNERS.format(ours=among(1))
    partners = {row["display_name"] for row in await database.rows(sql, [listed(theirs)])}
    rows = [{"name": row["display_name"]} for row in await database.rows(sql, [listed(ours)])]
    text = "As its partner, {name} has full administrator privileges in {duplicate} and gets them in {survivor}."
    return found + _each("RIGHTS", [row for row in rows if row["name"] not in partners], text, **names)


# ---------------------------------------------------------------- undoing


async def snapshot(members: list[int]) -> dict[str, Any]:
    """How the duplicate is before the merge, as far as undoing it has to tell what changed since."""
    values = [listed(members)]
    mine = f"organization_id {among(1)}"
    domains = await database.rows(f"SELECT name, state FROM organization_domain WHERE {mine} ORDER BY name", values)
    counted = await database.row(
        f"SELECT (SELECT count(*) FROM organization_user WHERE {mine} AND status = 'ACTIVE') AS people,"
        f" (SELECT count(*) FROM site WHERE {mine} AND removed_at IS NULL) AS sites,"
        f" (SELECT count(*) FROM location WHERE {mine}) AS locations",
        values,
    )
    return {"domains": {row["name"]: row["state"] for row in domains}, **(counted or {})}


async def what_changed(
    own: list[int], duplicate: dict[str, Any], survivor: dict[str, Any], before: dict[str, Any], merged_at: datetime
) -> tuple[list[Move], list[Move]]:
    """What goes back to the duplicate, and what is not as it was before the merge and stays so."""
    names: dict[str, object] = {"duplicate": duplicate["display_name"], "survivor": survivor["display_name"]}
    now = await snapshot(own)
    gone = [{"name": name} for name in before["domains"] if name not in now["domains"]]
    changed = [{"name": name} for name, state in now["domains"].items() if before["domains"].get(name, state) != state]
    came = [{"name": name} for name in now["domains"] if name not in before["domains"]]
    text = "The domain {name} has since been removed; it does not come back."
    conflicts = _each("DOMAIN", gone, text)
    text = "The proof of {name} has since changed; it stays as it is now."
    conflicts += _each("DOMAIN", changed, text)
    text = "The domain {name} has since come to {duplicate} and stays there."
    conflicts += _each("DOMAIN", came, text, **names)
    orders = await database.rows(
        "SELECT order_number AS name FROM orders WHERE mapped_at > $1 AND (customer_organization_id = $2"
        " OR partner_organization_id = $2) ORDER BY id DESC",
        [merged_at, survivor["id"]],
    )
    text = "The order {name} has since been mapped to {survivor} and stays there."
    conflicts += _each("ORDER", orders, text, **names)
    for kind, key, text in (
        ("USERS", "people", "{duplicate} had {before} people before the merge and has {now} now."),
        ("SITE", "sites", "{duplicate} had {before} sites before the merge and has {now} now."),
        ("LOCATION", "locations", "{duplicate} had {before} locations before the merge and has {now} now."),
    ):
        if before.get(key) != now.get(key):
            values = names | {"before": before.get(key), "now": now.get(key)}
            conflicts.append(Move(kind, str(now.get(key)), text, values))
    return await moves_of(own, str(duplicate["display_name"])), conflicts
