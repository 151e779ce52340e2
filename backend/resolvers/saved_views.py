"""The mutations of saved views of the list of orders."""

from collections.abc import Awaitable, Callable
from functools import partial

import strawberry

from backend import database
from backend.provisioning import saved_views
from backend.provisioning.access import Forbidden, Unauthenticated
from backend.provisioning.saved_views import SavedView
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.saved_views import RemoveOrderViewInput, SaveOrderViewInput
from backend.schema.viewer import OrderView, OrderViewPayload


@strawberry.type
class SavedViewMutations:
    """Views of the list of orders, saved under a name for people who are signed in by their mailbox."""

    @strawberry.mutation
    async def save_order_view(self, info: Info, input: SaveOrderViewInput) -> OrderViewPayload:
        """Save a view of the list of orders under a name, at most 20. For people who are signed in, but not by a link
        to one order. Sent again, it changes nothing more.

        input: The view, and perhaps the one that it replaces.
        """
        view = SavedView(name=input.name, sort=input.sort, bucket=input.bucket, status=input.status, text=input.text)
        return await _run(info.context, partial(saved_views.save, info.context.actor, view, input.former_name))

    @strawberry.mutation
    async def remove_order_view(self, info: Info, input: RemoveOrderViewInput) -> OrderViewPayload:
        """Remove a saved view of the list of orders. For people who are signed in, but not by a link to one order. Sent
        again, it changes nothing more.

        input: The view to be removed.
        """
        return await _run(info.context, partial(saved_views.remove, info.context.actor, input.name))


async def _run(context: Context, change: Callable[[], Awaitable[SavedView | None]]) -> OrderViewPayload:
    try:
        async with database.transaction():
            view = await change()
    except Unauthenticated:
        raise unauthenticated(context.language) from None
    except Forbidden:
        raise forbidden(context) from None
    except Refused as refused:
        return OrderViewPayload(order_view=None, user_errors=errors_of(refused, context.language))
    return OrderViewPayload(order_view=OrderView.of(view) if view else None, user_errors=[])
