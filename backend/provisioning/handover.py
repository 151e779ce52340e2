"""Hand-over: the customer sets up the services himself. The partner loses nothing; both may work."""

from datetime import timedelta

from backend import database
from backend.models.order import AdministratorRequest, AdministratorRequestState, Audience
from backend.provisioning import links
from backend.provisioning.act import Act
from backend.provisioning.administrators import list_administrators
from backend.provisioning.entries import Entries
from backend.provisioning.finder import directory
from backend.refusals import Refused

REQUEST_LIFETIME = timedelta(days=14)
REMIND_AFTER = timedelta(days=7)


async def hand_over(act: Act, customer_admin_email: str | None) -> None:
    """Every full administrator of the customer gets a mail; a new customer's administrator is the address given."""
    order = act.order
    if order.audience is not Audience.CUSTOMER or order.customer is None:
        raise Refused("STEP_NOT_ALLOWED", "Only an order for a customer can be handed over.")
    if order.customer_sets_up_services:
        return
    recipients = await _recipients(act, customer_admin_email)
    act.set(customer_sets_up_services=True, turn_since=act.at, hand_over_remind_at=act.at + REMIND_AFTER)
    act.tell("handed_over", customer=order.customer.display_name)
    for email, key in recipients:
        await act.mail("HAND_OVER", email, link=await links.issue_in(act, email, key))


async def _recipients(act: Act, customer_admin_email: str | None) -> list[tuple[str, str]]:
    order = act.order
    if order.customer is None:  # pragma: no cover - asked before
        return []
    if order.customer.created_for_order_id != order.id:
        found = await list_administrators(order.customer.id)
        if not found:
            # Nobody here may make a stranger the administrator of an organization that was there before.
            text = "{organization} has no administrator who could be asked. Set up the services yourself."
            raise Refused("NOT_ELIGIBLE", text, values={"organization": order.customer.display_name})
        return found
    entries = Entries()
    email, key = entries.email(customer_admin_email, "customerAdminEmail")
    entries.check()
    await directory.make_administrator(order.customer.id, email, act.at)
    act.set(customer_contact=email)
    return [(email, key)]


async def take_back(act: Act) -> None:
    """The partner sets up the services after all; the customer's administrators keep their access."""
    order = act.order
    act.set(customer_sets_up_services=False, turn_since=act.at, hand_over_remind_at=None)
    act.tell("hand_over_taken_back")
    for email, key in await list_administrators(order.customer_organization_id or 0):
        if key != order.contact_key:
            await act.mail("NOTICE", email, topic="SETUP_TAKEN_BACK")


async def request_full_administrator(act: Act) -> None:
    """After setup the partner asks the customer's full administrators for full administrator rights."""
    order = act.order
    if order.customer is None:  # pragma: no cover - the journey asked
        raise Refused("STEP_NOT_ALLOWED", "There is no customer organization.")
    request = await AdministratorRequest.create(
        order_id=order.id,
        organization_id=order.customer.id,
        requested_by=act.actor.email,
        requested_at=act.at,
        expires_at=act.at + REQUEST_LIFETIME,
        state=AdministratorRequestState.PENDING,
    )
    act.tell("administrator_requested", organization=order.customer.display_name)
    for email, key in await list_administrators(order.customer.id):
        link = await links.issue(order.id, email, key, request.expires_at, act.at)
        await act.mail("ADMINISTRATOR_REQUEST", email, link=link, expires_at=request.expires_at, requested_at=act.at)


async def decide_request(act: Act, request_id: int, *, approve: bool) -> None:
    """A full administrator of the customer approves or denies the request."""
    order, request = act.order, act.order.request
    if request is None or request.id != request_id:
        raise Refused("STEP_NOT_ALLOWED", "This request was decided already.")
    if request.expires_at <= act.at:
        raise Refused("EXPIRED", "This request has expired.", ("requestId",))
    state = AdministratorRequestState.APPROVED if approve else AdministratorRequestState.DENIED
    await database.execute(
        "UPDATE administrator_request SET state = $1, decided_by = $2, decided_at = $3 WHERE id = $4",
        [state.value, act.actor.email, act.at, request_id],
    )
    act.tell("request_approved" if approve else "request_denied")
    if approve:
        await database.execute(
            "UPDATE partner_relation SET role = 'FULL_ADMINISTRATOR' WHERE order_id = $1", [order.id]
        )
        await directory.make_administrator(request.organization_id, request.requested_by, act.at)
    topic = "REQUEST_APPROVED" if approve else "REQUEST_DENIED"
    await act.mail("NOTICE", request.requested_by, topic=topic, reason=act.reason)


async def remind(act: Act) -> None:
    """A week after the hand-over: every administrator of the customer is reminded, once."""
    act.set(hand_over_remind_at=None)
    act.tell("customer_reminded")
    for email, key in await list_administrators(act.order.customer_organization_id or 0):
        if key != act.order.contact_key:
            link = await links.issue(act.order.id, email, key, None, act.at)
            await act.mail(
                "REMINDER",
                email,
                topic="HAND_OVER",
                link=link,
                key=f"hand-over:{act.order.generation}:{act.order.turn_since.isoformat()}",
            )


async def expire_request(act: Act) -> None:
    """Nobody decided within the request's lifetime."""
    request = act.order.request
    if request is None or request.state is not AdministratorRequestState.PENDING:
        return  # somebody decided this moment
    await database.execute("UPDATE administrator_request SET state = 'EXPIRED' WHERE id = $1", [request.id])
    act.tell("request_expired")
    await act.mail("NOTICE", request.requested_by, topic="REQUEST_EXPIRED", key=f"request:{request.id}")
