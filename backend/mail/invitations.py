"""The letters that ask someone to act: set up, sign in, take over, check, decide; and the one that says it is done."""

from collections.abc import Callable

from backend.language import text
from backend.mail.letter import Letter, MailData, button, day, guide, order_facts, services

SUBJECT = "Provisioning information required for order {number}"
BUTTON = "Set Up Your Service"


def _setup(language: str, data: MailData) -> Letter:
    """The welcome mail. Subject and button are English in every language."""
    lead = text(
        language, "{seller} placed an order and named you as its provisioning contact.", seller=data.seller_name
    )
    return _invitation(language, data, lead)


def _delegated(language: str, data: MailData) -> Letter:
    """The setup mail to the person who was asked to complete the order."""
    lead = text(
        language, "{actor} asked you to complete this order from {seller}.", actor=data.actor, seller=data.seller_name
    )
    return _invitation(language, data, lead)


def _invitation(language: str, data: MailData, lead: str) -> Letter:
    remaining = text(
        language,
        "Two parts remain: find the right organization, then set up the services. It takes about 10 minutes.",
    )
    return Letter(
        subject=SUBJECT.format(number=data.order_number),
        heading=text(language, "Set up Webex for {company}", company=data.company_name),
        lead=(f"{lead} {remaining}",),
        button=button(BUTTON, data.link),
        facts=order_facts(language, data),
        notes=(_personal(language, data),),
        guide=guide(language, data),
    )


def _personal(language: str, data: MailData) -> str:
    personal = text(
        language,
        "The link is personal. Not for you? Open it and choose “I want someone else to complete this order”.",
    )
    return _with_questions(language, data, personal)


def _with_questions(language: str, data: MailData, note: str) -> str:
    if not data.seller_email:
        return note
    return f"{note} " + text(language, "Questions: {email}.", email=data.seller_email)


def _reminder(language: str, data: MailData) -> Letter:
    """What is due by when, before the organizations are mapped."""
    deadline = day(language, data.deadline) if data.deadline else ""
    return Letter(
        subject=text(
            language, "Reminder: complete order {number} by {deadline}", number=data.order_number, deadline=deadline
        ),
        heading=text(
            language, "Set up Webex for {company} by {deadline}", company=data.company_name, deadline=deadline
        ),
        lead=(
            text(language, "Nothing is provisioned yet. What you entered so far is saved."),
            text(
                language,
                "The order closes after {deadline}. Then only {seller} can open it again.",
                deadline=deadline,
                seller=data.seller_name,
            ),
        ),
        button=button(BUTTON, data.link),
        facts=order_facts(language, data),
        notes=(_personal(language, data),),
        guide=guide(language, data),
    )


def _sign_in_code(language: str, data: MailData) -> Letter:
    """The code for a mailbox that signs in; no other figures, so that nothing else looks like it."""
    return _code(
        language,
        data,
        text(language, "Enter this code to sign in to Control Hub. It is valid for 10 minutes."),
    )


def _link_code(language: str, data: MailData) -> Letter:
    """The code that opens a setup link in a second browser."""
    return _code(
        language,
        data,
        text(language, "Your setup link was opened in another browser. Enter this code there within 10 minutes."),
    )


def _code(language: str, data: MailData, lead: str) -> Letter:
    return Letter(
        subject=text(language, "Your code for Control Hub"),
        heading=text(language, "Your code"),
        lead=(lead,),
        code=data.code,
        notes=(
            text(
                language,
                "The code works only in the browser that asked for it. It wasn’t you? Ignore this mail: without the "
                "code nobody gets in. Never pass it on.",
            ),
        ),
    )


def _hand_over(language: str, data: MailData) -> Letter:
    """To the customer's administrators: continue with service setup."""
    asked = text(language, "{partner} asks you to set up the services of your subscription.", partner=data.partner_name)
    return _customer_setup(
        language, data, text(language, "Set up your Webex services: order {number}", number=data.order_number), asked
    )


