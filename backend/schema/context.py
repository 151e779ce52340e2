"""What a field may ask of the request it is answered in; resolvers/ keep the promise."""

from typing import TYPE_CHECKING, Any, Protocol

import strawberry

if TYPE_CHECKING:
    from backend.models.organization import OrganizationType
    from backend.provisioning.access import Actor
    from backend.provisioning.dossier import Dossier
    from backend.schema.order import EmailMessage, OrderConnection, OrderEventConnection
    from backend.schema.organization import OrganizationMatch
    from backend.schema.service import Location, Site


class Loaders(Protocol):
    """Reads for fields that are not part of the dossier."""

    async def emails(self, order: "Dossier") -> "list[EmailMessage]": ...
    async def timeline(self, order: "Dossier", first: int | None, after: str | None) -> "OrderEventConnection": ...
    async def organization_match(self, order: "Dossier", slot: "OrganizationType") -> "OrganizationMatch | None": ...
    async def orders_of_organization(self, number: int, first: int | None, after: str | None) -> "OrderConnection": ...
    async def administrators(self, number: int) -> list[str]: ...
    async def sites_of_organization(self, number: int) -> "list[Site]": ...
    async def locations_of_organization(self, number: int) -> "list[Location]": ...
    async def orders_of_viewer(self, first: int | None, after: str | None) -> "OrderConnection": ...
    async def viewer_organizations(self) -> "list[Any]": ...
    async def viewer_requests(self) -> "list[Any]": ...


class Context(Protocol):
    """The request: who asks, in which language."""

    actor: "Actor"
    language: str
    loaders: Loaders


Info = strawberry.Info[Context, None]
