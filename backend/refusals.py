"""Refused: every failure that a caller can cause and mend."""

from collections.abc import Sequence


class Refused(Exception):
    """A rule said no. Expected: it becomes one of the `userErrors` of the answer, in the caller's language.

    `code` is a UserErrorCode; `message` an English sentence with `{places}` filled from `values` (see language.py);
    `field` the path below the mutation's input. `details` are what the error's own GraphQL type adds
    (suggestions, currentVersion, at …). Several are raised together as `Refusals`.
    """

    def __init__(
        self,
        code: str,
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


class Refusals(Exception):
    """All refusals of one input, together, so that a person mends them in one go."""

    def __init__(self, refusals: Sequence[Refused]) -> None:
        super().__init__("; ".join(refusal.message for refusal in refusals))
        self.refusals = list(refusals)


def refuse_all(refusals: Sequence[Refused]) -> None:
    """Raise the refusals together, if there are any."""
    if refusals:
        raise Refusals(refusals)
