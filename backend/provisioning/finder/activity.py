"""Activity of users: touches are appended as deltas and folded into how many users were last seen on each day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from backend import database
from backend.provisioning.finder.index import ACTIVE_PERIOD, lock, refresh
from backend.provisioning.finder.ranking import ALIVE_DAYS
from backend.sql import among, listed, locking_all_but_keys, packed, table

_MAX_FOLDED = 5_000  # deltas that one fold takes
_BATCH = 1_000  # organizations that one transaction of a sweep brings up to date
_COUNTS = "status = 'ACTIVE' AND NOT for_partner"  # a partner's person is no user of its customer
_DELTA = ("organization_id", "day", "users")


async def touch(email_key: str, day: date) -> None:
    """Note that the users with this mailbox were active on a day; one before the day already noted changes nothing.

    In the caller's transaction: the users and what is to be folded change together.
    """
    users = await database.rows(
        f"SELECT id, organization_id, last_active_on FROM organization_user WHERE email_key = $1 AND {_COUNTS}"
        f" AND (last_active_on IS NULL OR last_active_on < $2) ORDER BY id{locking_all_but_keys()}",
        [email_key, day],
    )
    if not users:
        return
    ids = listed(user["id"] for user in users)
    await database.execute(f"UPDATE organization_user SET last_active_on = $2 WHERE id {among(1)}", [ids, day])
    came = [(user["organization_id"], day, 1) for user in users]
    went = [(user["organization_id"], before, -1) for user in users if (before := database.day(user["last_active_on"]))]
    await _append([*went, *came])


async def fold(at: datetime) -> int:
    """Fold appended deltas into the days and bring the figures up to date; how many, 0 when none is left."""
    oldest = f"SELECT id, organization_id FROM activity_delta ORDER BY id LIMIT {_MAX_FOLDED}"
    waiting = await database.rows(f"SELECT DISTINCT organization_id FROM ({oldest}) d")
    if not waiting:
        return 0
    ids = [row["organization_id"] for row in waiting]
    await lock(ids)  # before the days, as everybody does, or two would wait for each other
    taken = await database.rows(
        f"DELETE FROM activity_delta WHERE id IN (SELECT id FROM ({oldest}) d) AND organization_id {among(1)}"
        " RETURNING organization_id, day, users",
        [listed(ids)],
    )
    sums: Counter[tuple[int, date]] = Counter()
    for row in taken:
        day = database.day(row["day"])
        assert day is not None
        sums[row["organization_id"], day] += row["users"]
    changes = [(organization, day.isoformat(), users) for (organization, day), users in sums.items() if users]
    if changes:
        await database.execute(_add_days(), [packed(_DELTA, changes)])
    await refresh(ids, at)
    return len(taken)


async def sweep(at: datetime) -> int:
    """Bring up to date what the passing of days changed since the last sweep; the number of changed organizations.

    For the worker, once a day: opens its own transactions, one a batch, and may be killed and run again.
    """
    today = at.date()
    last = await database.row("SELECT day FROM activity_sweep WHERE id = 1")
    since = database.day(last["day"]) if last else None
    due = await _due(since, today) if since else await _all()
    changed = 0
    for start in range(0, len(due), _BATCH):
        async with database.transaction():
            changed += await refresh(due[start : start + _BATCH], at)
    await database.execute(
        "INSERT INTO activity_sweep (id, day) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET day = excluded.day",
        [today],
    )
    return changed


async def never_swept() -> bool:
    """Whether all organizations are still to be brought up to date."""
    return await database.row("SELECT 1 FROM activity_sweep") is None


async def reconcile(at: datetime) -> int:
    """Compare the days, and what waits to be folded, with the users themselves and mend them; how many had drifted.

    For the worker, once a day: opens its own transactions, one a batch, and may be killed and run again.
    """
    drifted, last = 0, 0
    while batch := await database.rows(f"SELECT id FROM organization WHERE id > $1 ORDER BY id LIMIT {_BATCH}", [last]):
        of_batch = "WHERE organization_id > $1 AND organization_id <= $2"
        last, bounds = batch[-1]["id"], [last, batch[-1]["id"]]
        found = await database.rows(
            "SELECT DISTINCT organization_id AS id FROM ("
            f"SELECT organization_id, day, users FROM organization_activity {of_batch}"
            f" UNION ALL SELECT organization_id, day, users FROM activity_delta {of_batch}"
            f" UNION ALL SELECT organization_id, last_active_on, -count(*) FROM organization_user {of_batch}"
            f" AND {_COUNTED} GROUP BY organization_id, last_active_on"
            ") t GROUP BY organization_id, day HAVING sum(users) <> 0",
            bounds,
        )
        ids = [row["id"] for row in found]
        if ids:
            async with database.transaction():
                await recount(ids)
                await refresh(ids, at)
        drifted += len(ids)
    return drifted


async def recount(organization_ids: Iterable[int]) -> None:
    """Count the days of organizations anew from their users; what waits to be folded is contained in that."""
    ids = sorted(organization_ids)
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        await lock(batch)
        values = [listed(batch)]
        await database.execute(f"DELETE FROM organization_activity WHERE organization_id {among(1)}", values)
        forget = f"DELETE FROM activity_delta WHERE organization_id {among(1)}"
        count = (
            "INSERT INTO organization_activity (organization_id, day, users) SELECT organization_id, last_active_on,"
            f" count(*) FROM organization_user WHERE organization_id {among(1)} AND {_COUNTED}"
            " GROUP BY organization_id, last_active_on"
        )
        # In one go: a touch between the two would be counted twice.
        await database.execute_all([(forget, values), (count, values)])


_COUNTED = f"{_COUNTS} AND last_active_on IS NOT NULL"


async def _append(deltas: list[tuple[int, date, int]]) -> None:
    packed_deltas = packed(_DELTA, [(organization, day.isoformat(), users) for organization, day, users in deltas])
    await database.execute(
        f"INSERT INTO activity_delta ({', '.join(_DELTA)}) SELECT {', '.join(_DELTA)}"
        f" FROM {table(_DELTA, 'activity_delta')}",
        [packed_deltas],
    )


def _add_days() -> str:
    return (
        f"INSERT INTO organization_activity ({', '.join(_DELTA)}) SELECT {', '.join(_DELTA)}"
        f" FROM {table(_DELTA, 'organization_activity')} WHERE true"
        " ON CONFLICT (organization_id, day) DO UPDATE SET users = organization_activity.users + excluded.users"
    )


async def _due(since: date, today: date) -> list[int]:
    """Organizations from whose window a user dropped out, or whose activity class changed, since that day."""
    window = ACTIVE_PERIOD.days
    moved = [(since - timedelta(days), today - timedelta(days)) for days in (window, 90, ALIVE_DAYS + 1)]
    values = [day for bounds in moved for day in bounds]
    found = await database.rows(
        "SELECT organization_id AS id FROM organization_activity WHERE day > $1 AND day <= $2"
        " UNION SELECT id FROM organization WHERE reference_on > $1 AND reference_on <= $2"
        " UNION SELECT id FROM organization WHERE reference_on > $3 AND reference_on <= $4"
        " UNION SELECT id FROM organization WHERE reference_on > $5 AND reference_on <= $6",
        values,
    )
    return sorted(row["id"] for row in found)


async def _all() -> list[int]:
    return [row["id"] for row in await database.rows("SELECT id FROM organization ORDER BY id")]
