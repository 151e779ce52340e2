"""Expected failures as data: one error type for each kind of detail, made from a Refused."""

from collections.abc import Mapping
from datetime import datetime

from backend.graphql_server.problems import log_refused
from backend.language import text
from backend.models.order import OrderStatus
from backend.provisioning.journey import WizardStep
from backend.refusals import ErrorCode, Refused
from backend.schema.describe import interface, type_


@type_
class Seller:
    """The salesperson's company, with which the order was placed.

    name: Name by which people know the seller, at most 200 characters.
    contact_email: Where to ask the seller; null: no address was given. On an order it is masked for support and former
        contacts.
    """

    name: str
    contact_email: str | None


@interface
class UserError:
    """Something that the caller can mend. All errors of an input come together.

    code: What is wrong, as a stable word for programs.
    message: What is wrong, in words, in the language of the answer.
    field: Path below `input`, list indices as decimal numbers; empty: the whole input.
    """

    code: ErrorCode
    message: str
    field: list[str]


@type_
class InvalidInput(UserError):
    """An input that can't be used as it is, or not now."""


@type_
class StepRefused(UserError):
    """The order is not where this can be done: out of order, in the wrong state, or disputed.

    next_step: Page of the wizard on which it goes on; null: the refusal names none.
    """

    next_step: WizardStep | None


@type_
class VersionConflict(UserError):
    """Somebody changed the same part of the order since it was read. Nothing was written.

    current_version: The order's version as it is now.
    changed_by: Who changed it last; masked for support.
    changed_at: When it was last changed.
    changed_fields: Names of the fields that were changed since; empty: the change was not of a field.
    """

    current_version: int
    changed_by: str
    changed_at: datetime
    changed_fields: list[str]


@type_
class SiteNameTaken(UserError):
    """A site name that can't be had: somebody holds or owns it, or it is reserved.

    suggestions: Free names near it, at most three; empty: none are proposed.
    """

    suggestions: list[str]


@type_
class LinkRefused(UserError):
    """A setup link that does not work, or no longer.

    at: Since when it does not work; for ORDER_CLOSED, when the order ended. Null for LINK_UNKNOWN.
    handed_to: Address of who has the order now, masked; null except with LINK_HANDED_OVER.
    order_status: For ORDER_CLOSED, how the order ended: CLOSED at its deadline or CANCELLED; null for other codes.
    newer_link: With LINK_REPLACED, whether the same person was sent a newer link; false: nothing is asked of them any
        more, since the mapping was undone or somebody else was asked. Null for other codes.
    seller: The company to ask about the order; null for LINK_UNKNOWN.
    """

    at: datetime | None
    order_status: OrderStatus | None
    handed_to: str | None
    newer_link: bool | None
    seller: Seller | None


_LINK = {ErrorCode.LINK_UNKNOWN, ErrorCode.LINK_REPLACED, ErrorCode.LINK_HANDED_OVER, ErrorCode.ORDER_CLOSED}
_STEP = {ErrorCode.STEP_NOT_ALLOWED, ErrorCode.MAPPING_INCOMPLETE, ErrorCode.DISPUTED}
_SITE = {ErrorCode.SITE_NAME_TAKEN, ErrorCode.SITE_NAME_RESERVED}


def errors_of(error: Refused, language: str) -> list[UserError]:
    """The user errors of what a rule refused. The log has their codes."""
    log_refused(*(refused.code for refused in error.all()))
    return [error_of(refused, language) for refused in error.all()]


def _seller(details: Mapping[str, object]) -> Seller | None:
    told = details.get("seller")
    return Seller(name=told[0], contact_email=told[1]) if isinstance(told, tuple) else None


def error_of(refused: Refused, language: str) -> UserError:
    """The user error of one refusal."""
    code, details = refused.code, refused.details
    message = text(language, refused.message, **refused.values)
    field = list(refused.field)
    if refused.code == ErrorCode.VERSION_CONFLICT:
        return VersionConflict(code=code, message=message, field=field, **details)  # type: ignore[arg-type]
    if refused.code in _SITE:
        return SiteNameTaken(code=code, message=message, field=field, suggestions=list(details.get("suggestions", [])))  # type: ignore[call-overload]
    if refused.code in _LINK or (refused.code == ErrorCode.EXPIRED and "seller" in details):
        return LinkRefused(
            code=code,
            message=message,
            field=field,
            at=details.get("at"),  # type: ignore[arg-type]
            order_status=details.get("order_status"),  # type: ignore[arg-type]
            handed_to=details.get("handed_to"),  # type: ignore[arg-type]
            newer_link=details.get("newer_link"),  # type: ignore[arg-type]
            seller=_seller(details),
        )
    if refused.code in _STEP:
        return StepRefused(code=code, message=message, field=field, next_step=details.get("next_step"))  # type: ignore[arg-type]
    return InvalidInput(code=code, message=message, field=field)
