"""Who may see or act: the only way to fetch an order for someone."""

import dataclasses
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from backend import database
from backend.provisioning import dossier
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import STATUS_ONLY, OrderRole, Transition, partner_has_access, roles_for
from backend.provisioning.listed_orders import EVERYBODY, OF_STATUS_ONLY
from backend.provisioning.survivors import administered, key_of_organization
from backend.provisioning.validation import masked, readable
from backend.sql import among, listed

_NUMBERED = """
SELECT id FROM orders WHERE order_number = $1 AND ($2 = '' OR seller = $2) ORDER BY placed_at DESC, id DESC LIMIT 50
"""
_OF_SERVICE = "SELECT t.id, v.order_id FROM {table} t JOIN service v ON v.id = t.service_id WHERE t.id {{among}}"
_SERVICE_OF_LOCATION = """
SELECT t.service_id, v.order_id FROM location t JOIN service v ON v.id = t.service_id WHERE t.id = $1
"""
_ORDER_OF = {
    "Order": "SELECT id, id AS order_id FROM orders WHERE id {among}",
    "Subscription": "SELECT id, id AS order_id FROM orders WHERE id {among}",
    "License": "SELECT id, order_id FROM license WHERE id {among}",
    "Service": "SELECT id, order_id FROM service WHERE id {among}",
    "Site": _OF_SERVICE.format(table="site"),
    "Location": _OF_SERVICE.format(table="location"),
    "EmailMessage": "SELECT id, order_id FROM email_message WHERE id {among} AND order_id IS NOT NULL",
    "OrderEvent": "SELECT id, order_id FROM order_event WHERE id {among}",
    "AdministratorRequest": "SELECT id, order_id FROM administrator_request WHERE id {among}",
}


class NotFound(Exception):
    """It does not exist, or the caller may not know that it does."""


class Forbidden(Exception):
    """The caller sees it, but may not do this with it. `scope`: what a token lacks for it; empty: it is not that."""

    def __init__(self, scope: str = "") -> None:
        super().__init__(scope)
        self.scope = scope


class Unauthenticated(Exception):
    """The caller must sign in first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks: a person signed in by a mailbox (perhaps for one order only), a token, or nobody.

    A token is a seller's, or an organization's: that one acts as the organization's full administrators do, as far as
    its scopes go.
    """

    email: str = ""
    email_key: str = ""
    order_id: int | None = None  # the session was opened by this order's link and covers nothing else
    of_test: bool = False  # which is a test order: its seller can read the link, so the mailbox may not be theirs
    support: bool = False
    token: str = ""  # its name; of a seller's token the seller
    scopes: frozenset[str] = frozenset()
    organization_id: int | None = None  # whose token it is; None: a seller's
    organization: str = ""  # its name
    viewed_by: str = ""  # support, by their key, who sees what this person sees; nothing is done in the person's name

    @property
    def anonymous(self) -> bool:
        """Nobody is signed in."""
        return not self.email_key and not self.token

    @property
    def key(self) -> str:
        """Identifies the caller for limits and idempotency: all tokens of a seller or an organization together."""
        if self.organization_id is not None:
            return f"organization:{self.organization_id}"
        if self.of_test:  # nobody uses up what the owner of the mailbox may
            return f"test order:{self.order_id}"
        return f"token:{self.token}" if self.token else f"person:{self.email_key}"

    @property
    def viewer_key(self) -> str:
        """By what SQL tells what the caller is to orders and organizations: a mailbox, or an organization; see
        `survivors.py`.
        """
        return self.email_key if self.organization_id is None else key_of_organization(self.organization_id)

    @property
    def seller(self) -> str:
        """The seller whose token it is; empty: it is none."""
        return self.token if self.organization_id is None else ""

    @property
    def name(self) -> str:
        """What the timeline calls the caller. Of an organization's token it says whose it is: it is named by people."""
        return f"{self.token} ({self.organization})" if self.organization_id is not None else self.token or self.email

    def may(self, scope: str) -> bool:
        """Whether the caller's token has the scope."""
        return scope in self.scopes

    @property
    def reads_orders(self) -> bool:
        """Whether it is no token, or one that may read orders."""
        return not self.token or self.may("orders:read") or self.may("orders:write")

    @property
    def reads_own_organizations(self) -> bool:
        """Whether it is no token, or one that may read organizations: an organization's reads what it administers."""
        return not self.token or self.may("organizations:read")

    @property
    def is_support(self) -> bool:
        """Whether it is support: one of its people, or a token with the scope."""
        return self.support or self.may("support")

    @property
    def reads_all_organizations(self) -> bool:
        """Whether it is support, or a seller's token that may read organizations."""
        sellers = bool(self.seller) and self.may("organizations:read")
        return self.is_support or sellers


