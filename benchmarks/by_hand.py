"""The same work by hand, for the servers that the product is measured against: SQL on the bare driver.

Who asks, whether the order is theirs, and the answer in the same shape. What follows from the product's rules (rights,
progress, the next page) stands here as the constants that it comes to for these orders, so the others get it for free.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from benchmarks.bare import Connection

SESSION = "SELECT email_key FROM session WHERE token_hash = $1 AND expires_at > $2"
ORDER = """
SELECT o.*, p.display_name AS partner, p.country AS partner_country, c.display_name AS customer,
  c.country AS customer_country FROM orders o
LEFT JOIN organization p ON p.id = o.partner_organization_id
LEFT JOIN organization c ON c.id = o.customer_organization_id
WHERE o.id = $1 AND o.contact_key = $2
"""
SERVICES = "SELECT id, kind, state, saved_at FROM service WHERE order_id = $1 ORDER BY id"
LICENSES = "SELECT id, name, service, scope, total_units FROM license WHERE order_id = $1 ORDER BY position"
# A step of the wizard: what was answered to this key before, else the change, its event and the answer.
OWNER = """
SELECT o.id, o.version FROM orders o JOIN service s ON s.order_id = o.id WHERE s.id = $1 AND o.contact_key = $2
"""
ANSWERED = "SELECT answer FROM idempotency_key WHERE caller = $1 AND key = $2"
CHANGE = "UPDATE service SET state = $1 WHERE id = $2"
RAISE = "UPDATE orders SET version = version + 1, updated_at = $1 WHERE id = $2"
TELL = """
INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes, scope, version)
VALUES ($1, $2, $3, $3, 'by hand', '{}', '[]', 'service', $4)
"""
REMEMBER = "INSERT INTO idempotency_key (caller, key, body_hash, answer, at) VALUES ($1, $2, $3, $4, $5)"
STATEMENTS = {
    "session": SESSION,
    "order": ORDER,
    "services": SERVICES,
    "licenses": LICENSES,
    "owner": OWNER,
    "answered": ANSWERED,
    "change": CHANGE,
    "raise": RAISE,
    "tell": TELL,
    "remember": REMEMBER,
}

MAY = ["undoMapping", "handOverToCustomer", "setUpNow", "setUpLater"]
MAY += ["saveMeetingSites", "distributeLicenses", "saveCallingLocation", "delegateService"]
ORDER_IS = {"provisioningStatus": "AWAITING_PROVISIONING_DETAILS", "viewerRole": "PROVISIONING_CONTACT"}
ENDS = "2028-12-31"
PAGES = {"MEETINGS": "MEETINGS_SITES", "CALLING": "CALLING_LOCATION", "MESSAGING": None}
NEXT = {"DEFERRED": "SERVICES", "DRAFT": "MEETINGS_SITES"}


def public_id(kind: str, number: int) -> str:
    """An id as the API shows it."""
    return urlsafe_b64encode(f"{kind}:{number}".encode()).decode().rstrip("=")


def number(id: str) -> int:
    """The row's number in an id."""
    return int(urlsafe_b64decode(id + "=" * (-len(id) % 4)).partition(b":")[2])


def hashed(text: str) -> str:
    """What is stored of a secret, or of a body."""
    return sha256(text.encode()).hexdigest()


def moment(stored: Any) -> Any:
    """A day or time as it is answered; SQLite keeps it as text."""
    if isinstance(stored, date | datetime):
        return stored.isoformat()
    return stored.replace(" ", "T") if stored else None


async def viewer(connection: Connection, token: str) -> str:
    """Who has this session; nobody if it ended."""
    found = await connection.row(SESSION, hashed(token), connection.now())
    return str(found["email_key"]) if found else ""


async def step(connection: Connection, who: str, change: tuple[int, str], key: str, body: str) -> tuple[Any, Any]:
    """A step of the wizard, in a transaction: the order's id, version and next page, and its services.

    `change` is a service and its new state.
    """
    service, state = change
    order = await connection.row(OWNER, service, who)
    if order is None:
        raise LookupError(service)
    answered = await connection.row(ANSWERED, who, key)
    if answered:
        before: tuple[Any, Any] = json.loads(answered["answer"])
        return before
    at, version = connection.now(), order["version"] + 1
    await connection.run(CHANGE, state, service)
    await connection.run(RAISE, at, order["id"])
    await connection.run(TELL, order["id"], at, who, version)
    services = [(row["id"], row["state"]) for row in await connection.rows(SERVICES, order["id"])]
    answer = (order["id"], version, NEXT[state]), services
    await connection.run(REMEMBER, who, key, hashed(body), json.dumps(answer), at)
    return answer
