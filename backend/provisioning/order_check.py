"""The check of an order before it is placed: what would be refused, what is doubtful, whom the finder would find.

Nothing is written and nobody is mailed. A seller hears of other organizations no more than placing the order and
setting it up with a mailbox of their own would tell (decision 31).
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace

from backend import database
from backend.database import Row
from backend.language import LANGUAGES
from backend.models.order import OrderStatus, WordKind
from backend.models.organization import MailDomainKind, OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning import mail_domains, meetings
from backend.provisioning.access import Actor
from backend.provisioning.finder import suffixes
from backend.provisioning.finder.company_names import canonical, without_legal_form
from backend.provisioning.finder.matching import Match, hosts_of, match
from backend.provisioning.finder.normalise import displayed
from backend.provisioning.finder.ranking import Basis
from backend.provisioning.new_order import NewOrder, SoldOrder, find_placed, read
from backend.provisioning.order_words import company_word
from backend.provisioning.organization_match import explains, question
from backend.reference import site_names
from backend.refusals import ErrorCode, Refused
from backend.settings import settings
from backend.sql import among, listed

FAR_START = timedelta(days=90)  # from today: mails to somebody who may not be there any more
RECENTLY = timedelta(days=30)
_COMPARED = 50  # orders for the same company, the newest ones
_OF_MANY = {"info", "office", "contact", "kontakt", "mail", "post", "hello", "sales", "vertrieb", "admin", "support"}
_OF_NOBODY = {"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "nicht-antworten"}
# Of the same company, by the words that it is found by (see `order_words`).
_RECENT = f"""
SELECT o.id, o.order_number, o.placed_at FROM orders o WHERE o.seller = $1 AND o.placed_at > $2
  AND o.status NOT IN ('{OrderStatus.CANCELLED}', '{OrderStatus.CLOSED}') AND o.test = $4
  AND o.id IN (SELECT order_id FROM order_word WHERE kind = '{WordKind.COMPANY}' AND word = $3)
