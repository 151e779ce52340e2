"""Looks up the TXT records of domains that administrators added, until they are there or 14 days are over."""

from random import Random

from backend import clock, correlation, database
from backend.provisioning import domains
from backend.provisioning.access import SYSTEM
from backend.settings import Settings
from backend.worker.leases import claim, leased, should_continue

TABLE = "domain_verification"
LOOKUP_TIMEOUT = 60.0  # seconds


class Verifier:
    """Verifies domains by DNS."""

    def __init__(self, settings: Settings, random: Random) -> None:
        self.settings = settings
        self.random = random

    async def verify_one(self) -> bool:
        """Look up the record of the next domain that is due; False: there is none."""
        row = await claim(TABLE)
        if row is None:
            return False
        correlation.begin()
        async with leased(TABLE, row, LOOKUP_TIMEOUT):
            wanted = await domains.due_lookup(row["id"]) if await should_continue(TABLE, row) else None
            if wanted is None:
                await database.execute(f"UPDATE {TABLE} SET due_at = NULL, unsettled = 0 WHERE id = $1", [row["id"]])
                return True
            from backend.txt_records import look_up, system_servers

            servers = self.settings.dns_servers or system_servers()
            found = await look_up(wanted.domain, wanted.record_name, wanted.record_value, servers, domains.is_public)
            async with database.transaction():
                await domains.record_result(wanted, found, SYSTEM, clock.now(), self.random)
                await database.execute(f"UPDATE {TABLE} SET unsettled = 0 WHERE id = $1", [row["id"]])
        return True
