"""Who administers an organization; whoever administers one that was merged administers its survivor."""

from collections import defaultdict
from collections.abc import Sequence

from backend import database
from backend.provisioning.access import Actor
from backend.provisioning.survivors import administered, all_of, everything_of
from backend.sql import listed

MAX_LISTED = 100  # of one organization
_ADMINISTRATORS = f"""
SELECT min(email) AS email, email_key FROM organization_user
WHERE organization_id IN ({all_of("$1")}) AND administrator AND status = 'ACTIVE'
GROUP BY email_key ORDER BY email_key LIMIT {MAX_LISTED}
"""
_OF_EACH = """
SELECT m.stands, min(u.email) AS email, u.email_key
FROM organization_user u JOIN {members} m ON m.id = u.organization_id
WHERE u.administrator AND u.status = 'ACTIVE' GROUP BY m.stands, u.email_key ORDER BY m.stands, u.email_key
"""
_ADMINISTERS = f"""
SELECT 1 AS one FROM organization WHERE id = $1 AND id IN ({administered("$2")})
UNION ALL
SELECT 1 AS one FROM partner_relation WHERE role = 'FULL_ADMINISTRATOR'
  AND customer_organization_id IN ({all_of("$1")}) AND partner_organization_id IN ({administered("$2")})
"""


async def list_administrators(organization_id: int) -> list[tuple[str, str]]:
    """The full administrators of an organization: address and the form in which addresses are compared."""
    return [(row["email"], row["email_key"]) for row in await database.rows(_ADMINISTRATORS, [organization_id])]


async def list_each(organization_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """The same of several organizations, by their numbers."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in await database.rows(_OF_EACH.format(members=everything_of(1)), [listed(organization_ids)]):
        if len(found[row["stands"]]) < MAX_LISTED:
            found[row["stands"]].append((row["email"], row["email_key"]))
    return found


async def administrators_of(organization_ids: Sequence[int]) -> dict[int, list[str]]:
    """The addresses of the full administrators of each organization."""
    return {number: [email for email, _ in found] for number, found in (await list_each(organization_ids)).items()}


async def administers(actor: Actor, organization_id: int) -> bool:
    """Whether somebody has all rights in an organization: as its full administrator, or a partner's with full rights.

    The link of one order gives no right beyond it.
    """
    if not actor.email_key or actor.order_id is not None:
        return False
    return await database.row(_ADMINISTERS, [organization_id, actor.email_key]) is not None