ORDER BY o.placed_at DESC, o.id DESC LIMIT {_COMPARED}
"""
_NAMED = "SELECT external_id, is_partner, is_customer FROM organization WHERE status IN ('ACTIVE', 'MERGED')"


class FindingSeverity(StrEnum):
    """How much a finding weighs."""

    INFO = "INFO"
    WARNING = "WARNING"
    BLOCKS = "BLOCKS"


INFO, WARNING = FindingSeverity.INFO, FindingSeverity.WARNING


class FindingCode(StrEnum):
    """What is doubtful; for programs, so a code stays what it means. What is refused has the code of its refusal."""

    UNKNOWN_ENDING = "UNKNOWN_ENDING"
    FREE_MAIL = "FREE_MAIL"
    DISPOSABLE_MAIL = "DISPOSABLE_MAIL"
    SHARED_DOMAIN = "SHARED_DOMAIN"
    PUBLIC_SUFFIX = "PUBLIC_SUFFIX"
    MAILBOX_OF_MANY = "MAILBOX_OF_MANY"
    MAILBOX_OF_NOBODY = "MAILBOX_OF_NOBODY"
    OTHER_ORGANIZATION = "OTHER_ORGANIZATION"
    OTHER_DOMAIN = "OTHER_DOMAIN"
    UNKNOWN_ORGANIZATION = "UNKNOWN_ORGANIZATION"
    PARTNER_IS_CUSTOMER = "PARTNER_IS_CUSTOMER"
    ALREADY_PLACED = "ALREADY_PLACED"
    SAME_ORDER = "SAME_ORDER"
    SITE_NAME_TAKEN = "SITE_NAME_TAKEN"
    SITE_NAME_RESERVED = "SITE_NAME_RESERVED"
    START_FAR = "START_FAR"
    START_PAST = "START_PAST"
    CONTACT_IS_SELLER = "CONTACT_IS_SELLER"
    COUNTRY_MISSING = "COUNTRY_MISSING"
    CUSTOMER_DOMAIN_MISSING = "CUSTOMER_DOMAIN_MISSING"
    LANGUAGE_MISSING = "LANGUAGE_MISSING"


class Finding(msgspec.Struct, frozen=True):
    """Something to look at before the order is placed. `message` is an English sentence, filled from `values`."""

    code: FindingCode | ErrorCode
    severity: FindingSeverity
    message: str
    field: tuple[str, ...]
    values: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class OrderCheck:
    """What placing an order would come to.

    `refusals` are those of placing it, `findings` these and what is doubtful, what blocks first. `partner` and
    `customer` are the finder's answers, as far as whoever asks may hear them; None: there is no address to go by.
    `whole`: they may hear of candidates.
    """

    refusals: list[Refused]
    findings: list[Finding]
    partner: Match | None
    customer: Match | None
    whole: bool


async def check_order(new: NewOrder, actor: Actor, at: datetime) -> OrderCheck:
    """Tell what placing this order as the seller `actor` would come to. Reads only."""
    sold = read(new, at.date())
    already = False
    try:
        already = await find_placed(new, actor.seller) is not None
        refusals = [] if already else sold.refusals
    except Refused as conflict:
        refusals = conflict.all()
    found = [_refused(refused) for refused in refusals]
    if already:
        text = "This very order was placed before. Placing it again changes nothing and answers with that one."
        found.append(Finding(FindingCode.ALREADY_PLACED, INFO, text, ("orderNumber",)))
    else:
        found += [finding async for finding in _same_orders(sold, actor.seller, at)]
    found += _of_the_start(sold, at)
    found += [finding async for finding in _of_addresses(sold)]
    found += [finding async for finding in _of_organizations(sold)]
    found += [finding async for finding in _of_the_site(sold, at)]
    found += _of_what_is_missing(new, sold)
    by_domain = await _find(sold, OrganizationType.CUSTOMER, at)
    found += _of_the_domain(sold, by_domain)
    heavy_first = list(reversed(FindingSeverity))
    found.sort(key=lambda finding: heavy_first.index(finding.severity))
    if explains(actor):
        partner = await _find(sold, OrganizationType.PARTNER, at, by_mailbox=True)
        customer = await _find(sold, OrganizationType.CUSTOMER, at, by_mailbox=True)
        return OrderCheck(refusals, found, partner, customer, whole=True)
    partner = await _find(sold, OrganizationType.PARTNER, at)
    return OrderCheck(refusals, found, _hidden(partner), _hidden(by_domain), whole=False)


def _refused(refused: Refused) -> Finding:
    # Only what is said of an unknown ending names the ending.
    code = FindingCode.UNKNOWN_ENDING if "ending" in refused.values else refused.code
    return Finding(code, FindingSeverity.BLOCKS, refused.message, refused.field, refused.values)


async def _find(sold: SoldOrder, slot: OrganizationType, at: datetime, *, by_mailbox: bool = False) -> Match | None:
    """What the wizard would ask for a customer's order."""
    return await match(question(sold, slot), at, by_mailbox=by_mailbox) if sold.contact_email else None


def _hidden(found: Match | None) -> Match | None:
    """What a seller may hear: whether something was found, and on what it rests; by name whom the order names."""
    if found is None:
        return None
    named = tuple(candidate for candidate in found.candidates if candidate.basis is Basis.NAMED_BY_ORDER)
    left_out = found.left_out + len(found.candidates)
    return replace(found, candidates=named, left_out=left_out, mismatch=None, suspended=None)


class _Placed(Row, frozen=True, kw_only=True):
    id: int
    order_number: str
    placed_at: datetime


