"""Takes a person out of all tables: what only they need is removed, everywhere else a pseudonym stands in their place.

No table or column is named where an address is looked for: all texts are read, as the models know them, so none that
comes later is forgotten. The timeline keeps every row. What was done can still be told apart by the pseudonym, which
nobody can lead back to the address without SECRET_KEY.
"""

import email
import hmac
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import policy
from functools import lru_cache
from typing import Any

from backend import clock, database
from backend.backup.tables import Column, Kind, Table, tables
from backend.models.order import OrderStatus
from backend.provisioning import listed_orders, order_words
from backend.provisioning.finder import activity, index
from backend.provisioning.finder.normalise import InvalidAddress, read_address
from backend.sql import as_stored_json

_PAGE = 2_000  # rows read at once
_TOKEN = re.compile(r"[^\s\"'<>()\[\]{},:;\\|/=?&]+")  # between signs that stand around an address
_THEIRS_ALONE = (  # by email_key
    *("session", "sign_in_code", "wrong_code", "support_person", "setup_link", "saved_views", "reminded_person"),
    "typed_step",
)
_DERIVED = ("order_word", "listed_order")  # written anew from the rest
_OPEN = f"""
SELECT order_number FROM orders WHERE contact_key = $1
AND status NOT IN ('{OrderStatus.COMPLETED}', '{OrderStatus.CLOSED}', '{OrderStatus.CANCELLED}') ORDER BY id LIMIT 4
"""
_UNSENT = """
UPDATE email_message SET state = 'FAILED', due_at = NULL, leased_until = NULL, last_reply = 'The person was erased'
WHERE due_at IS NOT NULL AND recipient = $1
"""


class CannotEraseError(Exception):
    """The person is still needed; the message says for what."""


async def erase(key: str, secret: str) -> dict[str, int]:
    """Erase who has the address with this key, all or nothing: how many rows of each table were removed or changed.

    Raises CannotEraseError for the contact of orders that are not done.
    """
    person = Person(key, f"erased-{hmac.digest(secret.encode(), key.encode(), 'sha256').hex()[:16]}@erased.invalid")
    async with database.transaction():
        if waiting := [row["order_number"] for row in await database.rows(_OPEN, [key])]:
            named = ", ".join(waiting[:3]) + (" and more" if len(waiting) > 3 else "")
            raise CannotEraseError(f"they are to set up {named}: change the contact or cancel first")
        plan = tables()
        done = await _remove(key)
        orders = set[int]()
        async with changeable(plan):
            for table in plan:
                if table.name not in _DERIVED and (changed := await person.rewrite(table, orders)):
                    done[table.name] += changed
        await database.execute(_UNSENT, [person.pseudonym])
        ids = sorted(orders)
        done["order_word"] += await order_words.rewrite(ids)
        done["listed_order"] += await listed_orders.rewrite(ids)
        if left := [table.name for table in plan if await person.rewrite(table, set())]:
            raise CannotEraseError(f"they are still in {', '.join(left)}")
    await database.truncate_journal()
    return {table: rows for table, rows in done.items() if rows}


async def _remove(key: str) -> Counter[str]:
    """Remove what nobody else needs, and them from their organizations."""
    done = Counter[str]()
    for table in _THEIRS_ALONE:
        done[table] += await database.execute(f"DELETE FROM {table} WHERE email_key = $1", [key])
    users = await database.rows("DELETE FROM organization_user WHERE email_key = $1 RETURNING organization_id", [key])
    if organizations := sorted({row["organization_id"] for row in users}):
        await activity.recount(organizations)
        await index.refresh(organizations, clock.now())
    done["organization_user"] += len(users)
    return done


