"""Organizations in and out as JSON lines: a directory of any size, streamed, in one transaction of the caller."""

import os
from codecs import BOM_UTF8
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, Literal

import msgspec

from backend import database
from backend.entered_text import HarmfulText, tidy
from backend.models.organization import OrganizationStatus
from backend.provisioning import order_words
from backend.provisioning.finder import staging
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.normalise import InvalidAddress, read_address, read_domain
from backend.reference.countries import read_country
from backend.sql import among, listed

Progress = Callable[[int, int], None]  # bytes read so far, and in all
_BATCH = 10_000  # lines that are staged at once
_PAGE = 1_000  # organizations that are exported at once
_MAX_LINE = 65_536  # bytes of a line
_EPOCH = date(1970, 1, 1)
Day = int  # days since 1970


class OrganizationRow(msgspec.Struct, tag_field="type", tag="org"):
    """An organization; `id` is its external id."""

    id: int | str
    name: str
    country: str
    roles: list[Literal["customer", "partner"]]
    status: Literal["active", "suspended", "deleted", "merged"]
    merged_into: int | str | None
    consumer_pool: bool
    created_day: Day
    business_vertical: str | msgspec.UnsetType | None = msgspec.UNSET


class DomainRow(msgspec.Struct, tag_field="type", tag="domain"):
    """A domain of an organization, as an administrator typed it."""

    org: int | str
    domain: str
    state: Literal["pending", "verified", "claimed"]


class UserRow(msgspec.Struct, tag_field="type", tag="user"):
    """A user of an organization; `for_partner`: only as a person of its partner. Left out, that stays as it is."""

    org: int | str
    email: str
    status: Literal["active", "inactive", "deleted"]
    admin: bool
    last_active_day: Day | None
    for_partner: bool | msgspec.UnsetType = msgspec.UNSET


class QueryRow(msgspec.Struct, tag_field="type", tag="query"):
    """A question of an evaluation set; the import passes over it."""


Row = OrganizationRow | DomainRow | UserRow | QueryRow
_decoder = msgspec.json.Decoder(Row)


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong with a line of the file."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


class ImportFailed(Exception):
    """Some lines are wrong, so nothing was imported; `errors` has them all, in the file's order."""

    def __init__(self, errors: list[LineError]) -> None:
        shown = "; ".join(map(str, errors[:5]))
        more = f"; and {len(errors) - 5} more" if len(errors) > 5 else ""
        super().__init__(f"{shown}{more}")
        self.errors = errors


@dataclass(slots=True)
class Imported:
    """What an import came to: lines by kind, organizations whose figures or index changed, and the lines skipped."""

    organizations: int = 0
    domains: int = 0
    users: int = 0
    changed: int = 0
    skipped: list[LineError] = field(default_factory=list)


async def import_organizations(
    path: Path, at: datetime, *, skip_invalid: bool = False, progress: Progress | None = None
) -> Imported:
    """Add or update the organizations, domains and users of a file; what it doesn't mention stays.

    The rows may come in any order. Raises ImportFailed if a line is wrong, unless those are to be skipped; the caller
    then rolls its transaction back.
    """
    done = Imported()
    await staging.begin()
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        for batch in _batches(file):
            await _stage(batch, done)
            if progress:
                progress(file.tell(), size)
    await staging.prepare()
    errors = [LineError(line, message) for line, message in await staging.take_errors()]
    done.skipped = sorted([*done.skipped, *errors], key=lambda error: error.line)
    if done.skipped and not skip_invalid:
        raise ImportFailed(done.skipped)
    renamed = await staging.renamed()
    done.changed = await staging.apply(at)
    await order_words.rewrite_of_organizations(renamed)
    return done


async def export_organizations() -> AsyncIterator[bytes]:
    """All organizations but provisional ones, with their domains and users, as lines that an import takes."""
    last = 0
    while page := await database.rows(
        "SELECT o.*, m.external_id AS merged_into FROM organization o"
        " LEFT JOIN organization m ON m.id = o.merged_into_id"
        f" WHERE o.id > $1 AND o.status <> '{OrganizationStatus.PROVISIONAL}' ORDER BY o.id LIMIT {_PAGE}",
        [last],
    ):
        last = page[-1]["id"]
        for row in page:
            yield _line(_organization_row(row))
        ids = [listed(row["id"] for row in page)]
        names = {row["id"]: row["external_id"] for row in page}
        of_page = f"WHERE organization_id {among(1)}"
        domains = await database.rows(f"SELECT * FROM organization_domain {of_page}", ids)
        for row in sorted(domains, key=itemgetter("organization_id", "name")):  # alike on both databases
            external_id = _shown_id(names[row["organization_id"]])
            yield _line(DomainRow(org=external_id, domain=row["typed_name"], state=row["state"].lower()))
        users = await database.rows(f"SELECT * FROM organization_user {of_page}", ids)
        for row in sorted(users, key=itemgetter("organization_id", "email_key")):
            yield _line(_user_row(row, _shown_id(names[row["organization_id"]])))


