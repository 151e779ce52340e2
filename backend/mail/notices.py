"""The letters that tell what happened and ask nothing: one short sentence each, the facts, and the way to the order."""

from dataclasses import replace

from backend.language import text
from backend.mail.letter import Letter, MailData, button, day, order_facts, services


def _notice(
    language: str,
    data: MailData,
    subject: str,
    *lead: str,
    to_seller: bool = False,
) -> Letter:
    """A notice whose subject is its heading, with the order's facts below."""
    return Letter(
        subject=f"{subject}: {text(language, 'order {number}', number=data.order_number)}",
        heading=subject,
        lead=lead,
        button=button(text(language, "Open order"), data.order_link),
        facts=order_facts(language, data, company=True),
        to_seller=to_seller,
    )


def handed_over(language: str, data: MailData) -> Letter:
    """To the former contact: who has the order now, and how to take it back."""
    own = data.actor in ("", data.recipient)
    happened = (
        text(language, "You handed this order over to {delegate}.", delegate=data.delegate)
        if own
        else text(language, "{actor} handed this order over to {delegate}.", actor=data.actor, delegate=data.delegate)
    )
    return _notice(
        language,
        data,
        text(language, "Handed over to {delegate}", delegate=data.delegate),
        happened + " " + text(language, "Your earlier link no longer works. Everything you entered is saved."),
        *(
            [text(language, "You can take the order back until {delegate} first signs in.", delegate=data.delegate)]
            if own
            else []
        ),
    )


def handed_over_seller(language: str, data: MailData) -> Letter:
    """To the seller: whom the contact handed the order over to."""
    return _notice(
        language,
        data,
        text(language, "New provisioning contact"),
        text(language, "{actor} handed this order over to {delegate}.", actor=data.actor, delegate=data.delegate)
        + " "
        + text(language, "We sent the welcome email to {delegate}.", delegate=data.delegate),
        to_seller=True,
    )


def taken_back(language: str, data: MailData) -> Letter:
    """To the delegate whose help is no longer needed."""
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Taken back"),
        text(language, "{actor} took this order back. You don’t need to do anything.", actor=data.actor)
        + " "
        + text(language, "Your link no longer works."),
    )


def taken_back_seller(language: str, data: MailData) -> Letter:
    """To the seller: who is the contact again."""
    return _notice(
        language,
        data,
        text(language, "Provisioning contact restored"),
        text(language, "{actor} took this order back and will complete it.", actor=data.actor),
        to_seller=True,
    )


def cancelled(language: str, data: MailData) -> Letter:
    """To the contact: the order is cancelled, and by whom."""
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Cancelled"),
        text(language, "{actor} cancelled this order. Nothing was provisioned.", actor=data.actor)
        + " "
        + text(language, "Your link no longer works."),
    )


def closed(language: str, data: MailData) -> Letter:
    """To contact and seller, when the deadline has passed."""
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Closed"),
        text(
            language,
            "The deadline for this order was {day}. Nothing was provisioned. What was entered is saved.",
            day=day(language, data.deadline) if data.deadline else "",
        ),
        text(language, "{seller} can reopen it.", seller=data.seller_name),
    )


def mapping_undone(language: str, data: MailData) -> Letter:
    """To the customer's administrators who were told that a subscription was added."""
    return _notice(
        language,
        data,
        text(language, "Mapping undone"),
        text(
            language,
            "The subscription is no longer mapped to {organization}. Nothing was provisioned.",
            organization=data.customer,
        ),
    )


def setup_taken_back(language: str, data: MailData) -> Letter:
    """To the customer's administrators, when the partner sets up the services itself after all."""
    return _notice(
        language,
        data,
        text(language, "Service setup taken back"),
        text(
            language,
            "{partner} will set up the services. You don’t need to do anything.",
            partner=data.partner_name,
        ),
    )


def service_taken_back(language: str, data: MailData) -> Letter:
    """To who was asked to set up one service, and no longer is."""
    return _notice(
        language,
        data,
        text(language, "Taken back"),
        text(
            language,
            "{actor} took the setup of {services} back. You don’t need to do anything.",
            actor=data.actor,
            services=services(language, data),
        )
        + " "
        + text(language, "You can no longer open it. Everything you saved is kept."),
    )


def dispute_opened(language: str, data: MailData) -> Letter:
    """To the contact and the seller: the customer says that the order is not theirs."""
    return _notice(
        language,
        data,
        text(language, "Mapping disputed"),
        text(
            language,
            "{actor} says that this order does not belong to {organization}. Setup stops until support has decided.",
            actor=data.actor,
            organization=data.customer,
        ),
    )


