"""How often somebody is reminded: the rule that says whether a reminder goes alone, joins the digest, or is not sent.

The choice is kept by mailbox, also of people who never signed in. A link in each reminder leads to it; its token is
signed, and gives no other right.
"""

import base64
import hmac
import re
from datetime import datetime, timedelta
from enum import Enum

from backend import database
from backend.database import Row
from backend.models.person import ReminderRhythm
from backend.provisioning.access import Actor, Forbidden, Unauthenticated
from backend.settings import settings
from backend.sql import locking

BEFORE_DEADLINE = timedelta(days=2)  # when an order's last reminder is due
MOST_ALONE = 3  # orders that wait; of more, who chose nothing gets a digest
DAY, WEEK = timedelta(days=1), timedelta(days=7)
_TOKEN = re.compile(r"(\d{1,18})-([a-z2-7]{24})", re.ASCII)
_COLUMNS = "id, email_key, email, rhythm, language, digest_due_at, digest_sent_at"
_OPEN = f"""
INSERT INTO reminded_person (email_key, email, reminded_at) VALUES ($1, $2, $3)
ON CONFLICT (email_key) DO UPDATE SET reminded_at = excluded.reminded_at, email = excluded.email
RETURNING {_COLUMNS}
"""
_ADD = "INSERT INTO reminded_person (email_key, email) VALUES ($1, $2) ON CONFLICT (email_key) DO NOTHING"
_CHOOSE = """
UPDATE reminded_person SET rhythm = $1, language = COALESCE($2, language), digest_due_at = $3 WHERE email_key = $4
"""


class Delivery(Enum):
    """What becomes of a reminder that is due."""

    ALONE = "ALONE"
    DIGEST = "DIGEST"
    NOT = "NOT"


class RemindedPerson(Row, frozen=True, kw_only=True):
    """A mailbox and how often it wants to be reminded; `rhythm` None: nothing was chosen."""

    id: int
    email_key: str
    email: str
    rhythm: ReminderRhythm | None
    language: str | None
    digest_due_at: datetime | None
    digest_sent_at: datetime | None

    @property
    def interval(self) -> timedelta:
        """The shortest time from one digest to the next."""
        return WEEK if self.rhythm is ReminderRhythm.WEEKLY else DAY

    def next_digest(self, at: datetime) -> datetime:
        """When what has to be told now is told by a digest."""
        return max(at, self.digest_sent_at + self.interval) if self.digest_sent_at else at


def delivery(rhythm: ReminderRhythm | None, waiting: int, *, last: bool) -> Delivery:
    """What becomes of a reminder to somebody for whom so many orders wait, this one among them.

    `last`: nobody else is asked, and the order closes before another reminder of it would come.
    """
    match rhythm:
        case ReminderRhythm.EACH:
            return Delivery.ALONE
        case ReminderRhythm.DAILY | ReminderRhythm.WEEKLY:
            return Delivery.DIGEST
        case ReminderRhythm.OWN_TURN:
            return Delivery.ALONE if last else Delivery.NOT
        case None:
            return Delivery.DIGEST if waiting > MOST_ALONE else Delivery.ALONE


async def open_person(email: str, key: str, at: datetime) -> RemindedPerson:
    """Who is to be reminded now, locked: two reminders of one person wait for each other. In a transaction."""
    found = await database.record(RemindedPerson, _OPEN, [key, email, at])
    assert found is not None
    return found


async def person_of(key: str) -> RemindedPerson | None:
    """Who has this mailbox; None: they were never reminded and chose nothing."""
    return await database.record(RemindedPerson, f"SELECT {_COLUMNS} FROM reminded_person WHERE email_key = $1", [key])


def page_of(person: RemindedPerson) -> str:
    """The address at which a person's choice is shown and changed, and which unsubscribes by one click."""
    signature = _signature(person.id, person.email_key, settings().secret_key)
    return f"{settings().public_url}/reminders/{person.id}-{signature}"


async def find(token: str) -> RemindedPerson | None:
    """Whose choice a token leads to; None: nobody's, whatever is wrong with it."""
    shape = _TOKEN.fullmatch(token)
    if shape is None:
        return None
    sql = f"SELECT {_COLUMNS} FROM reminded_person WHERE id = $1"
    found = await database.record(RemindedPerson, sql, [int(shape[1])])
    # Of nobody too: the time of the answer tells nothing. A number may be given again once its person was erased.
    email_key = found.email_key if found else ""
    signatures = [_signature(int(shape[1]), email_key, key) for key in settings().secret_keys]
    return found if any(hmac.compare_digest(one, shape[2]) for one in signatures) else None


def _signature(number: int, email_key: str, secret: str) -> str:
    digest = hmac.digest(secret.encode(), f"reminders {number} {email_key}".encode(), "sha256")
    return base64.b32encode(digest[:15]).decode().lower()


def check(actor: Actor) -> None:
    """Raises Unauthenticated or Forbidden for whom has no choice: only people have who signed in by their mailbox."""
    if actor.anonymous:
        raise Unauthenticated
    if not has_choice(actor):
        raise Forbidden


def has_choice(actor: Actor) -> bool:
    """Whether it is a person who is signed in by their mailbox: a link's session covers one order and nothing else."""
    return bool(actor.email_key) and actor.order_id is None


async def choose(
    email: str, key: str, rhythm: ReminderRhythm | None, at: datetime, language: str | None = None
) -> RemindedPerson:
    """Keep how often a mailbox wants to be reminded, in the caller's transaction; None: as if nothing was chosen.

    A digest for which something waits already comes at the time of the new rhythm.
    """
    await database.execute(_ADD, [key, email])
    sql = f"SELECT {_COLUMNS} FROM reminded_person WHERE email_key = $1{locking()}"
    person = await database.record(RemindedPerson, sql, [key])
    assert person is not None
    chosen = RemindedPerson(**{name: getattr(person, name) for name in person.__struct_fields__} | {"rhythm": rhythm})
    due = chosen.next_digest(at) if person.digest_due_at else None
    await database.execute(_CHOOSE, [rhythm, language, due, key])
    return chosen
