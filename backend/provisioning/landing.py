"""Where a mail's link leads: the question that it asks, and whether that is still open. Nothing is changed here."""

from dataclasses import dataclass
from datetime import datetime

from backend.models.order import AdministratorRequestState, OrderStatus
from backend.models.person import LinkAnswer, LinkPurpose, LinkState
from backend.models.service import ServiceState
from backend.provisioning import dossier, links
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.links import Link
from backend.refusals import Refused


@dataclass(frozen=True, slots=True)
class Landing:
    """What the page of a link says. `order` is None for a browser that would be asked for a code first."""

    purpose: LinkPurpose
    state: LinkState
    order_id: int
    answer: LinkAnswer | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
    order: Dossier | None = None


async def landing(token: str, browser: str, actor: Actor, at: datetime) -> Landing | None:
    """What the link with this token asks; None: there is no such link."""
    link = await links.find(token)
    order = await dossier.read(link.order_id, link.email_key) if link else None
    if link is None or order is None:
        return None
    answer, answered_at, answered_by = _answer(link, order)
    state = LinkState.DECIDED if answer else LinkState.OPEN if _is_open(link, order, at) else LinkState.EXPIRED
    shown = links.opens_at_once(link, browser, links.is_known_to(link, actor))
    return Landing(
        purpose=link.purpose,
        state=state,
        order_id=order.id,
        answer=answer,
        answered_at=answered_at,
        answered_by=answered_by if shown else None,
        order=order if shown else None,
    )


def _is_open(link: Link, order: Dossier, at: datetime) -> bool:
    try:
        links.check_alive(link, order, at)
    except Refused:
        return False
    return links.is_still_asked(link, order, at) and links.is_involved(link, order)


Answered = tuple[LinkAnswer | None, datetime | None, str | None]
_OPEN: Answered = (None, None, None)


def _answer(link: Link, order: Dossier) -> Answered:
    """How the question of the link was decided, when and by whom; nothing while it is open or only ran out."""
    if link.purpose is LinkPurpose.SET_UP:
        return _OPEN
    if order.status is OrderStatus.CANCELLED:
        return LinkAnswer.CANCELLED, order.turn_since, None
    match link.purpose:
        case LinkPurpose.DISPUTE:
            return _dispute(order)
        case LinkPurpose.ADMINISTRATOR_REQUEST:
            return _request(link, order)
        case LinkPurpose.SERVICE:
            return _service(link, order)
        case _:
            return _hand_over(order)


def _dispute(order: Dossier) -> Answered:
    dispute = order.dispute
    if dispute is not None and dispute.upheld:
        return LinkAnswer.UPHELD, dispute.decided_at, None
    if order.mapped_at is None:
        return LinkAnswer.UNDONE, order.turn_since, None
    if dispute is None:
        return _OPEN
    if dispute.decided_at is None:
        return LinkAnswer.DISPUTED, dispute.at, dispute.by
    return LinkAnswer.DISMISSED, dispute.decided_at, None


def _request(link: Link, order: Dossier) -> Answered:
    request = order.request
    if request is None or link.issued_at < request.requested_at:
        return _OPEN  # a newer request has a link of its own
    if request.state is AdministratorRequestState.APPROVED:
        return LinkAnswer.APPROVED, request.decided_at, request.decided_by
    if request.state is AdministratorRequestState.DENIED:
        return LinkAnswer.DENIED, request.decided_at, request.decided_by
    return _OPEN


def _service(link: Link, order: Dossier) -> Answered:
    if order.mapped_at is None:
        return LinkAnswer.UNDONE, order.turn_since, None
    own = [service for service in order.services if service.delegate_key == link.email_key]
    if not own:
        return LinkAnswer.TAKEN_BACK, order.updated_at, None
    done = all(service.state is ServiceState.PROVISIONED for service in own)
    return (LinkAnswer.DONE, order.updated_at, None) if done else _OPEN


def _hand_over(order: Dossier) -> Answered:
    if order.mapped_at is None:
        return LinkAnswer.UNDONE, order.turn_since, None
    if order.status is OrderStatus.COMPLETED:
        return LinkAnswer.DONE, order.turn_since, None
    if not order.customer_sets_up_services:
        return LinkAnswer.TAKEN_BACK, order.turn_since, None
    return _OPEN