NOBODY = Actor()
SYSTEM = Actor(email="Control Hub")


def roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """Everything that the actor is to the order; empty: the order does not exist for them."""
    if actor.token:
        return _token_roles(order, actor)
    if not actor.email_key or (actor.order_id is not None and actor.order_id != order.id):
        return frozenset()
    key, mapped, invited = actor.email_key, order.mapped_at is not None, partner_has_access(order)
    held = {
        OrderRole.PROVISIONING_CONTACT: invited and key == order.contact_key,
        OrderRole.PROVISIONING_ADMINISTRATOR: invited
        and any(person.email_key == key for person in order.administrators),
        OrderRole.SUPPORT: actor.support,
        OrderRole.SERVICE_DELEGATE: mapped and any(service.delegate_key == key for service in order.services),
        OrderRole.SALESPERSON: key == order.seller_key,
        OrderRole.FORMER_CONTACT: invited and order.viewer_is_former and key != order.contact_key,
    }
    return frozenset({role for role, holds in held.items() if holds} | _administrator_roles(order))


def _token_roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    held = set()
    if actor.reads_orders:
        held |= _administrator_roles(order) if actor.organization_id is not None else set()
        held |= {OrderRole.SELLER} if order.seller == actor.seller else set()
    if actor.may("support"):
        held.add(OrderRole.SUPPORT)
    return frozenset(held)


def _administrator_roles(order: Dossier) -> set[OrderRole]:
    """What the viewer is to the order as a full administrator of its organizations."""
    administers, mapped = set(order.viewer_administers), order.mapped_at is not None
    held = {
        OrderRole.CUSTOMER_ADMINISTRATOR: mapped and order.customer_organization_id in administers,
        OrderRole.PARTNER_ADMINISTRATOR: partner_has_access(order)
        and ((mapped and order.partner_organization_id in administers) or order.named_partner_id in administers),
    }
    return {role for role, holds in held.items() if holds}


def first_role(held: frozenset[OrderRole]) -> OrderRole | None:
    """The role that is shown: the first that holds, in the enum's order."""
    return next((role for role in OrderRole if role in held), None)


def delegated_part(order: Dossier, key: str) -> Dossier:
    """What the delegate of a service sees of the order: that service, no organizations, people or other licenses."""
    own = [service for service in order.services if service.delegate_key == key]
    ids, kinds = {service.id for service in own}, {service.kind for service in own}
    return replace(
        order,
        services=own,
        licenses=[license for license in order.licenses if license.service in kinds],
        sites=[site for site in order.sites if site.service_id in ids],
        locations=[location for location in order.locations if location.service_id in ids],
        steps=[step for step in order.steps if step.service_id in ids],
        partner=None,
        customer=None,
        delegation=None,
        request=None,
        administrators=[],
    )


def as_seen(order: Dossier, actor: Actor) -> Dossier:
    """The order as the actor sees it: all of it, or the delegated part."""
    return Visibility(order, actor).part(order)


