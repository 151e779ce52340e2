"""What the finder says to people: the outcome's first sentence, evidence and warnings, in their language."""

from babel.numbers import format_decimal

from backend.language import plural, text
from backend.models.organization import OrganizationType
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import Match
from backend.provisioning.finder.normalise import displayed
from backend.provisioning.finder.ranking import Basis, Evidence, EvidenceCode
from backend.provisioning.finder.search import Page


def message(language: str, found: Match) -> str:
    """The outcome's first sentence; then an organization of the other type, and one that is suspended."""
    if found.outcome is Outcome.EXACT:
        return text(language, "Based on your email address, we mapped your order to your organization.")
    if found.outcome is Outcome.CANDIDATES:
        first = _lead(language, found)
    else:
        first = text(language, "No matching organization found.")
    told = (first, mismatch_sentence(language, found), suspended_sentence(language, found))
    return " ".join(filter(None, told))


def _lead(language: str, found: Match) -> str:
    """On what the first candidate rests."""
    if found.lead is Basis.NAMED_BY_ORDER:
        return text(language, "The order names {name}.", name=found.candidates[0].organization.display_name)
    if found.lead is Basis.ORDER_DOMAIN:
        return text(language, "The order names {name}.", name=displayed(found.based_on))
    if found.lead is Basis.ORDER_NAME:
        return text(language, "The order names {name}.", name=found.based_on)
    if found.lead is Basis.LAST_ORDER:
        return text(language, "In your last order your partner organization was {name}.", name=found.based_on)
    if found.lead is Basis.ADMINISTERED:
        return text(language, "Nothing in the order points to an organization. These are the customers you administer.")
    return text(language, "We found matching organizations based on your email address.")


def suspended_sentence(language: str, found: Match) -> str:
    """That an organization would match but is suspended, and whom to ask; empty if there is none."""
    return _suspended(language, found.suspended.display_name) if found.suspended else ""


def _suspended(language: str, name: str) -> str:
    template = "{name} exists but is suspended, so it can’t be chosen. Ask its administrators or Control Hub support."
    return text(language, template, name=name)


def mismatch_sentence(language: str, found: Match) -> str:
    """That the address belongs to an organization of the other type; empty if it does not."""
    if not found.mismatch:
        return ""
    if OrganizationType.PARTNER in found.mismatch.types:
        template = "You have an account at {name}, a partner organization."
    else:
        template = "You have an account at {name}, a customer organization."
    return text(language, template, name=found.mismatch.display_name)


def search_message(language: str, page: Page) -> str:
    """What a search came to; a warning first if the domain mixes letters of several scripts."""
    warning = ""
    if page.mixed_scripts:
        warning = text(
            language,
            "This domain mixes letters from several scripts, as forged addresses do. It reads {domain}.",
            domain=page.based_on,
        )
    reason = page.reason or (None if page.candidates or page.has_previous_page else Reason.NO_MATCH)
    suspended = _suspended(language, page.suspended) if page.suspended else ""
    sentence = "" if suspended and reason else reason_sentence(language, reason, page.based_on) if reason else None
    told = (warning, _found(language, page) if sentence is None else sentence, suspended)
    return " ".join(filter(None, told))


def reason_sentence(language: str, reason: Reason, based_on: str) -> str:
    """Why nothing matched, and what to do instead."""
    name = displayed(based_on.rpartition("@")[2])
    match reason:
        case Reason.FREE_MAIL:
            template = "{domain} is a free email service, not a company’s domain. Search for the company’s domain."
        case Reason.DISPOSABLE:
            template = "{domain} provides disposable addresses. Search for the company’s domain."
        case Reason.PUBLIC_SUFFIX:
            template = "{domain} is shared by many companies. Search for the company’s own domain."
        case Reason.SHARED_DOMAIN:
            template = "People from many organizations have addresses at {domain}. Search for the company’s own domain."
        case Reason.SUSPENDED:
            template = "Your organization exists but is suspended. Ask its administrators or Control Hub support."
        case Reason.UNKNOWN_SUFFIX:
            template = "No domain ends in .{ending}. Check the spelling."
        case Reason.INVALID_ADDRESS:
            template = "This is neither a domain nor an email address. Enter one such as acme.com."
        case _:
            template = "No matching organization found."
    return text(language, template, domain=name, ending=name.rpartition(".")[2])


def evidence_sentence(language: str, evidence: Evidence) -> str:
    """One piece of evidence as a phrase; several are joined by " · "."""
    if evidence.code is EvidenceCode.ACTIVE_USERS:
        count = evidence.count or 0
        number = format_decimal(count, locale=language)
        return plural(language, "{number} active user", "{number} active users", count, number=number)
    if evidence.code is EvidenceCode.LATEST_ACTIVITY:
        return _activity(language, evidence.days or 0)
    return text(language, _PHRASES[evidence.code], domain=displayed(evidence.domain or ""))


_PHRASES = {
    EvidenceCode.NAMED_BY_ORDER: "named in the order",
    EvidenceCode.LAST_ORDER: "as in your last order",
    EvidenceCode.SAME_ADDRESS: "you have an account here",
    EvidenceCode.SAME_MAILBOX: "your address without its tag has an account here",
    EvidenceCode.DOMAIN_CLAIMED: "claimed {domain}",
    EvidenceCode.DOMAIN_VERIFIED: "verified {domain}",
    EvidenceCode.DOMAIN_PENDING: "entered {domain}, not verified",
    EvidenceCode.DOMAIN_OBSERVED: "has users at {domain}, not verified",
    EvidenceCode.SAME_COMPANY_NAME: "same company name",
    EvidenceCode.SAME_COUNTRY: "same country or region",
    EvidenceCode.NO_ACTIVITY: "no activity yet",
}


def _found(language: str, page: Page) -> str:
    return text(language, "Organizations found for {domain}.", domain=displayed(page.based_on))


def _activity(language: str, days: int) -> str:
    if days == 0:
        return text(language, "last activity today")
    number = format_decimal(days, locale=language)
    return plural(language, "last activity {number} day ago", "last activity {number} days ago", days, number=number)
