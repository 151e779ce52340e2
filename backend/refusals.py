"""Refused: every failure that a caller can cause and mend."""

from collections.abc import Sequence
from enum import StrEnum


class ErrorCode(StrEnum):
    """Why an input was refused; for programs, so a code stays what it means."""

    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    MAPPING_INCOMPLETE = "MAPPING_INCOMPLETE"
    STEP_NOT_ALLOWED = "STEP_NOT_ALLOWED"
    VERSION_CONFLICT = "VERSION_CONFLICT"
    SITE_NAME_TAKEN = "SITE_NAME_TAKEN"
    SITE_NAME_RESERVED = "SITE_NAME_RESERVED"
    LICENSE_SUM_MISMATCH = "LICENSE_SUM_MISMATCH"
    ORDER_CONFLICT = "ORDER_CONFLICT"
    SAME_ADDRESS = "SAME_ADDRESS"
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    EXPIRED = "EXPIRED"
    CODE_REQUIRED = "CODE_REQUIRED"
    CODE_INVALID = "CODE_INVALID"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    LOCATION_NAME_TAKEN = "LOCATION_NAME_TAKEN"
    DISPUTED = "DISPUTED"
    LINK_UNKNOWN = "LINK_UNKNOWN"
    LINK_REPLACED = "LINK_REPLACED"
    LINK_HANDED_OVER = "LINK_HANDED_OVER"
    ORDER_CLOSED = "ORDER_CLOSED"


class Refused(Exception):
    """A rule said no. Expected: it becomes the `userErrors` of the answer, in the caller's language.

    `message` is an English sentence with `{places}` filled from `values` (see language.py); `field` the path below the
    mutation's input. `details` are what the error's own GraphQL type adds (suggestions, currentVersion, at …).
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        field: Sequence[str] = (),
        *,
        values: dict[str, object] | None = None,
        details: dict[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = tuple(field)
        self.values = values or {}
        self.details = details or {}
        self.others: tuple[Refused, ...] = ()

    def all(self) -> list["Refused"]:
        """Everything that was refused together with this, in the order in which it was found."""
        return [self, *self.others]


def together(refusals: Sequence[Refused]) -> Refused:
    """All refusals of one input as one, so that a person mends them in one go. There has to be one at least."""
    first, *others = refusals
    first.others = tuple(others)
    return first


def refuse_all(refusals: Sequence[Refused]) -> None:
    """Raise the refusals together, if there are any."""
    if refusals:
        raise together(refusals)
