"""Letters to the administrators of an organization about itself: its domains, and merged duplicates."""

from backend.language import text
from backend.mail.letter import Fact, Letter, MailData, button


def _notice(language: str, data: MailData, heading: str, *lead: str) -> Letter:
    """A notice whose subject is its heading, with what it is about below."""
    facts = (
        (text(language, "Organization"), data.organization),
        (text(language, "Domain"), data.domain),
        (text(language, "Reason"), data.reason or ""),
    )
    return Letter(
        subject=f"{heading}: {data.domain or data.organization}",
        heading=heading,
        lead=lead,
        button=button(text(language, "Open Control Hub"), data.link),
        facts=tuple(Fact(label, value) for label, value in facts if value),
    )


def domain_verified(language: str, data: MailData) -> Letter:
    """To the administrators: their domain is verified."""
    return _notice(
        language,
        data,
        text(language, "Domain verified"),
        text(
            language,
            "We found the TXT record: {domain} belongs to {organization}. From now on, orders for people with "
            "addresses at this domain find your organization.",
            domain=data.domain,
            organization=data.organization,
        ),
        text(
            language,
            "As long as no other organization has verified it, you can claim it on your organization’s page.",
        ),
    )


def domain_not_verified(language: str, data: MailData) -> Letter:
    """To the administrators: the TXT record was not found in time."""
    return _notice(
        language,
        data,
        text(language, "Domain not verified"),
        text(
            language,
            "We looked for the TXT record of {domain} for 14 days and did not find it. Your organization’s page "
            "says why. Set the record, then choose “Check now” there.",
            domain=data.domain,
        ),
    )


def domain_verified_by_others(language: str, data: MailData) -> Letter:
    """To the administrators of another organization that verified the same domain."""
    return _notice(
        language,
        data,
        text(language, "Domain verified by another organization"),
        text(
            language,
            "Another organization has proved with a TXT record that it controls {domain}. Nothing changes for your "
            "organization.",
            domain=data.domain,
        ),
        text(language, "If nobody in your company did that, ask whoever manages your DNS, and tell support."),
    )


def domain_removed(language: str, data: MailData) -> Letter:
    """To the administrators: who removed a domain that was verified."""
    return _notice(
        language,
        data,
        text(language, "Domain removed"),
        text(
            language,
            "{actor} removed {domain} from {organization}. Orders for people with addresses at this domain no "
            "longer find your organization.",
            actor=data.actor,
            domain=data.domain,
            organization=data.organization,
        ),
        text(language, "To get it back, add and verify it again on your organization’s page."),
    )


def merged(language: str, data: MailData) -> Letter:
    """To the administrators of both: a duplicate was merged into their organization."""
    return _notice(
        language,
        data,
        text(language, "Organizations merged"),
        text(
            language,
            "Support merged the duplicate {duplicate} into {organization}. Its people, domains, orders, sites and "
            "locations now belong to {organization}. The administrators of both now administer it.",
            duplicate=data.duplicate,
            organization=data.organization,
        ),
        text(language, "Nothing was deleted. If this is wrong, tell support within 24 hours so that they can undo it."),
    )


def merge_undone(language: str, data: MailData) -> Letter:
    """To the administrators of both: they are two organizations again."""
    return _notice(
        language,
        data,
        text(language, "Merge undone"),
        text(
            language,
            "{duplicate} is a separate organization again and no longer part of {organization}. Its people, "
            "domains, orders, sites and locations belong to it again.",
            duplicate=data.duplicate,
            organization=data.organization,
        ),
    )
