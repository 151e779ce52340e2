"""Inputs of merges of organizations."""

import strawberry

from backend.schema.describe import input_


@input_
class MergeOrganizationsInput:
    """A duplicate and the organization that survives.

    duplicate_id: Global id of the organization that is one too many.
    survivor_id: Global id of the organization that stands for both from then on.
    reason: Why, at most 1,000 characters; the administrators of both are mailed it. A preview needs none: an empty
        text.
    """

    duplicate_id: strawberry.ID
    survivor_id: strawberry.ID
    reason: str


@input_
class UndoMergeInput:
    """A merge that shall be undone.

    duplicate_id: Global id of the organization that was merged, as `merges` has it.
    reason: Why, at most 1,000 characters; the administrators of both are mailed it.
    """

    duplicate_id: strawberry.ID
    reason: str
