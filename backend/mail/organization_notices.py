"""Letters to the administrators of an organization about itself: domains, sites, merged duplicates, tokens, access."""

from dataclasses import replace
from datetime import timedelta

from babel.dates import format_date

from backend.language import region, text
from backend.mail.letter import Fact, Letter, MailData, button, day
from backend.reference.time_zones import time_zone_label


def _notice(language: str, data: MailData, heading: str, *lead: str) -> Letter:
    """A notice whose subject is its heading, with what it is about below."""
    facts = (
        (text(language, "Organization"), data.organization),
        (text(language, "Domain"), data.domain),
        (text(language, "Time zone"), _zone(language, data)),
        (text(language, "Order"), data.order_number),
        (text(language, "Reason"), data.reason or ""),
    )
    return Letter(
        subject=f"{heading}: {data.domain or data.order_number or data.site or data.organization}",
        heading=heading,
        lead=lead,
        button=button(text(language, "Open Control Hub"), data.link),
        facts=tuple(Fact(label, value) for label, value in facts if value),
    )


def _zone(language: str, data: MailData) -> str:
    return time_zone_label(data.time_zone, language) if data.time_zone else ""


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


def site_added(language: str, data: MailData) -> Letter:
    """To the administrators: a site that somebody added is ready."""
    return _notice(
        language,
        data,
        text(language, "Site added"),
        text(
            language,
            "{actor} added {site} to {organization}. It is ready.",
            actor=data.actor,
            site=data.site,
            organization=data.organization,
        ),
        text(language, "It has no licenses yet. Move some to it on your organization’s page, or with your next order."),
    )


def site_zone_changed(language: str, data: MailData) -> Letter:
    """To the administrators: a site has another time zone."""
    return _notice(
        language,
        data,
        text(language, "Time zone of a site changed"),
        text(
            language,
            "{actor} changed the time zone of {site}. Meetings that are scheduled there from now on use {zone}.",
            actor=data.actor,
            site=data.site,
            zone=_zone(language, data),
        ),
    )


def site_removed(language: str, data: MailData) -> Letter:
    """To the administrators: who removed a site."""
    return _notice(
        language,
        data,
        text(language, "Site removed"),
        text(
            language,
            "{actor} removed {site} from {organization}. Links to its meetings no longer work.",
            actor=data.actor,
            site=data.site,
            organization=data.organization,
        ),
        text(language, "Nobody else can take its name. You can add the site again on your organization’s page."),
    )


def site_change_failed(language: str, data: MailData) -> Letter:
    """To the administrators: what somebody wanted to change on a site did not work."""
    return _notice(
        language,
        data,
        text(language, "Change of a site failed"),
        text(
            language,
            "{actor} asked for a change of {site}, which could not be carried out. Your organization’s page says "
            "where it stands; try again there.",
            actor=data.actor,
            site=data.site,
        ),
    )


def licenses_moved(language: str, data: MailData) -> Letter:
    """To the administrators: licenses are on other sites."""
    return _notice(
        language,
        data,
        text(language, "Licenses moved"),
        text(
            language,
            "The licenses of the order {order} are split over the sites of {organization} in another way now. The "
            "order’s page shows how.",
            order=data.order_number,
            organization=data.organization,
        ),
    )


