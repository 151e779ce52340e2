"""Mails to the administrators of an organization about the organization itself, not about one of its orders."""

from datetime import datetime
from typing import Any

from backend import database, outbox
from backend.ids import public_id
from backend.language import LANGUAGES, supported
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning.administrators import list_administrators
from backend.provisioning.survivors import all_of
from backend.settings import settings

_NAMED = f"""
SELECT display_name, country, (
  SELECT language FROM orders WHERE customer_organization_id IN ({all_of("$1")}) ORDER BY id DESC LIMIT 1
) AS language FROM organization WHERE id = $1
"""
_LANGUAGE_OF_COUNTRY = {"AT": "de", "DE": "de", "LI": "de"}  # where one of our other languages is the usual one


async def mail_administrators(
    organization_id: int,
    topic: MailTopic,
    key: str,
    at: datetime,
    *,
    but: str = "",
    page: str = "",
    administrators: list[tuple[str, str]] | None = None,
    also: tuple[str, str] | None = None,
    **told: Any,
) -> None:
    """Tell each full administrator `but` one; `key` names the occasion, of which everybody hears once.

    `also` hears of it too, whoever they are: address and the form in which addresses are compared. The mail leads to
    their organizations, or to this `page` of the organization.
    """
    named = await database.row(_NAMED, [organization_id])
    if named is None:
        return
    link = f"{settings().public_url}/organizations"
    if page:
        link += f"/{public_id('Organization', organization_id)}/{page}"
    language = supported(named["language"] or _language_of(named["country"]))
    recipients = administrators or await list_administrators(organization_id)
    if also is not None and also[1] not in {email_key for _, email_key in recipients}:
        recipients = [*recipients, also]
    for email, email_key in recipients:
        if email_key != but:
            await outbox.enqueue(
                EmailKind.NOTICE,
                email,
                language,
                key=key,
                at=at,
                topic=topic,
                organization=named["display_name"],
                link=link,
                **told,
            )


def _language_of(country: str) -> str:
    language = _LANGUAGE_OF_COUNTRY.get(country, "en")
    return language if language in LANGUAGES else "en"
