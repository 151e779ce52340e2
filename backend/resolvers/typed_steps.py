"""The mutations of what is typed on a page of the wizard before it is saved."""

from collections.abc import Awaitable, Callable
from functools import partial

import strawberry

from backend import clock
from backend.provisioning import typed_steps
from backend.provisioning.access import Forbidden, NotFound, Unauthenticated, Visibility
from backend.provisioning.dossier import Dossier
from backend.provisioning.typed_steps import Typed
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.typed_steps import DiscardTypedStepInput, KeepTypedStepInput
from backend.schema.typed_steps import TypedStep, TypedStepPayload

Change = Callable[[], Awaitable[tuple[Dossier, typed_steps.TypedStep | None]]]


@strawberry.type
class TypedStepMutations:
    """What people type waits for them on their other devices."""

    @strawberry.mutation
    async def keep_typed_step(self, info: Info, input: KeepTypedStepInput) -> TypedStepPayload:
        """Keep what is typed on a page of the wizard until it is saved, for this person on all their devices.

        For people who may save the page; programs get FORBIDDEN. The order stays as it is: no version, event, mail or
        webhook. Sent again, it changes nothing more.

        input: The page, what is typed there, and which revision it goes on from.
        """
        context, typed = info.context, input
        order_id = number("Order", input.order_id, context)
        kept = Typed(
            step=typed.step,
            entries=typed.entries,
            version=typed.version,
            writer=typed.writer,
            number=typed.number,
            after=typed.after,
        )
        change = partial(typed_steps.keep, order_id, context.actor, kept, clock.now())
        return await _run(context, change, partial(typed_steps.typed_now, order_id, context.actor, input.step))

    @strawberry.mutation
    async def discard_typed_step(self, info: Info, input: DiscardTypedStepInput) -> TypedStepPayload:
        """Forget what was typed on a page of the wizard and not saved. For people; programs get FORBIDDEN. Sent again,
        it changes nothing more.

        input: The page, and the revision that is discarded.
        """
        context = info.context
        order_id = number("Order", input.order_id, context)
        change = partial(typed_steps.discard, order_id, context.actor, input.step, input.revision)
        return await _run(context, change, partial(typed_steps.typed_now, order_id, context.actor, input.step))


async def _run(context: Context, change: Change, otherwise: Change) -> TypedStepPayload:
    try:
        return _payload(context, *await change())
    except Unauthenticated:
        raise unauthenticated(context.language) from None
    except Forbidden:
        raise forbidden(context) from None
    except NotFound:
        raise not_found(context.language) from None
    except Refused as refused:
        payload = _payload(context, *await otherwise())
        payload.user_errors = errors_of(refused, context.language)
        return payload


def _payload(context: Context, order: Dossier, kept: typed_steps.TypedStep | None) -> TypedStepPayload:
    shown = TypedStep.of(kept, Visibility(order, context.actor)) if kept else None
    return TypedStepPayload(typed_step=shown, user_errors=[])