def dispute_upheld(language: str, data: MailData) -> Letter:
    """To the contact and who disputed: support undid the mapping."""
    return _notice(
        language,
        data,
        text(language, "Dispute decided"),
        text(
            language,
            "Support agreed: the order does not belong to {organization}. The mapping is undone.",
            organization=data.customer,
        ),
    )


def dispute_ends_setup(language: str, data: MailData) -> Letter:
    """To the contact and who disputed: support agreed after services had been submitted."""
    return _notice(
        language,
        data,
        text(language, "Dispute decided"),
        text(
            language,
            "Support agreed: the order does not belong to {organization}. What is already set up stays there. "
            "Nothing more will be set up, and the partner no longer has access to {organization}.",
            organization=data.customer,
        ),
    )


def dispute_dismissed(language: str, data: MailData) -> Letter:
    """To the contact and who disputed: support left the mapping as it is."""
    return _notice(
        language,
        data,
        text(language, "Dispute decided"),
        text(
            language,
            "Support decided that the order belongs to {organization}. Setup can continue.",
            organization=data.customer,
        ),
    )


def request_approved(language: str, data: MailData) -> Letter:
    """To who asked: they are a full administrator now."""
    return _notice(
        language,
        data,
        text(language, "Request approved"),
        text(
            language,
            "{actor} granted you full administrator privileges in {organization}.",
            actor=data.actor,
            organization=data.customer,
        ),
    )


def request_denied(language: str, data: MailData) -> Letter:
    """To who asked: their privileges stay as they are."""
    return _notice(
        language,
        data,
        text(language, "Request denied"),
        text(
            language,
            "{actor} denied your request for full administrator privileges in {organization}. Your current "
            "privileges stay the same.",
            actor=data.actor,
            organization=data.customer,
        ),
    )


def request_expired(language: str, data: MailData) -> Letter:
    """To who asked: nobody answered in time."""
    return _notice(
        language,
        data,
        text(language, "Request expired"),
        text(
            language,
            "Nobody at {organization} answered your request for full administrator privileges. You can ask again.",
            organization=data.customer,
        ),
    )


def provisioning_failed(language: str, data: MailData) -> Letter:
    """To the contact: services could not be set up."""
    return _notice(
        language,
        data,
        text(language, "Cannot provision"),
        text(
            language,
            "{services} could not be provisioned. Your entries are saved. Open the order to see why, then try again.",
            services=services(language, data),
        ),
    )


def mail_failed(language: str, data: MailData) -> Letter:
    """To the seller: the provisioning contact cannot be reached."""
    return _notice(
        language,
        data,
        text(language, "Email not delivered"),
        text(
            language,
            "The welcome email to {delegate} could not be delivered. Check the address, then send it again or name "
            "another contact.",
            delegate=data.delegate,
        ),
        to_seller=True,
    )


def many_mails(language: str, data: MailData) -> Letter:
    """To the seller: so many mails would go to one address that they are sent as one now and then."""
    return _notice(
        language,
        data,
        text(language, "Many emails to one address"),
        text(
            language,
            "{delegate} got many emails about your orders within the hour. The next ones are sent together: one email "
            "lists the orders, each with its own link, at most every 10 minutes. Nothing is lost.",
            delegate=data.delegate,
        ),
        text(language, "This order is the first of them. Each order shows what became of its emails."),
        to_seller=True,
    )


def hand_over_failed(language: str, data: MailData) -> Letter:
    """To the partner's contact and the seller: the customer's administrator cannot be reached."""
    return _notice(
        language,
        data,
        text(language, "Email not delivered"),
        text(
            language,
            "The email that asks {delegate} to set up the services could not be delivered. Set them up yourself, or "
            "take service setup back and hand it over to another address.",
            delegate=data.delegate,
        ),
        to_seller=True,
    )


def request_failed(language: str, data: MailData) -> Letter:
    """To who asked and the seller: the customer's administrator cannot be reached."""
    return _notice(
        language,
        data,
        text(language, "Email not delivered"),
        text(
            language,
            "The email that asks {delegate} for full administrator privileges could not be delivered. Tell them "
            "another way: administrators of {organization} can decide on the start page of Control Hub.",
            delegate=data.delegate,
            organization=data.customer,
        ),
        to_seller=True,
    )
