"""The audience: for whom the order is, or who else shall complete it."""

from datetime import datetime, timedelta

from backend import database
from backend.limits.rates import hit
from backend.models.order import Audience, Delegation, EventKind, OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd
from backend.provisioning import links, organizations, undelivered
from backend.provisioning.act import Act
from backend.provisioning.validation import Entries, masked, readable
from backend.refusals import ErrorCode, Refused

MAX_DELEGATIONS = 5  # a day and order
_OPENED = """
UPDATE delegation SET opened_at = $1
WHERE delegate_key = $2 AND (CAST($3 AS BIGINT) IS NULL OR order_id = $3) AND opened_at IS NULL
"""


async def choose_audience(act: Act, audience: Audience) -> None:
    """The order is for a customer or for the contact's own company. Another answer drops the organizations chosen."""
    order = act.order
    # A delegate who was signed in before begins without signing in again.
    await delegate_came(act.actor.email_key, act.at, order.id)
    if order.audience is not audience and order.audience is not None:
        await organizations.drop_created(act)
        act.set(partner_organization_id=None, customer_organization_id=None)
    act.set(audience=audience, audience_confirmed=True, status=OrderStatus.FINDING_ORGANIZATIONS)
    act.record_event(EventKind.AUDIENCE_CHOSEN, audience=audience.value)


async def delegate(act: Act, email: str) -> None:
    """Somebody else completes the order: they get the mail, the former contact sees only where it stands."""
    entries = Entries()
    address, key = entries.email(email, "email")
    entries.check()
    if key == act.order.contact_key:
        raise Refused(
            ErrorCode.SAME_ADDRESS, "This is the current contact’s address. Enter another person’s.", ("email",)
        )
    if await hit("delegations", str(act.order.id), MAX_DELEGATIONS, timedelta(days=1), act.at):
        raise Refused(
            ErrorCode.TOO_MANY_ATTEMPTS,
            "This order was handed over {count} times today.",
            ("email",),
            values={"count": MAX_DELEGATIONS},
        )
    await hand_to(act, address, key, by_contact=True)


async def hand_to(act: Act, email: str, key: str, *, by_contact: bool) -> None:
    """Make another person the contact: their link goes out, the former contact's links and rights end."""
    order = act.order
    if key == order.contact_key:
        raise Refused(
            ErrorCode.SAME_ADDRESS, "This is the current contact’s address. Enter another person’s.", ("email",)
        )
    await Delegation.create(
        order_id=order.id,
        former_email=order.contact_email,
        former_key=order.contact_key,
        delegate_email=email,
        delegate_key=key,
        by_contact=by_contact,
        since=act.at,
        status_before=order.status,
        audience_confirmed_before=order.audience_confirmed,
    )
    await links.end(order.id, LinkEnd.HANDED_OVER, act.at, email_key=order.contact_key)
    act.set(contact_email=email, contact_key=key, audience_confirmed=False, turn_since=act.at)
    undelivered.forget_alarm(act)
    act.record_event(EventKind.CONTACT_CHANGED, before=order.contact_email, after=email)
    if order.status is OrderStatus.SCHEDULED:
        return
    act.set(status=OrderStatus.AWAITING_CONTACT)
    links.send_setup_mail(act, topic=MailTopic.DELEGATED if by_contact else None)
    act.mail(
        EmailKind.DELEGATION_NOTICE,
        order.contact_email,
        topic=MailTopic.FORMER_CONTACT,
        delegate=readable(email) if by_contact else masked(readable(email)),
    )
    if order.seller_email:
        act.mail(EmailKind.DELEGATION_NOTICE, order.seller_email, topic=MailTopic.SELLER, delegate=readable(email))


async def delegate_came(email_key: str, at: datetime, order_id: int | None = None) -> None:
    """The delegate of this order, or of all that were handed to them, is here: it can't be taken back any more."""
    await database.execute(_OPENED, [at, email_key, order_id])


async def take_back(act: Act) -> None:
    """The former contact takes the order back; everything is as it was before they handed it over."""
    order, delegation = act.order, act.order.delegation
    if delegation is None or delegation.former_key != act.actor.email_key:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "Only the person who handed the order over can take it back.")
    await database.execute("UPDATE delegation SET taken_back_at = $1 WHERE id = $2", [act.at, delegation.id])
    await links.end(order.id, LinkEnd.HANDED_OVER, act.at, email_key=order.contact_key)
    act.set(
        contact_email=delegation.former_email,
        contact_key=delegation.former_key,
        status=delegation.status_before,
        audience_confirmed=delegation.audience_confirmed_before,
        turn_since=act.at,
    )
    undelivered.forget_alarm(act)
    act.record_event(EventKind.ORDER_TAKEN_BACK, before=order.contact_email)
    links.send_setup_mail(act)
    act.mail(EmailKind.NOTICE, order.contact_email, topic=MailTopic.TAKEN_BACK)
    if order.seller_email:
        act.mail(EmailKind.NOTICE, order.seller_email, topic=MailTopic.TAKEN_BACK_SELLER)
