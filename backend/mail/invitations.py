"""The letters that ask someone to act: set up, sign in, take over, check, decide; and the one that says it is done."""

from backend.language import plural, text
from backend.mail.letter import Fact, Letter, MailData, button, day, guide, order_facts, services

SUBJECT = "Provisioning information required for order {number}"
SUBJECT_OF_MANY = "Provisioning information required for {count} orders"
BUTTON = "Set Up Your Service"


def setup(language: str, data: MailData) -> Letter:
    """The welcome mail. Subject and button are English in every language."""
    lead = text(
        language, "{seller} placed an order and named you as its provisioning contact.", seller=data.seller_name
    )
    return _invitation(language, data, lead)


def delegated(language: str, data: MailData) -> Letter:
    """The welcome email to the person who was asked to complete the order."""
    lead = text(
        language, "{actor} asked you to complete this order from {seller}.", actor=data.actor, seller=data.seller_name
    )
    return _invitation(language, data, lead)


def _invitation(language: str, data: MailData, lead: str) -> Letter:
    remaining = text(
        language,
        "There are two parts: find the right organization, then set up the services. It takes about 10 minutes.",
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


def reminder(language: str, data: MailData) -> Letter:
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
            text(language, "Nothing is provisioned yet. What you have entered so far is saved."),
            text(
                language,
                "The order closes after {deadline}. Then only {seller} can reopen it.",
                deadline=deadline,
                seller=data.seller_name,
            ),
        ),
        button=button(BUTTON, data.link),
        facts=order_facts(language, data),
        notes=(_personal(language, data),),
        guide=guide(language, data),
    )


def reminder_digest(language: str, data: MailData) -> Letter:
    """All orders that wait for somebody, the most urgent first, in place of a reminder of each."""
    title = plural(
        language, "{count} order is waiting for you", "{count} orders are waiting for you", data.waiting_count
    )
    lead = text(language, "The most urgent come first. What you have entered so far is saved.")
    more = data.waiting_count - len(data.waiting)
    notes = [text(language, "The links are personal: don’t pass them on.")]
    if more > 0:
        notes.insert(0, plural(language, "{count} more is not listed here.", "{count} more are not listed here.", more))
    return Letter(
        subject=text(language, "Reminder: {what}", what=title),
        heading=title,
        lead=(lead,),
        button=button(text(language, "Open all orders"), data.order_link),
        facts=tuple(
            Fact(
                number,
                text(language, "{company}, due {day}", company=company, day=day(language, due)) if due else company,
                link,
            )
            for number, company, due, link in data.waiting
        ),
        notes=tuple(notes),
    )


def sign_in_code(language: str, data: MailData) -> Letter:
    """The code for a mailbox that signs in; no other figures, so that nothing else looks like it."""
    return _code(
        language,
        data,
        text(language, "Enter this code to sign in to Control Hub. It is valid for 10 minutes."),
    )


def link_code(language: str, data: MailData) -> Letter:
    """The code that opens a setup link in a second browser."""
    return _code(
        language,
        data,
        text(language, "Your setup link was opened in another browser. Enter this code there within 10 minutes."),
    )


def sign_in_link(language: str, data: MailData) -> Letter:
    """To the owner of a mailbox for which too many wrong codes were entered: a link that signs them in."""
    return Letter(
        subject=text(language, "Too many wrong codes: sign in with this link"),
        heading=text(language, "Somebody entered 100 wrong codes for your address"),
        lead=(
            text(
                language,
                "Nobody got in. Until you sign in with this link, codes for your address work only in browsers in "
                "which you have signed in before.",
            ),
        ),
        button=button(text(language, "Sign in"), data.link),
        notes=(
            text(
                language,
                "The link is valid for 24 hours and works once. Treat it like a password: never share it. If you don’t "
                "want to sign in now, you don’t need to do anything.",
            ),
        ),
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
                "The code works only in the browser that asked for it. If that wasn’t you, ignore this email: "
                "nobody gets in without the code. Never share it.",
            ),
        ),
    )


def hand_over(language: str, data: MailData) -> Letter:
    """To the customer's administrators: continue with service setup."""
    asked = text(language, "{partner} asks you to set up the services of your subscription.", partner=data.partner_name)
    return _customer_setup(
        language, data, text(language, "Set up your Webex services: order {number}", number=data.order_number), asked
    )


def hand_over_reminder(language: str, data: MailData) -> Letter:
    """To each administrator of the customer, when the services still wait a week later."""
    if data.requested_at:
        asked = text(
            language,
            "On {day}, {partner} asked you to set up the services of your subscription. This is still to be done.",
            day=day(language, data.requested_at),
            partner=data.partner_name,
        )
    else:  # a mail that was queued before the day was told
        asked = text(
            language,
            "{partner} asked you to set up the services of your subscription. This is still to be done.",
            partner=data.partner_name,
        )
    return _customer_setup(
        language,
        data,
        text(language, "Reminder: set up your Webex services, order {number}", number=data.order_number),
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


def service_delegated(language: str, data: MailData) -> Letter:
    """To who is asked to set up one service, with the link to it."""
    named = services(language, data)
    personal = text(
        language, "The link is personal. {actor} can do the setup too, and can take it back.", actor=data.actor
    )
    asked = text(
        language,
        "{actor} asks you to set up {services}. You see nothing else of the order.",
        actor=data.actor,
        services=named,
    )
    title = text(language, "Set up {services} for {company}", services=named, company=data.company_name)
    return Letter(
        subject=f"{title}: {text(language, 'order {number}', number=data.order_number)}",
        heading=title,
        lead=(asked,),
        button=button(BUTTON, data.link),
        facts=order_facts(language, data),
        notes=(_with_questions(language, data, personal),),
        guide=guide(language, data),
    )


def subscription_added(language: str, data: MailData) -> Letter:
    """To the full administrators of an existing customer organization, with the way to object."""
    return Letter(
        subject=text(language, "A subscription was added to {organization}", organization=data.customer),
        heading=text(language, "A subscription was added to {organization}", organization=data.customer),
        lead=(
            text(
                language,
                "{partner} mapped an order to your organization. As Provisioning administrator, {actor} can set up "
                "its services. They see only this order, not your users or your other orders.",
                partner=data.partner_name,
                actor=data.actor,
            ),
            text(
                language,
                "If you expected this, you don’t need to do anything. Click the order number to see the order.",
            ),
        ),
        second=button(text(language, "This wasn’t us"), data.link),
        facts=order_facts(language, data),
        notes=(
            text(
                language,
                "“This wasn’t us” opens a page that asks you to confirm. Setup stops only once you confirm there.",
            ),
        ),
    )


def completion(language: str, data: MailData) -> Letter:
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
        button=button(text(language, "Open order"), data.order_link),
        facts=order_facts(language, data),
        notes=(
            _with_questions(
                language,
                data,
                text(language, "From now on, you can change sites, locations and licenses in Control Hub."),
            ),
        ),
        guide=guide(language, data),
    )


def administrator_request(language: str, data: MailData) -> Letter:
    """To the customer's full administrators: approve or deny full rights for the partner."""
    expires = day(language, data.expires_at) if data.expires_at else ""
    return Letter(
        subject=text(language, "{partner} asks for full administrator privileges", partner=data.partner_name),
        heading=text(language, "Approve or deny full administrator privileges"),
        lead=(
            text(
                language,
                "{actor} from {partner} asks for full administrator privileges in {organization}. A full "
                "administrator can change all users, services and settings.",
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
                "Opening the link doesn’t decide anything. If nobody answers, the request expires on {day} and "
                "nothing changes.",
                day=expires,
            ),
        ),
    )
