"""The demo's organizations: rows of a file whose days are counted from today, with their staff made up."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice, product
from pathlib import Path
from typing import Any

import msgspec

from backend import database
from backend.provisioning.finder.index import refresh
from backend.provisioning.finder.transfer import import_organizations

SUPPORT = "support@controlhub.example"
_ROWS = Path(__file__).parent / "organizations.jsonl"
_FIRST = "halden-networks"  # the external id by which the demo data are recognized
_EPOCH = date(1970, 1, 1)
_GIVEN, _FAMILY = (line.split() for line in (_ROWS.parent / "names.txt").read_text("utf-8").splitlines())


async def is_loaded() -> bool:
    """Whether the demo data are there."""
    return await database.row("SELECT id FROM organization WHERE external_id = $1", [_FIRST]) is not None


async def load(at: datetime) -> int:
    """Import the organizations as they are at an instant, and let the support person in; how many organizations."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.writelines(msgspec.json.encode(row) + b"\n" for row in rows(at.astimezone(UTC).date()))
        file.flush()
        done = await import_organizations(Path(file.name), at)
    await database.execute(
        "INSERT INTO support_person (email_key, email, since) VALUES ($1, $1, $2) ON CONFLICT (email_key) DO NOTHING",
        [SUPPORT, at],
    )
    return done.organizations


async def refresh_all(at: datetime) -> None:
    """Count the figures of all organizations as they are at an instant."""
    await refresh([row["id"] for row in await database.rows("SELECT id FROM organization")], at)


def rows(today: date) -> Iterator[dict[str, Any]]:
    """The rows of the file as an import takes them: days since 1970, and a user for each member of the staff."""
    number = (today - _EPOCH).days
    for line in _ROWS.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        if row["type"] == "staff":
            yield from _staff(row, number)
        else:
            yield row | {key: number + row[key] for key in ("created_day", "last_active_day") if key in row}


def _staff(row: dict[str, Any], today: int) -> Iterator[dict[str, Any]]:
    """The users of a `staff` row: last seen between its two days, somebody on each of them."""
    days = row["last_day"] - row["first_day"] + 1
    names = islice(product(_FAMILY, _GIVEN), row["count"])
    for index, (family, given) in enumerate(names):
        email = f"{given}.{family}@{row['domain']}"
        last = today + row["last_day"] - index % days
        yield {
            "type": "user", "org": row["org"], "email": email, "status": "active", "admin": False,
            "last_active_day": last,
        }  # fmt: skip
