"""Reads for fields that are not part of the dossier; one instance a request."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from backend import clock, database
from backend.language import relayed
from backend.models.order import AdministratorRole, Audience
from backend.models.organization import OrganizationStatus, OrganizationType
from backend.models.outbox import EmailKind, EmailState
from backend.provisioning import access, dossier, organizations, timeline
from backend.provisioning.access import SYSTEM, Actor
from backend.provisioning.administrators import list_administrators
from backend.provisioning.dossier import Dossier, LocationRecord, SiteRecord
from backend.provisioning.entries import masked
from backend.provisioning.finder.matching import match
from backend.provisioning.journey import OrderRole
from backend.provisioning.links import instant
from backend.resolvers.orders import list_orders
from backend.resolvers.paging import RowNumber, read_cursor, size, write_cursor
from backend.schema.ids import global_id
from backend.schema.inputs import OrderFilter
from backend.schema.order import (
    AdministratorRequest,
    EmailMessage,
    FieldChange,
    Order,
    OrderConnection,
    OrderEvent,
    OrderEventConnection,
    OrderEventEdge,
    Sight,
)
from backend.schema.organization import Organization, OrganizationMatch
from backend.schema.paging import PageInfo
from backend.schema.service import Location, Site

_ADDRESS = re.compile(r"[^\s<>()\[\]:;,]+@[^\s<>()\[\]:;,]+")  # servers repeat the recipient in their replies
_EMAILS = """
SELECT id, kind, recipient, subject, state, attempts, last_reply, queued_at, sent_at FROM email_message
WHERE order_id = $1 AND kind <> 'SIGN_IN_CODE' ORDER BY id DESC LIMIT 100
"""
_REQUESTS = """
o.id IN (SELECT r.order_id FROM administrator_request r
JOIN organization_user u ON u.organization_id = r.organization_id
WHERE r.state = 'PENDING' AND r.expires_at > $2 AND u.email_key = $1 AND u.administrator AND u.status = 'ACTIVE')
"""
_OWN_ORGANIZATIONS = """
SELECT organization_id, administrator FROM organization_user WHERE email_key = $1 AND status = 'ACTIVE'
ORDER BY organization_id LIMIT 50
"""
_BELONGS = """
SELECT 1 AS one FROM organization_user WHERE organization_id = $1 AND email_key = $2 AND status = 'ACTIVE'
"""


class Loaders:
    """What the fields of one request read besides dossiers."""

    def __init__(self, actor: Actor, language: str) -> None:
        self.actor = actor
        self.language = language

    async def emails(self, order: Dossier) -> list[EmailMessage]:
        """The mails about the order, newest first."""
        sees = Sight(access.first_role(access.roles(order, self.actor)))
        names = [order.contact_email, order.seller_email, order.customer_contact, self.actor.email]
        known = {name.casefold() for name in names if name}

        def shown(address: str) -> str:
            """The address, in full only if the order shows it to the viewer anyway."""
            return sees.address(address) if address.casefold() in known else masked(address)

        return [_email(row, shown, self.language) for row in await database.rows(_EMAILS, [order.id])]

    async def timeline(self, order: Dossier, first: int | None, after: str | None) -> OrderEventConnection:
        """A page of what happened, newest first, as far as the viewer may see it."""
        held = access.roles(order, self.actor)
        sees = Sight(access.first_role(held))
        values: list[Any] = [order.id]
        condition = "order_id = $1"
        if held <= {OrderRole.PROVISIONING_CONTACT, OrderRole.FORMER_CONTACT}:
            values.append(self.actor.key)
            condition += " AND actor_key = $2" if sees.status_only else f" AND actor_key IN ($2, '{SYSTEM.key}')"
        if after is not None:
            values.append(read_cursor(after, tuple[RowNumber])[0])
            condition += f" AND id < ${len(values)}"
        limit = size(first)
        sql = f"SELECT * FROM order_event WHERE {condition} ORDER BY id DESC LIMIT {limit + 1}"
        rows = await database.rows(sql, values)
        edges = [OrderEventEdge(node=self._event(row, sees), cursor=write_cursor(row["id"])) for row in rows[:limit]]
        info = PageInfo.of([edge.cursor for edge in edges], more=len(rows) > limit, before=after is not None)
        return OrderEventConnection(edges=edges, page_info=info)

    async def event(self, order: Dossier, number: int) -> OrderEvent | None:
        """One event of the order's timeline, if the viewer may see it."""
        page = await self.timeline(order, 1, write_cursor(number + 1))
        found = page.edges[0].node if page.edges else None
        return found if found is not None and found.id == global_id("OrderEvent", number) else None

    def _event(self, row: dict[str, Any], sees: Sight) -> OrderEvent:
        values, changes = _json(row["values"]), _json(row["changes"])
        why = timeline.reason(values, self.language)
        if sees.masked:
            why = why and _ADDRESS.sub(lambda found: masked(found[0]), why)
            values = {name: masked(str(value)) for name, value in values.items()}
            changes = [
                {name: masked(value) if value else value for name, value in change.items()} for change in changes
            ]
        return OrderEvent(
            id=global_id("OrderEvent", row["id"]),
            at=_at(row["at"]),
            actor=sees.address(row["actor"]),
            kind=row["kind"],
            summary=timeline.summary(row["kind"], values, self.language),
            reason=why,
            changes=[FieldChange(**change) for change in changes],
            correlation_id=row["correlation_id"],
        )

    async def organization_match(self, order: Dossier, slot: OrganizationType) -> OrganizationMatch | None:
        """The finder's answer for the contact's address."""
        if order.audience is None or (order.audience is Audience.OWN_COMPANY and slot is OrganizationType.PARTNER):
            return None
        return OrganizationMatch.of(await match(organizations.question(order, slot), clock.now()), self.language)

    async def orders_of_viewer(self, first: int | None, after: str | None) -> OrderConnection:
        """The orders that the caller may see, newest first."""
        return await list_orders(self.actor, first=first, after=after)

    async def orders_of_organization(self, number: int, first: int | None, after: str | None) -> OrderConnection:
        """Those that are mapped to an organization."""
        chosen = OrderFilter(organization_id=global_id("Organization", number))
        return await list_orders(self.actor, chosen, first=first, after=after)

    async def belongs(self, number: int) -> bool:
        """Whether the caller is a user of the organization, for everything of his mailbox."""
        if not self.actor.email_key or self.actor.order_id is not None:
            return False
        sql = (
            "SELECT 1 AS one FROM organization_user WHERE organization_id = $1 AND email_key = $2 AND status = 'ACTIVE'"
        )
        return await database.row(sql, [number, self.actor.email_key]) is not None

    async def administers(self, number: int) -> bool:
        """Whether the caller belongs to the organization, or is a full administrator of a partner with rights on it."""
        if await self.belongs(number):
            return True
        if not self.actor.email_key or self.actor.order_id is not None:
            return False
        sql = (
            "SELECT 1 AS one FROM partner_relation r"
            " JOIN organization_user u ON u.organization_id = r.partner_organization_id"
            " WHERE r.customer_organization_id = $1"
            " AND u.email_key = $2 AND u.administrator AND u.status = 'ACTIVE' AND r.role = 'FULL_ADMINISTRATOR'"
        )
        return await database.row(sql, [number, self.actor.email_key]) is not None

    async def administrators(self, number: int) -> list[str]:
        """The addresses of its full administrators, for those who belong to it or administer it."""
        if not await self.administers(number):
            return []
        return [email for email, _ in await list_administrators(number)]

    async def sites_of_organization(self, number: int) -> list[Site]:
        """The organization's sites, for those who belong to it or administer it."""
        if not await self.administers(number):
            return []
        sql = "SELECT * FROM site WHERE organization_id = $1 ORDER BY name LIMIT 100"
        return [Site.of(_site(row), {}) for row in await database.rows(sql, [number])]

    async def locations_of_organization(self, number: int) -> list[Location]:
        """The organization's locations, for those who belong to it or administer it."""
        if not await self.administers(number):
            return []
        sql = "SELECT * FROM location WHERE organization_id = $1 ORDER BY name LIMIT 200"
        return [Location.of(_location(row), self.language) for row in await database.rows(sql, [number])]

    async def organization(self, number: int) -> Organization | None:
        """An organization that the caller may see: his own, one he administers, or one of an order that he sees."""
        record = await dossier.read_organization(number)
        if record is None:
            return None
        full = await self.administers(number)
        reads = self.actor.may("organizations:read") and record.status is not OrganizationStatus.PROVISIONAL
        if not full and not (self.actor.support or self.actor.may("support") or reads):
            mapped = await self.orders_of_organization(number, 1, None)
            shown = [edge.node for edge in mapped.edges if not edge.node.sees.status_only]
            if not shown:
                return None
        role = AdministratorRole.FULL_ADMINISTRATOR if await self._full_administrator(number) else None
        return Organization.of(record, full=full, viewer_role=role)

    async def _full_administrator(self, number: int) -> bool:
        sql = (
            "SELECT 1 AS one FROM organization_user WHERE organization_id = $1 AND email_key = $2"
            " AND administrator AND status = 'ACTIVE'"
        )
        return bool(self.actor.email_key) and await database.row(sql, [number, self.actor.email_key]) is not None

    async def viewer_organizations(self) -> list[Organization]:
        """The organizations that the caller belongs to."""
        if not self.actor.email_key or self.actor.order_id is not None:
            return []
        found = []
        for row in await database.rows(_OWN_ORGANIZATIONS, [self.actor.email_key]):
            record = await dossier.read_organization(row["organization_id"])
            if record is not None:
                role = AdministratorRole.FULL_ADMINISTRATOR if row["administrator"] else None
                found.append(Organization.of(record, full=True, viewer_role=role))
        return found

    async def viewer_requests(self) -> list[AdministratorRequest]:
        """Pending requests for full administrator rights that the caller can decide."""
        if not self.actor.email_key:
            return []
        orders = await dossier.read_where(_REQUESTS, [clock.now()], self.actor.email_key, "ORDER BY o.id LIMIT 50")
        visible = [order for order in orders if access.roles(order, self.actor) and order.request]
        return [
            AdministratorRequest.of(Order.of(order, self.actor), order.request)
            for order in visible
            if order.request is not None
        ]


def _masked(change: dict[str, Any]) -> dict[str, Any]:
    return {name: masked(value) if value else value for name, value in change.items()}


def _email(row: dict[str, Any], shown: Callable[[str], str], language: str) -> EmailMessage:
    reply = relayed(language, row["last_reply"]) if row["last_reply"] else ""
    return EmailMessage(
        id=global_id("EmailMessage", row["id"]),
        kind=EmailKind(row["kind"]),
        to=shown(row["recipient"]),
        subject=_ADDRESS.sub(lambda found: shown(found[0]), row["subject"]),
        state=EmailState(row["state"]),
        attempts=row["attempts"],
        last_reply=_ADDRESS.sub(lambda found: shown(found[0]), reply) or None,
        queued_at=_at(row["queued_at"]),
        sent_at=instant(row["sent_at"]),
    )


def _at(value: datetime | str) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _site(row: dict[str, Any]) -> SiteRecord:
    return dossier.record(SiteRecord, row | {"allocations": None})


def _location(row: dict[str, Any]) -> LocationRecord:
    return dossier.record(LocationRecord, row | {"address": _json(row["address"])})