def _hand_over_reminder(language: str, data: MailData) -> Letter:
    """To each administrator of the customer, when the services still wait a week later."""
    since = day(language, data.requested_at) if data.requested_at else ""
    asked = text(
        language,
        "On {day}, {partner} asked you to set up the services of your subscription. They still wait for you.",
        day=since,
        partner=data.partner_name,
    )
    return _customer_setup(
        language,
        data,
        text(language, "Reminder: your Webex services wait, order {number}", number=data.order_number),
        asked,
    )


def _customer_setup(language: str, data: MailData, subject: str, asked: str) -> Letter:
    remaining = text(
        language,
        "Still to set up: {services}. You can do it now or later.",
        services=services(language, data),
    )
    return Letter(
        subject=subject,
        heading=text(language, "Set up Webex for {company}", company=data.customer),
        lead=(f"{asked} {remaining}",),
        button=button(BUTTON, data.link),
        facts=order_facts(language, data),
        notes=(
            text(
                language,
                "The link is personal. {partner} keeps access to your organization and can set up the services too.",
                partner=data.partner_name,
            ),
        ),
        guide=guide(language, data),
    )


def _subscription_added(language: str, data: MailData) -> Letter:
    """To the full administrators of an existing customer organization, with the way to object."""
    return Letter(
        subject=text(language, "A subscription was added to {organization}", organization=data.customer),
        heading=text(language, "A subscription was added to {organization}", organization=data.customer),
        lead=(
            text(
                language,
                "{partner} mapped an order to your organization. {actor} may set up its services as Provisioning "
                "administrator and sees this order only: not your users, not your other orders.",
                partner=data.partner_name,
                actor=data.actor,
            ),
            text(language, "You expected this? There is nothing to do."),
        ),
        second=button(text(language, "This wasn’t us"), data.link),
        facts=order_facts(language, data),
        notes=(
            text(
                language,
                "“This wasn’t us” opens a page where you confirm it. Setup then stops until support has decided.",
            ),
        ),
    )


def _completion(language: str, data: MailData) -> Letter:
    """Everything is provisioned; the order summary is attached."""
    return Letter(
        subject=text(language, "Order {number} is provisioned", number=data.order_number),
        heading=text(language, "Webex is ready for {company}", company=data.customer),
        lead=(
            text(
                language,
                "Provisioned: {services}. The order summary is attached as a PDF.",
                services=services(language, data),
            ),
        ),
        button=button(text(language, "Open Control Hub"), data.link),
        facts=order_facts(language, data),
        notes=(
            _with_questions(
                language,
                data,
                text(language, "Sites, locations and licenses can be changed in Control Hub from now on."),
            ),
        ),
        guide=guide(language, data),
    )


def _administrator_request(language: str, data: MailData) -> Letter:
    """To the customer's full administrators: approve or deny full rights for the partner."""
    expires = day(language, data.expires_at) if data.expires_at else ""
    return Letter(
        subject=text(language, "{partner} asks for full administrator privileges", partner=data.partner_name),
        heading=text(language, "Approve or deny full administrator privileges"),
        lead=(
            text(
                language,
                "{actor} of {partner} asks for full administrator privileges in {organization}. A full administrator "
                "can change all users, services and settings.",
                actor=data.actor,
                partner=data.partner_name,
                organization=data.customer,
            ),
        ),
        button=button(text(language, "Approve or deny"), data.link),
        facts=order_facts(language, data),
        notes=(
            text(
                language,
                "Opening the link decides nothing. Without an answer the request expires on {day} and nothing changes.",
                day=expires,
            ),
        ),
    )


LETTERS: dict[tuple[str, str | None], Callable[[str, MailData], Letter]] = {
    ("SETUP", None): _setup,
    ("SETUP", "DELEGATED"): _delegated,
    ("REMINDER", None): _reminder,
    ("REMINDER", "HAND_OVER"): _hand_over_reminder,
    ("SIGN_IN_CODE", None): _sign_in_code,
    ("SIGN_IN_CODE", "LINK"): _link_code,
    ("HAND_OVER", None): _hand_over,
    ("SUBSCRIPTION_ADDED", None): _subscription_added,
    ("COMPLETION", None): _completion,
    ("ADMINISTRATOR_REQUEST", None): _administrator_request,
}
