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

    domain: In ASCII.
    kind: One company's, or nobody's that could be told from it.
    source: A correction, the packages or the list that say it, or that it is not listed.
    reason: Why it was corrected last, or the correction was taken back; null: never.
    decided_by: Who did that; null: nobody.
    decided_at: When, in UTC; null: never.
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
    """The answer to a correction.

    mail_domain: What the domain is now; null if it was refused.
    user_errors: What was refused, and why.
    """

    mail_domain: MailDomain | None
    user_errors: list[UserError]
