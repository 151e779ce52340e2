"""The letters that tell what happened and ask nothing: one short sentence each, the facts, and the way to the order."""

from collections.abc import Callable
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
        button=button(text(language, "Open order"), data.link),
        facts=order_facts(language, data, company=True),
        to_seller=to_seller,
    )


def _handed_over(language: str, data: MailData) -> Letter:
    """To the former contact: who has the order now, and how to take it back."""
    own = data.actor in ("", data.recipient)
    happened = (
        text(language, "You handed this order to {delegate}.", delegate=data.delegate)
        if own
        else text(language, "{actor} handed this order to {delegate}.", actor=data.actor, delegate=data.delegate)
    )
    return _notice(
        language,
        data,
        text(language, "Handed to {delegate}", delegate=data.delegate),
        happened + " " + text(language, "Your earlier link no longer works; nothing that you entered is lost."),
        *(
            [text(language, "You can take the order back until {delegate} first signs in.", delegate=data.delegate)]
            if own
            else []
        ),
    )


def _handed_over_seller(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "New provisioning contact"),
        text(language, "{actor} handed this order to {delegate}.", actor=data.actor, delegate=data.delegate)
        + " "
        + text(language, "{delegate} got the setup mail.", delegate=data.delegate),
        to_seller=True,
    )


def _taken_back(language: str, data: MailData) -> Letter:
    """To the delegate whose help is no longer needed."""
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Taken back"),
        text(language, "{actor} took this order back. There is nothing for you to do.", actor=data.actor)
        + " "
        + text(language, "Your link no longer works."),
    )


def _taken_back_seller(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Provisioning contact restored"),
        text(language, "{actor} took this order back and completes it again.", actor=data.actor),
        to_seller=True,
    )


def _cancelled(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Cancelled"),
        text(language, "{actor} cancelled this order. Nothing was provisioned.", actor=data.actor)
        + " "
        + text(language, "Your link no longer works."),
    )


def _closed(language: str, data: MailData) -> Letter:
    """To contact and seller, when the deadline has passed."""
    return _notice(
        language,
        replace(data, deadline=None),
        text(language, "Closed"),
        text(
            language,
            "The time to complete this order ended on {day}. Nothing was provisioned, what was entered is saved.",
            day=day(language, data.deadline) if data.deadline else "",
        ),
        text(language, "{seller} can open it again.", seller=data.seller_name),
    )


def _mapping_undone(language: str, data: MailData) -> Letter:
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


def _setup_taken_back(language: str, data: MailData) -> Letter:
    """To the customer's administrators, when the partner sets up the services itself after all."""
    return _notice(
        language,
        data,
        text(language, "Service setup taken back"),
        text(
            language,
            "{partner} sets up the services itself. There is nothing for you to do.",
            partner=data.partner_name,
        ),
    )


def _dispute_opened(language: str, data: MailData) -> Letter:
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


def _dispute_upheld(language: str, data: MailData) -> Letter:
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


def _dispute_ends_setup(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Dispute decided"),
        text(
            language,
            "Support agreed: the order does not belong to {organization}. What was set up stays there, nothing more is "
            "set up, and the partner no longer has access to {organization}.",
            organization=data.customer,
        ),
    )


def _dispute_dismissed(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Dispute decided"),
        text(
            language,
            "Support found that the order belongs to {organization}. Setup can go on.",
            organization=data.customer,
        ),
    )


def _request_approved(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Request approved"),
        text(
            language,
            "{actor} gave you full administrator privileges in {organization}.",
            actor=data.actor,
            organization=data.customer,
        ),
    )


def _request_denied(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Request denied"),
        text(
            language,
            "{actor} denied you full administrator privileges in {organization}. You keep the rights that you had.",
            actor=data.actor,
            organization=data.customer,
        ),
    )


def _request_expired(language: str, data: MailData) -> Letter:
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


def _provisioning_failed(language: str, data: MailData) -> Letter:
    return _notice(
        language,
        data,
        text(language, "Cannot provision"),
        text(
            language,
            "{services} could not be provisioned. Your entries are saved. Open the order, see why and try again.",
            services=services(language, data),
        ),
    )


def _mail_failed(language: str, data: MailData) -> Letter:
    """To the seller: the provisioning contact cannot be reached."""
    return _notice(
        language,
        data,
        text(language, "Mail not delivered"),
        text(
            language,
            "The setup mail to {delegate} was refused. Check the address, then send it again or name another contact.",
            delegate=data.delegate,
        ),
        to_seller=True,
    )


LETTERS: dict[tuple[str, str | None], Callable[[str, MailData], Letter]] = {
    ("DELEGATION_NOTICE", "FORMER_CONTACT"): _handed_over,
    ("DELEGATION_NOTICE", "SELLER"): _handed_over_seller,
    ("NOTICE", "TAKEN_BACK"): _taken_back,
    ("NOTICE", "TAKEN_BACK_SELLER"): _taken_back_seller,
    ("NOTICE", "CANCELLED"): _cancelled,
    ("NOTICE", "CLOSED"): _closed,
    ("NOTICE", "MAPPING_UNDONE"): _mapping_undone,
    ("NOTICE", "SETUP_TAKEN_BACK"): _setup_taken_back,
    ("NOTICE", "DISPUTE_OPENED"): _dispute_opened,
    ("NOTICE", "DISPUTE_UPHELD"): _dispute_upheld,
    ("NOTICE", "DISPUTE_ENDS_SETUP"): _dispute_ends_setup,
    ("NOTICE", "DISPUTE_DISMISSED"): _dispute_dismissed,
    ("NOTICE", "REQUEST_APPROVED"): _request_approved,
    ("NOTICE", "REQUEST_DENIED"): _request_denied,
    ("NOTICE", "REQUEST_EXPIRED"): _request_expired,
    ("NOTICE", "PROVISIONING_FAILED"): _provisioning_failed,
    ("NOTICE", "MAIL_FAILED"): _mail_failed,
}
