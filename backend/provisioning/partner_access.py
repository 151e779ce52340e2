"""Who has access: which partner, which of its people, with which rights, because of which orders and since when.

It reads the rows that rights come from (relations of orders, their contacts, administrators and delegates, and the full
administrators of organizations) and whether the customer ended the access: `journey.partner_has_access`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from backend import database
from backend.database import Row
from backend.models.order import AdministratorRequestState, AdministratorRole, OrderStatus
from backend.provisioning.administrators import list_each
from backend.provisioning.finder.normalise import InvalidAddress, read_address
from backend.provisioning.journey import SETUP
from backend.provisioning.survivors import everything_of
from backend.sql import among, listed

_ORDERS = """
SELECT m.stands AS asked, {sides}, o.id, o.order_number, o.company_name, o.status, o.test,
  o.customer_sets_up_services AS handed_over, o.contact_email, o.contact_key, o.mapped_at,
  o.partner_access_ended_at AS ended_at, r.role, r.since,
  COALESCE(n0.survivor_id, n0.id) AS named
FROM orders o JOIN {members} m ON m.id = o.{side}
JOIN organization p ON p.id = o.partner_organization_id
JOIN organization c ON c.id = o.customer_organization_id
LEFT JOIN partner_relation r ON r.order_id = o.id
LEFT JOIN organization n0 ON n0.external_id = o.named_partner AND n0.status IN ('ACTIVE', 'MERGED') AND NOT o.test
WHERE o.mapped_at IS NOT NULL AND o.audience = 'CUSTOMER' {ended} ORDER BY o.id DESC
"""
_SIDES = "COALESCE(p.survivor_id, p.id) AS partner, COALESCE(c.survivor_id, c.id) AS customer"
_WORKERS = """
SELECT order_id, email, email_key, 'PROVISIONING_ADMINISTRATOR' AS as_what, since
FROM provisioning_administrator WHERE order_id {among}
UNION ALL
SELECT order_id, delegate_email, delegate_key, 'SERVICE_DELEGATE', NULL FROM service
WHERE order_id {among} AND delegate_key IS NOT NULL
UNION ALL
SELECT order_id, requested_by, '', 'FULL_ADMINISTRATOR', decided_at FROM administrator_request
WHERE order_id {among} AND state = 'APPROVED'
ORDER BY 1, 2
"""
_FOR_PARTNERS = """
SELECT m.stands, u.organization_id, u.email, u.email_key FROM organization_user u JOIN {members} m
  ON m.id = u.organization_id
WHERE u.administrator AND u.for_partner AND u.status = 'ACTIVE' ORDER BY u.email_key
"""
# Whose people somebody is whom the directory names: of the partner that they belong to, else of the one that proved the
# domain of their address.
_EMPLOYERS = """
SELECT u.email_key, COALESCE(g.survivor_id, g.id) AS partner, 0 AS place FROM organization_user u
JOIN organization g ON g.id = u.organization_id
WHERE u.email_key {among} AND u.status = 'ACTIVE' AND NOT u.for_partner AND g.is_partner
UNION SELECT u.email_key, COALESCE(g.survivor_id, g.id), 1 FROM organization_user u
JOIN organization_domain d ON d.name = u.domain AND d.state IN ('CLAIMED', 'VERIFIED') AND NOT d.released
JOIN organization g ON g.id = d.organization_id
WHERE u.email_key {among} AND u.for_partner AND g.is_partner ORDER BY 3 DESC, 2 DESC
"""
_OWN = """
SELECT m.stands, u.email_key FROM organization_user u JOIN {members} m ON m.id = u.organization_id
WHERE u.administrator AND NOT u.for_partner AND u.status = 'ACTIVE'
"""
_PROGRAMS = """
SELECT m.stands FROM api_token t JOIN {members} m ON m.id = t.organization_id
WHERE t.revoked_at IS NULL AND t.expires_at > $2
UNION SELECT m.stands FROM webhook_endpoint w JOIN {members} m ON m.id = w.organization_id WHERE w.enabled
"""
_REQUESTS = """
SELECT q.*, COALESCE(p.survivor_id, p.id) AS partner, m.stands AS asked FROM partner_access_request q
JOIN {members} m ON m.id = q.{side} JOIN organization p ON p.id = q.{other} ORDER BY q.id
"""


_NAMES = "SELECT id, display_name FROM organization WHERE id {among}"


class PartnerRight(StrEnum):
    """What somebody of a partner's side may do, from most to least."""

    FULL_ADMINISTRATOR = "FULL_ADMINISTRATOR"
    PROVISIONING_ADMINISTRATOR = "PROVISIONING_ADMINISTRATOR"
    SERVICE_DELEGATE = "SERVICE_DELEGATE"
    READER = "READER"


