"""Organizations as their full administrators change them: who may, and whether there is something to change."""

from backend.models.organization import OrganizationStatus
from backend.provisioning import dossier, organization_access
from backend.provisioning.administrators import administers
from backend.refusals import ErrorCode, Refused
from backend.resolvers.api_errors import forbidden, not_found, unauthenticated
from backend.resolvers.context import Context


async def open_organization(context: Context, organization_id: int) -> int:
    """The number of the organization or its survivor, if the caller fully administers it. Raises the API's errors."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    found = await organization_access.see(organization_id, context.actor)
    if found is None:
        raise not_found(context.language)
    if not await administers(context.actor, found.record.id):
        raise forbidden(context)
    return found.record.id


async def check_usable(organization_id: int) -> None:
    """Refuse to change an organization that is not in use."""
    record = await dossier.read_organization(organization_id)
    if record is None or record.status is not OrganizationStatus.ACTIVE:
        raise Refused(ErrorCode.NOT_ELIGIBLE, "This organization can’t be used at present. Ask support.")