class Visibility:
    """How much of an order the viewer's role lets them see; `roles` are all that they have.

    `status_only`: no more than where it stands; `reads_mails`: its mails all the same; `whole`: everything, where the
    delegate of a service sees only that service; `masked`: addresses are masked, but to salespeople and delegates those
    of the contact, of who asked them, and their own.
    """

    def __init__(self, order: Dossier, actor: Actor) -> None:
        self.roles = roles(order, actor)
        self.role = first_role(self.roles)
        self.status_only = self.role is None or self.role in STATUS_ONLY
        self.whole = not self.status_only and self.role is not OrderRole.SERVICE_DELEGATE
        self.reads_mails = self.whole or self.role is OrderRole.SALESPERSON
        self.masked = not self.whole or self.role is OrderRole.SUPPORT
        self._key = actor.email_key
        named: set[str | None] = set()
        if self.role is OrderRole.SALESPERSON:
            named = {order.contact_email, order.seller_email, actor.email}
        elif self.role is OrderRole.SERVICE_DELEGATE:
            own = [service for service in order.services if service.delegate_key == actor.email_key]
            named = {order.contact_email, actor.email, *(service.delegated_by for service in own)}
        self._known = {spelled.casefold() for email in named if email for spelled in (email, readable(email))}

    def part(self, order: Dossier) -> Dossier:
        """The order as the viewer sees it: all of it, or the delegated part."""
        return delegated_part(order, self._key) if self.role is OrderRole.SERVICE_DELEGATE else order

    def address(self, email: str) -> str:
        """An address as the viewer may see it."""
        return masked(email) if self.masked and email.casefold() not in self._known else email


async def by_number(order_number: str, seller: str, actor: Actor) -> Dossier:
    """The newest order with this number, of this seller or of any, that the actor sees. Raises NotFound."""
    found = await database.rows(_NUMBERED, [order_number.strip(), seller])
    for row in found:
        order = await dossier.read(row["id"], actor.viewer_key)
        if order is not None and roles(order, actor):
            return order
    raise NotFound


Read = Callable[[int, str], Awaitable[Dossier | None]]


async def see(order_id: int, actor: Actor, read: Read = dossier.read) -> Dossier:
    """The order as the actor sees it; `read` may share what it reads. Raises Unauthenticated or NotFound."""
    if actor.anonymous:
        raise Unauthenticated
    order = await read(order_id, actor.viewer_key)
    if order is None or not roles(order, actor):
        raise NotFound
    return order


async def order_of(kind: str, number: int) -> int | None:
    """The order that something with this number belongs to: an order itself, or a part of one; None: there is none."""
    return (await orders_of(kind, [number])).get(number)


async def orders_of(kind: str, numbers: Sequence[int]) -> dict[int, int]:
    """The same of several of one kind, by their numbers."""
    if (sql := _ORDER_OF.get(kind)) is None:
        return {}
    found = await database.rows(sql.format(among=among(1)), [listed(numbers)])
    return {row["id"]: row["order_id"] for row in found}


async def service_of_location(location_id: int) -> tuple[int, int] | None:
    """The service and the order that a location belongs to; None: there is none."""
    row = await database.row(_SERVICE_OF_LOCATION, [location_id])
    return (row["service_id"], row["order_id"]) if row else None


async def see_each(order_ids: Sequence[int], actor: Actor) -> dict[int, Dossier]:
    """Those of the orders that the actor sees, by their numbers."""
    if actor.anonymous or not order_ids:
        return {}
    found = await dossier.read_where(f"o.id {among(2)}", [listed(order_ids)], actor.viewer_key)
    return {order.id: order for order in found if roles(order, actor)}


