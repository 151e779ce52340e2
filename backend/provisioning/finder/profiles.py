"""What the finder knows about an organization, from its own row or as it is kept beside each entry of the index."""

from collections.abc import Mapping
from datetime import date, datetime
from operator import itemgetter
from typing import Any

import msgspec

from backend import database
from backend.provisioning.finder.case import Profile, Proof

MAX_DOMAINS = 20  # of an organization that are read along with its row
_MAX_SIZE = 1_400  # bytes: with the other columns of an index, less than PostgreSQL takes there


class _Packed(msgspec.Struct, array_like=True):
    """A profile without what the entry has in columns; an array, because every byte is read 64 times."""

    external_id: str
    display_name: str
    is_partner: bool
    is_customer: bool
    business_vertical: str | None
    created_at: datetime
    active_users: int
    latest_activity_on: date | None
    has_proven_domain: bool
    domains: tuple[tuple[str, Proof], ...] | None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Packed)
_pairs = msgspec.json.Decoder(tuple[tuple[str, Proof], ...])


def packed_profile(profile: Profile) -> str:
    """The profile as an entry keeps it; too many domains to fit are left out, to be looked up."""
    packed = _Packed(
        profile.external_id,
        profile.display_name,
        profile.is_partner,
        profile.is_customer,
        profile.business_vertical,
        profile.created_at,
        profile.active_users,
        profile.latest_activity_on,
        profile.has_proven_domain,
        profile.domains,
    )
    text = _encoder.encode(packed)
    if len(text) > _MAX_SIZE:
        packed.domains = None
        text = _encoder.encode(packed)
    return text.decode()


def profile_of_entry(row: Mapping[str, Any]) -> Profile:
    """The profile of an organization from an entry of the index."""
    packed = _decoder.decode(row["profile"])
    return Profile(
        id=row["organization_id"],
        external_id=packed.external_id,
        display_name=packed.display_name,
        canonical_name=row["canonical_name"],
        is_partner=packed.is_partner,
        is_customer=packed.is_customer,
        country=row["country"],
        business_vertical=packed.business_vertical,
        created_at=packed.created_at,
        active_users=packed.active_users,
        latest_activity_on=packed.latest_activity_on,
        has_proven_domain=packed.has_proven_domain,
        domains=packed.domains,
    )


def profile_of_organization(row: Mapping[str, Any]) -> Profile:
    """The profile of an organization from its own row; with its proven domains if they were read with it."""
    return Profile(
        id=row["id"],
        external_id=row["external_id"],
        display_name=row["display_name"],
        canonical_name=row["canonical_name"],
        is_partner=bool(row["is_partner"]),
        is_customer=bool(row["is_customer"]),
        country=row["country"],
        business_vertical=row["business_vertical"],
        created_at=database.instant(row["created_at"]),
        active_users=row["active_users"],
        latest_activity_on=database.day(row["latest_activity_on"]),
        has_proven_domain=bool(row["has_proven_domain"]),
        domains=_domains(row.get("domains")),
    )


def _domains(text: str | None) -> tuple[tuple[str, Proof], ...] | None:
    """Claimed ones first; None for too many to be read along, which are looked up if they are shown."""
    found = _pairs.decode(text) if text else None
    if found is None or len(found) > MAX_DOMAINS:
        return None
    return tuple(sorted(found, key=itemgetter(1, 0)))
