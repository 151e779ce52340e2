"""Inputs of mail domains."""

from backend.models.organization import MailDomainKind
from backend.schema.describe import input_


@input_
class SetMailDomainInput:
    """A correction of what a mail domain is.

    domain: A domain or an address, such as acme.com; hosts below it follow.
    kind: What the domain is; null: the correction is taken back, and the lists say what it is.
    reason: Why, at most 1,000 characters; it is kept with who corrected it.
    """

    domain: str
    kind: MailDomainKind | None = None
    reason: str
