"""Changes of organizations that orders cause; each keeps the finder's index right, in the caller's transaction."""

import uuid
from datetime import datetime

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
from backend.provisioning.finder.normalise import read_address


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


async def suspend(organization_id: int, at: datetime) -> None:
    """Take the organization out of the finder; what it claimed stays claimed."""
    await _set_status(organization_id, OrganizationStatus.SUSPENDED, at)


async def delete_provisional(organization_id: int) -> None:
    """Delete an organization that was dropped before anybody else could see it; others are left alone."""
    dropped = await Organization.filter(id=organization_id, status=OrganizationStatus.PROVISIONAL).first()
    if dropped:
        await OrganizationUser.filter(organization_id=organization_id).delete()
        await OrganizationDomain.filter(organization_id=organization_id).delete()
        await dropped.delete()


async def make_administrator(organization_id: int, email: str, at: datetime) -> OrganizationUser:
    """Make the mailbox a full administrator of the organization, as a new user if it was none.

    Raises InvalidAddress.
    """
    address = read_address(email)
    await index.lock([organization_id])
    user = await OrganizationUser.filter(organization_id=organization_id, email_key=address.key).first()
    if user:
        user.administrator, user.status = True, UserStatus.ACTIVE
        await user.save(update_fields=["administrator", "status"])
    else:
        user = await OrganizationUser.create(
            organization_id=organization_id,
            email=address.text,
            email_key=address.key,
            domain=address.domain,
            status=UserStatus.ACTIVE,
            administrator=True,
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
    """Take one person out of the organization: what had made him its administrator no longer holds."""
    await index.lock([organization_id])
    await OrganizationUser.filter(organization_id=organization_id, email_key=email_key).delete()
    await activity.recount([organization_id])
    await refresh([organization_id], at)


async def _set_status(organization_id: int, status: OrganizationStatus, at: datetime) -> None:
    await Organization.filter(id=organization_id).update(status=status)
    await refresh([organization_id], at)
