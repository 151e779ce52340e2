"""What checking an order before it is placed tells."""

from __future__ import annotations

from backend.graphql_server.directives import lists, part, weighs
from backend.language import text
from backend.provisioning.order_check import Finding as OrderFinding
from backend.provisioning.order_check import FindingSeverity
from backend.provisioning.order_check import OrderCheck as Checked
from backend.schema.describe import type_
from backend.schema.errors import UserError, error_of
from backend.schema.finder import OrganizationMatch


@part
@type_
class Finding:
    """Something to look at before an order is placed.

    code: What it is, as a stable word for programs. What blocks has the code of its user error, but UNKNOWN_ENDING for
        a domain whose ending does not exist. Of domains: FREE_MAIL, DISPOSABLE_MAIL, SHARED_DOMAIN, PUBLIC_SUFFIX,
        OTHER_ORGANIZATION (an organization of another name has proven the customer's domain), OTHER_DOMAIN (the
        administrator is not at the customer's domain). Of the contact: MAILBOX_OF_MANY, MAILBOX_OF_NOBODY,
        CONTACT_IS_SELLER. Of ids: UNKNOWN_ORGANIZATION, PARTNER_IS_CUSTOMER. Of other orders of the seller:
        ALREADY_PLACED, SAME_ORDER (for the same company and licenses in the last 30 days). Of the site name that the
        company's name suggests: SITE_NAME_TAKEN, SITE_NAME_RESERVED. Of the day: START_FAR (in more than 90 days),
        START_PAST. What would help: COUNTRY_MISSING, CUSTOMER_DOMAIN_MISSING, LANGUAGE_MISSING. More may come.
    severity: How much it weighs.
    message: What it is, in words, in the language of the answer.
    field: Path below `input`, list indices as decimal numbers; empty: the whole input.
    """

    code: str
    severity: FindingSeverity
    message: str
    field: list[str]

    @classmethod
    def of(cls, found: OrderFinding, language: str) -> Finding:
        """From what the check found."""
        message = text(language, found.message, **found.values)
        return cls(code=found.code.value, severity=found.severity, message=message, field=list(found.field))


@weighs("11")  # as placing it
@lists(findings=100)
@type_
class OrderCheck:
    """What placing an order would come to now. Nothing was written, and nobody was mailed.

    A seller's token hears of other organizations no more than by placing the order and setting it up: of what the
    finder would find the outcome and on what it rests, never by the contact's own mailbox (so never EXACT), without
    candidates; the message names the organization that the order names by its id. Tokens with the scope
    organizations:read or support hear all of it.

    user_errors: What placing the order would be refused for, exactly; empty: it would be placed, or was placed before.
    findings: These errors and all that is doubtful, what blocks first.
    partner: What the finder would answer for the partner of a customer's order; null: the contact's address can't be
        read.
    customer: The same for the customer.
    """

    user_errors: list[UserError]
    findings: list[Finding]
    partner: OrganizationMatch | None
    customer: OrganizationMatch | None

    @classmethod
    def of(cls, checked: Checked, language: str) -> OrderCheck:
        """From what the check came to."""
        partner, customer = (
            OrganizationMatch.of(found, language, listed=checked.whole) if found else None
            for found in (checked.partner, checked.customer)
        )
        return cls(
            user_errors=[error_of(refused, language) for refused in checked.refusals],
            findings=[Finding.of(found, language) for found in checked.findings],
            partner=partner,
            customer=customer,
        )