async def _same_orders(sold: SoldOrder, seller: str, at: datetime) -> AsyncIterator[Finding]:
    """The newest other order of the seller for the same company and the same licenses."""
    if not sold.company_name:
        return
    values = [seller, at - RECENTLY, company_word(sold.company_name), sold.test]
    recent = [one for one in await database.records(_Placed, _RECENT, values) if one.order_number != sold.order_number]
    licenses: dict[int, set[tuple[str, int]]] = {one.id: set() for one in recent}
    sql = f"SELECT order_id, name, total_units FROM license WHERE order_id {among(1)}"
    for row in await database.rows(sql, [listed(licenses)]) if licenses else []:
        licenses[row["order_id"]].add((row["name"], row["total_units"]))
    wanted = {(license.name, license.total_units) for license in sold.licenses}
    same = next((one for one in recent if licenses[one.id] == wanted), None)
    if same is not None:
        text = "Order {number} of {day} is for the same company and licenses. Make sure that this is another one."
        said = {"number": same.order_number, "day": same.placed_at.date().isoformat()}
        yield Finding(FindingCode.SAME_ORDER, WARNING, text, ("companyName",), said)


def _of_the_start(sold: SoldOrder, at: datetime) -> Iterator[Finding]:
    day, today = sold.requested_start_date, at.date()
    if day < today:
        text = "This day has passed: the welcome email goes out as soon as the order is placed."
        yield Finding(FindingCode.START_PAST, INFO, text, ("requestedStartDate",))
    elif day > today + FAR_START:
        text = "The welcome email goes out only in {days} days. Make sure that the date is right."
        yield Finding(FindingCode.START_FAR, WARNING, text, ("requestedStartDate",), {"days": (day - today).days})


async def _of_addresses(sold: SoldOrder) -> AsyncIterator[Finding]:
    """What the domains and mailboxes are that the order names."""
    named = {
        "provisioningContactEmail": sold.contact_email,
        "customerDomain": sold.customer_domain,
        "customerAdminEmail": sold.customer_admin_email,
        "sellerEmail": sold.seller_email,
    }
    domains = {name: address.rpartition("@")[2].lower() for name, address in named.items() if address}
    kinds = await mail_domains.kinds_of(set(domains.values()))
    for name, domain in domains.items():
        said = {"domain": displayed(domain)}
        match kinds[domain]:
            case MailDomainKind.FREE_MAIL:
                text = "{domain} is a free email service. It says nothing about the company."
                yield Finding(FindingCode.FREE_MAIL, WARNING, text, (name,), said)
            case MailDomainKind.DISPOSABLE:
                text = "{domain} provides disposable addresses. Mail may reach nobody, or anybody."
                yield Finding(FindingCode.DISPOSABLE_MAIL, WARNING, text, (name,), said)
            case MailDomainKind.SHARED:
                text = "People from many organizations have addresses at {domain}. It says nothing about the company."
                yield Finding(FindingCode.SHARED_DOMAIN, WARNING, text, (name,), said)
            case MailDomainKind.COMPANY if not suffixes.registrable(domain, development=settings().development):
                text = "{domain} is no company’s own domain: others register theirs below it."
                yield Finding(FindingCode.PUBLIC_SUFFIX, WARNING, text, (name,), said)
    for finding in _of_mailboxes(sold, domains):
        yield finding


def _of_mailboxes(sold: SoldOrder, domains: dict[str, str]) -> Iterator[Finding]:
    contact = ("provisioningContactEmail",)
    mailbox = sold.contact_key.rpartition("@")[0].partition("+")[0]
    if mailbox in _OF_NOBODY:
        text = "Nobody reads mail to such an address. The contact has to open the link that it brings."
        yield Finding(FindingCode.MAILBOX_OF_NOBODY, WARNING, text, contact)
    elif mailbox in _OF_MANY:
        text = "This may be a mailbox of several people. Whoever reads it can set up the order."
        yield Finding(FindingCode.MAILBOX_OF_MANY, INFO, text, contact)
    if sold.contact_key and sold.contact_key == sold.seller_key:
        text = "The contact is the salesperson too: they set up the order themselves."
        yield Finding(FindingCode.CONTACT_IS_SELLER, INFO, text, contact)
    customer, administrator = domains.get("customerDomain"), domains.get("customerAdminEmail")
    if customer and administrator and not f".{administrator}".endswith(f".{customer}"):
        text = "The administrator’s address is not at {domain}, the customer’s domain."
        said = {"domain": displayed(customer)}
        yield Finding(FindingCode.OTHER_DOMAIN, INFO, text, ("customerAdminEmail",), said)


