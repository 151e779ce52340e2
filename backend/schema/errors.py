"""Expected failures as data: one error type for each kind of detail, made from a Refused."""

from collections.abc import Mapping
from datetime import datetime

from backend.language import text
from backend.models.order import OrderStatus
from backend.provisioning.journey import WizardStep
from backend.refusals import ErrorCode, Refused
from backend.schema.describe import interface, type_


@type_
class Seller:
    """The salesperson's company, with whom the order was placed.

    name: What people know the seller by.
    contact_email: Where to ask, if the seller gave an address.
    """

    name: str
    contact_email: str | None


@interface
class UserError:
    """Something that the caller can mend. All errors of an input come together.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    """

    code: ErrorCode
    message: str
    field: list[str]


@type_
class InvalidInput(UserError):
    """An input that can't be used as it is.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    """


@type_
class StepRefused(UserError):
    """Out of order, or in the wrong state.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    next_step: Where the order goes on.
    """

    next_step: WizardStep | None


@type_
class VersionConflict(UserError):
    """Somebody changed the same thing since it was read. Nothing was written.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    current_version: The order's version now.
    changed_by: Who changed it last.
    changed_at: When that was.
    changed_fields: What was changed since.
    """

    current_version: int
    changed_by: str
    changed_at: datetime
    changed_fields: list[str]


@type_
class SiteNameTaken(UserError):
    """Somebody holds or owns the site name, or it is reserved.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    suggestions: Free names near it.
    """

    suggestions: list[str]


@type_
class LinkRefused(UserError):
    """A setup link that no longer works.

    code: Stable; for programs.
    message: For people, in the language of Accept-Language.
    field: The path below `input`, list indices as decimal numbers; empty: the whole input.
    at: Since when; for ORDER_CLOSED, when the order ended.
    handed_to: Who has the order now, masked.
    order_status: For ORDER_CLOSED, how the order ended: CLOSED at its deadline or CANCELLED; null for other codes.
    seller: With whom the order was placed.
    """

    at: datetime | None
    order_status: OrderStatus | None
    handed_to: str | None
    seller: Seller | None


_LINK = {ErrorCode.LINK_UNKNOWN, ErrorCode.LINK_REPLACED, ErrorCode.LINK_HANDED_OVER, ErrorCode.ORDER_CLOSED}
_STEP = {ErrorCode.STEP_NOT_ALLOWED, ErrorCode.MAPPING_INCOMPLETE, ErrorCode.DISPUTED}
_SITE = {ErrorCode.SITE_NAME_TAKEN, ErrorCode.SITE_NAME_RESERVED}


def errors_of(error: Refused, language: str) -> list[UserError]:
    """The user errors of what a rule refused."""
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
            seller=_seller(details),
        )
    if refused.code in _STEP:
        return StepRefused(code=code, message=message, field=field, next_step=details.get("next_step"))  # type: ignore[arg-type]
    return InvalidInput(code=code, message=message, field=field)
