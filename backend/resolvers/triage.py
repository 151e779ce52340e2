"""The query of what needs support."""

import strawberry

from backend import clock
from backend.provisioning import triage
from backend.provisioning.access import Forbidden, Unauthenticated
from backend.provisioning.triage import SupportNeedKind
from backend.replica import read_anywhere
from backend.resolvers.api_errors import forbidden, unauthenticated
from backend.resolvers.context import Info
from backend.schema.paging import asked_page
from backend.schema.triage import SupportNeedConnection


@strawberry.type
class TriageQueries:
    """What the support desk begins with."""

    @strawberry.field
    async def support_needs(
        self, info: Info, kind: SupportNeedKind | None = None, first: int | None = None, after: str | None = None
    ) -> SupportNeedConnection:
        """What needs support, the oldest first: disputes, mails that were not delivered, failed and stuck provisioning,
        and requests about to expire; no test orders. For support only.

        kind: Only what needs it for this reason; left out: all.
        first: How many to return from the beginning: 20 if left out, 50 at most.
        """
        actor, at = info.context.actor, clock.now()
        try:
            with asked_page():
                found = await read_anywhere(lambda: triage.page(actor, at, kind, first, after))
            counts = await read_anywhere(lambda: triage.counts(actor, at))
            return SupportNeedConnection.of(found, counts, actor)
        except Unauthenticated:
            raise unauthenticated(info.context.language) from None
        except Forbidden as error:
            raise forbidden(info.context, scope=error.scope) from None
