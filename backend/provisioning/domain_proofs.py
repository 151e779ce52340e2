"""How domains of organizations are proved, as those see it who administer them; `domains.py` has the rules."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Row
from backend.models.organization import DomainFinding, DomainState
from backend.provisioning import domain_messages, domains
from backend.provisioning.survivors import everything_of
from backend.sql import listed

_PROOFS = """
SELECT m.stands, d.name, d.state, v.token, v.last_checked_at, v.due_at, v.expires_at, v.finding, v.told AS details
FROM organization_domain d JOIN {members} m ON m.id = d.organization_id
JOIN domain_verification v ON v.domain_id = d.id
"""


class _Proof(Row, frozen=True, kw_only=True):
    stands: int
    name: str
    state: DomainState
    token: str
    last_checked_at: datetime | None
    due_at: datetime | None
    expires_at: datetime
    finding: DomainFinding | None
    details: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The TXT record that proves a domain, when it is looked up, and what that came to, in words."""

    record_name: str
    record_value: str
    last_checked_at: datetime | None
    next_check_at: datetime | None
    expires_at: datetime | None
    finding: DomainFinding | None
    message: str | None


async def list_proofs(organization_ids: Sequence[int], language: str, at: datetime) -> dict[int, dict[str, Proof]]:
    """How each domain that an administrator added is proved, by organization and name."""
    found: dict[int, dict[str, Proof]] = defaultdict(dict)
    for row in await database.records(_Proof, _PROOFS.format(members=everything_of(1)), [listed(organization_ids)]):
        pending = row.state is DomainState.PENDING
        found[row.stands][row.name] = Proof(
            record_name=domain_messages.record_name(row.name),
            record_value=domains.record_value(row.token),
            last_checked_at=row.last_checked_at,
            next_check_at=row.due_at if pending else None,
            expires_at=row.expires_at if pending else None,
            finding=row.finding,
            message=domain_messages.explain(
                language, row.name, row.finding, row.details, expires_at=row.expires_at, at=at
            ),
        )
    return found
