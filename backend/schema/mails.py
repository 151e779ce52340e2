"""Mails about an order."""

from datetime import datetime

from backend.graphql_server.directives import lists, part
from backend.models.outbox import EmailKind, EmailState
from backend.provisioning.mails import Mail
from backend.schema.describe import type_
from backend.schema.ids import global_id
from backend.schema.service import Node


@part
@type_
class EmailTry:
    """A try after which a mail was deferred.

    at: When.
    reply: What the mail server answered, or why it could not be asked.
    """

    at: datetime
    reply: str | None


@part
@lists(tries=2)
@type_
class EmailMessage(Node):
    """A mail about an order. Many to one address within an hour are sent as one, which lists them with a link each.

    id: Opaque and URL-safe.
    kind: What it is about.
    to: The recipient; masked for support, and for others unless the order shows them the address anyway.
    subject: Its subject, or that of the mail that lists it; empty until it was first tried.
    state: What became of it.
    attempts: How often it was tried.
    last_reply: What the mail server answered last, or why the mail waits.
    tries: The tries after which it was deferred, oldest first.
    queued_at: When it was written.
    sent_at: When the mail server accepted it.
    """

    kind: EmailKind
    to: str
    subject: str
    state: EmailState
    attempts: int
    last_reply: str | None
    tries: list[EmailTry]
    queued_at: datetime
    sent_at: datetime | None

    @classmethod
    def of(cls, mail: Mail) -> "EmailMessage":
        """From what its reader may see of it."""
        return cls(
            id=global_id("EmailMessage", mail.id),
            kind=mail.kind,
            to=mail.recipient,
            subject=mail.subject,
            state=mail.state,
            attempts=mail.attempts,
            last_reply=mail.last_reply,
            tries=[EmailTry(at=one.at, reply=one.reply) for one in mail.tries],
            queued_at=mail.queued_at,
            sent_at=mail.sent_at,
        )
