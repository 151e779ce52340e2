"""Which events of an order webhooks are told of, and the one statement that writes them for all endpoints.

It runs in the transaction of the change, so an event is there exactly if its change is. An endpoint is told of what
its owner sees before the change or after it: who loses an order hears of that.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from backend import correlation
from backend.database import Change
from backend.ids import public_id
from backend.models.order import EventKind, OrderStatus
from backend.models.webhook import WebhookEventType
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import partner_has_access
from backend.sql import among, as_instant, keeping, listed, per_database

Told = tuple[WebhookEventType, dict[str, Any]]  # an event, and what its payload says besides of the order
Happened = Sequence[tuple[EventKind, Mapping[str, Any], Actor]]  # what the timeline tells, and who did it

_ENDS = {
    OrderStatus.COMPLETED: WebhookEventType.ORDER_COMPLETED,
    OrderStatus.CLOSED: WebhookEventType.ORDER_CLOSED,
    OrderStatus.CANCELLED: WebhookEventType.ORDER_CANCELLED,
}
_WRITE = """
INSERT INTO webhook_delivery (
  endpoint_id, order_id, event, state, payload, created_at, tried_since, due_at, traceparent)
SELECT e.id, CAST($1 AS BIGINT), v.column1, 'PENDING', v.column2, {at}, {at}, {at}, CAST($5 AS VARCHAR)
FROM webhook_endpoint e JOIN (VALUES {events}) v ON e.events LIKE '% ' || v.column1 || ' %'
WHERE e.enabled AND e.id IN (
  SELECT id FROM webhook_endpoint WHERE seller = $3
  UNION ALL SELECT w.id FROM webhook_endpoint w JOIN organization o ON o.id = w.organization_id
  JOIN organization g ON g.id = COALESCE(o.survivor_id, o.id)
  WHERE g.status = 'ACTIVE' AND (o.id {among} OR o.survivor_id {among})
) ORDER BY e.id, v.column3{keeping}
"""


def changes(after: Dossier, before: Dossier, happened: Happened, at: datetime) -> list[Change]:
    """What writes the events of a change for every endpoint that is told of them; nothing, if it brings none."""
    told = _events(after, before, happened)
    if not told:
        return []
    sides = listed(_organizations(before) | _organizations(after))
    values: list[Any] = [after.id, at, after.seller, sides, correlation.traceparent()]
    for event, more in told:
        values += [event.value, payload(event, at, _data(after) | more)]
    return [(_writing(len(told)), values)]


@per_database
def _writing(events: int) -> str:
    places = ", ".join(f"(CAST(${6 + 2 * n} AS VARCHAR), CAST(${7 + 2 * n} AS VARCHAR), {n})" for n in range(events))
    return _WRITE.format(at=as_instant("$2"), events=places, among=among(4), keeping=keeping("e"))


def payload(event: WebhookEventType, at: datetime, data: Mapping[str, Any]) -> str:
    """The body of a request, as Standard Webhooks wants it."""
    return _written(
        {"type": event.value, "timestamp": at.astimezone(UTC).isoformat().replace("+00:00", "Z"), "data": data}
    )


def with_answer(event: str, data: Mapping[str, Any] | None, errors: Sequence[Any]) -> str:
    """The same body with the answer to a query in place of what the event itself says."""
    return _written(json.loads(event) | {"data": data} | ({"errors": errors} if errors else {}))


def _written(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _data(order: Dossier) -> dict[str, Any]:
    """What every event says of its order."""
    return {
        "orderId": public_id("Order", order.id),
        "orderNumber": order.order_number,
        "externalId": order.external_id,
        "status": order.status.value,
    }


def _events(after: Dossier, before: Dossier, happened: Happened) -> list[Told]:
    """What happened, in the order in which it is told."""
    kinds = {kind for kind, *_ in happened}
    told: list[Told] = []
    if EventKind.ORDER_PLACED in kinds:
        told.append((WebhookEventType.ORDER_PLACED, {"status": before.status.value}))  # it may have started at once
    was = {service.id: service.state for service in before.services}
    for service in after.services:
        if service.state is not was.get(service.id, service.state):
            changed = {"id": public_id("Service", service.id), "kind": service.kind.value, "state": service.state.value}
            told.append(
                (
                    WebhookEventType.SERVICE_STATE_CHANGED,
                    {"service": changed | {"previousState": was[service.id].value}},
                )
            )
    if after.status is not before.status:
        told.append((WebhookEventType.ORDER_STATUS_CHANGED, {"previousStatus": before.status.value}))
        if after.status in _ENDS:
            told.append((_ENDS[after.status], {}))
    if after.mapped_at is not None and before.mapped_at is None:
        told.append((WebhookEventType.ORDER_MAPPED, {}))
    if EventKind.MAPPING_DISPUTED in kinds:
        told.append((WebhookEventType.ORDER_DISPUTED, {}))
    for kind, values, _ in happened:
        if kind is EventKind.MAIL_FAILED:
            mail = values.get("mail")
            told.append((WebhookEventType.EMAIL_FAILED, {"emailId": mail and public_id("EmailMessage", mail)}))
    return told


def _organizations(order: Dossier) -> set[int]:
    """Whose full administrators see the order: the partner that it names, and once it is mapped, both sides."""
    mapped, invited = order.mapped_at is not None, partner_has_access(order)
    sides = {
        order.customer_organization_id if mapped else None,
        order.partner_organization_id if mapped and invited else None,
        order.named_partner_id if invited else None,
    }
    return {number for number in sides if number is not None}
