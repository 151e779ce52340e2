"""API tokens of an organization: its full administrators make and revoke them, and hear of each.

A token belongs to the organization, not to who made it: it holds when they have left. It rests while the organization
is not in use, and acts for the survivor of one that was merged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backend import database
from backend.limits.rates import hit
from backend.models.organization import OrganizationEventKind
from backend.models.outbox import MailTopic
from backend.provisioning import history, notices, tokens
from backend.provisioning.access import Actor
from backend.provisioning.finder import index
from backend.provisioning.links import hash_secret
from backend.provisioning.survivors import all_of
from backend.provisioning.token_lists import TokenRecord, read_made
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused

SCOPES = ("orders:read", "orders:write", "organizations:read")  # which an organization's token may have
MAX_TOKENS = 50  # of one organization, that hold
MAX_NAME_LENGTH = 60
MAX_DAYS = 366  # from today to the last day on which a token holds
_MADE_A_DAY = 20  # by one organization: each of its administrators gets a mail

_HOLDING = f"""
SELECT count(*) AS tokens FROM api_token
WHERE organization_id IN ({all_of("$1")}) AND revoked_at IS NULL AND expires_at > $2
"""
_REVOKE = "UPDATE api_token SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL"
_REVOKE_ALL = "UPDATE api_token SET revoked_at = $1 WHERE organization_id = $2 AND revoked_at IS NULL"

_MAILS = {
    OrganizationEventKind.TOKEN_CREATED: MailTopic.TOKEN_CREATED,
    OrganizationEventKind.TOKEN_REVOKED: MailTopic.TOKEN_REVOKED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token as it is asked for; without a last day it holds for a year."""

    name: str
    scopes: Sequence[str]
    expires_on: date | None = None


async def create(organization_id: int, new: NewToken, actor: Actor, at: datetime) -> tuple[int, str]:
    """Make a token of the organization, for who keeps its tokens, in the caller's transaction; its number and secret.

    Raises Refused.
    """
    name, scopes, expires_at = _read(new, at)
    await index.lock([organization_id])
    found = await database.row(_HOLDING, [organization_id, at])
    if found and found["tokens"] >= MAX_TOKENS:
        text = "An organization has {most} tokens at most. Revoke one that is no longer needed."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, values={"most": MAX_TOKENS})
    if await hit("tokens-made", str(organization_id), _MADE_A_DAY, timedelta(days=1), at):
        text = "Too many tokens were made for this organization today. Try again tomorrow."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text)
    secret = await tokens.create(
        name, scopes, at, expires_at=expires_at, organization_id=organization_id, created_by=actor.email
    )
    made = await read_made(hash_secret(secret))
    await _tell(made, OrganizationEventKind.TOKEN_CREATED, actor, at)
    return made.id, secret


async def revoke(token: TokenRecord, actor: Actor, at: datetime) -> None:
    """Let a token of an organization hold no longer; one that was revoked before stays as it is."""
    if await database.execute(_REVOKE, [at, token.id]) and token.organization_id is not None:
        await _tell(token, OrganizationEventKind.TOKEN_REVOKED, actor, at)


async def revoke_all(organization_id: int, at: datetime) -> None:
    """The mapping that had made this organization was undone: who were its administrators made these tokens."""
    await database.execute(_REVOKE_ALL, [at, organization_id])


def _read(new: NewToken, at: datetime) -> tuple[str, list[str], datetime]:
    """The name, the scopes and the end of a new token. Raises Refused."""
    entries = Entries()
    name = entries.text(new.name, "name", most=MAX_NAME_LENGTH)
    if "@" in name:  # it stands where people’s addresses do
        entries.refuse(ErrorCode.INVALID, "Enter a name without @, such as the name of the system.", "name")
    scopes = [scope for scope in SCOPES if scope in new.scopes]
    if not new.scopes:
        entries.refuse(ErrorCode.REQUIRED, "Choose at least one scope.", "scopes")
    elif set(new.scopes) - set(SCOPES):
        known = ", ".join(SCOPES)
        entries.refuse(
            ErrorCode.INVALID, "A token of an organization has these scopes: {scopes}.", "scopes", scopes=known
        )
    last, today = new.expires_on, at.date()
    if last is not None and not today <= last <= today + timedelta(days=MAX_DAYS):
        text = "Choose a day from today to a year from now."
        entries.refuse(ErrorCode.INVALID, text, "expiresOn")
    entries.check()
    return name, scopes, tokens.end_of(last) if last else at + tokens.LIFETIME


async def _tell(token: TokenRecord, kind: OrganizationEventKind, actor: Actor, at: datetime) -> None:
    """Note it in the organization's history and mail all of its full administrators, also who did it themselves."""
    told = {"name": token.name, "prefix": token.prefix, "scopes": ", ".join(token.scopes)}
    organization_id = token.organization_id or 0
    await history.record_event(organization_id, kind, actor, at, **told)
    await notices.mail_administrators(
        organization_id,
        _MAILS[kind],
        f"token:{token.id}:{kind}",
        at,
        page="api-access",
        actor=actor.name,
        token=f"{token.name} ({token.prefix}…)",
        scopes=told["scopes"],
        expires_at=token.expires_at,
    )