async def _of_organizations(sold: SoldOrder) -> AsyncIterator[Finding]:
    """Whether those that the order names by their ids are there."""
    partner, previous = sold.named_partner, sold.previous_organization
    if named := [name for name in (partner, previous) if name]:
        found = {
            row["external_id"]: row
            for row in await database.rows(f"{_NAMED} AND external_id {among(1, 'text')}", [listed(named)])
        }
        if partner and not (partner in found and found[partner]["is_partner"]):
            text = "The directory has no partner organization with this id that could be chosen."
            yield Finding(FindingCode.UNKNOWN_ORGANIZATION, WARNING, text, ("partnerOrganizationExternalId",))
        if previous and not (previous in found and found[previous]["is_customer"]):
            text = "The directory has no customer organization with this id that could be chosen."
            yield Finding(FindingCode.UNKNOWN_ORGANIZATION, WARNING, text, ("previousOrganizationExternalId",))
    if partner and partner == previous:
        text = "The partner of an order can’t be its customer too."
        yield Finding(FindingCode.PARTNER_IS_CUSTOMER, WARNING, text, ("previousOrganizationExternalId",))


def _of_the_domain(sold: SoldOrder, found: Match | None) -> Iterator[Finding]:
    """Whether the customer's domain is proven by organizations of other names only."""
    if found is None or not sold.customer_domain:
        return
    hosts = set(hosts_of(sold.customer_domain, question(sold, OrganizationType.CUSTOMER))) or {sold.customer_domain}
    company = canonical(sold.company_name)
    proven = [one.organization for one in found.candidates if hosts & {name for name, _ in one.organization.domains}]
    meant = {one.external_id for one in proven if canonical(one.display_name) == company}
    if proven and not meant and sold.previous_organization not in {one.external_id for one in proven}:
        text = "An organization of another name has proven that {domain} is theirs."
        said = {"domain": displayed(sold.customer_domain)}
        yield Finding(FindingCode.OTHER_ORGANIZATION, WARNING, text, ("customerDomain",), said)


async def _of_the_site(sold: SoldOrder, at: datetime) -> AsyncIterator[Finding]:
    """Whether the customer can have the site name that suggests itself."""
    name = site_names.spelled(without_legal_form(sold.company_name)) or site_names.spelled(sold.company_name)
    if not name or ServiceKind.MEETINGS not in sold.services:
        return
    found = await meetings.availability(name, None, at)
    said = {"site": f"{name}.webex.com", "others": ", ".join(found.suggestions)}
    if found.reason is ErrorCode.SITE_NAME_TAKEN:
        text = (
            "{site} is taken. Unless it is the customer’s own site, they have to choose another name, such as {others}."
        )
        yield Finding(FindingCode.SITE_NAME_TAKEN, INFO, text, ("companyName",), said)
    elif found.reason is ErrorCode.SITE_NAME_RESERVED:
        text = "{site} is reserved. The customer has to choose another name, such as {others}."
        yield Finding(FindingCode.SITE_NAME_RESERVED, INFO, text, ("companyName",), said)


def _of_what_is_missing(new: NewOrder, sold: SoldOrder) -> Iterator[Finding]:
    """What would help to find the customer, or to write in the contact's language."""
    if not (new.country or "").strip():
        text = "Without a country, no organization is found by the company’s name."
        yield Finding(FindingCode.COUNTRY_MISSING, INFO, text, ("country",))
    if not (new.customer_domain or "").strip() and not sold.previous_organization:
        text = "Without the customer’s domain they are found by name or by the contact’s address only."
        yield Finding(FindingCode.CUSTOMER_DOMAIN_MISSING, INFO, text, ("customerDomain",))
    asked = (new.language or "").strip().replace("_", "-").partition("-")[0].lower()
    if asked and asked not in LANGUAGES:
        text = "There are no texts in this language. The contact is written to in English."
        yield Finding(FindingCode.LANGUAGE_MISSING, INFO, text, ("language",))