_STRENGTH = {right: place for place, right in enumerate(PartnerRight)}


class _Order(Row, frozen=True, kw_only=True):
    asked: int
    partner: int
    customer: int
    id: int
    order_number: str
    company_name: str
    status: OrderStatus
    test: bool
    handed_over: bool
    contact_email: str
    contact_key: str
    mapped_at: datetime
    ended_at: datetime | None
    role: AdministratorRole | None
    since: datetime | None
    named: int | None

    @property
    def right(self) -> PartnerRight:
        """What the partner's side may do because of it; after an upheld dispute it only sees it."""
        return PartnerRight(self.role) if self.role else PartnerRight.READER

    @property
    def begun(self) -> datetime:
        """Since when the partner's side has this right."""
        return self.since or self.mapped_at


class _Worker(Row, frozen=True, kw_only=True):
    order_id: int
    email: str
    email_key: str
    as_what: PartnerRight
    since: datetime | None


class _Administrator(Row, frozen=True, kw_only=True):
    stands: int
    organization_id: int
    email: str
    email_key: str


class RequestRecord(Row, frozen=True, kw_only=True):
    """A partner's request to get its access again. `approved` is None until somebody decides."""

    id: int
    partner_organization_id: int
    customer_organization_id: int
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    reason: str | None
    approved: bool | None
    decided_at: datetime | None
    partner: int = 0
    asked: int = 0

    def state(self, at: datetime) -> AdministratorRequestState:
        """Where it stands."""
        if self.approved is not None:
            return AdministratorRequestState.APPROVED if self.approved else AdministratorRequestState.DENIED
        return AdministratorRequestState.PENDING if self.expires_at > at else AdministratorRequestState.EXPIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessOrder:
    """An order because of which a partner has access. `waits`: its setup waits for the partner's side."""

    id: int
    order_number: str
    company_name: str
    right: PartnerRight
    since: datetime
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPerson:
    """Somebody of the partner's side, what they may do at most, because of which orders and since when.

    Those whom the directory names are full administrators because of no order, since nobody knows when.
    """

    email: str
    email_key: str
    right: PartnerRight
    since: datetime | None
    orders: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a partner may do in a customer organization, or that the customer ended it.

    `programs`: systems of the partner come in too, by its API tokens or webhooks. `ended_at`: when the customer ended
    it for orders that were then there; the access to later ones is told in the other fields all the same. `since` and
    `right` are those of orders: a partner of whom the directory alone names people has none.
    """

    partner: int
    customer: int
    partner_name: str = ""
    customer_name: str = ""
    since: datetime | None
    right: PartnerRight | None
    people: tuple[AccessPerson, ...] = ()
    orders: tuple[AccessOrder, ...] = ()
    programs: bool = False
    ended_at: datetime | None = None
    request: RequestRecord | None = None


_Pair = tuple[int, int]  # a customer organization and its partner


@dataclass(slots=True)
class _People:
    """People as they are found, each once with the most that they may do."""

    but: frozenset[str]  # the customer's own administrators, who are not the partner's side
    found: dict[str, AccessPerson] = field(default_factory=dict)

    def add(
        self, email: str, key: str, right: PartnerRight, order: _Order | None, since: datetime | None = None
    ) -> None:
        """Somebody may do this because of an order, or as the directory says; since then, or since the order does."""
        if key in self.but:
            return
        begun = since or (order.begun if order else None)
        because = (order.id,) if order else ()
        new = AccessPerson(email=email, email_key=key, right=right, since=begun, orders=because)
        known = self.found.setdefault(key, new)
        strongest = min((known, new), key=lambda one: _STRENGTH[one.right])
        orders = known.orders if set(because) <= set(known.orders) else (*known.orders, *because)
        earliest = min((one for one in (known.since, begun) if one is not None), default=None)
        self.found[key] = replace(strongest, since=earliest, orders=orders)


async def of_customers(organization_ids: Sequence[int], at: datetime) -> dict[int, list[Access]]:
    """Which partners have, or had, access to each customer organization."""
    side = "customer_organization_id"
    members = everything_of(1)
    sql = _ORDERS.format(members=members, side=side, sides=_SIDES, ended="")
    orders = await database.records(_Order, sql, [listed(organization_ids)])
    groups: dict[_Pair, list[_Order]] = defaultdict(list)
    for order in orders:
        groups[order.customer, order.partner].append(order)
    people = await _people_of(groups, organization_ids)
    if not people:
        return {}
    requests = await _requests(organization_ids, side, "partner_organization_id")
    found: dict[int, list[Access]] = defaultdict(list)
    for pair, of_partner in people.items():
        found[pair[0]].append(_access(pair, groups.get(pair, []), of_partner, requests.get(pair)))
    partners = {partner for _, partner in people}
    programs = {row["stands"] for row in await database.rows(_PROGRAMS.format(members=members), [listed(partners), at])}
    return await _named(
        {
            customer: [replace(one, programs=one.right is not None and one.partner in programs) for one in every]
            for customer, every in found.items()
        }
    )


async def ended_for(organization_ids: Sequence[int]) -> dict[int, list[Access]]:
    """The customers that ended the access of each partner organization, with its latest request to get it again."""
    side = "partner_organization_id"
    sql = _ORDERS.format(
        members=everything_of(1), side=side, sides=_SIDES, ended="AND o.partner_access_ended_at IS NOT NULL"
    )
    groups: dict[_Pair, list[_Order]] = defaultdict(list)
    for order in await database.records(_Order, sql, [listed(organization_ids)]):
        groups[order.partner, order.customer].append(order)
    if not groups:
        return {}
    requests = await _requests(organization_ids, side, "customer_organization_id")
    found: dict[int, list[Access]] = defaultdict(list)
    for (partner, customer), orders in groups.items():
        request = requests.get((partner, customer))
        found[partner].append(_access((customer, partner), orders, _People(frozenset()), request))
    return await _named(found)


async def _named(found: Mapping[int, Sequence[Access]]) -> dict[int, list[Access]]:
    """The same with the names of the organizations."""
    ids = {number for every in found.values() for one in every for number in (one.partner, one.customer)}
    rows = await database.rows(_NAMES.format(among=among(1)), [listed(ids)])
    names = {row["id"]: row["display_name"] for row in rows}
    return {
        asked: [replace(one, partner_name=names[one.partner], customer_name=names[one.customer]) for one in every]
        for asked, every in found.items()
    }


async def persons_for_partner(customer_id: int) -> list[tuple[int, str]]:
    """The partners' people who are full administrators of a customer organization themselves: where, and their keys."""
    sql = _FOR_PARTNERS.format(members=everything_of(1))
    found = await database.records(_Administrator, sql, [listed([customer_id])])
    return [(one.organization_id, one.email_key) for one in found]


