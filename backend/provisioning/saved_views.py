"""Views of the list of orders that a person saved: filter, search and sort under a name. Nobody else sees them.

All of a person lie in one row: one statement reads them, and two changes of one person wait for each other.
"""

import unicodedata
from collections.abc import Sequence

import msgspec

from backend import database
from backend.models.order import OrderStatus
from backend.provisioning.access import Actor, Forbidden, Unauthenticated
from backend.provisioning.order_lists import OrderBucket, OrderSort
from backend.provisioning.validation import Entries
from backend.reference.collation import collated
from backend.refusals import ErrorCode, Refused
from backend.sql import as_stored_json, locking, per_database

MAX_VIEWS = 20  # of a person
MAX_NAME_LENGTH = 60
MAX_TEXT_LENGTH = 500  # as much of a search as counts


class SavedView(database.Row, frozen=True, kw_only=True):
    """What a list of orders shows under a name; `status` and `bucket` as in `OrderCriteria`."""

    name: str
    sort: OrderSort
    bucket: OrderBucket | None = None
    status: list[OrderStatus] | None = None
    text: str | None = None


class _Saved(database.Row, frozen=True, kw_only=True):
    views: list[SavedView]


_OWN = "SELECT views FROM saved_views WHERE email_key = $1"
# Makes the row, or locks the one that is there.
_OPEN = """
INSERT INTO saved_views (email_key, views) VALUES ($1, '[]')
ON CONFLICT (email_key) DO UPDATE SET email_key = excluded.email_key RETURNING views
"""


@per_database
def _write() -> str:
    return f"UPDATE saved_views SET views = {as_stored_json('$2')} WHERE email_key = $1"


def _has_views(actor: Actor) -> bool:
    """Whether it is a person who is signed in by their mailbox: a link's session covers one order and nothing else."""
    return bool(actor.email_key) and actor.order_id is None


def _check(actor: Actor) -> None:
    if actor.anonymous:
        raise Unauthenticated
    if not _has_views(actor):
        raise Forbidden


async def list_views(actor: Actor) -> list[SavedView]:
    """The actor's saved views, by name; a token and the session of one order have none."""
    found = await database.record(_Saved, _OWN, [actor.email_key]) if _has_views(actor) else None
    return found.views if found else []


async def save(actor: Actor, view: SavedView, former_name: str | None) -> SavedView:
    """Save a view, in the caller's transaction, in place of those of its name and of the former one; as it is kept.

    Raises Refused, and Unauthenticated or Forbidden for whom has none.
    """
    _check(actor)
    view = _read(view)
    found = await database.record(_Saved, _OPEN, [actor.email_key])
    assert found is not None
    replaced = {_key(view.name), _key(former_name or "")}
    others = [one for one in found.views if _key(one.name) not in replaced]
    if len(others) >= MAX_VIEWS:
        text = "You have {count} saved views already, and no more are possible. Remove one first."
        raise Refused(ErrorCode.NOT_ELIGIBLE, text, values={"count": MAX_VIEWS})
    await _keep(actor, [*others, view])
    return view


async def remove(actor: Actor, name: str) -> SavedView | None:
    """Remove a view, in the caller's transaction; as it was, None if there is none of the name.

    Raises Unauthenticated or Forbidden for whom has none.
    """
    _check(actor)
    found = await database.record(_Saved, f"{_OWN}{locking()}", [actor.email_key])
    views = found.views if found else []
    removed = [one for one in views if _key(one.name) == _key(name)]
    if not removed:
        return None
    await _keep(actor, [one for one in views if one not in removed])
    return removed[0]


async def _keep(actor: Actor, views: Sequence[SavedView]) -> None:
    by_name = sorted(views, key=lambda view: (collated(view.name), view.name))
    await database.execute(_write(), [actor.email_key, msgspec.json.encode(by_name).decode()])


def _read(view: SavedView) -> SavedView:
    """A view as it was entered, checked. Raises Refused with all that is wrong."""
    entries = Entries()
    name = entries.text(view.name, "name", most=MAX_NAME_LENGTH)
    text = entries.text(view.text, "text", most=MAX_TEXT_LENGTH, required=False)
    entries.check()
    status = None if view.status is None else [one for one in OrderStatus if one in view.status]
    return SavedView(name=name, sort=view.sort, bucket=view.bucket, status=status, text=text or None)


def _key(name: str) -> str:
    """By what names are the same: Ä is Ä however it is written, and case and blanks around it say nothing."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
