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

    at: When the try came to an end.
    reply: What the mail server answered, or why it could not be asked; null: nothing. Addresses are masked as in `to`.
    """

    at: datetime
    reply: str | None


@part
@lists(tries=2)
@type_
class EmailMessage(Node):
    """A mail about an order. Many to one address within an hour are sent as one, which lists them with a link each.

    kind: What the mail is about.
    to: Address of the recipient. Masked for support. For all others too, unless it is their own or that of the contact,
        the seller's person, or the customer's administrator who was named for a hand-over.
    subject: Subject of the mail, or of the mail that lists it; empty until it is first tried. Addresses are masked as
        in `to`.
    state: What became of the mail, by the mail server's word.
    attempts: How often it was tried, also when no mail server could be reached.
    last_reply: What the mail server answered last, or why the mail waits; null: nothing yet. Addresses are masked as in
        `to`.
    tries: The tries after which it was deferred, oldest first.
    queued_at: When the mail was written, to be sent at once.
    sent_at: When the mail server accepted it; null: not yet.
    correlation_id: Id of the request because of which it is sent, else of the system’s own work, of a mail that lists
        others too: the log and the timeline have it. Null: it was written before this was kept.
    text: What a mail of a test order says, as plain text, to the token of its seller; null for everybody else, for
        other mails, and until it is written, which takes a moment.
    links: The addresses in this text, in their order, such as the setup link; empty without it.
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
    correlation_id: str | None
    text: str | None
    links: list[str]

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
            correlation_id=mail.correlation_id,
            text=mail.text,
            links=list(mail.links),
        )
