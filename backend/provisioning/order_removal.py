"""Removes an order whole: a test order, or one that was closed or cancelled long ago."""

from backend import database
from backend.provisioning.finder import directory
from backend.sql import among, listed

_OF_SERVICES = "service_id IN (SELECT id FROM service WHERE order_id = $1)"
_OF_ORDER = "order_id = $1"
# What an order consists of, in the order in which it can be removed.
PARTS = (
    ("site_change", f"site_id IN (SELECT id FROM site WHERE {_OF_SERVICES})"),
    ("provisioning_step", _OF_SERVICES),
    ("location", _OF_SERVICES),
    ("site", _OF_SERVICES),
    ("webhook_attempt", f"delivery_id IN (SELECT id FROM webhook_delivery WHERE {_OF_ORDER})"),
    *(
        (table, _OF_ORDER)
        for table in (
            *("service", "license", "delegation", "provisioning_administrator", "partner_relation", "dispute"),
            *("administrator_request", "shown_organization", "order_word", "listed_order", "setup_link", "session"),
            *("put_aside", "typed_step", "batch_row", "webhook_delivery", "email_message", "order_event"),
        )
    ),
)


async def remove(order_id: int) -> None:
    """Remove an order with all that was made for it, in the caller's transaction, which has locked it.

    Its timeline may be deleted only if it is a test order or `history_from` says so. Organizations that it made stay
    if they were confirmed, and are nobody's then.
    """
    for table, condition in PARTS:
        await database.execute(f"DELETE FROM {table} WHERE {condition}", [order_id])
    sql = "SELECT id FROM organization WHERE created_for_order_id = $1 AND status = 'PROVISIONAL'"
    made = [row["id"] for row in await database.rows(sql, [order_id])]
    for table in ("organization_activity", "activity_delta"):
        await database.execute(f"DELETE FROM {table} WHERE organization_id {among(1)}", [listed(made)])
    await database.execute("DELETE FROM orders WHERE id = $1", [order_id])
    for organization_id in made:
        await directory.delete_provisional(organization_id)
    await database.execute(
        "UPDATE organization SET created_for_order_id = NULL WHERE created_for_order_id = $1", [order_id]
    )
