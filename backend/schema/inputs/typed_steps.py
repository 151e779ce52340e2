"""Inputs of what was typed and not saved."""

import strawberry

from backend.provisioning.journey import WizardStep
from backend.schema.describe import input_


@input_
class KeepTypedStepInput:
    """What somebody types on a page of the wizard, before they save it.

    step: The page: AUDIENCE, PARTNER_ORGANIZATION, CUSTOMER_ORGANIZATION, REVIEW_ORGANIZATIONS, MEETINGS_SITES,
        MEETINGS_LICENSES or CALLING_LOCATION.
    entries: All that is typed there: a JSON object, as text, at most 131,072 bytes and 8 levels deep.
    version: The order's version when they began to type.
    writer: Names the open page that sends it, such as a UUID made when it was opened: 8 to 40 letters, digits and
        hyphens.
    number: Counts what this writer sends, up from 0. What arrives late, after a higher number, changes nothing.
    after: The revision that was read before and is replaced; null or left out: nothing was there. If something else
        was typed elsewhere since, that is kept, and VERSION_CONFLICT says when.
    """

    order_id: strawberry.ID
    step: WizardStep
    entries: str
    version: int
    writer: str
    number: int
    after: str | None = None


@input_
class DiscardTypedStepInput:
    """What was typed on a page of the wizard and is not wanted any more.

    step: The page that it was typed on.
    revision: The state that is discarded. What was typed elsewhere since stays.
    """

    order_id: strawberry.ID
    step: WizardStep
    revision: str
