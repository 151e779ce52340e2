"""Whose a mail domain is."""

from __future__ import annotations

from datetime import datetime

from backend.models.organization import MailDomainKind
from backend.provisioning.mail_domains import MailDomain as CorrectedDomain
from backend.schema.describe import type_
from backend.schema.errors import UserError


@type_
class MailDomain:
    """Whose a mail domain is, and who says so.

    domain: The domain in ASCII, such as gmail.com.
    kind: Whether it is one company's, or nobody's that could be told from it.
    source: Who says so: a correction, the list or the packages that have the domain or one above it, the Public Suffix
        List, or that it is not listed.
    reason: Why support last corrected it or took the correction back; null: never.
    decided_by: Who of support did that; null: nobody.
    decided_at: When support did that; null: never.
    """

    domain: str
    kind: MailDomainKind
    source: str
    reason: str | None
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, found: CorrectedDomain) -> MailDomain:
        """From what support reads."""
        return cls(
            domain=found.domain,
            kind=found.kind,
            source=found.source,
            reason=found.reason,
            decided_by=found.decided_by,
            decided_at=found.decided_at,
        )


@type_
class MailDomainPayload:
    """What the correction of a mail domain came to.

    mail_domain: What the domain is now; null if the correction was refused.
    """

    mail_domain: MailDomain | None
    user_errors: list[UserError]