class Person:
    """Who is erased, and what stands in their place."""

    def __init__(self, key: str, pseudonym: str) -> None:
        self.key, self.pseudonym = key, pseudonym

    async def rewrite(self, table: Table, orders: set[int]) -> int:
        """Put the pseudonym into all rows of a table that name them; how many. The orders concerned are added."""
        columns = [column for column in table.columns if column.kind in (Kind.TEXT, Kind.JSON)]
        mails = any(column.name == "mime" for column in table.columns)
        if not columns:
            return 0
        of_order = next((name for name in ("order_id",) if any(one.name == name for one in table.columns)), None)
        of_order = table.key.name if table.name == "orders" else of_order
        changed, last = 0, None
        while found := await database.rows(
            _select(table, columns, of_order, last, mails=mails), [] if last is None else [last]
        ):
            for row in found:
                new = {column: self._without(column, row[column.name]) for column in columns}
                new = {column: text for column, text in new.items() if text != row[column.name]}
                if new or (mails and row["mime"] is not None and self._is_named_in(row["mime"])):
                    await _update(table, row["its_key"], new, without_mime=mails)
                    changed += 1
                    if of_order and row["its_order"] is not None:
                        orders.add(row["its_order"])
            last = found[-1]["its_key"]
        return changed

    def _without(self, column: Column, text: str | None) -> str | None:
        if text is None or ("@" not in text and "%40" not in text):
            return text
        new = _TOKEN.sub(lambda found: self.pseudonym if self._is_meant(found[0]) else found[0], text)
        return new if column.longest is None or column.kind is Kind.JSON else new[: column.longest]

    def _is_meant(self, token: str) -> bool:
        plain = token.replace("%40", "@").strip(".!")
        return "@" in plain and _key_of(plain) == self.key

    def _is_named_in(self, mime: bytes) -> bool:
        """Whether a mail that is kept names them, however it is encoded."""
        message = email.message_from_bytes(bytes(mime), policy=policy.default)
        texts = [str(value) for value in message.values()]
        texts += [str(part.get_content()) for part in message.walk() if part.get_content_maintype() == "text"]
        return any(self._is_meant(token) for text in texts for token in _TOKEN.findall(text))


@lru_cache(maxsize=10_000)
def _key_of(token: str) -> str:
    try:
        return read_address(token).key
    except InvalidAddress:
        return ""


def _select(table: Table, columns: list[Column], of_order: str | None, last: Any, *, mails: bool) -> str:
    texts = [f'CAST("{column.name}" AS TEXT)' for column in columns]
    named = " OR ".join(f"{text} LIKE '%@%' OR {text} LIKE '%\\%40%' ESCAPE '\\'" for text in texts)
    named += " OR mime IS NOT NULL" if mails else ""
    shown = ", ".join(f'{text} AS "{column.name}"' for text, column in zip(texts, columns, strict=True))
    shown += ", mime" if mails else ""
    order = f', "{of_order}" AS its_order' if of_order else ""
    after = "" if last is None else f' AND "{table.key.name}" > $1'
    return (
        f'SELECT "{table.key.name}" AS its_key{order}, {shown} FROM "{table.name}" WHERE ({named}){after} '
        f'ORDER BY "{table.key.name}" LIMIT {50 if mails else _PAGE}'
    )


async def _update(table: Table, key: Any, new: dict[Column, str | None], *, without_mime: bool) -> None:
    values = [key, *new.values()]
    sets = [
        f'"{column.name}" = {as_stored_json(f"${place}") if column.kind is Kind.JSON else f"${place}"}'
        for place, column in enumerate(new, 2)
    ]
    sets += ["mime = NULL"] if without_mime else []
    await database.execute(f'UPDATE "{table.name}" SET {", ".join(sets)} WHERE "{table.key.name}" = $1', values)


@asynccontextmanager
async def changeable(plan: list[Table]) -> AsyncIterator[None]:
    """Within the transaction, tables to which rows are only added can be changed; nobody else is let through."""
    if database.dialect() == "sqlite":
        triggers = await database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for trigger in triggers:
            await database.execute(f"DROP TRIGGER {trigger['name']}")
        yield
        for trigger in triggers:
            await database.execute(trigger["sql"])
        return
    guarded = await database.rows(
        "SELECT DISTINCT c.relname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND c.relname = ANY($1::text[])",
        [[table.name for table in plan]],
    )
    for table in guarded:
        await database.execute(f"ALTER TABLE {table['name']} DISABLE TRIGGER USER")
    yield
    for table in guarded:
        await database.execute(f"ALTER TABLE {table['name']} ENABLE TRIGGER USER")
