"""What support reads and says of mail domains."""

import strawberry

from backend import clock, database
from backend.provisioning import mail_domains
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.mail_domains import SetMailDomainInput
from backend.schema.mail_domain import MailDomain, MailDomainPayload


@strawberry.type
class MailDomainMutations:
    """Corrections of mail domains."""

    @strawberry.mutation
    async def set_mail_domain(self, info: Info, input: SetMailDomainInput) -> MailDomainPayload:
        """Correct what a mail domain is, at once and everywhere. For support; who, when and why are kept.

        input: The domain, what it is and why.
        """
        context = info.context
        require_support(context)
        by = context.actor.name
        try:
            async with database.transaction():
                found = await mail_domains.decide(input.domain, input.kind, input.reason, by, clock.now())
        except Refused as refused:
            return MailDomainPayload(mail_domain=None, user_errors=errors_of(refused, context.language))
        return MailDomainPayload(mail_domain=MailDomain.of(found), user_errors=[])


async def _mail_domain(info: Info, domain: str) -> MailDomain:
    """What a mail domain is, and who says so. Raises the API's errors."""
    context = info.context
    require_support(context)
    try:
        return MailDomain.of(await mail_domains.read(domain))
    except Refused:
        raise not_found(context.language) from None


def require_support(context: Context) -> None:
    """Let only support pass. Raises a GraphQL error."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    if not context.actor.is_support:
        raise forbidden(context, scope="support")


@strawberry.type
class MailDomainQueries:
    """Whose a mail domain is."""

    @strawberry.field
    async def mail_domain(self, info: Info, domain: str) -> MailDomain:
        """Whose a mail domain is, and who says so. For support; what is no domain is not found.

        domain: A domain or an address, such as acme.com.
        """
        return await _mail_domain(info, domain)
