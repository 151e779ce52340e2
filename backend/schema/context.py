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

    async def emails(self, order: "Dossier") -> "list[EmailMessage]":
        """The mails about the order, newest first."""
        ...

    async def timeline(self, order: "Dossier", first: int | None, after: str | None) -> "OrderEventConnection":
        """A page of what happened, newest first."""
        ...

    async def organization_match(self, order: "Dossier", slot: "OrganizationType") -> "OrganizationMatch | None":
        """The finder's answer for the contact's address."""
        ...

    async def orders_of_organization(self, number: int, first: int | None, after: str | None) -> "OrderConnection":
        """The orders that are mapped to an organization."""
        ...

    async def administrators(self, number: int) -> list[str]:
        """The addresses of its full administrators."""
        ...

    async def sites_of_organization(self, number: int) -> "list[Site]":
        """Its sites."""
        ...

    async def locations_of_organization(self, number: int) -> "list[Location]":
        """Its locations."""
        ...

    async def orders_of_viewer(self, first: int | None, after: str | None) -> "OrderConnection":
        """The orders that the caller may see."""
        ...

    async def viewer_organizations(self) -> "list[Any]":
        """The organizations that the caller belongs to."""
        ...

    async def viewer_requests(self) -> "list[Any]":
        """The requests that the caller can decide."""
        ...


class Context(Protocol):
    """The request: who asks, in which language."""

    actor: "Actor"
    language: str
    loaders: Loaders


Info = strawberry.Info[Context, None]
