"""What the finder says to people: the outcome's first sentence, evidence and warnings, in their language."""

from babel.numbers import format_decimal

from backend.language import plural, text
from backend.models.organization import OrganizationType
from backend.provisioning.finder.matching import Match
from backend.provisioning.finder.normalise import displayed
from backend.provisioning.finder.ranking import Evidence, EvidenceCode, Flag, Outcome, Reason
from backend.provisioning.finder.search import Page


def message(language: str, found: Match) -> str:
    """The outcome's first sentence; after it, that the address belongs to an organization of the other type."""
    if found.outcome is Outcome.EXACT:
        return text(language, "Based on your email address, we mapped your order to your organization.")
    if found.outcome is Outcome.CANDIDATES:
        first = text(language, "We found matching organizations based on your email address.")
    else:
        first = text(language, "No matching organization found.")
    return " ".join(filter(None, (first, mismatch_sentence(language, found))))


def mismatch_sentence(language: str, found: Match) -> str:
    """That the address belongs to an organization of the other type; empty if it does not."""
    if not found.mismatch:
        return ""
    if OrganizationType.PARTNER in found.mismatch.types:
        template = "Your address belongs to {name}, a partner organization."
    else:
        template = "Your address belongs to {name}, a customer organization."
    return text(language, template, name=found.mismatch.display_name)


def search_message(language: str, page: Page) -> str:
    """What a search came to; a warning first if the domain mixes letters of several scripts."""
    warning = ""
    if page.mixed_scripts:
        warning = text(
            language,
            "This domain mixes letters of several scripts, as look-alikes do. It reads {domain}.",
            domain=page.based_on,
        )
    reason = page.reason or (None if page.candidates or page.has_previous_page else Reason.NO_MATCH)
    sentence = reason_sentence(language, reason, page.based_on) if reason else _found(language, page)
    return " ".join(filter(None, (warning, sentence)))


def reason_sentence(language: str, reason: Reason, based_on: str) -> str:
    """Why nothing matched, and what to do instead."""
    name = displayed(based_on.rpartition("@")[2])
    match reason:
        case Reason.FREE_MAIL:
            template = "{domain} is a free mail service, not a company’s domain. Search for the company's domain."
        case Reason.DISPOSABLE:
            template = "{domain} gives out throw-away addresses. Search for the company's domain."
        case Reason.PUBLIC_SUFFIX:
            template = "{domain} is shared by many companies. Search for the company's own domain."
        case Reason.INVALID_ADDRESS:
            template = "This is neither a domain nor an email address. Enter one such as acme.com."
        case _:
            template = "No matching organization found."
    return text(language, template, domain=name)


def evidence_sentence(language: str, evidence: Evidence) -> str:
    """One piece of evidence as a phrase; several are joined by " · "."""
    if evidence.code is EvidenceCode.ACTIVE_USERS:
        count = evidence.count or 0
        number = format_decimal(count, locale=language)
        return plural(language, "{number} active user", "{number} active users", count, number=number)
    if evidence.code is EvidenceCode.LATEST_ACTIVITY:
        return _activity(language, evidence.days or 0)
    return text(language, _PHRASES[evidence.code], domain=displayed(evidence.domain or ""))


def flag_reason(language: str, flag: Flag) -> str:
    """What a flag means, as a sentence."""
    return text(language, _FLAG_REASONS[flag])


_PHRASES = {
    EvidenceCode.NAMED_BY_ORDER: "named by the order",
    EvidenceCode.SAME_ADDRESS: "your address belongs to it",
    EvidenceCode.SAME_MAILBOX: "your address without its tag belongs to it",
    EvidenceCode.DOMAIN_CLAIMED: "claimed {domain}",
    EvidenceCode.DOMAIN_VERIFIED: "verified {domain}",
    EvidenceCode.DOMAIN_PENDING: "entered {domain}, not verified",
    EvidenceCode.DOMAIN_OBSERVED: "has users at {domain}, not verified",
    EvidenceCode.SAME_COMPANY_NAME: "same company name",
    EvidenceCode.SAME_COUNTRY: "same country or region",
    EvidenceCode.NO_ACTIVITY: "no activity yet",
}
_FLAG_REASONS = {
    Flag.DORMANT: "No user activity in the last year.",
    Flag.LIKELY_WRONG: (
        "No verified domains and no user activity in the last year: this is probably not the right organization."
    ),
    Flag.RELATED_DOMAIN: "It has a related domain, not the one you searched for.",
    Flag.LOOK_ALIKE_DOMAIN: "Its domain only looks like the one you searched for.",
    Flag.MIXED_SCRIPT: "The domain you searched for mixes letters of several scripts.",
}


def _found(language: str, page: Page) -> str:
    return text(language, "Organizations found for {domain}.", domain=displayed(page.based_on))


def _activity(language: str, days: int) -> str:
    if days == 0:
        return text(language, "last activity today")
    number = format_decimal(days, locale=language)
    return plural(language, "last activity {number} day ago", "last activity {number} days ago", days, number=number)
