"""Mail that comes back: to which of our mails it belongs, and what follows."""

import logging
from collections.abc import Sequence

from backend import clock, database, events
from backend.mail import reports
from backend.mail.reports import Kind
from backend.mail.return_path import returned_to
from backend.provisioning import undelivered

logger = logging.getLogger("backend.bounces")


class UnknownReturnPath(Exception):
    """A message that came to no address of ours: its return path is missing or was made up."""


async def receive(raw: bytes, secrets: Sequence[str], recipients: Sequence[str] = ()) -> Kind:
    """Take a message that came back; `recipients` are the addresses that the mail server says it came to.

    `secrets` are the keys whose return paths are ours.

    A report of failure makes its mail FAILED and raises the alarm; everything else is dropped. Raises NotOurs.
    """
    report = reports.read(raw)
    mail_id = returned_to([*recipients, *report.addresses], secrets)
    if mail_id is None:
        raise UnknownReturnPath
    if report.kind is Kind.FAILED:
        words = report.diagnostic or "The mail came back, and nothing says why."
        async with database.transaction():
            order_ids = await undelivered.record_return(mail_id, words, clock.now())
        for order_id in order_ids:
            await events.publish(order_id)
    logger.info("Mail %d came back: %s %s", mail_id, report.kind.value, report.diagnostic)
    return report.kind
