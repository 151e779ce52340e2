"""Grows a directory that was imported on PostgreSQL: copies of its organizations, each with its own domain and users.

An import of 10,000,000 organizations takes more than an hour; to copy rows and build the indexes once takes minutes.
What the finder reads of a copy (rank, profile) is what the import made of the original, with the copy's own names.
"""

from tortoise.connection import get_connection

_TABLES = ("organization", "organization_domain", "organization_user", "organization_activity", "finder_entry")
_OWN = "regexp_replace({column}, 'company-\\d+', 'company-' || organization_id + offset_)"
_PROFILE = (
    f"regexp_replace({_OWN.format(column='profile')}, '^\\[\"\\d+\"', '[\"' || organization_id + offset_ || '\"')"
)
# For each table what differs in a copy; everything else is the same.
_CHANGED = {
    "organization": {"id": "id + offset_", "external_id": "(id + offset_)::text"},
    "organization_domain": {"name": _OWN.format(column="name"), "typed_name": _OWN.format(column="typed_name")},
    "organization_user": {column: _OWN.format(column=column) for column in ("email", "email_key", "domain")},
    "organization_activity": {},
    "finder_entry": {
        "domain": _OWN.format(column="domain"),
        "registrable": _OWN.format(column="registrable"),
        "profile": _PROFILE,
    },
}


async def multiply(times: int) -> None:
    """Make so many of each organization, with all indexes built anew."""
    async with get_connection("default").acquire_connection() as connection:
        await connection.execute("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'")
        base = await connection.fetchval("SELECT max(id) FROM organization")
        indexes = await connection.fetch(
            "SELECT indexname, indexdef FROM pg_indexes i WHERE tablename = ANY($1)"
            " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
            list(_TABLES),
        )
        for index in indexes:
            await connection.execute(f'DROP INDEX "{index["indexname"]}"')
        for table in _TABLES:
            columns = await connection.fetch(
                "SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped",
                table,
            )
            values = {name: name for (name,) in columns} | _CHANGED[table]
            if table != "organization":
                del values["id"]
                values["organization_id"] = "organization_id + offset_"
            await connection.execute(
                f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {table},"
                f" generate_series({base}, {base * (times - 1)}, {base}) offset_",
                timeout=None,
            )
        for index in indexes:
            await connection.execute(index["indexdef"])
        await connection.execute("RESET session_replication_role; RESET maintenance_work_mem")
