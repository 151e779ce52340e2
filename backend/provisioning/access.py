"""Who may see or act: the only way to fetch an order for someone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend import database
from backend.provisioning import dossier
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import OrderRole, Transition, roles_for


class NotFound(Exception):
    """It does not exist, or the caller may not know that it does."""


class Forbidden(Exception):
    """The caller sees it, but may not do this with it."""


class Unauthenticated(Exception):
    """The caller must sign in first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks: a person signed in by a mailbox (perhaps for one order only), an integrator's token, or nobody."""

    email: str = ""
    email_key: str = ""
    order_id: int | None = None  # the session was opened by this order's link and covers nothing else
    support: bool = False
    token: str = ""  # the integrator's name
    scopes: frozenset[str] = frozenset()

    @property
    def anonymous(self) -> bool:
        """Nobody is signed in."""
        return not self.email_key and not self.token

    @property
    def key(self) -> str:
        """Identifies the caller for limits and idempotency."""
        return f"token:{self.token}" if self.token else f"person:{self.email_key}"

    @property
    def name(self) -> str:
        """What the timeline calls the caller."""
        return self.token or self.email

    def may(self, scope: str) -> bool:
        """Whether the caller's token has the scope."""
        return scope in self.scopes


NOBODY = Actor()
SYSTEM = Actor(email="Control Hub")


def roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """Everything that the actor is to the order; empty: the order does not exist for him."""
    if actor.token:
        return _token_roles(order, actor)
    if not actor.email_key or (actor.order_id is not None and actor.order_id != order.id):
        return frozenset()
    key = actor.email_key
    administers = set(order.viewer_administers)
    mapped = order.mapped_at is not None
    held = {
        OrderRole.PROVISIONING_CONTACT: key == order.contact_key,
        OrderRole.CUSTOMER_ADMINISTRATOR: mapped and order.customer_organization_id in administers,
        OrderRole.PARTNER_ADMINISTRATOR: (mapped and order.partner_organization_id in administers)
        or (order.named_partner_id in administers),
        OrderRole.PROVISIONING_ADMINISTRATOR: any(person.email_key == key for person in order.administrators),
        OrderRole.SUPPORT: actor.support,
        OrderRole.FORMER_CONTACT: order.viewer_is_former and key != order.contact_key,
    }
    return frozenset(role for role, holds in held.items() if holds)


def _token_roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    held = set()
    if order.seller == actor.token and (actor.may("orders:read") or actor.may("orders:write")):
        held.add(OrderRole.SELLER)
    if actor.may("support"):
        held.add(OrderRole.SUPPORT)
    return frozenset(held)


def first_role(held: frozenset[OrderRole]) -> OrderRole | None:
    """The role that is shown: the first that holds, in the enum's order."""
    return next((role for role in OrderRole if role in held), None)


async def see(order_id: int, actor: Actor) -> Dossier:
    """The order as the actor sees it. Raises Unauthenticated or NotFound."""
    if actor.anonymous:
        raise Unauthenticated
    order = await dossier.read(order_id, actor.email_key)
    if order is None or not roles(order, actor):
        raise NotFound
    return order


def check_right(rule: Transition, order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """The roles that let the actor do this. Raises Forbidden if none does."""
    held = roles_for(rule, order, acting_roles(order, actor))
    if not held:
        raise Forbidden
    return held


def acting_roles(order: Dossier, actor: Actor) -> frozenset[OrderRole]:
    """The roles in which the actor may change things; a token of the seller's needs `orders:write`."""
    held = roles(order, actor)
    return held - {OrderRole.SELLER} if actor.token and not actor.may("orders:write") else held


def visible(actor: Actor, parameter: int, *, status_only: bool = True) -> tuple[str, Sequence[Any]]:
    """An SQL condition on orders `o` for what the actor may see, with its values from `$parameter` on.

    Without `status_only`, orders of which a former contact sees only where they stand are left out.
    """
    if actor.support or actor.may("support"):
        return "TRUE" if database.dialect() == "postgres" else "1", []
    if actor.token:
        return f"o.seller = ${parameter}", [
            actor.token if actor.may("orders:read") or actor.may("orders:write") else ""
        ]
    key = f"${parameter}"
    administered = (
        f"SELECT organization_id FROM organization_user WHERE email_key = {key} AND administrator AND status = 'ACTIVE'"
    )
    named = f"SELECT external_id FROM organization WHERE status = 'ACTIVE' AND id IN ({administered})"
    sides = " UNION ".join(
        [
            f"SELECT id FROM orders WHERE contact_key = {key}",
            *([f"SELECT order_id FROM delegation WHERE former_key = {key}"] if status_only else []),
            f"SELECT order_id FROM provisioning_administrator WHERE email_key = {key}",
            f"SELECT id FROM orders WHERE mapped_at IS NOT NULL AND customer_organization_id IN ({administered})",
            f"SELECT id FROM orders WHERE mapped_at IS NOT NULL AND partner_organization_id IN ({administered})",
            f"SELECT id FROM orders WHERE named_partner IN ({named})",
        ]
    )
    if actor.order_id is not None:
        return f"o.id IN ({sides}) AND o.id = ${parameter + 1}", [actor.email_key, actor.order_id]
    return f"o.id IN ({sides})", [actor.email_key]


_ADMINISTERS = (
    "EXISTS (SELECT 1 FROM organization_user u JOIN organization g ON g.id = u.organization_id"
    " WHERE u.email_key = $1 AND u.administrator AND u.status = 'ACTIVE' AND g.{side})"
)
_ANYWHERE = {
    OrderRole.PROVISIONING_CONTACT: "EXISTS (SELECT 1 FROM orders WHERE contact_key = $1)",
    OrderRole.CUSTOMER_ADMINISTRATOR: _ADMINISTERS.format(side="is_customer"),
    OrderRole.PARTNER_ADMINISTRATOR: _ADMINISTERS.format(side="is_partner"),
    OrderRole.PROVISIONING_ADMINISTRATOR: "EXISTS (SELECT 1 FROM provisioning_administrator WHERE email_key = $1)",
    OrderRole.FORMER_CONTACT: "EXISTS (SELECT 1 FROM delegation WHERE former_key = $1)",
}


async def roles_anywhere(actor: Actor) -> list[str]:
    """What a person is to any order, in the enum's order."""
    columns = ", ".join(f"{sql} AS {role.lower()}" for role, sql in _ANYWHERE.items())
    row = await database.row(f"SELECT {columns}", [actor.email_key]) or {}
    held = {role for role in _ANYWHERE if row.get(role.lower())} | ({OrderRole.SUPPORT} if actor.support else set())
    return [role.value for role in OrderRole if role in held]