def check_right(rule: Transition, order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """The roles that let the actor do this. Raises Forbidden if none does."""
    held = roles_for(rule, order, acting_roles(order, actor))
    if not held or actor.viewed_by:
        raise Forbidden(lacking_scope(rule, order, actor))
    return held


def lacking_scope(rule: Transition, order: Dossier, actor: Actor) -> str:
    """The scope that the actor's token lacks to do this; empty: there is none, or it is no token."""
    if not actor.token:
        return ""
    writing = dataclasses.replace(actor, scopes=actor.scopes | {"orders:write"})
    if roles_for(rule, order, acting_roles(order, writing)):
        return "orders:write"
    return "support" if rule.roles == {OrderRole.SUPPORT} else ""


def acting_roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """The roles in which the actor may change things."""
    return acting(roles(order, actor), actor)


def acting(held: frozenset[OrderRole], actor: Actor) -> frozenset[OrderRole]:
    """Those of the roles in which the actor may change things; a token needs `orders:write`, but as support."""
    return held & {OrderRole.SUPPORT} if actor.token and not actor.may("orders:write") else held


def viewers(actor: Actor, parameter: int) -> tuple[str, list[Any]]:
    """SQL: what the actor is to orders, as `listed_order.viewer` spells it; with its values from `$parameter` on.

    It says nothing of a session of one order's link, which covers only that order, whatever the person is.
    """
    key = f"${parameter}"
    everybody = [f"SELECT '{EVERYBODY}' AS viewer"] if actor.is_support else []
    if actor.seller or not actor.reads_orders:
        return " UNION ALL ".join([f"SELECT CAST({key} AS VARCHAR) AS viewer", *everybody]), [
            f"seller:{actor.seller}" if actor.reads_orders else ""
        ]
    # A subselect hides who it is from PostgreSQL: it plans alike for everybody, and so not anew each time.
    companies = administered(f"(SELECT CAST({key} AS VARCHAR))")
    named = f"SELECT external_id FROM organization WHERE status IN ('ACTIVE', 'MERGED') AND id IN ({companies})"
    kinds = ("contact", "administrator", *OF_STATUS_ONLY) if actor.organization_id is None else ()
    own = [f"SELECT '{kind}:' || CAST({key} AS VARCHAR) AS viewer" for kind in kinds]
    sides = [f"SELECT '{side}:' || a.id AS viewer FROM ({companies}) a" for side in ("customer", "partner")]
    return " UNION ALL ".join([*own, *sides, f"SELECT 'named:' || n.external_id FROM ({named}) n", *everybody]), [
        actor.viewer_key
    ]


def sees_whole(actor: Actor, order: str, parameter: int) -> tuple[str, list[Any]]:
    """SQL: the actor sees more of an order than where it stands; with its values from `$parameter` on."""
    own, values = viewers(actor, parameter)
    condition = (
        f"{order} IN (SELECT order_id FROM listed_order WHERE viewer IN ({own}) AND {sees_more('listed_order')})"
    )
    if actor.order_id is not None:
        return f"({condition} AND {order} = ${parameter + 1})", [*values, actor.order_id]
    return condition, values


def sees_more(row: str) -> str:
    """SQL: the row is of a viewer who sees more of the order than where it stands."""
    return "(" + " AND ".join(f"{row}.viewer NOT LIKE '{kind}:%'" for kind in OF_STATUS_ONLY) + ")"


_ADMINISTERS = (
    "EXISTS (SELECT 1 FROM organization_user u JOIN organization g ON g.id = u.organization_id"
    " WHERE u.email_key = $1 AND u.administrator AND u.status = 'ACTIVE' AND g.{side})"
)
_ANYWHERE = {
    OrderRole.PROVISIONING_CONTACT: (
        "EXISTS (SELECT 1 FROM orders WHERE contact_key = $1 AND partner_access_ended_at IS NULL)"
    ),
    OrderRole.CUSTOMER_ADMINISTRATOR: _ADMINISTERS.format(side="is_customer"),
    OrderRole.PARTNER_ADMINISTRATOR: _ADMINISTERS.format(side="is_partner"),
    OrderRole.PROVISIONING_ADMINISTRATOR: "EXISTS (SELECT 1 FROM provisioning_administrator WHERE email_key = $1)",
    OrderRole.SERVICE_DELEGATE: "EXISTS (SELECT 1 FROM service WHERE delegate_key = $1)",
    OrderRole.SALESPERSON: "EXISTS (SELECT 1 FROM orders WHERE seller_key = $1)",
    OrderRole.FORMER_CONTACT: (
        "EXISTS (SELECT 1 FROM delegation d JOIN orders o ON o.id = d.order_id"
        " WHERE d.former_key = $1 AND o.partner_access_ended_at IS NULL)"
    ),
}


async def roles_anywhere(actor: Actor) -> list[str]:
    """What a person is to any order, in the enum's order; to a test order alone if they came by its link."""
    if actor.of_test and actor.order_id is not None:
        order = await dossier.read(actor.order_id, actor.email_key)
        held_here = roles(order, actor) if order is not None else frozenset()
        return [role.value for role in OrderRole if role in held_here]
    columns = ", ".join(f"{sql} AS {role.lower()}" for role, sql in _ANYWHERE.items())
    row = await database.row(f"SELECT {columns}", [actor.email_key]) or {}
    held = {role for role in _ANYWHERE if row.get(role.lower())} | ({OrderRole.SUPPORT} if actor.support else set())
    return [role.value for role in OrderRole if role in held]
