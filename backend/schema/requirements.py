"""What is still required of an order."""

from datetime import datetime

from backend.graphql_server.directives import lists, part
from backend.provisioning.journey import WizardStep
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.service import Service


@part
@type_
class Requirement:
    """Something that has to be entered or decided, with the mutation that takes it.

    step: Page of the wizard on which it is entered.
    field: Path below the mutation's `input`, list indices as decimal numbers; empty: only the mutation is called.
    mutation: Name of the mutation that takes it, such as chooseAudience.
    message: What to do, in the language of the answer.
    service: The service that it is about; null: it is about the order.
    """

    step: WizardStep
    field: list[str]
    mutation: str
    message: str
    service: Service | None


@part
@lists(currently_due=20, eventually_due=20, errors=5)
@type_
class Requirements:
    """What is needed to finish the order. Whoever follows it with the contact's session finishes the order.

    A former contact sees empty lists.

    currently_due: What can and has to be done now.
    eventually_due: What will be due later: after what is due now, after a dispute, or when a service that was put aside
        is begun.
    deadline: When the order is closed unless it is mapped by then; null before the order begins.
    errors: What was saved and no longer holds: an organization that can't be used any more, or a site name whose hold
        ran out.
    """

    currently_due: list[Requirement]
    eventually_due: list[Requirement]
    deadline: datetime | None
    errors: list[UserError]
