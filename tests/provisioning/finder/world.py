"""A small world of organizations, written as the import takes it."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from backend import database
from backend.models.organization import Organization, OrganizationStatus, OrganizationType
from backend.provisioning.finder.index import refresh
from backend.provisioning.finder.matching import Match, Question
from backend.provisioning.finder.transfer import Imported, import_organizations

AT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
TODAY = (AT.date() - date(1970, 1, 1)).days
PARTNER, CUSTOMER = OrganizationType.PARTNER, OrganizationType.CUSTOMER


class World:
    """Rows that are collected, then imported together."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    def organization(
        self,
        name: str,
        *,
        claimed: Iterable[str] = (),
        verified: Iterable[str] = (),
        pending: Iterable[str] = (),
        users: int = 0,
        at: str = "",
        seen: int | None = None,
        created: int = 400,
        roles: Iterable[str] = ("customer",),
        status: str = "active",
        merged_into: str | None = None,
        pool: bool = False,
        country: str = "DE",
    ) -> str:
        """Add an organization, whose external id is its name: `users` of them at the domain `at`, `seen` days ago."""
        self.rows.append({
            "type": "org", "id": name, "name": name, "country": country, "roles": list(roles), "status": status,
            "merged_into": merged_into, "consumer_pool": pool, "created_day": TODAY - created,
        })  # fmt: skip
        for state, domains in (("claimed", claimed), ("verified", verified), ("pending", pending)):
            for domain in domains:
                self.rows.append({"type": "domain", "org": name, "domain": domain, "state": state})
        for number in range(users):
            self.user(name, f"user{number}.{name.lower().replace(' ', '-')}@{at}", seen=seen)
        return name

    def user(self, organization: str, email: str, *, seen: int | None = 1, status: str = "active") -> None:
        """Add a user who was seen so many days ago, or never."""
        last_active = None if seen is None else TODAY - seen
        row = {"type": "user", "org": organization, "email": email, "status": status, "admin": False}
        self.rows.append(row | {"last_active_day": last_active})

    async def load(self, at: datetime = AT, *, skip_invalid: bool = False) -> Imported:
        """Import what was added."""
        return await load_rows(self.rows, at, skip_invalid=skip_invalid)


async def load_rows(rows: Iterable[dict[str, object]], at: datetime = AT, *, skip_invalid: bool = False) -> Imported:
    """Import rows of the public format."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "organizations.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        async with database.transaction():
            return await import_organizations(path, at, skip_invalid=skip_invalid)


def question_for(email: str, slot: OrganizationType = CUSTOMER, **more: object) -> Question:
    """A question for a place on an order."""
    return Question(email=email, slot=slot, **more)  # type: ignore[arg-type]


def names(found: Match) -> list[str]:
    """The external ids of the candidates in their order."""
    return [candidate.organization.external_id for candidate in found.candidates]


async def suspend(organization_id: int) -> None:
    """What the directory's next delivery does to an organization that was suspended there."""
    await Organization.filter(id=organization_id).update(status=OrganizationStatus.SUSPENDED)
    await refresh([organization_id], AT)
