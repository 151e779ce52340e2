"""One letter that lists what would have been many: a line for each, with the link that its own mail would have had."""

from collections.abc import Sequence

from backend.language import plural, text
from backend.mail.invitations import SUBJECT_OF_MANY
from backend.mail.letter import Fact, Letter, MailData, day, guide
from backend.models.outbox import EmailKind


def digest(language: str, mails: Sequence[tuple[EmailKind, MailData, Letter]]) -> Letter:
    """The letter that lists these mails, each as its kind, what it is told and what it would have said."""
    first = mails[0][1]
    orders = len({data.order_number for _, data, _ in mails})
    asks = all(kind is EmailKind.SETUP for kind, _, _ in mails)
    heading = plural(language, "{count} order to set up", "{count} orders to set up", orders)
    news = plural(language, "News about {count} order", "News about {count} orders", orders)
    return Letter(
        subject=SUBJECT_OF_MANY.format(count=orders) if asks else news,
        heading=heading if asks else news,
        lead=(_lead(language, [data for _, data, _ in mails]),),
        facts=tuple(fact for mail in mails for fact in _facts(language, *mail)),
        notes=tuple(_notes(language, [kind for kind, _, _ in mails])),
        guide=guide(language, first) if asks else None,
        to_seller=all(letter.to_seller for _, _, letter in mails),
    )


def _lead(language: str, told: Sequence[MailData]) -> str:
    sellers = {data.seller_name for data in told}
    if len(sellers) == 1:
        return text(
            language,
            "There are many emails for you about orders from {seller}. So that they don’t fill your mailbox, this one "
            "lists them. Each line has its own link.",
            seller=sellers.pop(),
        )
    return text(
        language,
        "There are many emails for you about orders. So that they don’t fill your mailbox, this one lists them. Each "
        "line has its own link.",
    )


def _facts(language: str, kind: EmailKind, data: MailData, letter: Letter) -> list[Fact]:
    """The order's number, and what its mail asks or tells; a second thing that it asks is a line of its own."""
    words = letter.subject if kind is EmailKind.ADMINISTRATOR_REQUEST else letter.heading
    if kind is EmailKind.SETUP and data.deadline:
        words = text(language, "{what}, due {day}", what=words, day=day(language, data.deadline))
    facts = [Fact(data.order_number, words, letter.button.url if letter.button else data.order_link)]
    if letter.second:
        facts.append(Fact(data.order_number, letter.second.label, letter.second.url))
    return facts


def _notes(language: str, kinds: Sequence[EmailKind]) -> list[str]:
    if EmailKind.SETUP not in kinds:
        return [text(language, "The links are personal: don’t pass them on.")]
    return [
        text(
            language,
            "The links are personal. An order is not for you? Open its link and choose “I want someone else to "
            "complete this order”.",
        )
    ]
