"""What a mail is told (MailData), what it says (Letter) and what comes out (Message)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from babel.dates import format_date
from babel.lists import format_list

from backend.language import plural, region, text
from backend.models.outbox import MailTopic


@dataclass(frozen=True, slots=True, kw_only=True)
class MailData:
    """Everything that a mail may say; each kind uses what it needs. All texts are plain, never markup.

    `topic` picks the variant of a kind that has several. `recipient`, `actor` and `delegate` are addresses or names as
    the recipient may see them. `link` is personal; `order_link` leads to the order's page, where one signs in first.
    `deadline` is a day in UTC. `organization` is their own where the mail is about that and no order; `duplicate` was
    merged into it, `webhook` is the host of one of its webhooks, `token` one of its API tokens, by name and prefix.
    `site` is an address such as acme.webex.com. `licenses` are (units, name); `services` ServiceKind values.
    `test`: it is about a test order. `waiting` are the orders of a digest, each as (number, company, deadline, link);
    `waiting_count` is how many there are, also those that are not listed. `reminders_link` leads to how often reminders
    come; `one_click`: they end by one click.
    """

    topic: MailTopic | None = None
    order_number: str = ""
    company_name: str = ""
    seller_name: str = ""
    seller_email: str | None = None
    offer: str = "Webex Suite"
    term_months: int | None = None
    licenses: tuple[tuple[int, str], ...] = ()
    services: tuple[str, ...] = ()
    deadline: date | None = None
    link: str | None = None
    order_link: str | None = None
    guide: str | None = None
    code: str | None = None
    recipient: str = ""
    actor: str = ""
    delegate: str = ""
    customer_name: str = ""
    partner_name: str = ""
    organization: str = ""
    duplicate: str = ""
    domain: str = ""
    site: str = ""
    time_zone: str = ""
    webhook: str = ""
    token: str = ""
    scopes: str = ""
    reason: str | None = None
    requested_at: datetime | None = None
    expires_at: datetime | None = None
    test: bool = False
    waiting: tuple[tuple[str, str, date | None, str], ...] = ()
    waiting_count: int = 0
    reminders_link: str | None = None
    one_click: bool = False

    @property
    def customer(self) -> str:
        """The customer organization, or the company as sold while none is mapped."""
        return self.customer_name or self.company_name


@dataclass(frozen=True, slots=True)
class Link:
    """Something to click: its words and its address."""

    label: str
    url: str


class Fact(NamedTuple):
    """A row of what identifies an order; `url` is where its value leads."""

    label: str
    value: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail before its layout, in one language: heading, paragraphs, then code, buttons, facts and small print.

    `reminders` leads to how often reminders come.
    """

    subject: str
    heading: str
    lead: tuple[str, ...]
    code: str | None = None
    button: Link | None = None
    second: Link | None = None
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    guide: Link | None = None
    to_seller: bool = False
    reminders: Link | None = None

    @property
    def preview(self) -> str:
        """The line that a mail program shows beside the subject."""
        return f"{self.code} · {self.lead[0]}" if self.code else self.lead[0]


@dataclass(frozen=True, slots=True)
class Message:
    """A mail in one language, not yet encoded. `reply_to` is who answers questions; none: the sender. `unsubscribe` is
    the address that ends mails like this one by one click; none: they don't end.
    """

    language: str
    subject: str
    text: str
    html: str
    reply_to: str | None = None
    unsubscribe: str | None = None


def day(language: str, value: date | datetime) -> str:
    """The day, in UTC, as people read it: 19 December 2026 (UTC)."""
    return f"{format_date(value, 'long', locale=region(language))} (UTC)"


def listed(language: str, items: tuple[str, ...]) -> str:
    """Words as a list: Meetings, Calling and Messaging."""
    return format_list(items, locale=region(language))


def services(language: str, data: MailData) -> str:
    """The services by name, as a list; "services" if none are told."""
    return listed(language, tuple(kind.capitalize() for kind in data.services)) or text(language, "the services")


def button(label: str, url: str | None) -> Link | None:
    """A button, unless there is nowhere to go."""
    return Link(label, url) if url else None


def guide(language: str, data: MailData) -> Link | None:
    """The link to the wizard's guide."""
    return button(text(language, "Read the guide"), data.guide)


def order_facts(language: str, data: MailData, *, company: bool = False) -> tuple[Fact, ...]:
    """The rows that identify an order, with the company unless the heading names it; empty ones are left out."""
    term = plural(language, "{count} month", "{count} months", data.term_months) if data.term_months else ""
    facts = (
        Fact(text(language, "Order"), data.order_number, data.order_link),
        Fact(text(language, "Company"), data.company_name if company else ""),
        Fact(text(language, "Subscription"), ", ".join(filter(None, (data.offer, term)))),
        Fact(text(language, "Licenses"), ", ".join(f"{units} {name}" for units, name in data.licenses)),
        Fact(text(language, "Due"), day(language, data.deadline) if data.deadline else ""),
        Fact(text(language, "Reason"), data.reason or ""),
    )
    return tuple(fact for fact in facts if fact.value)