def _access(pair: _Pair, orders: Sequence[_Order], people: _People, request: RequestRecord | None) -> Access:
    """The picture of one partner, from all orders of it that are mapped to the customer."""
    held = [order for order in orders if order.ended_at is None]
    ended = [order.ended_at for order in orders if order.ended_at is not None]
    return Access(
        partner=pair[1],
        customer=pair[0],
        since=min((order.begun for order in held or orders), default=None),
        right=min((order.right for order in held), key=_STRENGTH.__getitem__, default=None),
        people=tuple(sorted(people.found.values(), key=lambda one: (_STRENGTH[one.right], one.email_key))),
        orders=tuple(_shown(order) for order in held),
        ended_at=max(ended, default=None),
        request=request if ended else None,
    )


def _shown(order: _Order) -> AccessOrder:
    return AccessOrder(
        id=order.id,
        order_number=order.order_number,
        company_name=order.company_name,
        right=order.right,
        since=order.begun,
        waits=order.status in SETUP and not order.handed_over and order.right is not PartnerRight.READER,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """Who the people may be: administrators of partners, workers on orders, partners' people in customers."""

    administrators: Mapping[int, Sequence[tuple[str, str]]]
    workers: Mapping[int, Sequence[_Worker]]
    own: Mapping[int, Collection[str]]
    for_partners: Mapping[int, Sequence[_Administrator]]
    employers: Mapping[str, int]


async def _people_of(groups: Mapping[_Pair, Sequence[_Order]], customers: Sequence[int]) -> dict[_Pair, _People]:
    """The people of each customer and partner, from the orders whose access holds, and as the directory says."""
    held = {pair: [order for order in orders if order.ended_at is None] for pair, orders in groups.items()}
    facts = await _facts(customers, {partner for _, partner in held}, held.values())
    found = {pair: _at_work(pair, orders, facts) for pair, orders in held.items()}
    for customer, people in facts.for_partners.items():
        pairs = {pair: orders for pair, orders in held.items() if pair[0] == customer}
        for one in people:
            because = {
                pair: [order for order in orders if _is_because(one.email_key, order, facts.workers.get(order.id, ()))]
                for pair, orders in pairs.items()
            }
            full = PartnerRight.FULL_ADMINISTRATOR
            for pair, orders in because.items():
                for order in orders:
                    found[pair].add(one.email, one.email_key, full, order)
            if not any(because.values()):  # nobody who has the right may be missing
                employer = facts.employers.get(one.email_key)
                for pair in [(customer, employer)] if employer else pairs:
                    at_partner = found.setdefault(pair, _People(frozenset(facts.own.get(customer, ()))))
                    at_partner.add(one.email, one.email_key, full, None)
    return found


def _at_work(pair: _Pair, orders: Sequence[_Order], facts: _Facts) -> _People:
    """The administrators of the partner and who works on its orders."""
    customer, partner = pair
    people = _People(frozenset(facts.own.get(customer, ())))
    for order in orders:
        for side in sorted({partner, order.named or partner}):
            for email, key in facts.administrators.get(side, ()):
                people.add(email, key, order.right, order)
        right = order.right if order.right is PartnerRight.READER else PartnerRight.PROVISIONING_ADMINISTRATOR
        people.add(order.contact_email, order.contact_key, right, order)
        for worker in facts.workers.get(order.id, ()):
            if worker.as_what is not PartnerRight.FULL_ADMINISTRATOR:
                people.add(worker.email, worker.email_key, worker.as_what, order, worker.since)
    return people


async def _facts(customers: Iterable[int], partners: Iterable[int], held: Iterable[Sequence[_Order]]) -> _Facts:
    orders = [order for every in held for order in every]
    named = {order.named for order in orders if order.named is not None}
    workers: dict[int, list[_Worker]] = defaultdict(list)
    ids = listed(order.id for order in orders)
    for worker in await database.records(_Worker, _WORKERS.format(among=among(1)), [ids]):
        workers[worker.order_id].append(worker)
    own: dict[int, set[str]] = defaultdict(set)
    everything, of_customers = everything_of(1), [listed(customers)]
    for row in await database.rows(_OWN.format(members=everything), of_customers):
        own[row["stands"]].add(row["email_key"])
    for_partners: dict[int, list[_Administrator]] = defaultdict(list)
    for one in await database.records(_Administrator, _FOR_PARTNERS.format(members=everything), of_customers):
        for_partners[one.stands].append(one)
    keys = listed({one.email_key for every in for_partners.values() for one in every})
    found = await database.rows(_EMPLOYERS.format(among=among(1, "text")), [keys]) if for_partners else []
    employers = {row["email_key"]: row["partner"] for row in found}
    return _Facts(await list_each(sorted({*named, *partners})), workers, own, for_partners, employers)


def _is_because(key: str, order: _Order, workers: Sequence[_Worker]) -> bool:
    """Whether somebody is a full administrator of the customer because of this order."""
    approved = {_key_of(one.email) for one in workers if one.as_what is PartnerRight.FULL_ADMINISTRATOR}
    return key in approved or (key == order.contact_key and order.right is PartnerRight.FULL_ADMINISTRATOR)


def _key_of(email: str) -> str:
    try:
        return read_address(email).key
    except InvalidAddress:  # a pseudonym of somebody who was erased
        return ""


async def _requests(organization_ids: Sequence[int], side: str, other: str) -> dict[tuple[int, int], RequestRecord]:
    """The latest request of each pair, by the organization that was asked for and the other one."""
    sql = _REQUESTS.format(members=everything_of(1), side=side, other=other)
    found = await database.records(RequestRecord, sql, [listed(organization_ids)])
    return {(request.asked, request.partner): request for request in found}