def licenses_not_moved(language: str, data: MailData) -> Letter:
    """To the administrators: licenses of a site could not be changed."""
    return _notice(
        language,
        data,
        text(language, "Licenses not moved"),
        text(
            language,
            "The licenses of {site} could not be changed. Move them again on your organization’s page.",
            site=data.site,
        ),
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


def webhook_added(language: str, data: MailData) -> Letter:
    """To the administrators: somebody made a webhook, so what happens is told to another system."""
    return _about_webhook(
        language,
        data,
        text(language, "New webhook"),
        text(
            language,
            "{actor} made a webhook for {organization}. What happens to its orders is sent to {webhook} from now on.",
            actor=data.actor,
            organization=data.organization,
            webhook=data.webhook,
        ),
        _if_unknown(language, data),
    )


def webhook_redirected(language: str, data: MailData) -> Letter:
    """To the administrators: a webhook sends to another system now."""
    return _about_webhook(
        language,
        data,
        text(language, "Webhook has a new address"),
        text(
            language,
            "{actor} changed the address of a webhook of {organization}. What happens to its orders is sent to "
            "{webhook} from now on.",
            actor=data.actor,
            organization=data.organization,
            webhook=data.webhook,
        ),
        _if_unknown(language, data),
    )


def _if_unknown(language: str, data: MailData) -> str:
    return text(
        language,
        "If you don’t know this system, ask {actor}, or remove the webhook: from then on nothing is sent there.",
        actor=data.actor,
    )


def webhook_gone(language: str, data: MailData) -> Letter:
    """To the administrators: a webhook was switched off, as its receiver said that it is gone."""
    return _webhook_off(
        language, data, text(language, "The receiver answered 410 Gone, so this webhook was switched off.")
    )


def webhook_failing(language: str, data: MailData) -> Letter:
    """To the administrators: a webhook was switched off, as its receiver accepted nothing."""
    return _webhook_off(
        language,
        data,
        text(language, "The receiver accepted nothing for three days, so this webhook was switched off."),
    )


def _webhook_off(language: str, data: MailData, why: str) -> Letter:
    heading = text(language, "Webhook switched off")
    more = text(
        language,
        "No more events of {organization} are sent there. When the receiver works again, switch the webhook on. What "
        "failed can be sent again from its delivery log; what happens while the webhook is off is not in it.",
        organization=data.organization,
    )
    return _about_webhook(language, data, heading, why, more)


def _about_webhook(language: str, data: MailData, heading: str, *lead: str) -> Letter:
    letter = _notice(language, data, heading, *lead)
    return replace(
        letter,
        facts=(*letter.facts, Fact(text(language, "Address"), data.webhook)),
        button=button(text(language, "Open API access"), data.link),
    )


def token_created(language: str, data: MailData) -> Letter:
    """To the administrators: there is a new API token for their organization."""
    return _about_token(
        language,
        data,
        text(language, "New API token"),
        text(
            language,
            "{actor} made an API token for {organization}. A system that has it can do what full administrators of the "
            "organization can do with orders, as far as its scopes go.",
            actor=data.actor,
            organization=data.organization,
        ),
        text(
            language,
            "If you don’t know what it is for, ask {actor}, or revoke it: from then on it no longer works.",
            actor=data.actor,
        ),
    )


def token_revoked(language: str, data: MailData) -> Letter:
    """To the administrators: an API token of their organization no longer works."""
    return _about_token(
        language,
        data,
        text(language, "API token revoked"),
        text(
            language,
            "{actor} revoked an API token of {organization}. The system that used it is refused from now on.",
            actor=data.actor,
            organization=data.organization,
        ),
    )


def _about_token(language: str, data: MailData, heading: str, *lead: str) -> Letter:
    last = (data.expires_at - timedelta(days=1)).date() if data.expires_at else None
    facts = (
        (text(language, "Organization"), data.organization),
        (text(language, "API token"), data.token),
        (text(language, "Scopes"), data.scopes),
        (text(language, "Valid until"), format_date(last, "long", locale=region(language)) if last else ""),
    )
    return Letter(
        subject=f"{heading}: {data.organization}",
        heading=heading,
        lead=lead,
        button=button(text(language, "Open API access"), data.link),
        facts=tuple(Fact(label, value) for label, value in facts if value),
    )


def partner_access_ended(language: str, data: MailData) -> Letter:
    """To the partner's full administrators and people: a customer ended what they could do."""
    return _about_access(
        language,
        data,
        text(language, "Access ended"),
        data.customer_name,
        text(
            language,
            "{actor} ended the access of {partner} to {customer}. Your people no longer see its orders and can no "
            "longer set them up. What was submitted goes on; {customer} does the rest.",
            actor=data.actor,
            partner=data.partner_name,
            customer=data.customer_name,
        ),
        text(
            language,
            "If you still need it, a full administrator of {partner} can ask for it again.",
            partner=data.partner_name,
        ),
    )


def partner_access_ended_by_us(language: str, data: MailData) -> Letter:
    """To the other full administrators of the customer."""
    return _about_access(
        language,
        data,
        text(language, "Access of a partner ended"),
        data.partner_name,
        text(
            language,
            "{actor} ended the access of {partner} to {customer}. Its people no longer see your orders. Services that "
            "they had not submitted yet are yours to set up.",
            actor=data.actor,
            partner=data.partner_name,
            customer=data.customer_name,
        ),
        text(language, "The partner was told and may ask for it again. You then decide."),
    )


def partner_access_requested(language: str, data: MailData) -> Letter:
    """To the customer's full administrators: a partner whose access they ended asks for it again."""
    last = data.expires_at
    until = day(language, last) if last else ""
    return _about_access(
        language,
        data,
        text(language, "A partner asks for access again"),
        data.partner_name,
        text(
            language,
            "{actor} of {partner} asks for access to {customer} again: to see the orders that they had, and to set up "
            "their services.",
            actor=data.actor,
            partner=data.partner_name,
            customer=data.customer_name,
        ),
        text(language, "Until {day} you can give it or decline. If you do nothing, it stays ended.", day=until),
    )


def partner_access_granted(language: str, data: MailData) -> Letter:
    """To who asked, and the partner's full administrators."""
    return _about_access(
        language,
        data,
        text(language, "Access given again"),
        data.customer_name,
        text(
            language,
            "{actor} gave {partner} access to {customer} again. Your people see the orders that they had, and can set "
            "up their services.",
            actor=data.actor,
            partner=data.partner_name,
            customer=data.customer_name,
        ),
    )


def partner_access_declined(language: str, data: MailData) -> Letter:
    """To who asked, and the partner's full administrators."""
    return _about_access(
        language,
        data,
        text(language, "Access declined"),
        data.customer_name,
        text(
            language,
            "{actor} declined to give {partner} access to {customer} again.",
            actor=data.actor,
            partner=data.partner_name,
            customer=data.customer_name,
        ),
    )


def _about_access(language: str, data: MailData, heading: str, other: str, *lead: str) -> Letter:
    facts = (
        (text(language, "Partner organization"), data.partner_name),
        (text(language, "Customer organization"), data.customer_name),
        (text(language, "Reason"), data.reason or ""),
    )
    return Letter(
        subject=f"{heading}: {other}",
        heading=heading,
        lead=lead,
        button=button(text(language, "Who has access"), data.link),
        facts=tuple(Fact(label, value) for label, value in facts if value),
    )
