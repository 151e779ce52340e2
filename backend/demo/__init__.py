"""Demo data: organizations, and orders that people have worked on for weeks."""

from backend import clock, database
from backend.settings import Settings


async def seed(config: Settings) -> None:
    """Add the demo data to a connected database, all or nothing; nothing happens where they are.

    The clock of this process is moved meanwhile: the orders' history is replayed, day by day.
    """
    from backend.demo import organizations

    if await organizations.is_loaded():
        return
    from backend.demo import history

    async with database.transaction():
        known = await organizations.load(clock.now())
        told = await history.replay(config)
    print(f"Demo data: {known} organizations, {told.orders} orders, {told.mails} mails in the mailbox")
