"""One person is asked to set up one service, and sees nothing else of the order; others may work on it too."""

from datetime import timedelta

from msgspec.structs import replace

from backend import database
from backend.limits.rates import hit
from backend.models.order import EventKind
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd, LinkPurpose
from backend.models.service import ServiceKind
from backend.provisioning import links
from backend.provisioning.act import Act
from backend.provisioning.dossier import ServiceRecord
from backend.provisioning.services import begin_edit, service_of
from backend.provisioning.validation import Entries, readable
from backend.refusals import ErrorCode, Refused

MAX_DELEGATIONS = 5  # a day and order
_SET = "UPDATE service SET delegate_email = $1, delegate_key = $2, delegated_by = $3 WHERE id = $4"


async def delegate(act: Act, service_id: int, email: str) -> None:
    """Ask somebody to set up this service; whoever was asked before no longer is. The same person gets a new link."""
    service = service_of(act.order, service_id, ServiceKind.MEETINGS, ServiceKind.CALLING)
    begin_edit(act.order, service)
    entries = Entries()
    address, key = entries.email(email, "email")
    entries.check()
    if key in {act.order.contact_key, act.actor.email_key}:
        text = "This person can already set up the service. Enter another person’s address."
        raise Refused(ErrorCode.SAME_ADDRESS, text, ("email",))
    if await hit("service-delegations", str(act.order.id), MAX_DELEGATIONS, timedelta(days=1), act.at):
        text = "Others were already asked to set up services of this order {count} times today."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, ("email",), values={"count": MAX_DELEGATIONS})
    if service.delegate_key not in {None, key}:
        await _end(act, service)
    await database.execute(_SET, [address, key, act.actor.name, service.id])
    act.change("delegate", service.delegate_email, address)
    act.record_event(EventKind.SERVICE_DELEGATED, delegate=readable(address), service=service.kind.value)
    asked = [one for one in act.order.services if one.delegate_key == key and one.id != service.id]
    told = links.asked_of_delegate(act.order, [replace(service, delegated_by=act.actor.name), *asked])
    until = act.at + links.LIFETIME
    link = await links.issue(act.order.id, address, key, until, act.at, purpose=LinkPurpose.SERVICE)
    act.mail(EmailKind.SERVICE_DELEGATION, address, link=link, guide=links.guide(), **told)


async def take_back(act: Act, service_id: int) -> None:
    """Who was asked to set up the service no longer is; what they saved stays."""
    service = service_of(act.order, service_id)
    if service.delegate_email is not None:
        await _take_back(act, service)


async def end_all(act: Act) -> None:
    """Nobody is asked any more: the mapping is undone, or another side sets up the services."""
    for service in act.order.services:
        if service.delegate_email is not None:
            await _take_back(act, service)
    await links.end(act.order.id, LinkEnd.REPLACED, act.at, purpose=LinkPurpose.SERVICE)


async def _take_back(act: Act, service: ServiceRecord) -> None:
    await _end(act, service)
    await database.execute(_SET, [None, None, None, service.id])
    act.change("delegate", service.delegate_email, None)
    delegate = readable(service.delegate_email or "")
    act.record_event(EventKind.SERVICE_TAKEN_BACK, delegate=delegate, service=service.kind.value)


async def _end(act: Act, service: ServiceRecord) -> None:
    """End the links of the service's delegate, unless another service is theirs too, and tell them."""
    email, key = service.delegate_email or "", service.delegate_key or ""
    if not any(one.delegate_key == key for one in act.order.services if one.id != service.id):
        await links.end(act.order.id, LinkEnd.REPLACED, act.at, email_key=key, purpose=LinkPurpose.SERVICE)
    told = links.asked_of_delegate(act.order, [service]) | {"actor": act.actor.name}
    topic = MailTopic.SERVICE_TAKEN_BACK
    act.mail(EmailKind.NOTICE, email, topic=topic, key=f"{act.order.version + 1}:{service.id}", **told)
