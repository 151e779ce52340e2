"""Changes of organizations that orders cause; each keeps the finder's index right, in the caller's transaction."""

import uuid
from datetime import datetime

from backend import database
from backend.models.order import Audience
from backend.models.organization import (
    Organization,
    OrganizationDomain,
    OrganizationStatus,
    OrganizationType,
    OrganizationUser,
    UserStatus,
)
from backend.provisioning.finder import activity, index
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.index import refresh
from backend.provisioning.finder.matching import Question
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.finder.search import search
from backend.settings import settings

MAX_FOUND = 20
_MAX_NAME_LENGTH = 200


async def create_provisional(
    name: str,
    *,
    country: str,
    business_vertical: str | None,
    slot: OrganizationType,
    order_id: int,
    at: datetime,
) -> Organization:
    """Create an organization that only this order knows until it is activated."""
    return await Organization.create(
        external_id=str(uuid.uuid4()),
        display_name=name,
        canonical_name=canonical(name),
        is_partner=slot is OrganizationType.PARTNER,
        is_customer=slot is OrganizationType.CUSTOMER,
        country=country,
        business_vertical=business_vertical,
        status=OrganizationStatus.PROVISIONAL,
        created_at=at,
        created_for_order_id=order_id,
    )


async def activate(organization_id: int, at: datetime) -> None:
    """Let everybody find the organization: a provisional one at MAPPED, or one that was suspended."""
    await _set_status(organization_id, OrganizationStatus.ACTIVE, at)


async def keep(organization_id: int, at: datetime) -> None:
    """Let the organization stay for good: others live in it, so it is no longer one order's to drop."""
    await Organization.filter(id=organization_id).update(created_for_order_id=None)
    await _set_status(organization_id, OrganizationStatus.ACTIVE, at)


async def make_provisional(organization_id: int, at: datetime) -> None:
    """Hide the organization from others again: the mapping that activated it was undone."""
    await _set_status(organization_id, OrganizationStatus.PROVISIONAL, at)


async def delete_provisional(organization_id: int) -> None:
    """Delete an organization that was dropped before anybody else could see it; others are left alone."""
    dropped = await Organization.filter(id=organization_id, status=OrganizationStatus.PROVISIONAL).first()
    if dropped:
        await OrganizationUser.filter(organization_id=organization_id).delete()
        await OrganizationDomain.filter(organization_id=organization_id).delete()
        await dropped.delete()


async def find_by_text(text: str, at: datetime) -> list[int]:
    """For support: organizations by external id, domain, or how their name begins; 20 at most, the surest first."""
    wanted = " ".join(text.split())[:_MAX_NAME_LENGTH]
    if not wanted:
        return []
    found = await database.rows("SELECT id FROM organization WHERE external_id = $1 AND status = 'ACTIVE'", [wanted])
    question = Question(
        email="",
        slot=OrganizationType.CUSTOMER,
        audience=Audience.OWN_COMPANY,
        development=settings().development,
    )
    ids = [row["id"] for row in found]
    ids += [candidate.organization.id for candidate in (await search(question, wanted, at)).candidates]
    name = canonical(wanted)
    if len(name) > 1:
        pattern = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        named = await database.rows(
            "SELECT id FROM organization WHERE status = 'ACTIVE' AND (canonical_name = $1 OR canonical_name LIKE $2"
            f" ESCAPE '\\') ORDER BY CASE WHEN canonical_name = $1 THEN 0 ELSE 1 END, id LIMIT {MAX_FOUND}",
            [name, pattern],
        )
        ids += [row["id"] for row in named]
    return list(dict.fromkeys(ids))[:MAX_FOUND]


async def make_administrator(
    organization_id: int, email: str, at: datetime, *, for_partner: bool = False
) -> OrganizationUser:
    """Make the mailbox a full administrator of the organization, as a new user if it was none.

    `for_partner`: from the partner's side, which makes nobody a user of a customer; who is one already stays one.
    Raises InvalidAddress.
    """
    address = read_address(email)
    await index.lock([organization_id])
    user = await OrganizationUser.filter(organization_id=organization_id, email_key=address.key).first()
    if user:
        was_no_user = user.for_partner or user.status is not UserStatus.ACTIVE
        user.administrator, user.status, user.for_partner = True, UserStatus.ACTIVE, for_partner and was_no_user
        await user.save(update_fields=["administrator", "status", "for_partner"])
    else:
        user = await OrganizationUser.create(
            organization_id=organization_id,
            email=address.text,
            email_key=address.key,
            domain=address.domain,
            status=UserStatus.ACTIVE,
            administrator=True,
            for_partner=for_partner,
        )
    await activity.recount([organization_id])
    await refresh([organization_id], at)
    return user


async def dismiss_users(organization_id: int, at: datetime) -> None:
    """Take the users of an organization away whom the mapping that was undone had made."""
    await index.lock([organization_id])
    await OrganizationUser.filter(organization_id=organization_id).delete()
    await activity.recount([organization_id])
    await refresh([organization_id], at)


async def dismiss_user(organization_id: int, email_key: str, at: datetime) -> None:
    """Take one person out of the organization: what had made them its administrator no longer holds."""
    await index.lock([organization_id])
    await OrganizationUser.filter(organization_id=organization_id, email_key=email_key).delete()
    await activity.recount([organization_id])
    await refresh([organization_id], at)


async def _set_status(organization_id: int, status: OrganizationStatus, at: datetime) -> None:
    await Organization.filter(id=organization_id).update(status=status)
    await refresh([organization_id], at)