def _batches(file: IO[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    numbered = enumerate(_lines(file), start=1)
    while batch := list(islice(numbered, _BATCH)):
        yield batch


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines, without a byte order mark; of one that is too long the beginning, which is not decoded."""
    if file.read(len(BOM_UTF8)) != BOM_UTF8:
        file.seek(0)
    while line := file.readline(_MAX_LINE):
        yield line
        while len(line) == _MAX_LINE and not line.endswith(b"\n"):
            line = file.readline(_MAX_LINE)


def _decode(line: bytes) -> Row:
    if len(line) == _MAX_LINE and not line.endswith(b"\n"):
        raise ValueError(f"a line has at most {_MAX_LINE} bytes")
    row: Row = _decoder.decode(line)
    return row


async def _stage(batch: list[tuple[int, bytes]], done: Imported) -> None:
    organizations: list[staging.Line] = []
    domains: list[staging.Line] = []
    users: list[staging.Line] = []
    for number, line in batch:
        if not line.strip():
            continue
        try:
            row = _decode(line)
            if isinstance(row, OrganizationRow):
                organizations.append((number, *_organization(row)))
            elif isinstance(row, DomainRow):
                domains.append((number, *_domain(row)))
            elif isinstance(row, UserRow):
                users.append((number, *_user(row)))
        except (ValueError, OverflowError) as error:
            done.skipped.append(LineError(number, str(error)))
    done.organizations += len(organizations)
    done.domains += len(domains)
    done.users += len(users)
    await database.insert("staged_organization", organizations)
    await database.insert("staged_domain", domains)
    await database.insert("staged_user", users)


def _organization(row: OrganizationRow) -> staging.Line:
    name, country = _name(row.name), read_country(row.country)
    if country is None:
        raise ValueError(f"not a country code: {row.country!r}")
    if not row.roles:
        raise ValueError("an organization is a customer, a partner or both")
    vertical = row.business_vertical or ""
    if len(vertical) > 48 or "\x00" in vertical:
        raise ValueError("a business vertical has at most 48 characters")
    if row.status == "merged" and row.merged_into is None:
        raise ValueError("a merged organization says what it was merged into")
    return (
        _external_id(row.id),
        name,
        canonical(name),
        "partner" in row.roles,
        "customer" in row.roles,
        country,
        vertical or None,
        row.status.upper(),
        None if row.merged_into is None else _external_id(row.merged_into),
        row.consumer_pool,
        datetime.combine(_day(row.created_day), time(), UTC),
    )


def _name(written: str) -> str:
    """As the API reads it: what nobody sees is dropped, what does harm is refused."""
    try:
        name = tidy(written)
    except HarmfulText:
        raise ValueError("a name has no control characters and no marks that change the direction of writing") from None
    if not 1 <= len(name) <= 200:
        raise ValueError("a name has 1 to 200 characters")
    return name


def _domain(row: DomainRow) -> staging.Line:
    try:
        name = read_domain(row.domain)
    except InvalidAddress:
        raise ValueError(f"not a domain: {row.domain!r}") from None
    state = row.state.upper()
    return (_external_id(row.org), name, row.domain[:253], state, _STRENGTH[state])


def _user(row: UserRow) -> staging.Line:
    try:
        address = read_address(row.email)
    except InvalidAddress:
        raise ValueError(f"not an email address: {row.email!r}") from None
    status = row.status.upper()
    active_on = None if row.last_active_day is None else _day(row.last_active_day)
    key = (_external_id(row.org), address.text, address.key, address.domain)
    for_partner = None if row.for_partner is msgspec.UNSET else row.for_partner
    return (*key, status, row.admin, active_on, for_partner, _STRENGTH[status])


# Of several lines about the same domain or user the strongest counts.
_STRENGTH = {"CLAIMED": 1, "VERIFIED": 2, "PENDING": 3, "ACTIVE": 1, "INACTIVE": 2, "DELETED": 3}


def _external_id(value: int | str) -> str:
    text = str(value).strip()
    if not text or len(text) > 128 or "\x00" in text:
        raise ValueError("an id has 1 to 128 characters")
    return text


def _shown_id(external_id: str) -> int | str:
    """A number where it was one: `17`, but not `017`."""
    number = external_id.isascii() and external_id.isdigit() and len(external_id) < 19
    return int(external_id) if number and str(int(external_id)) == external_id else external_id


def _day(number: Day) -> date:
    return _EPOCH + timedelta(days=number)


def _number(day: date | None) -> Day | None:
    return None if day is None else (day - _EPOCH).days


def _organization_row(row: dict[str, Any]) -> OrganizationRow:
    roles: list[Literal["customer", "partner"]] = []
    if row["is_customer"]:
        roles.append("customer")
    if row["is_partner"]:
        roles.append("partner")
    return OrganizationRow(
        id=_shown_id(row["external_id"]),
        name=row["display_name"],
        country=row["country"],
        roles=roles,
        status=row["status"].lower(),
        merged_into=None if row["merged_into"] is None else _shown_id(row["merged_into"]),
        consumer_pool=bool(row["consumer_pool"]),
        created_day=(database.instant(row["created_at"]).astimezone(UTC).date() - _EPOCH).days,
        business_vertical=row["business_vertical"] or msgspec.UNSET,
    )


def _user_row(row: dict[str, Any], organization: int | str) -> UserRow:
    return UserRow(
        org=organization,
        email=row["email"],
        status=row["status"].lower(),
        admin=bool(row["administrator"]),
        last_active_day=_number(database.day(row["last_active_on"])),
        for_partner=True if row["for_partner"] else msgspec.UNSET,
    )


def _line(row: OrganizationRow | DomainRow | UserRow) -> bytes:
    return msgspec.json.encode(row) + b"\n"
