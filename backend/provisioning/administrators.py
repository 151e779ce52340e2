"""Who administers an organization."""

from backend import database

_ADMINISTRATORS = """
SELECT email, email_key FROM organization_user
WHERE organization_id = $1 AND administrator AND status = 'ACTIVE' ORDER BY email_key LIMIT 100
"""


async def list_administrators(organization_id: int) -> list[tuple[str, str]]:
    """The full administrators of an organization: address and the form in which addresses are compared."""
    return [(row["email"], row["email_key"]) for row in await database.rows(_ADMINISTRATORS, [organization_id])]
