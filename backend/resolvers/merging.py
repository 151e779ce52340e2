"""The mutations by which support merges duplicates of organizations."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import msgspec
import strawberry

from backend import clock, database, events
from backend.language import text
from backend.provisioning import idempotency, merging, organization_access
from backend.provisioning.access import NotFound
from backend.provisioning.merging import Move, OrdersChanged, Plan
from backend.refusals import ErrorCode, Refused, together
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.merging import MergeOrganizationsInput, UndoMergeInput
from backend.schema.merge import MergeMove, MergePayload
from backend.schema.organization import Organization

MAX_TRIES = 5  # while orders keep coming to one of the organizations
MAX_PUBLISHED = 500  # orders whose open pages hear of it at once; the others see it when they are next read


@dataclass(frozen=True, slots=True)
class Done:
    """What is answered, also to the same request sent again."""

    survivor_id: int
    moves: list[Move]
    conflicts: list[Move]
    order_ids: list[int]


@strawberry.type
class MergeMutations:
    """Duplicates of organizations, merged by support and undone within 24 hours."""

    @strawberry.mutation
    async def preview_merge(self, info: Info, input: MergeOrganizationsInput) -> MergePayload:
        """What a merge would move, and what support has to know before. For support. It is a mutation, but nothing is
        written.

        input: The duplicate and the survivor.
        """
        context = info.context
        duplicate, survivor = _both(context, input)
        try:
            plan = await merging.preview(duplicate, survivor)
        except NotFound:
            raise not_found(context.language) from None
        refused = together(plan.refusals) if plan.refusals else None
        return await _payload(context, Done(survivor, plan.moves, plan.conflicts, []), refused)

    @strawberry.mutation
    async def merge_organizations(self, info: Info, input: MergeOrganizationsInput) -> MergePayload:
        """Let the duplicate stand for its survivor everywhere. For support; the administrators of both are told.

        Nothing is deleted or copied; it can be undone for 24 hours.

        input: The duplicate, the survivor and the reason.
        """
        duplicate, survivor = _both(info.context, input)
        reason, actor = input.reason, info.context.actor
        return await _run(
            info.context,
            "mergeOrganizations",
            input,
            lambda: merging.merge(duplicate, survivor, reason, actor, clock.now()),
        )

    @strawberry.mutation
    async def undo_merge(self, info: Info, input: UndoMergeInput) -> MergePayload:
        """Let a merged duplicate be an organization of its own again, within 24 hours. For support.

        What was the duplicate's goes back to it exactly; the conflicts say what changed since and stays.

        input: The duplicate and the reason.
        """
        _check(info.context)
        duplicate = number("Organization", input.duplicate_id, info.context)
        reason, actor = input.reason, info.context.actor
        return await _run(info.context, "undoMerge", input, lambda: merging.undo(duplicate, reason, actor, clock.now()))


def _check(context: Context) -> None:
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    if not context.actor.is_support:
        raise forbidden(context, scope="support")


def _both(context: Context, input: MergeOrganizationsInput) -> tuple[int, int]:
    _check(context)
    numbers = (number("Organization", id, context) for id in (input.duplicate_id, input.survivor_id))
    return next(numbers), next(numbers)


async def _run(context: Context, mutation: str, input: object, act: Callable[[], Awaitable[Plan]]) -> MergePayload:
    """Merge or undo in one transaction, looked at again if an order came in between; once for an Idempotency-Key."""
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None

    async def attempt() -> Done:
        if done := await _answered(context, key):
            return done
        plan = await act()
        done = Done(plan.survivor["id"], plan.moves, plan.conflicts, plan.order_ids[-MAX_PUBLISHED:])
        if key is not None:
            await idempotency.keep(context.actor.key, key, msgspec.json.encode(done).decode(), clock.now())
        return done

    try:
        done = await _again(attempt)
    except NotFound:
        raise not_found(context.language) from None
    except Refused as refused:
        # The same request may have come through between our look and our lock.
        other = refused.code is ErrorCode.IDEMPOTENCY_KEY_REUSED
        if other or (answered := await _answered(context, key)) is None:
            return MergePayload(survivor=None, moves=[], conflicts=[], user_errors=errors_of(refused, context.language))
        done = answered
    for order_id in done.order_ids:
        await events.publish(order_id)
    return await _payload(context, done)


async def _answered(context: Context, key: idempotency.Key | None) -> Done | None:
    answered = await idempotency.find(context.actor.key, key, clock.now()) if key is not None else None
    return msgspec.json.decode(answered, type=Done) if answered else None


async def _again(act: Callable[[], Awaitable[Done]]) -> Done:
    for _ in range(MAX_TRIES):
        try:
            async with database.transaction():
                return await act()
        except OrdersChanged:
            continue
    raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, "Orders keep coming to these organizations. Try again in a moment.")


async def _payload(context: Context, done: Done, refused: Refused | None = None) -> MergePayload:
    survivor = await organization_access.see(done.survivor_id, context.actor)
    return MergePayload(
        survivor=Organization.seen(survivor) if survivor else None,
        moves=_moves(done.moves, context.language),
        conflicts=_moves(done.conflicts, context.language),
        user_errors=errors_of(refused, context.language) if refused else [],
    )


def _moves(moves: Sequence[Move], language: str) -> list[MergeMove]:
    return [
        MergeMove(kind=move.kind, name=move.name, message=text(language, move.message, **move.values)) for move in moves
    ]
